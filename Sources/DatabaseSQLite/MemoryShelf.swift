public import Database
internal import Diagnostics

/// Databases in memory under names, for sessions that touch no files.
public final class MemoryShelf: DatabaseShelf {
    private var kept: [String: SQLiteConnection] = [:]

    /// Begins empty.
    public init() {}

    /// Keeps a database under a name.
    public func keep(
        _ path: String, fill: (any Connection) throws -> Void, check: (any Connection) throws -> Void
    ) throws {
        let connection = try SQLiteConnection.inMemory()
        try fill(connection)
        try check(connection)
        kept[path] = connection
    }

    /// Whether a database is kept under a name.
    public func has(_ path: String) -> Bool { kept[path] != nil }

    /// A copy of a database that is kept.
    public func open(_ path: String) throws -> any Connection {
        guard let original = kept[path] else { throw Diagnostic.databaseMissing(path) }
        let copy = try SQLiteConnection.inMemory()
        try original.copy(into: copy) { false }
        return copy
    }
}
