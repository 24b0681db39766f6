public import Database
public import Diagnostics
public import Documents
public import Journal
public import Tables
public import Values

/// One sitting with one database: every command runs through it, whatever door its line came through.
public final class Session {
    /// The commands and record kinds there are.
    public private(set) var registry: Registry
    /// The database.
    public let database: any Connection
    /// The journal in that database.
    public let journal: Journal
    /// The world outside.
    public var surroundings: Surroundings
    /// What commands may do here; a read-only session allows less.
    public var allowed: Set<Effect> = Set(Effect.allCases)
    /// The last entry whose records readers see; `nil` for all of them.
    public var horizon: Int?
    /// The entry that is being replayed, whose time, actor and files stand in for those of today.
    public var replaying: Replayed?
    /// Whether the user has asked to stop; any thread may ask.
    public var isStopped: @Sendable () -> Bool = { false }
    /// The columns of its answer that the command which is running may leave others out for; `nil` for all of them.
    public private(set) var neededColumns: Set<String>?
    /// The entry that is being written, while a command writes.
    public private(set) var entry = 0
    var attachments: [Entry.Attachment] = []
    /// What is done for large attachments meanwhile.
    var preparing: [SecondThread] = []
    /// The moment of the entry that is being written, so that the command sees the very one that the journal keeps.
    private var moment: Instant?
    var staged: [(name: String, path: String)] = []
    var depth = 0
    /// Whether changes are being kept for good just now.
    public let finishing = Finishing()
    /// The run that is going on, when its steps are remembered.
    var run: RunMemory?
    /// What was read and may be asked again.
    var recollections: [ObjectIdentifier: KeptRecollection] = [:]
    /// The tables that hold records, once they were looked up.
    var tablesOfRecords: [TableForm]?
    /// The day that readers look back to; `nil` for the present.
    var pastDay: Day?

    /// An entry of another journal that is being done again.
    public struct Replayed {
        /// The entry.
        public let entry: Entry
        /// The bytes of one of its files.
        public let file: (String) throws -> [UInt8]

        /// Names the entry and where its files are.
        public init(entry: Entry, file: @escaping (String) throws -> [UInt8]) {
            self.entry = entry
            self.file = file
        }
    }

    /// Begins a sitting; as soon as the database is open, it gets the tables that the packs need and it lacks.
    public init(registry: Registry, database: any Connection, surroundings: Surroundings) throws {
        self.registry = registry
        self.database = database
        self.surroundings = surroundings
        try database.whenOpened { try Migrator(registry.migrations).run(on: $0) }
        journal = Journal(database)
        if database.roles.isDisjoint(with: [.recorder, .manager, .caseOfficer]) { allowed = [.reads, .exports] }
    }

    /// Goes on with other commands, after a pack was installed or taken out; the tables stay those of the core.
    public func use(_ registry: Registry) { self.registry = registry }

    /// The moment that counts as now.
    public var now: Instant {
        let now = moment ?? replaying?.entry.at ?? surroundings.now()
        guard let pastDay else { return now }
        return min(now, Instant(seconds: Instant(pastDay.adding(days: 1)).seconds - 1))
    }

    /// The day that counts as today, in Viet Nam.
    public var today: Day { now.day }

    /// What limits a query to the rows that readers see: those recorded by the horizon and not retired by then.
    ///
    /// The rows' tables carry `recorded` and `retired`, the numbers of the entries that brought and ended them:
    /// `"SELECT name FROM unit u WHERE \(session.visible("u"))"`.
    public func visible(_ alias: StaticString? = nil) -> SQL {
        guard let horizon else { return alias.map { SQL(stringLiteral: $0) + ".retired IS NULL" } ?? "retired IS NULL" }
        let prefix = alias.map { SQL(stringLiteral: $0) + "." } ?? ""
        return """
            (\(prefix)recorded <= \(horizon) AND (\(prefix)retired IS NULL OR \(prefix)retired > \(horizon)))
            """
    }

