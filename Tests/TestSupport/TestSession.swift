public import Commands
public import Database
import DatabaseSQLite
import Diagnostics
import Values

extension Session {
    /// A session on an empty database in memory, on 1 December 2025 unless told otherwise.
    public static func empty(
        _ packs: [CommandPack] = linkedPacks(), today: String = "2025-12-01", files: MemoryFiles = MemoryFiles(),
        secret: String? = nil, database: (any Connection)? = nil
    ) throws -> Session {
        let moment = Instant("\(today)T08:00:00+07:00") ?? Instant(seconds: 0)
        return try Session(
            registry: Registry(packs), database: database ?? SQLiteConnection.inMemory(),
            surroundings: Surroundings(
                now: { moment }, actor: "test", origin: "test", language: .english, askSecret: { _ in secret },
                files: files, emptyDatabase: { _ in try SQLiteConnection.inMemory() },
                shelf: MemoryShelf()))
    }
}
