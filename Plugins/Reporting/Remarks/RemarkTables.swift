import Database

/// What units say of their work: difficulties, proposals and results, typed or read from a return (`round` and
/// `source` tell which).
let remarkTables = Migration(
    pack: "reporting", number: 11,
    [
        """
        CREATE TABLE unit_remark (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), period TEXT NOT NULL,
            kind TEXT NOT NULL, text TEXT NOT NULL, round INTEGER REFERENCES reporting_round (id), source TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX unit_remark_period ON unit_remark (period, unit) WHERE retired IS NULL",
    ])
