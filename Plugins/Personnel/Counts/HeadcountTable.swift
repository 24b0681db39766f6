import Database

/// Counts of people by unit, post and day: never persons.
///
/// `roll` tells what is counted: `staff` who are in post, `planned` who may be.
let headcountTable = Migration(
    pack: "personnel", number: 1,
    [
        """
        CREATE TABLE headcount (
            id INTEGER PRIMARY KEY, roll TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            post TEXT NOT NULL, on_day TEXT NOT NULL, total INTEGER NOT NULL, women INTEGER NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX headcount_place ON headcount (roll, post, unit, on_day) WHERE retired IS NULL
        """,
    ])

/// Counts know the cell of the file that they come from.
let headcountCells = Migration(
    pack: "personnel", number: 3, ["ALTER TABLE headcount ADD COLUMN cell TEXT"])
