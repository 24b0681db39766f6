import Commands
import Database
import Diagnostics
import Journal
import Syntax
import Values

/// What this office has agreed with others: its own key, whose packages it accepts, and the packages so far.
struct Exchange {
    let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// This office's key: the one that was made last; a diagnostic when there is none.
    func key() throws -> ExchangeKey {
        if let key = try currentKey() { return key }
        throw Diagnostic(
            .noExchangeKey,
            Text(
                "This office has no exchange key yet.", vi: "Cơ quan này chưa có khóa trao đổi."),
            notes: [
                Text(
                    "The key tells whose office this is, and signs its packages.",
                    vi: "Khóa cho biết đây là cơ quan nào, và dùng để ký các gói gửi đi.")
            ],
            suggestion: try Units(session).top().map { "create exchange key unit: \(SourceForm.word($0.code))" })
    }

    /// This office's key, if it has one.
    func currentKey() throws -> ExchangeKey? {
        let row = try session.database.first(
            """
            SELECT u.code, k.public_key, k.sealed_key, k.salt, k.work
            FROM exchange_key k JOIN unit u ON u.id = k.unit WHERE \(session.visible("k")) ORDER BY k.id DESC LIMIT 1
            """)
        guard let row, let publicKey = OfficeKey(bytes: try row.value(1)), let work = ScryptWork(try row.text(4)) else {
            return nil
        }
        return ExchangeKey(
            office: try row.text(0), publicKey: publicKey, sealedKey: try row.value(2), salt: try row.value(3),
            work: work)
    }

    /// Keeps a key in place of the one before it.
    func keep(_ key: ExchangeKey, unit: Int64) throws {
        try session.database.execute("UPDATE exchange_key SET retired = \(session.entry) WHERE retired IS NULL")
        try session.database.execute(
            """
            INSERT INTO exchange_key (unit, public_key, sealed_key, salt, work, recorded)
            VALUES (\(unit), \(key.publicKey.bytes), \(key.sealedKey), \(key.salt), \(key.work.description),
                \(session.entry))
            """)
    }

    /// The key that an office's packages must be signed with, if they are accepted.
    func trustedKey(of unit: Int64) throws -> OfficeKey? {
        try session.database.first(
            "SELECT public_key FROM trusted_office WHERE unit = \(unit) AND \(session.visible())"
        ).flatMap { OfficeKey(bytes: try $0.value(0)) }
    }

    /// Accepts an office's packages from now on, if they are signed with a key; without one no longer.
    func trust(_ key: OfficeKey?, of unit: Int64) throws {
        try session.database.execute(
            "UPDATE trusted_office SET retired = \(session.entry) WHERE unit = \(unit) AND retired IS NULL")
        guard let key else { return }
        try session.database.execute(
            """
            INSERT INTO trusted_office (unit, public_key, recorded) VALUES (\(unit), \(key.bytes), \(session.entry))
            """)
    }

    /// The rule of the pack that knows a round, and what the round asks for; `nil` when there is no such round.
    func rule(for round: String) throws -> (rule: FigureCall, asked: AskedFigures)? {
        for rule in session.registry.contributions(FigureCall.self) {
            if let asked = try rule.asked(session, round) { return (rule, asked) }
        }
        return nil
    }
}

/// A package that was received before.
struct ReceivedPackage {
    /// The row.
    let id: Int64
    /// The lasting id of the office that sent it.
    let office: Int64
    /// When it was made.
    let made: Instant
    /// Its number at the sender.
    let number: Int
    /// The entry that brought it.
    let entry: Int
    /// What it told of.
    let period: Period
    /// The round that asked for it.
    let round: String?

    /// Whether it was made before another one of the same office.
    func isOlder(than made: Instant, _ number: Int) -> Bool {
        (self.made, self.number) < (made, number)
    }
}

extension Exchange {
    /// The packages of an office that were received; of all offices where none is named.
    func received(from office: Int64? = nil) throws -> [ReceivedPackage] {
        let condition: SQL = office.map { "partner = \($0)" } ?? "1 = 1"
        return try session.database.rows(
            """
            SELECT id, partner, made, number, recorded, period, round FROM exchange_package
            WHERE direction = 'received' AND \(condition) AND \(session.visible()) ORDER BY recorded
            """
        ).map { row in
            ReceivedPackage(
                id: try row.value(0), office: try row.value(1), made: try row.value(2), number: try row.value(3),
                entry: try row.value(4), period: try row.value(5), round: try row.value(6))
        }
    }

    /// The entry that received a package of this very text, if one did.
    func entry(receiving content: Fingerprint) throws -> Int? {
        try session.database.first(
            """
            SELECT recorded FROM exchange_package
            WHERE direction = 'received' AND sha256 = \(content) AND \(session.visible())
            """)?.value(0)
    }
}

extension Diagnostic.Code {
    /// An office without a key of its own.
    static let noExchangeKey: Self = "no-exchange-key"
}
