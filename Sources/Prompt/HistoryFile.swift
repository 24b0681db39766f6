import Diagnostics
import Glibc
import Values

/// The file that keeps the lines entered: one a line, only ever added to, readable by its owner alone.
struct HistoryFile {
    let path: String
    /// The most that is read at the start; older lines stay in the file.
    static let readAtMost = 1 << 20

    /// The newest lines in the file, oldest first; none if there is no file yet.
    func read() throws -> [String] {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        if fd < 0 {
            if errno == ENOENT { return [] }
            throw refusal()
        }
        defer { close(fd) }
        let size = Int(lseek(fd, 0, SEEK_END))
        guard size >= 0 else { throw refusal() }
        let start = max(0, size - Self.readAtMost)
        var bytes = [UInt8](repeating: 0, count: size - start)
        let count = bytes.withUnsafeMutableBytes { pread(fd, $0.baseAddress, $0.count, off_t(start)) }
        guard count >= 0 else { throw refusal() }
        var lines = bytes[..<count].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if start > 0 { lines.removeFirst() }
        return lines.lazy.filter { !$0.isEmpty }.map { Self.decode($0) }
    }

    /// Adds one line; another session that adds at the same time loses nothing.
    func append(_ entry: String) throws {
        let fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard fd >= 0 else { throw refusal() }
        defer { close(fd) }
        flock(fd, LOCK_EX)
        fchmod(fd, 0o600)
        var bytes = Self.encode(entry)
        if endsWithinLine(fd) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
        let written = bytes.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw refusal() }
    }

    /// Whether a session died while it wrote the last line.
    private func endsWithinLine(_ fd: Int32) -> Bool {
        let size = lseek(fd, 0, SEEK_END)
        var last: UInt8 = 0
        return size > 0 && pread(fd, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
    }

    /// A line as the file holds it: a backslash as `\\`, a line end inside it as `\n`.
    static func encode(_ entry: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in entry.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            default: bytes.append(byte)
            }
        }
        return bytes + [UInt8(ascii: "\n")]
    }

    /// A line of the file as it was entered.
    static func decode(_ line: some Sequence<UInt8>) -> String {
        var bytes: [UInt8] = []
        var escaped = false
        for byte in line {
            if escaped {
                bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func refusal() -> Diagnostic {
        let reason = String(cString: strerror(errno))
        return Diagnostic(
            .historyNotKept,
            Text(
                "The lines you enter are not kept: ‘\(path)’ cannot be used (\(reason)).",
                vi: "Các dòng lệnh không được lưu lại: không dùng được tệp ‘\(path)’ (\(reason))."),
            severity: .warning)
    }
}

extension Diagnostic.Code {
    /// The history file cannot be read or written.
    static let historyNotKept: Self = "history-not-kept"
}
