internal import CSQLite
internal import Database
internal import Diagnostics
internal import Glibc
internal import Synchronization

/// SQLite's own handle of an open database.
///
/// One thread at a time uses it; only `interrupt` may come from another.
final class OpenDatabase: Sendable {
    /// The path of the file, or `:memory:`.
    let name: String
    nonisolated(unsafe) let handle: OpaquePointer
    private let isOpen = Mutex(true)
    /// What SQLite says of how it is set up for the whole program, once.
    private static let prepared = sen_sqlite_prepare()

    /// Opens a file that exists, or makes an empty database in memory.
    init(_ name: String, isReadOnly: Bool, patience: Int) throws {
        self.name = name
        // SQLite would take a name like `file:a` for an address.
        let path = name.hasPrefix("/") || name == ":memory:" ? name : "./" + name
        let access = isReadOnly ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE
        let address = isReadOnly ? OpenDatabase.addressForReading(path) : path
        var opened: OpaquePointer?
        guard OpenDatabase.prepared == SQLITE_OK else {
            throw Diagnostic.ofSQLite(OpenDatabase.prepared, reason: nil, name: name)
        }
        var code = sqlite3_open_v2(address, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened else { throw Diagnostic.ofSQLite(code, reason: nil, name: name) }
        handle = opened
        if code == SQLITE_OK { code = sen_sqlite_be_strict(opened) }
        if code == SQLITE_OK { code = sqlite3_busy_timeout(opened, CInt(min(max(patience, 0), 3600) * 1000)) }
        guard code == SQLITE_OK else { throw failure(code) }
    }

    deinit {
        close()
    }

    /// The path, or, in a folder in which SQLite cannot make its own files, an address that does without them.
    private static func addressForReading(_ path: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard access(folder, W_OK) != 0, access(path + "-wal", F_OK) != 0 else { return path }
        var escaped: [UInt8] = []
        for byte in path.utf8 {
            if "%?#".utf8.contains(byte) {
                escaped += Array("%\(String(byte, radix: 16))".utf8)
            } else {
                escaped.append(byte)
            }
        }
        return "file:" + String(decoding: escaped, as: UTF8.self) + "?immutable=1"
    }

    /// Whether a transaction is open.
    var isInsideTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// What the last call that failed means, in Sen's words.
    func failure(_ code: CInt) -> Diagnostic {
        .ofSQLite(code, reason: sqlite3_errmsg(handle).map { String(cString: $0) }, name: name)
    }

    /// Runs a statement that takes no values; for pragmas, which cannot have any.
    func run(_ text: String) throws {
        try PreparedStatement(text, self).execute()
    }

    /// Stops the statement that is running; may be called from any thread, also when all is closed.
    func interrupt() {
        isOpen.withLock { if $0 { sqlite3_interrupt(handle) } }
    }

    /// Closes the database, once; a transaction that is open is rolled back.
    func close() {
        isOpen.withLock { isOpen in
            if isOpen { sqlite3_close_v2(handle) }
            isOpen = false
        }
    }
}
