import Commands
import Database
import Values

/// The tables of indicators and of their targets.
let indicatorTables = Migration(
    pack: "programme", number: 4,
    [
        """
        CREATE TABLE indicator (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, name_vi TEXT NOT NULL, goal TEXT,
            numerator TEXT, denominator TEXT, unit TEXT NOT NULL, decimals INTEGER NOT NULL, direction TEXT NOT NULL,
            minimum TEXT NOT NULL, every TEXT, source TEXT NOT NULL, confidence TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX indicator_code ON indicator (code) WHERE retired IS NULL",
        """
        CREATE TABLE target (
            id INTEGER PRIMARY KEY, indicator INTEGER NOT NULL REFERENCES indicator (id), year INTEGER NOT NULL,
            value TEXT NOT NULL, operator TEXT NOT NULL, source TEXT NOT NULL, confidence TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX target_current ON target (indicator, year) WHERE retired IS NULL",
    ])

/// Indicators as a record kind.
let indicatorKind = RecordKind(
    "indicator", Text("indicator", vi: "chỉ tiêu"), table: "indicator", parts: ["target": "indicator"],
    matter: .definitions,
    exists: { session, code in try Indicators(session).exists(code) },
    codes: { session, prefix, limit in
        Array(
            try Indicators(session).all().filter { $0.code.hasPrefix(prefix) }.prefix(limit).map {
                Choice($0.code, $0.name)
            })
    })
