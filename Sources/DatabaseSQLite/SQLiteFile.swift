internal import Database
internal import Diagnostics
internal import Glibc

/// A file in which a SQLite database is kept, or `:memory:`.
public struct SQLiteFile: Sendable, Hashable {
    /// The path of the file.
    public let path: String

    /// Names a file.
    public init(_ path: String) {
        self.path = path
    }

    /// What is wanted of a file.
    public enum Access: Sendable {
        /// To read and write a file that exists.
        case writing
        /// To read and write; a file and a folder that are missing are made, for their owner alone.
        case creating
        /// To read.
        case reading
    }

    /// Opens the file.
    ///
    /// It refuses a file of another program or of a newer Sen before it writes a single byte. A writer that finds
    /// another one waits for `patience` seconds.
    public func open(_ access: Access, patience: Int = 5) throws -> SQLiteConnection {
        guard path != ":memory:" else { return try .inMemory() }
        if access == .creating { try create() }
        try examine(access)
        let database = try OpenDatabase(path, isReadOnly: access == .reading, patience: patience)
        let connection = SQLiteConnection(database, isReadOnly: access == .reading)
        let isNew = try connection.first("SELECT 1 FROM sqlite_schema LIMIT 1") == nil
        try connection.stamp().check(hasTables: !isNew, name: path)
        if access != .reading, try connection.first("PRAGMA journal_mode")?.text(0) != "wal" {
            try database.run("PRAGMA journal_mode = WAL")
        }
        try database.run("PRAGMA synchronous = FULL")
        try database.run("PRAGMA cache_size = -32768")
        return connection
    }
}

extension SQLiteConnection {
    /// Opens an empty database that is gone when it is closed.
    public static func inMemory() throws -> SQLiteConnection {
        SQLiteConnection(try OpenDatabase(":memory:", isReadOnly: false, patience: 0), isReadOnly: false)
    }
}

// What the file system says before SQLite is asked.
extension SQLiteFile {
    /// Makes the folder and an empty file that only their owner can open, where they are missing.
    func create() throws {
        guard access(path, F_OK) != 0 else { return }
        try SQLiteFile.createFolder(folder)
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(errno) }
        Glibc.close(file)
    }

    static func createFolder(_ folder: String) throws {
        guard access(folder, F_OK) != 0 else { return }
        try createFolder(SQLiteFile(folder).folder)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw SQLiteFile(folder).failure(errno) }
    }

    private func examine(_ access: Access) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Diagnostic.databaseForeign(path) }
        guard Glibc.access(path, R_OK) == 0 else { throw failure(errno) }
        guard access == .reading || Glibc.access(path, W_OK) == 0 else { throw Diagnostic.databaseReadOnly(path) }
    }

    /// The folder in which the file lies.
    var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    func failure(_ code: CInt) -> Diagnostic {
        switch code {
        case ENOENT where access(folder, F_OK) == 0: .databaseMissing(path)
        case ENOENT, ENOTDIR: .folderMissing(folder)
        case ENOSPC, EDQUOT: .diskFull(path)
        case EROFS: .databaseReadOnly(path)
        case EACCES, EPERM: .databaseForbidden(path)
        default: .diskFailed(path)
        }
    }
}
