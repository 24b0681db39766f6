public import Database
public import Diagnostics
public import Values

/// What a session knows of the world outside the database; the program gives it, tests replace it.
public struct Surroundings {
    /// The clock.
    public var now: () -> Instant
    /// Who is at work, as the journal names them.
    public var actor: () -> String
    /// Where the lines come from, as the journal names it: `prompt`, a script's name.
    public var origin: String
    /// The language of answers.
    public var language: DisplayLanguage
    /// Asks for a secret without showing what is typed; `nil` when nobody can be asked.
    public var askSecret: (Text) throws -> String?
    /// The files.
    public var files: any FileStore
    /// Bytes that nobody can foresee.
    public var randomBytes: (Int) -> [UInt8]
    /// Opens an empty database: in a new file, or in memory without a path.
    public var emptyDatabase: (String?) throws -> any Connection
    /// Where whole databases lie; `nil` where there are none.
    public var shelf: (any DatabaseShelf)?
    /// The formats in which tables can be written.
    public var tableWriters: [TableWriter]
    /// The formats in which tables can be read.
    public var tableReaders: [TableReader]
    /// The formats in which papers can be written.
    public var paperWriters: [PaperWriter]
    /// The folder of installed packs; `nil` where each lasts only as long as the session.
    public var packFolder: String?

    /// Gathers a session's surroundings.
    public init(
        now: @escaping () -> Instant, actor: @escaping @autoclosure () -> String, origin: String,
        language: DisplayLanguage,
        askSecret: @escaping (Text) throws -> String?, files: any FileStore,
        randomBytes: @escaping (Int) -> [UInt8] = Surroundings.systemRandom,
        emptyDatabase: @escaping (String?) throws -> any Connection, shelf: (any DatabaseShelf)? = nil,
        tableWriters: [TableWriter] = [], tableReaders: [TableReader] = [], paperWriters: [PaperWriter] = [],
        packFolder: String? = nil
    ) {
        self.now = now
        self.actor = actor
        self.origin = origin
        self.language = language
        self.askSecret = askSecret
        self.files = files
        self.randomBytes = randomBytes
        self.emptyDatabase = emptyDatabase
        self.shelf = shelf
        self.tableWriters = tableWriters
        self.tableReaders = tableReaders
        self.paperWriters = paperWriters
        self.packFolder = packFolder
    }

    /// Bytes of the system's random source.
    public static func systemRandom(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Where files are read and written.
public protocol FileStore: AnyObject {
    /// The bytes of a file.
    func read(_ path: String) throws -> [UInt8]
    /// The bytes at the beginning of a file, at most so many; stops where it is asked to.
    func read(_ path: String, atMost: Int, isStopped: () -> Bool) throws -> [UInt8]
    /// Hands over the bytes of a file piece by piece, however long it is.
    func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws
    /// Writes the bytes under a temporary name beside the path, durably, and gives that name back.
    func stage(_ bytes: [UInt8], for path: String) throws -> String
    /// Writes what `fill` gives piece by piece, as ``stage(_:for:)`` does, however much it is, for its owner alone.
    func stage(for path: String, _ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void) throws -> String
    /// Gives a staged file its name at once, in place of one that may be there.
    func publish(_ staged: String, as path: String) throws
    /// Drops a staged file.
    func discard(_ staged: String)
    /// Whether a staged file still waits for its name.
    func isStaged(_ name: String) -> Bool
    /// The staged files beside a path that programs have left there which were ended in the middle of their work; each
    /// folder is looked into once.
    func leftBehind(beside path: String) -> [String]
    /// The names in a folder, in order, those of folders with a `/` behind; none when it cannot be read.
    func entries(of folder: String) -> [String]
}

extension FileStore {
    /// The beginning of all bytes, where they are at hand.
    public func read(_ path: String, atMost: Int, isStopped: () -> Bool) throws -> [UInt8] {
        Array(try read(path).prefix(atMost))
    }

    /// All bytes as one piece, where they are at hand.
    public func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        try body(try read(path))
    }

    /// All pieces as one, where there is room for them.
    public func stage(
        for path: String, _ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> String {
        var bytes: [UInt8] = []
        try fill { bytes += $0 }
        return try stage(bytes, for: path)
    }

    /// Nothing, where staged files end with the program.
    public func leftBehind(beside path: String) -> [String] { [] }

    /// No names, where folders are not looked into.
    public func entries(of folder: String) -> [String] { [] }

    /// Nothing waits, where staged files end with the program.
    public func isStaged(_ name: String) -> Bool { false }
}

extension Diagnostic.Code {
    /// A file that cannot be read.
    public static let fileUnreadable: Self = "file-unreadable"
    /// A file that cannot be written.
    public static let fileUnwritable: Self = "file-unwritable"
}
