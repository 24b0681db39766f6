import Diagnostics
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files of this computer.
public final class LocalFiles: FileStore {
    private var count = 0

    /// The largest file that is read into memory, in bytes.
    public static let largest = 1 << 30

    /// Opens the files of this computer.
    public init() {}

    /// The bytes of a file.
    public func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw unreadable(path, reason: EISDIR)
        }
        guard status.st_size <= LocalFiles.largest else { throw unreadable(path, reason: EFBIG) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = systemRead(file, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(path) }
            guard got > 0 else { return bytes }
            guard bytes.count + got <= LocalFiles.largest else { throw unreadable(path, reason: EFBIG) }
            bytes.append(contentsOf: buffer[..<got])
        }
    }

    /// Writes the bytes durably under a temporary name beside the path; makes the folders above it.
    public func stage(_ bytes: [UInt8], for path: String) throws -> String {
        makeFolders(above: path)
        count += 1
        let (folder, name) = LocalFiles.split(path)
        let staged = "\(folder).\(name).tmp-\(getpid())-\(count)"
        let file = open(staged, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw unwritable(path) }
        var written = 0
        let complete = bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let done = write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if done < 0, errno == EINTR { continue }
                guard done > 0 else { return false }
                written += done
            }
            return fsync(file) == 0
        }
        let failure = errno
        close(file)
        guard complete else {
            unlink(staged)
            throw unwritable(path, reason: failure)
        }
        return staged
    }

    /// Gives a staged file its name.
    public func publish(_ staged: String, as path: String) throws {
        guard rename(staged, path) == 0 else { throw unwritable(path) }
    }

    /// Drops a staged file.
    public func discard(_ staged: String) {
        unlink(staged)
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

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    private func makeFolders(above path: String) {
        LocalFiles.makeFolder(LocalFiles.split(path).folder, mode: 0o755)
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

    private func unwritable(_ path: String, reason: Int32 = errno) -> Diagnostic {
        let why = String(cString: strerror(reason))
        return Diagnostic(
            .fileUnwritable, Text("‘\(path)’ cannot be written: \(why).", vi: "Không ghi được ‘\(path)’: \(why)."))
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(file, buffer, count)
}
