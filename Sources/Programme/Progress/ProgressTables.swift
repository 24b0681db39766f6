import Database

/// Targets of single units, and the values from which progress is measured.
let progressTables = Migration(
    pack: "programme", number: 12,
    [
        "ALTER TABLE target ADD COLUMN unit INTEGER REFERENCES unit (id)",
        "DROP INDEX target_current",
        "CREATE UNIQUE INDEX target_current ON target (indicator, year, coalesce(unit, 0)) WHERE retired IS NULL",
        """
        CREATE TABLE baseline (
            id INTEGER PRIMARY KEY, indicator INTEGER NOT NULL REFERENCES indicator (id),
            unit INTEGER REFERENCES unit (id), year INTEGER NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL,
            confidence TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX baseline_current ON baseline (indicator, coalesce(unit, 0)) WHERE retired IS NULL",
    ])
