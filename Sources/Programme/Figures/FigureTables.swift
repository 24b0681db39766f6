import Commands
import Database
import Values

/// The tables of elements and of their figures.
let figureTables = Migration(
    pack: "programme", number: 3,
    [
        """
        CREATE TABLE element (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, name_vi TEXT NOT NULL, type TEXT NOT NULL,
            over_time TEXT NOT NULL, over_units TEXT NOT NULL, by_sex INTEGER NOT NULL, every TEXT,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX element_code ON element (code) WHERE retired IS NULL",
        """
        CREATE TABLE figure (
            id INTEGER PRIMARY KEY, element INTEGER NOT NULL REFERENCES element (id),
            unit INTEGER NOT NULL REFERENCES unit (id), period TEXT NOT NULL, total TEXT, women TEXT,
            state TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX figure_current ON figure (element, period, unit) WHERE retired IS NULL",
        "CREATE INDEX figure_element ON figure (element, period, unit)",
    ])

/// Elements as a record kind: those defined here and those that packs derive.
let elementKind = RecordKind(
    "element", Text("element", vi: "số liệu"), table: "element", matter: .definitions,
    exists: { session, code in try Elements(session).element(code) != nil },
    codes: { session, prefix, limit in
        Array(
            try Elements(session).all().filter { $0.code.hasPrefix(prefix) }.prefix(limit).map {
                Choice($0.code, $0.name)
            })
    })
