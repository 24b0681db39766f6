public import Database
public import Values

/// One entry of the journal.
public struct Entry: Sendable, Hashable {
    public let number: Int64
    public let at: Instant
    public let actor: String
    public let origin: String
    public let sentence: String
}

/// A file kept with an entry.
public struct Attachment: Sendable, Hashable {
    public let name: String
    public let bytes: [UInt8]
    public init(name: String, bytes: [UInt8]) { self.name = name; self.bytes = bytes }
}

/// The journal.
public final class Journal {
    public static let migrations: [Migration] = []
    private let database: any Connection
    public init(_ database: any Connection) throws { self.database = database }
    public func nextNumber() throws -> Int64 { 1 }
    public func append(at: Instant, actor: String, origin: String, sentence: String, attachments: [Attachment]) throws -> Entry {
        Entry(number: 1, at: at, actor: actor, origin: origin, sentence: sentence)
    }
}