    /// Runs a command with bound arguments; what it changes and its entry in the journal appear together or not at all.
    ///
    /// `needed` are the columns of its table that anybody looks at, where that is known.
    public func perform(_ command: Command, _ given: [Datum?], needed: Set<String>? = nil) throws -> Document {
        let outer = neededColumns
        neededColumns = needed
        defer { neededColumns = outer }
        guard allowed.contains(command.effect) else { throw Session.forbidden(command) }
        let bound = try bind(command, given)
        switch command.effect {
        case .reads, .exports: return try command.invoke(self, bound)
        // What it performs opens its own transaction: nobody waits while a passphrase is typed.
        case .composes: return try command.invoke(self, bound)
        case .writes: return try together { try write(command, bound) }
        case .replaces:
            try standsAlone(command.name)
            return try command.invoke(self, bound)
        }
    }

    /// What a command with bound arguments lists, not read yet; `nil` for a command that answers at once.
    public func listing(_ command: Command, _ given: [Datum?]) throws -> Listing? {
        guard let list = command.list else { return nil }
        guard allowed.contains(command.effect) else { throw Session.forbidden(command) }
        return try list(self, bind(command, given))
    }

    /// Runs a command by name with values by name; for commands that do their work through others.
    public func perform(_ name: String, _ values: [String: Value]) throws -> Document {
        guard let command = registry.command(name) else {
            throw Diagnostic(
                .unknownCommand, Text("‘\(name)’ is not a command.", vi: "‘\(name)’ không phải là một lệnh."))
        }
        return try perform(command, command.parameters.map { values[$0.name].map { .value($0) } })
    }

    private func write(_ command: Command, _ bound: [Datum?]) throws -> Document {
        let outer = (entry, attachments, preparing, moment)
        defer { (entry, attachments, preparing, moment) = outer }
        entry = try journal.nextNumber()
        moment = try journal.nextMoment(now)
        (attachments, preparing) = ([], [])
        var document = try command.invoke(self, bound)
        let written = try journal.append(
            Entry.Draft(
                at: now, actor: replaying?.entry.actor ?? surroundings.actor(),
                origin: replaying?.entry.origin ?? surroundings.origin,
                sentence: try SentenceText.canonical(command, bound), attachments: attachments))
        document.remark(Text("entry \(written.number)", vi: "mục \(written.number)"))
        return document
    }

    /// Refuses a command that cannot be taken back where a part of a script is being kept together.
    public func standsAlone(_ command: String) throws {
        guard depth == 0, database.depth == 0, replaying == nil else {
            throw Diagnostic(
                .standsAlone,
                Text(
                    "What ‘\(command)’ does cannot be taken back: it is no part of ‘atomic’, ‘step’ or ‘plan’.",
                    vi: "Việc ‘\(command)’ làm không lấy lại được nên không đặt trong ‘atomic’, ‘step’ hay ‘plan’."
                ),
                notes: [
                    Text("Give it a line of its own outside.", vi: "Hãy đặt lệnh này thành một dòng riêng ở bên ngoài.")
                ])
        }
    }

    private static func forbidden(_ command: Command) -> Diagnostic {
        Diagnostic(
            .effectNotAllowed,
            Text(
                "‘\(command.name)’ changes something, and this session only reads.",
                vi: "‘\(command.name)’ làm thay đổi dữ liệu, còn phiên này chỉ được đọc."))
    }
}

extension Document {
    /// Puts a remark at the end of the first message that has none.
    mutating func remark(_ text: Text) {
        for (index, block) in blocks.enumerated() {
            if case .message(let words, remark: nil) = block {
                blocks[index] = .message(words, remark: text)
                return
            }
        }
    }
}

extension Diagnostic.Code {
    /// Words that name no command.
    public static let unknownCommand: Self = "unknown-command"
    /// A command that cannot be taken back, inside a part of a script that is kept together.
    public static let standsAlone: Self = "stands-alone"
    /// A command whose effect the session does not allow.
    public static let effectNotAllowed: Self = "effect-not-allowed"
}
