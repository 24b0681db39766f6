internal import Database
internal import Diagnostics
internal import struct GRDB.DatabaseError
internal import GRDBSQLite

/// Says in Sen's words what SQLite reported. Its own messages name tables and columns, never values.
func diagnostic(of error: DatabaseError, name: String) -> Diagnostic {
    switch error.resultCode.rawValue {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .databaseLocked(name)
    case SQLITE_CORRUPT, SQLITE_NOTADB: .databaseDamaged(name)
    case SQLITE_READONLY: .databaseReadOnly(name)
    case SQLITE_FULL: .diskFull(name)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .databaseForbidden(name)
    case SQLITE_IOERR: .diskFailed(name)
    case SQLITE_INTERRUPT: .interrupted
    case SQLITE_CONSTRAINT: .databaseRule(error.message ?? "")
    default: .databaseStatement(error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
    }
}
