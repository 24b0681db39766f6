import Commands
import Database
import Values

/// The tables of units: who they are for good, and what they are called, are and belong to from a day on.
let unitTables = Migration(
    pack: "programme", number: 1,
    [
        """
        CREATE TABLE unit (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX unit_code ON unit (code) WHERE retired IS NULL",
        """
        CREATE TABLE unit_version (
            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), name TEXT NOT NULL, kind TEXT NOT NULL,
            manager INTEGER REFERENCES unit (id), since TEXT, until TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX unit_version_unit ON unit_version (unit)",
        "CREATE INDEX unit_version_manager ON unit_version (manager)",
    ])

/// Where units lie, the documents behind their changes, and which units follow which. `document` brought a version;
/// `ending` closed the unit at its end. A share without a number is one that nobody knows.
let successionTables = Migration(
    pack: "programme", number: 6,
    [
        "ALTER TABLE unit_version ADD COLUMN place TEXT",
        "ALTER TABLE unit_version ADD COLUMN document TEXT",
        "ALTER TABLE unit_version ADD COLUMN ending TEXT",
        """
        CREATE TABLE unit_succession (
            id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES unit (id),
            target INTEGER NOT NULL REFERENCES unit (id), kind TEXT NOT NULL, on_day TEXT NOT NULL,
            share_numerator INTEGER, share_denominator INTEGER, document TEXT, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        """
        CREATE UNIQUE INDEX unit_succession_current ON unit_succession (source, target, on_day) WHERE retired IS NULL
        """,
        "CREATE INDEX unit_succession_source ON unit_succession (source, on_day)",
        "CREATE INDEX unit_succession_target ON unit_succession (target, on_day)",
    ])

/// Units as a record kind: their codes are completed and checked.
let unitKind = RecordKind(
    "unit", Text("unit", vi: "đơn vị"), table: "unit", parts: ["unit_version": "unit"],
    matter: .structure,
    exists: { session, code in try Units(session).id(of: code) != nil },
    codes: { session, prefix, limit in
        try Units(session).codes(prefix: prefix, limit: limit)
    })
