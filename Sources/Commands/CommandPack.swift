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
    /// Its commands; a test holds this list against the folder `Commands/`.
    public let commands: [Command]
    /// The kinds of records that it keeps, whose codes arguments can name.
    public let recordKinds: [RecordKind]
    /// The steps that make its tables, in order; a step once released never changes.
    public let migrations: [Migration]
    /// What it gives to others: reports, sections of reports, duties, derived elements.
    public let contributions: [any Contribution]
    /// Sentences after which the examples of its commands run, in an otherwise empty database.
    public let fixture: [String]
    /// Declares a pack.
    public init(
        _ name: String, version: Number, _ summary: Text, commands: [Command], recordKinds: [RecordKind] = [],
        migrations: [Migration] = [], contributions: [any Contribution] = [], fixture: [String] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.commands = commands
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

    /// Declares a kind.
    public init(
        _ name: String, _ noun: Text, exists: @escaping @Sendable (Session, String) throws -> Bool,
        codes: @escaping @Sendable (Session, _ prefix: String, _ limit: Int) throws -> [Choice]
    ) {
        self.name = name
        self.noun = noun
        self.exists = exists
        self.codes = codes
    }
}
