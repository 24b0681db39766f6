internal import CSQLite
internal import Database
internal import Diagnostics

extension Diagnostic {
    /// Says in Sen's words what SQLite reported. Its own messages name tables and columns, never values.
    static func ofSQLite(_ code: CInt, reason: String?, name: String) -> Diagnostic {
        // The low byte is the kind of failure; the rest tells more of it.
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .databaseLocked(name)
        case SQLITE_CORRUPT, SQLITE_NOTADB: .databaseDamaged(name)
        case SQLITE_READONLY: .databaseReadOnly(name)
        case SQLITE_FULL: .diskFull(name)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .databaseForbidden(name)
        case SQLITE_IOERR: .diskFailed(name)
        case SQLITE_INTERRUPT: .interrupted
        case SQLITE_CONSTRAINT: .databaseRule(reason ?? "")
        default: .databaseStatement(reason ?? "SQLite \(code)")
        }
    }
}
