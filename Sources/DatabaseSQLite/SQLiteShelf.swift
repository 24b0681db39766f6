public import Database
internal import Diagnostics
internal import Glibc

/// SQLite databases as files beside the one that is open.
public final class SQLiteShelf: DatabaseShelf {
    /// Looks at the files of this computer.
    public init() {}

    /// Makes a database file: under a temporary name first, safe on the disk, checked as it will be read, then renamed.
    public func keep(
        _ path: String, fill: (any Connection) throws -> Void, check: (any Connection) throws -> Void
    ) throws {
        // Changes that wait beside an older file would be taken for changes of the new one.
        guard access(path + "-wal", F_OK) != 0 else { throw Diagnostic.databaseInUse(path) }
        let file = SQLiteFile(path)
        try SQLiteFile.createFolder(file.folder)
        SQLiteShelf.dropLeft(in: file.folder)
        let name = path.split(separator: "/").last ?? ""
        let staged = SQLiteFile("\(file.folder)/.\(name)\(SQLiteShelf.mark)\(getpid())")
        defer { staged.removeAll() }
        try staged.fill(fill)
        let copy = try staged.open(.reading)
        try check(copy)
        try copy.close()
        guard rename(staged.path, path) == 0, SQLiteFile.sync(file.folder) else { throw file.failure(errno) }
    }

    /// Whether there is a file of a name, a folder, or a link to nowhere.
    public func has(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Opens a database file for reading.
    public func open(_ path: String) throws -> any Connection {
        try SQLiteFile(path).open(.reading)
    }

    private static let mark = ".copying-"

    /// Drops the unfinished files of programs that have ended.
    private static func dropLeft(in folder: String) {
        guard let opened = opendir(folder) else { return }
        defer { closedir(opened) }
        while let entry = readdir(opened) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix("."), let dash = name.utf8.lastIndex(of: UInt8(ascii: "-")),
                name[...dash].hasSuffix(mark), let program = pid_t(name[name.utf8.index(after: dash)...]),
                program > 0, kill(program, 0) != 0, errno == ESRCH
            else { continue }
            SQLiteFile(folder + "/" + name).removeAll()
        }
    }
}

extension SQLiteFile {
    /// Makes the file, lets a body put the content in, and brings all of it to the disk, with nothing beside the file.
    fileprivate func fill(_ body: (any Connection) throws -> Void) throws {
        removeAll()
        try create()
        let connection = SQLiteConnection(try OpenDatabase(path, isReadOnly: false, patience: 0), isReadOnly: false)
        // Until it has its name nobody reads it, and after a power cut nobody will.
        try connection.pragma("PRAGMA synchronous = OFF")
        try body(connection)
        try connection.close()
        // A copy says, as its original does, that a second file goes with it; from here on none does.
        let settled = SQLiteConnection(try OpenDatabase(path, isReadOnly: false, patience: 0), isReadOnly: false)
        try settled.pragma("PRAGMA journal_mode = DELETE")
        try settled.close()
        guard SQLiteFile.sync(path) else { throw failure(errno) }
    }

    /// Brings a file, or the names in a folder, to the disk.
    fileprivate static func sync(_ path: String) -> Bool {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { Glibc.close(file) }
        return fsync(file) == 0
    }

    fileprivate func removeAll() {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
    }
}
