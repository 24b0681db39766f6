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

/// Units as a record kind: their codes are completed and checked.
let unitKind = RecordKind(
    "unit", Text("unit", vi: "đơn vị"), table: "unit", parts: ["unit_version": "unit"],
    matter: .structure,
    exists: { session, code in try Units(session).id(of: code) != nil },
    codes: { session, prefix, limit in
        try Units(session).codes(prefix: prefix, limit: limit)
    })
