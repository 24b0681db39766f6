public import Database
public import Values

/// A command pack: commands, record kinds and tables that belong together, and what it contributes to others.
public struct CommandPack: Sendable {
    /// The pack's name: `budget`.
    public let name: String
    /// Its version; a script may ask for it: `needs budget 1.0`.
    public let version: Number
    /// What it is for, in a line.
    public let summary: Text
    /// How it came into the program.
    public let kind: Kind
    /// Its commands: those that it declares, and those that its corrections make.
    public let commands: [Command]
    /// The commands that it declares; a test holds this list against the folder `Commands/`.
    public let declared: [Command]
    /// How its records are put right.
    public let corrections: [Correction]
    /// The kinds of records that it keeps, whose codes arguments can name.
    public let recordKinds: [RecordKind]
    /// The steps that make its tables, in order; a step once released never changes.
    public let migrations: [Migration]
    /// What it gives to others: reports, sections of reports, duties, derived elements.
    public let contributions: [any Contribution]
    /// Sentences after which the examples of its commands run, in an otherwise empty database.
    public let fixture: [String]

    /// How a pack comes into the program.
    public enum Kind: String, Sendable, Hashable {
        /// It is part of the program.
        case builtIn = "built-in"
        /// A user installed it; its commands are scripts.
        case script
        /// A user installed it; its commands are a program of its own.
        case program
    }

    /// Declares a pack.
    public init(
        _ name: String, version: Number, _ summary: Text, kind: Kind = .builtIn, commands: [Command],
        corrections: [Correction] = [],
        recordKinds: [RecordKind] = [], migrations: [Migration] = [], contributions: [any Contribution] = [],
        fixture: [String] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.kind = kind
        self.commands = commands + corrections.flatMap(\.commands)
        declared = commands
        self.corrections = corrections
        self.recordKinds = recordKinds
        self.migrations = migrations
        self.contributions = contributions
        self.fixture = fixture
    }
}

/// Something that a pack gives to whoever asks the registry for its type.
public protocol Contribution: Sendable {}

/// A kind of record with codes that arguments can name.
public struct RecordKind: Sendable {
    /// The name in types: `unit` in `code:unit`.
    public let name: String
    /// What it is called in sentences.
    public let noun: Text
    /// Whether a code exists.
    public let exists: @Sendable (Session, String) throws -> Bool
    /// Codes that begin with a text, with what they stand for; at most so many.
    public let codes: @Sendable (Session, _ prefix: String, _ limit: Int) throws -> [Choice]
    /// The table whose rows they are, by their column `code`; `nil` for what is no record, such as a report.
    public let table: Identifier?
    /// The tables whose rows are part of such a record, such as the versions of a unit, each with the column that
    /// names it.
    public let parts: [Identifier: Identifier]
    /// What its records tell of.
    public let matter: Matter
    /// Whether nobody is shown what the records hold.
    public let isSealed: Bool

    /// What records tell of, as far as it matters to who asks why a report has changed.
    public enum Matter: Sendable, Hashable {
        /// What happened or is so: trainings, counts, amounts.
        case facts
        /// What is counted and how: elements, indicators, targets.
        case definitions
        /// Which units there are and where they belong.
        case structure
    }

    /// Declares a kind.
    public init(
        _ name: String, _ noun: Text, table: SQL? = nil, parts: [String: String] = [:],
        matter: Matter = .facts, isSealed: Bool = false,
        exists: @escaping @Sendable (Session, String) throws -> Bool,
        codes: @escaping @Sendable (Session, _ prefix: String, _ limit: Int) throws -> [Choice]
    ) {
        self.name = name
        self.noun = noun
        self.table = table.flatMap { Identifier($0.text) }
        var columns: [Identifier: Identifier] = [:]
        for case (let table?, let column?) in parts.map({ (Identifier($0), Identifier($1)) }) {
            columns[table] = column
        }
        self.parts = columns
        self.matter = matter
        self.isSealed = isSealed
        self.exists = exists
        self.codes = codes
    }
}
