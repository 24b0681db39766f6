import Commands
import Database
import Values

/// The tables of sealed cases: the office's keys, the cases as nobody can read them, and who opened one.
///
/// Of a case nothing stands here unsealed but its code, the month of receipt and the key that it is sealed to.
let caseTables = Migration(
    pack: "programme", number: 10,
    [
        """
        CREATE TABLE case_key (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, public_key BLOB NOT NULL, sealed_key BLOB NOT NULL,
            salt BLOB NOT NULL, work TEXT NOT NULL, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX case_key_code ON case_key (code) WHERE retired IS NULL",
        """
        CREATE TABLE sealed_case (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, month TEXT NOT NULL,
            case_key INTEGER NOT NULL REFERENCES case_key (id), sealed BLOB NOT NULL, recorded INTEGER NOT NULL,
            retired INTEGER)
        """,
        "CREATE UNIQUE INDEX sealed_case_code ON sealed_case (code) WHERE retired IS NULL",
        """
        CREATE TABLE case_reading (
            id INTEGER PRIMARY KEY, sealed_case INTEGER NOT NULL REFERENCES sealed_case (id),
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE INDEX case_reading_case ON case_reading (sealed_case)",
    ])

/// Sealed cases as a record kind: a code says nothing about its case.
let caseKind = RecordKind(
    "case", Text("sealed case", vi: "vụ việc niêm phong"), table: "sealed_case",
    parts: ["case_reading": "sealed_case"], isSealed: true,
    exists: { session, code in try CaseRegister(session).sealedCase(code) != nil },
    codes: { session, prefix, limit in try CaseRegister(session).codes(prefix: prefix, limit: limit) })

/// The office's keys as a record kind.
let caseKeyKind = RecordKind(
    "case-key", Text("case key", vi: "khóa vụ việc"), table: "case_key", isSealed: true,
    exists: { session, code in try CaseRegister(session).key(code) != nil },
    codes: { session, prefix, limit in try CaseRegister(session).keyCodes(prefix: prefix, limit: limit) })
