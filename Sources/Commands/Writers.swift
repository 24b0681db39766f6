public import Documents
public import Tables
public import Values

/// Turns a table into the bytes of a file format; handed to the session by the program.
public struct TableWriter: Sendable {
    /// The letters behind the point of a file's name, and the word behind `as:`: `csv`.
    public let format: String
    /// Writes the table.
    public let bytes: @Sendable (Table, DisplayLanguage) throws -> [UInt8]

    /// Names a format and its writer.
    public init(_ format: String, bytes: @escaping @Sendable (Table, DisplayLanguage) throws -> [UInt8]) {
        self.format = format
        self.bytes = bytes
    }
}

/// Turns a document into the bytes of a paper's format; handed to the session by the program.
public struct PaperWriter: Sendable {
    /// The letters behind the point of a file's name: `docx`.
    public let format: String
    /// Writes the document.
    public let bytes: @Sendable (Document, DisplayLanguage) throws -> [UInt8]

    /// Names a format and its writer.
    public init(_ format: String, bytes: @escaping @Sendable (Document, DisplayLanguage) throws -> [UInt8]) {
        self.format = format
        self.bytes = bytes
    }
}
