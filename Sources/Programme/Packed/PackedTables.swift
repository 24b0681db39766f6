import Database

/// The packed figures: what the rows of `figure` say of each element and period, unit by unit in the order of places.
///
/// They are true up to an entry, to which `packed_mark` holds the last rows that they know; what came since is read
/// from the rows, which the indexes of ended rows make quick. A row of `packed_figure` without states waits to be
/// packed; one whose states are empty cannot be. Whoever loses these tables loses time, and nothing else.
let packedTables = Migration(
    pack: "programme", number: 15,
    [
        """
        CREATE TABLE packed_mark (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, figure INTEGER NOT NULL, version INTEGER NOT NULL,
            unit INTEGER NOT NULL, register BLOB NOT NULL)
        """,
        """
        CREATE TABLE packed_figure (
            id INTEGER PRIMARY KEY, element INTEGER NOT NULL, period INTEGER NOT NULL, states BLOB, totals BLOB,
            women BLOB)
        """,
        "CREATE UNIQUE INDEX packed_figure_key ON packed_figure (element, period)",
        "CREATE INDEX figure_retired ON figure (retired) WHERE retired IS NOT NULL",
        "CREATE INDEX unit_version_retired ON unit_version (retired) WHERE retired IS NOT NULL",
        "CREATE INDEX unit_retired ON unit (retired) WHERE retired IS NOT NULL",
    ])

/// What the numbers of packed figures add up to from step to step of the register: the sum over a part of the tree is
/// one of a few sums. A column that was packed before has none until it is packed again.
let packedSumTables = Migration(
    pack: "programme", number: 21,
    ["CREATE TABLE packed_sum (id INTEGER PRIMARY KEY, totals BLOB NOT NULL, women BLOB NOT NULL)"])
