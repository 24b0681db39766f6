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

/// Boards tell who holds their roles, and members who left until the board is reviewed.
let boardChangeTable = Migration(
    pack: "personnel", number: 5,
    [
        "ALTER TABLE board ADD COLUMN chair TEXT",
        "ALTER TABLE board ADD COLUMN deputies INTEGER",
        "ALTER TABLE board ADD COLUMN women_deputies INTEGER",
        "ALTER TABLE board ADD COLUMN secretary TEXT",
        """
        CREATE TABLE board_change (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), on_day TEXT NOT NULL,
            role TEXT NOT NULL, members INTEGER NOT NULL, women INTEGER NOT NULL, why TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX board_change_place ON board_change (unit, on_day, role) WHERE retired IS NULL",
        """
        CREATE TABLE board_plan (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), year TEXT NOT NULL,
            on_day TEXT NOT NULL, document TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX board_plan_place ON board_plan (unit, year) WHERE retired IS NULL",
    ])
