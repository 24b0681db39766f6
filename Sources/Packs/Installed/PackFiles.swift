import Commands
import Diagnostics
import Journal
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files of a pack's folder, by their paths from it.
struct PackFiles: Sendable {
    private(set) var contents: [String: [UInt8]] = [:]

    /// The most files of a pack.
    static let mostFiles = 500
    /// The most bytes of a pack.
    static let mostBytes = 16 << 20
    /// How deep its folders may lie in each other.
    private static let mostFolders = 5

    /// No files, for lines that use none.
    init() {}

    subscript(path: String) -> [UInt8]? { contents[path] }

    /// Reads a folder; hidden files and what Python leaves behind are none of the pack's.
    init(reading folder: String, from files: any FileStore) throws {
        try read("", folder.hasSuffix("/") ? folder : folder + "/", files, depth: 0)
        guard contents[Manifest.file] != nil else {
            throw Diagnostic(
                .packUnreadable,
                Text(
                    "There is no pack in ‘\(folder)’: no file \(Manifest.file).",
                    vi: "Trong ‘\(folder)’ không có gói nào: thiếu tệp \(Manifest.file)."))
        }
    }

    private mutating func read(_ path: String, _ folder: String, _ files: any FileStore, depth: Int) throws {
        for name in files.entries(of: folder + path) where !name.hasPrefix(".") && name != "__pycache__/" {
            let inner = path + name
            guard !isLink(folder + inner) else {
                throw PackFiles.refused(
                    Text(
                        "‘\(inner)’ is a link, which may lead anywhere.",
                        vi: "‘\(inner)’ là liên kết, có thể trỏ đi bất cứ đâu."))
            }
            if name.hasSuffix("/") {
                guard depth < PackFiles.mostFolders else { throw PackFiles.tooLarge }
                try read(inner, folder, files, depth: depth + 1)
                continue
            }
            contents[inner] = try files.read(folder + inner, atMost: PackFiles.mostBytes + 1, isStopped: { false })
            let size = contents.values.reduce(0) { $0 + $1.count }
            guard contents.count <= PackFiles.mostFiles, size <= PackFiles.mostBytes else { throw PackFiles.tooLarge }
        }
    }

    private func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path.hasSuffix("/") ? String(path.dropLast()) : path, &status) == 0
            && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The SHA-256 of all names and bytes: what a user grants something to.
    var fingerprint: Fingerprint {
        var running = RunningFingerprint()
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            running.append(Array("\(path)\0\(bytes.count)\0".utf8))
            running.append(bytes)
        }
        return running.fingerprint
    }

    private static var tooLarge: Diagnostic {
        refused(
            Text(
                "A pack has at most \(mostFiles) files, 16 MB, and folders \(mostFolders) deep.",
                vi: "Một gói có nhiều nhất \(mostFiles) tệp, 16 MB, thư mục lồng nhau \(mostFolders) cấp."))
    }

    private static func refused(_ message: Text) -> Diagnostic { Diagnostic(.packUnreadable, message) }
}

extension Diagnostic.Code {
    /// A folder that holds no pack, or one that cannot be taken.
    static let packUnreadable: Self = "pack-unreadable"
}
