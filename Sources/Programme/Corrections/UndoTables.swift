import Database

/// What was undone and done again: `entry` was taken back by the entry `recorded`, as which the entry `meant` stood
/// then. An entry that was taken back an odd number of times is undone.
let undoTables = Migration(
    pack: "programme", number: 8,
    [
        """
        CREATE TABLE taken_back (
            id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, meant INTEGER NOT NULL, recorded INTEGER NOT NULL)
        """,
        "CREATE UNIQUE INDEX taken_back_entry ON taken_back (entry)",
        "CREATE UNIQUE INDEX taken_back_recorded ON taken_back (recorded)",
        "CREATE INDEX taken_back_meant ON taken_back (meant)",
    ])
