import Commands
import Diagnostics
import Documents
import Language
import Synchronization
import Testing
import Values

@testable import Programme

extension Office {
    static let passphrase = "sen nở giữa đầm lầy"

    /// An office with units, an element and a key of its own that costs less work than a real one.
    static func exchanging(
        as unit: String, _ packs: [CommandPack] = [], today: String = "2025-12-01", _ lines: String...
    ) throws -> Office {
        let office = try Office(
            packs, today: today,
            """
            register unit VHXH "Phòng VH-XH Lê Chân" kind: vhxh under: SGD
            register unit LE-CHAN "THPT Lê Chân" kind: thpt under: VHXH
            register unit AN-BIEN "THCS An Biên" kind: thcs under: VHXH
            register unit NGO-QUYEN "THPT Ngô Quyền" kind: thpt under: SGD
            define element staff "staff" type: people over-time: last over-units: sum
            define element books "books" type: count over-time: sum over-units: sum every: month
            """)
        try office.makeKey(for: unit)
        for line in lines { try office.say(line) }
        return office
    }

    /// Gives the office a key. Opening one with its passphrase takes long, so that keys are made and opened once.
    func makeKey(for unit: String, another: Bool = false) throws {
        session.surroundings.askSecret = { _ in Office.passphrase }
        let opened = try OpenedKey.of(unit, another: another)
        _ = try session.perform("keep exchange key", KeptExchangeKey.values(of: opened.key))
    }

    /// Signs as this office does.
    var signer: PackageSigner { get throws { try OpenedKey.of(key).signer } }

    /// Sets the clock.
    func turn(to moment: String) throws {
        let instant = try #require(Instant(moment))
        session.surroundings.now = { instant }
    }

    /// The code of this office, and its public key.
    var key: ExchangeKey { get throws { try Exchange(session).key() } }

    /// Accepts packages of another office.
    func trust(_ other: Office) throws {
        let key = try other.key
        try say("trust office \(key.office) key: \"\(key.publicKey.text)\"")
    }

    /// Makes a package and gives its bytes.
    func package(
        for office: String = "SGD", elements: [String] = ["staff", "books", "trainings"], period: String = "2025"
    ) throws -> [UInt8] {
        let content = try PackageContent(
            session, office: key.office, elements: elements, period: #require(Period(period)))
        _ = try content.make(for: office, by: key.office, signer, to: "out.senpkg")
        return try #require(files.contents["out.senpkg"])
    }

    /// Receives a package; gives the answer.
    @discardableResult
    func receive(_ package: [UInt8]) throws -> String {
        files.contents["in.senpkg"] = package
        return try text("receive package from: \"in.senpkg\"")
    }

    /// The codes with which a package is refused.
    func refusals(of package: [UInt8]) -> [String] {
        files.contents["in.senpkg"] = package
        return refusals("receive package from: \"in.senpkg\"")
    }

    /// What stands of figures: element, unit, period, total, women.
    func figures() throws -> [String] {
        try session.database.rows(
            """
            SELECT e.code, u.code, f.period, f.total, f.women, f.state
            FROM figure f JOIN element e ON e.id = f.element JOIN unit u ON u.id = f.unit
            WHERE f.retired IS NULL ORDER BY 1, 2, 3
            """
        ).map { row in
            let claim = FigureClaim(total: try row.value(3), women: try row.value(4), state: try row.value(5))
            return "\(try row.text(0)) \(try row.text(1)) \(try row.text(2)) \(claim.words.english)"
        }
    }

    /// How many entries the journal has.
    var entries: Int { get throws { try session.journal.lastNumber() } }

    /// Whether the journal gives the same tables again.
    func replays() throws -> Bool {
        let replay = try Replay(of: session, into: session.surroundings.emptyDatabase(nil))
        _ = try replay.run()
        return try replay.differences().isEmpty
    }
}

/// Keys that were made and opened once for all tests.
private struct OpenedKey {
    let key: ExchangeKey
    let signer: PackageSigner

    private static let known = Mutex<[String: OpenedKey]>([:])

    static func of(_ unit: String, another: Bool) throws -> OpenedKey {
        try known.withLock { known in
            let name = another ? unit + " another" : unit
            if let opened = known[name] { return opened }
            let work = try #require(ScryptWork("scrypt 32768 8 1"))
            let salt = [UInt8](repeating: 7, count: PassphraseLock.saltLength)
            let passphrase = Array(Office.passphrase.utf8)
            let key = try ExchangeKey.make(unit, passphrase: passphrase, salt: salt, work: work)
            let opened = OpenedKey(key: key, signer: try key.open(passphrase))
            known[name] = opened
            return opened
        }
    }

    static func of(_ key: ExchangeKey) throws -> OpenedKey {
        try #require(known.withLock { $0.values.first { $0.key == key } })
    }
}
