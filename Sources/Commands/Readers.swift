public import Tables
public import Values

/// Turns the bytes of a file into a table; handed to the session by the program.
public struct TableReader: Sendable {
    /// The letters behind the point of a file's name: `csv`.
    public let format: String
    /// How many bytes of a file are looked at to find out what its columns hold.
    public let sample: Int
    /// What the columns hold, by the first bytes of the file.
    public let guess: @Sendable (TableFile) throws -> Schema
    /// Reads the columns of a schema: those that are needed, or all of them.
    public let table: @Sendable (TableFile, Schema, _ needed: Set<String>?) throws -> Table

    /// Names a format and its reader.
    public init(
        _ format: String, sample: Int, guess: @escaping @Sendable (TableFile) throws -> Schema,
        table: @escaping @Sendable (TableFile, Schema, _ needed: Set<String>?) throws -> Table
    ) {
        self.format = format
        self.sample = sample
        self.guess = guess
        self.table = table
    }
}

/// A file, or its beginning, that is read as a table.
public struct TableFile: Sendable {
    /// Its name in messages.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// Whether more bytes follow that are not there.
    public let goesOn: Bool
    /// What stands between two cells; `nil` where the reader finds it out.
    public let separator: String?
    /// Whether the user has asked to stop.
    public let isStopped: @Sendable () -> Bool

    /// Names the bytes of a file.
    public init(
        _ name: String, _ bytes: [UInt8], goesOn: Bool, separator: String?,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.name = name
        self.bytes = bytes
        self.goesOn = goesOn
        self.separator = separator
        self.isStopped = isStopped
    }
}
