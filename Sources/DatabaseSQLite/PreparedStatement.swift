internal import Database
internal import Diagnostics
internal import class GRDB.Database
internal import struct GRDB.DatabaseError
internal import protocol GRDB.DatabaseCursor
internal import class GRDB.Statement
internal import struct GRDB.StatementArguments
internal import GRDBSQLite
internal import Values

/// A statement that SQLite has prepared, ready to take values.
///
/// Values go to SQLite's own binding functions and come from its column functions: GRDB's would cut a text at a zero
/// byte, and copy bytes once more.
final class PreparedStatement: DatabaseCursor {
    typealias Element = Row

    var _isDone = false
    let _statement: Statement
    /// Whether somebody is reading its answer.
    var isInUse = false

    private let handle: OpaquePointer
    private let columns: Row.Columns
    private let parameters: Int
    private let changesRows: Bool

    init(_ text: String, _ database: GRDB.Database) throws {
        _statement = try database.makeStatement(sql: text)
        // Tells GRDB that the values are bound.
        _statement.setUncheckedArguments(StatementArguments())
        handle = _statement.sqliteStatement
        columns = Row.Columns(_statement.columnNames)
        parameters = Int(sqlite3_bind_parameter_count(handle))
        changesRows = sqlite3_stmt_readonly(handle) == 0
    }

    /// How many rows its last run inserted, changed or removed.
    var changes: Int { changesRows ? Int(sqlite3_changes(sqlite3_db_handle(handle))) : 0 }

    /// Binds values to the places of the statement.
    func bind(_ values: [SQLValue]) throws {
        guard values.count == parameters else {
            throw DatabaseError(resultCode: .SQLITE_RANGE, message: "wrong number of values")
        }
        var index: CInt = 0
        for value in values {
            index += 1
            let code = bind(value, at: index)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: .init(rawValue: code)) }
        }
    }

    /// Runs the statement to its end.
    func execute() throws {
        try _statement.execute()
    }

    /// Makes the statement ready for its next use.
    func finish() {
        // Repeats the code of a failure that was thrown already.
        _ = sqlite3_reset(handle)
        _isDone = false
        isInUse = false
    }

    func _element(sqliteStatement: OpaquePointer) throws -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.names.count)
        for index in 0..<CInt(columns.names.count) { values.append(try value(at: index)) }
        return Row(columns: columns, values: values)
    }
}

extension PreparedStatement {
    private func bind(_ value: SQLValue, at index: CInt) -> CInt {
        // SQLite copies what it is given before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, copied) }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text64(handle, index, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), copied)
        }
    }

    private func value(at index: CInt) throws -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .text("") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
            let text = String(decoding: bytes, as: UTF8.self)
            // A damaged text, which decoding has repaired, is handed over as it is: as bytes.
            return text.utf8.elementsEqual(bytes) ? .text(text) : .blob(Array(bytes))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, index) else { return .blob([]) }
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))))
        case SQLITE_FLOAT:
            throw Diagnostic.notExact(columns.names[Int(index)])
        default:
            return .null
        }
    }
}

extension Diagnostic {
    /// Says that a column gives binary floating point, which Sen neither writes nor computes with.
    static func notExact(_ column: String) -> Diagnostic {
        Diagnostic(
            .columnUnreadable,
            Text(
                "The database column ‘\(column)’ gives a number that is not exact.",
                vi: "Cột ‘\(column)’ trong cơ sở dữ liệu cho một số không chính xác tuyệt đối."),
            subject: column)
    }
}
