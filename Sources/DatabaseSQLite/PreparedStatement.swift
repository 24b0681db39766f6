internal import CSQLite
internal import Database
internal import Diagnostics
internal import Values

/// A statement that SQLite has prepared, ready to take values.
final class PreparedStatement {
    /// Whether somebody is reading its answer.
    var isInUse = false
    /// When it was last taken from the store, in uses of the store.
    var lastUse = 0

    /// Whether it asks for rows and changes nothing.
    let isQuery: Bool

    private let database: OpenDatabase
    private let handle: OpaquePointer
    private let parameters: CInt
    /// Whether it may change rows.
    let changesRows: Bool
    /// What counts its uses, where it changes rows.
    var mark: WriteMark?
    private var columns = Row.Columns([])
    /// How often SQLite had prepared it anew, because tables changed, when the columns were read; -1 before that.
    private var columnsRead: CInt = -1

    init(_ text: String, _ database: OpenDatabase) throws {
        self.database = database
        handle = try PreparedStatement.prepare(text, database)
        parameters = sqlite3_bind_parameter_count(handle)
        changesRows = sqlite3_stmt_readonly(handle) == 0
        isQuery = !changesRows && (text.hasPrefix("SELECT") || text.hasPrefix("WITH"))
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// How many rows its last run inserted, changed or removed.
    var changes: Int { changesRows ? Int(sqlite3_changes(database.handle)) : 0 }

    /// The table behind the verb of a statement that changes rows; `nil` where that cannot be seen.
    static func changedTable(_ text: String) -> String? {
        for verb in ["INSERT INTO ", "UPDATE ", "DELETE FROM "] where text.hasPrefix(verb) {
            let name = text.dropFirst(verb.count).prefix { !" (\n".contains($0) }.filter { $0 != "\"" }
            return name.isEmpty ? nil : name
        }
        return nil
    }

    /// Binds values to the places of the statement.
    func bind(_ values: [SQLValue]) throws {
        guard values.count == parameters else { throw Diagnostic.databaseStatement("wrong number of values") }
        try bind(values, behind: 0)
    }

    /// Binds values to the places behind so many others.
    func bind(_ values: [SQLValue], behind places: Int) throws {
        var index = CInt(truncatingIfNeeded: places)
        for value in values {
            index += 1
            let code = bind(value, at: index)
            guard code == SQLITE_OK else { throw database.failure(code) }
        }
    }

    /// Runs the statement to its end.
    func execute() throws {
        while try step() {}
    }

    /// The next row of its answer.
    func next() throws -> Row? {
        guard try step() else { return nil }
        let prepared = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        if prepared != columnsRead {
            columns = readColumns()
            columnsRead = prepared
        }
        var values: [SQLValue] = []
        values.reserveCapacity(columns.names.count)
        for index in 0..<CInt(columns.names.count) { values.append(try value(at: index)) }
        return Row(columns: columns, values: values)
    }

    /// All rows of its answer, column by column.
    func columns(as forms: [ColumnForm]) throws -> [FetchedColumn] {
        var gatherers = forms.map { ColumnGatherer($0) }
        guard Int(sqlite3_column_count(handle)) == forms.count else {
            throw Diagnostic.databaseStatement("wrong number of columns")
        }
        while try step() {
            for index in gatherers.indices {
                guard try gather(CInt(truncatingIfNeeded: index), &gatherers[index]) else {
                    throw Diagnostic.columnUnreadable(readColumns().names[index])
                }
            }
        }
        return gatherers.map { $0.column() }
    }

    /// Hands over the number and the bytes of each row of its answer; the bytes last until the next step.
    func scan(_ body: (Int64, [UnsafeRawBufferPointer]) throws -> Void) throws {
        let count = sqlite3_column_count(handle)
        while try step() {
            let bytes = try (1..<max(count, 1)).map { index in
                guard [SQLITE_BLOB, SQLITE_NULL].contains(sqlite3_column_type(handle, index)) else {
                    throw Diagnostic.columnUnreadable(readColumns().names[Int(index)])
                }
                let start = sqlite3_column_blob(handle, index)
                return UnsafeRawBufferPointer(
                    start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, index)))
            }
            try body(sqlite3_column_int64(handle, 0), bytes)
        }
    }

    /// Makes the statement ready for its next values.
    func reset() {
        // Repeats the code of a failure that was thrown already.
        _ = sqlite3_reset(handle)
    }

    /// Makes the statement ready for its next use, and forgets the values.
    func finish() {
        reset()
        if parameters > 0 { sqlite3_clear_bindings(handle) }
        isInUse = false
    }
}

extension PreparedStatement {
    private static func prepare(_ text: String, _ database: OpenDatabase) throws -> OpaquePointer {
        var text = text
        return try text.withUTF8 { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                var statement: OpaquePointer?
                var end: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    database.handle, characters.baseAddress, CInt(clamping: characters.count),
                    CUnsignedInt(SQLITE_PREPARE_PERSISTENT), &statement, &end)
                guard code == SQLITE_OK else { throw database.failure(code) }
                guard let statement, let start = characters.baseAddress, let end else {
                    throw Diagnostic.databaseStatement("an empty statement")
                }
                // SQLite prepares the first statement only; what would be left out must be nothing.
                guard bytes.dropFirst(end - start).allSatisfy(" \n;".utf8.contains) else {
                    sqlite3_finalize(statement)
                    throw Diagnostic.databaseStatement("more than one statement")
                }
                return statement
            }
        }
    }

    private func bind(_ value: SQLValue, at index: CInt) -> CInt {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                guard let start = bytes.baseAddress else {
                    return sqlite3_bind_text(handle, index, "", 0, sen_sqlite_copied())
                }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    // The length is given, so that a zero byte does not end the text.
                    sqlite3_bind_text64(
                        handle, index, $0, UInt64(bytes.count), sen_sqlite_copied(), UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), sen_sqlite_copied())
        }
    }

    /// Takes one step; gives whether there is a row.
    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw database.failure(code)
        }
    }

    private func readColumns() -> Row.Columns {
        Row.Columns(
            (0..<sqlite3_column_count(handle)).map { index in
                sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
            })
    }

    /// Adds the cell of the row at hand; says no where its column cannot hold it. The bytes are SQLite's own, and they
    /// last until the next step.
    private func gather(_ index: CInt, _ gatherer: inout ColumnGatherer) throws -> Bool {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return gatherer.append(sqlite3_column_int64(handle, index))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, index)
            let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, index))
            return gatherer.append(text: UnsafeBufferPointer(start: start, count: count))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, index)
            let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, index))
            return gatherer.append(bytes: UnsafeRawBufferPointer(start: start, count: count))
        case SQLITE_FLOAT: throw Diagnostic.notExact(readColumns().names[Int(index)])
        default:
            gatherer.appendNull()
            return true
        }
    }

    private func value(at index: CInt) throws -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .text("") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
            // A damaged text is handed over as it is: as bytes.
            return String(validating: bytes, as: UTF8.self).map(SQLValue.text) ?? .blob(Array(bytes))
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
