import Database

/// Boards for the advancement of women (Ban VSTBPN), by the decision that sets up or reviews one.
let boardTable = Migration(
    pack: "personnel", number: 2,
    [
        """
        CREATE TABLE board (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), decision TEXT NOT NULL,
            on_day TEXT NOT NULL, members INTEGER NOT NULL, women INTEGER NOT NULL, regulation INTEGER,
            plan INTEGER, trained INTEGER, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX board_decision ON board (unit, decision) WHERE retired IS NULL",
        "CREATE INDEX board_day ON board (unit, on_day)",
    ])
