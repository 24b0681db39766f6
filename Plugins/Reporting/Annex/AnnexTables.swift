import Database

/// Which return a file brought, and what it says beside figures: days, words, choices, notes, numbers of cases, and why
/// what comes from records here has no number.
let annexTables = Migration(
    pack: "reporting", number: 13,
    [
        """
        CREATE TABLE annex_return (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id),
            unit INTEGER NOT NULL REFERENCES unit (id), form TEXT NOT NULL, version INTEGER NOT NULL,
            file TEXT NOT NULL, content TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX annex_return_unit ON annex_return (round, unit) WHERE retired IS NULL",
        """
        CREATE TABLE annex_answer (
            id INTEGER PRIMARY KEY, round INTEGER NOT NULL REFERENCES reporting_round (id),
            unit INTEGER NOT NULL REFERENCES unit (id), line TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX annex_answer_line ON annex_answer (round, unit, line, kind) WHERE retired IS NULL",
    ])
