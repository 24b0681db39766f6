import Commands
import Database
import Values

/// The sealed cases and the keys they are sealed to, as readers of a session see them.
struct CaseRegister {
    private let session: Session

    /// Opens the register.
    init(_ session: Session) {
        self.session = session
    }

    /// A key by its code.
    func key(_ code: String) throws -> CaseKey? {
        try key(where: "code = \(code)")
    }

    /// The key that new cases are sealed to: the one that was made last.
    func currentKey() throws -> CaseKey? {
        try key(where: "1 = 1")
    }

    /// A code that no key has yet.
    func nextKeyCode() throws -> String {
        var number = try session.database.first("SELECT count(*) FROM case_key")?.value(0, as: Int.self) ?? 0
        repeat { number += 1 } while try key("K\(number)") != nil
        return "K\(number)"
    }

    /// A random code that no case has yet.
    func newCode() throws -> CaseCode {
        var code = CaseCode(random: session.surroundings.randomBytes(CaseCode.length))
        // Hardly ever taken; a source that gives the same bytes again is refused when the case is kept.
        for _ in 0..<16 where try sealedCase(code.code) != nil {
            code = CaseCode(random: session.surroundings.randomBytes(CaseCode.length))
        }
        return code
    }

    /// A sealed case by its code.
    func sealedCase(_ code: String) throws -> SealedCase? {
        try session.database.first(
            """
            SELECT c.month, k.code, c.sealed FROM sealed_case c JOIN case_key k ON k.id = c.case_key
            WHERE c.code = \(code) AND \(session.visible("c"))
            """
        ).map { row in
            SealedCase(
                code: CaseCode(code: code), month: try row.value(0), key: try row.text(1), sealed: try row.value(2))
        }
    }

    /// A line of the list: what can be said of a case without opening it.
    struct Line {
        let code: String
        let month: Period
        let key: String
        let readings: Int
    }

    /// What stands unsealed of every case, by month and then by code, whose order says nothing.
    func lines() throws -> [Line] {
        try session.database.rows(
            """
            SELECT c.code, c.month, k.code,
                (SELECT count(*) FROM case_reading r WHERE r.sealed_case = c.id AND \(session.visible("r")))
            FROM sealed_case c JOIN case_key k ON k.id = c.case_key
            WHERE \(session.visible("c")) ORDER BY c.month, c.code
            """
        ).map { row in
            Line(code: try row.text(0), month: try row.value(1), key: try row.text(2), readings: try row.integer(3))
        }
    }

    /// Codes of cases that begin with a text.
    func codes(prefix: String, limit: Int) throws -> [Choice] {
        try session.database.rows(
            """
            SELECT code, month FROM sealed_case
            WHERE code >= \(prefix) AND code < \(prefix + "\u{10FFFF}") AND \(session.visible())
            ORDER BY code LIMIT \(limit)
            """
        ).map { Choice(try $0.text(0), Text(verbatim: try $0.text(1))) }
    }

    /// Codes of keys that begin with a text.
    func keyCodes(prefix: String, limit: Int) throws -> [Choice] {
        try session.database.rows(
            """
            SELECT code FROM case_key
            WHERE code >= \(prefix) AND code < \(prefix + "\u{10FFFF}") AND \(session.visible())
            ORDER BY code LIMIT \(limit)
            """
        ).map { Choice(try $0.text(0), caseKeyKind.noun) }
    }

    private func key(where condition: SQL) throws -> CaseKey? {
        let row = try session.database.first(
            """
            SELECT code, public_key, sealed_key, salt, work FROM case_key
            WHERE \(condition) AND \(session.visible()) ORDER BY id DESC LIMIT 1
            """)
        guard let row, let work = ScryptWork(try row.text(4)) else { return nil }
        return CaseKey(
            code: try row.text(0), publicKey: try row.value(1), sealedKey: try row.value(2), salt: try row.value(3),
            work: work)
    }
}

extension CaseRegister {
    /// Keeps a key; new cases are sealed to it from now on.
    func keep(_ key: CaseKey) throws {
        try session.database.execute(
            """
            INSERT INTO case_key (code, public_key, sealed_key, salt, work, recorded)
            VALUES (\(key.code), \(key.publicKey), \(key.sealedKey), \(key.salt), \(key.work.description),
                \(session.entry))
            """)
    }

    /// Keeps a sealed case.
    func keep(_ sealed: SealedCase) throws {
        try session.database.execute(
            """
            INSERT INTO sealed_case (code, month, case_key, sealed, recorded)
            SELECT \(sealed.code.code), \(sealed.month), id, \(sealed.sealed), \(session.entry)
            FROM case_key WHERE code = \(sealed.key) AND \(session.visible())
            """)
    }

    /// Notes that a case was opened; the entry tells who and when.
    func noteReading(of code: CaseCode) throws {
        try session.database.execute(
            """
            INSERT INTO case_reading (sealed_case, recorded)
            SELECT id, \(session.entry) FROM sealed_case WHERE code = \(code.code) AND \(session.visible())
            """)
    }
}
