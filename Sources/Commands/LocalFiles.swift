import Database
import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files of this computer.
public final class LocalFiles: FileStore {
    var count = 0
    /// The folders that were looked through for files which other programs have left.
    var seenFolders: Set<String> = []

    /// The largest file that is read into memory, in bytes.
    public static let largest = 1 << 30

    /// Opens the files of this computer.
    public init() {}

    /// The bytes of a file.
    public func read(_ path: String) throws -> [UInt8] {
        try read(path, atMost: .max) { false }
    }

    /// The bytes at the beginning of a file, at most so many; a file that is too large to be read whole is refused
    /// where all of it is asked for. Says `interrupted` when it is asked to stop.
    public func read(_ path: String, atMost most: Int, isStopped: () -> Bool) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw unreadable(path, reason: EISDIR)
        }
        let limit = min(most, LocalFiles.largest + 1)
        guard status.st_size < limit || most <= LocalFiles.largest else { throw unreadable(path, reason: EFBIG) }
        // A place more than the file has bytes stays empty, which shows that it has ended.
        var room = min(limit, max(1 << 16, Int(status.st_size) + 1))
        var bytes = try fill(room, from: file, path, isStopped)
        while bytes.count == room, bytes.count < limit {
            let more = try fill(min(bytes.count, limit - bytes.count), from: file, path, isStopped)
            room = bytes.count + min(bytes.count, limit - bytes.count)
            bytes += more
        }
        guard bytes.count <= LocalFiles.largest else { throw unreadable(path, reason: EFBIG) }
        return bytes
    }

    /// The next bytes of an open file: as many as there is room for, unless it ends before.
    private func fill(
        _ room: Int, from file: Int32, _ path: String, _ isStopped: () -> Bool
    ) throws -> [UInt8] {
        try Array(unsafeUninitializedCapacity: room) { buffer, count in
            adviseLargePages(UnsafeMutableRawBufferPointer(buffer))
            while count < room {
                if isStopped() { throw Diagnostic.interrupted }
                let got = systemRead(file, buffer.baseAddress?.advanced(by: count), min(room - count, 1 << 24))
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw unreadable(path) }
                if got == 0 { return }
                count += got
            }
        }
    }

    /// Hands over the bytes of a file piece by piece, however long it is.
    public func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        while true {
            let piece = try fill(1 << 20, from: file, path) { false }
            if piece.isEmpty { return }
            try body(piece)
        }
    }

    /// The names in a folder, in order, those of folders with a `/` behind; none when it cannot be read.
    public func entries(of folder: String) -> [String] {
        guard let opened = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(opened) }
        var names: [String] = []
        while let entry = readdir(opened) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            names.append(isFolder ? name + "/" : name)
        }
        return names.sorted()
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// Makes a folder and those above it, where they are missing; for its owner alone unless told otherwise.
    public static func makeFolder(_ path: String, mode: UInt32 = 0o700) {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            folder += part + "/"
            if !part.isEmpty { mkdir(folder, mode) }
        }
    }

    private func unreadable(_ path: String, reason: Int32 = errno) -> Diagnostic {
        let why = String(cString: strerror(reason))
        return Diagnostic(
            .fileUnreadable, Text("‘\(path)’ cannot be read: \(why).", vi: "Không đọc được ‘\(path)’: \(why)."))
    }

    func unwritable(_ path: String, reason: Int32 = errno) -> Diagnostic {
        let why = String(cString: strerror(reason))
        return Diagnostic(
            .fileUnwritable, Text("‘\(path)’ cannot be written: \(why).", vi: "Không ghi được ‘\(path)’: \(why)."))
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(file, buffer, count)
}

/// Tells the system that a large buffer will be filled, which then gives it large pages; any answer will do.
private func adviseLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    let page = 1 << 12
    guard buffer.count >= 1 << 22, let start = buffer.baseAddress?.alignedUp(toMultipleOf: page) else { return }
    madvise(start, buffer.count - page, CInt(MADV_HUGEPAGE))
}
