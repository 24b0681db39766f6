internal import CSQLite
internal import Database
internal import Diagnostics

extension OpenDatabase {
    /// How many pages are copied between two looks at whether to stop.
    private static let pagesAtOnce: CInt = 256

    /// Copies all pages into another database in one transaction of that database.
    ///
    /// The caller holds a reading transaction here, so that all pages are of one moment.
    func copy(into target: OpenDatabase, _ isStopped: () -> Bool) throws {
        let seen = target.version
        guard let copying = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw target.failure(sqlite3_errcode(target.handle))
        }
        do {
            defer { sqlite3_backup_finish(copying) }
            // No page yet: from here on nobody else can write to the other database.
            try check(sqlite3_backup_step(copying, 0), target)
            guard target.version == seen else { throw Diagnostic.databaseLocked(target.name) }
            repeat {
                guard !isStopped() else { throw Diagnostic.interrupted }
            } while try check(sqlite3_backup_step(copying, OpenDatabase.pagesAtOnce), target)
        }
    }

    /// Whether there is more to copy.
    @discardableResult
    private func check(_ code: CInt, _ target: OpenDatabase) throws -> Bool {
        switch code {
        case SQLITE_OK: return true
        case SQLITE_DONE: return false
        default: throw Diagnostic.ofSQLite(code, reason: nil, name: target.name)
        }
    }

    /// A number that changes when a transaction begins and finds what somebody else has written.
    private var version: CUnsignedInt {
        var version: CUnsignedInt = 0
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_DATA_VERSION, &version)
        return version
    }
}
