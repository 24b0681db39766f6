import Commands
import Diagnostics
import Glibc
import Values

/// The files that a command line names: those it names by themselves, and in folders those of a kind.
struct FoundFiles {
    private var found: [String] = []

    /// The files of some endings in the order of their names; a file that is named by itself may end as it likes.
    ///
    /// Links to folders are not followed below a folder, and names that begin with a point are left out there.
    static func of(_ paths: [String], ending: [String]) -> [String] {
        var files = FoundFiles()
        for path in paths { files.add(path, ending: ending) }
        return files.found
    }

    private mutating func add(_ path: String, ending: [String]) {
        guard FoundFiles.isFolder(path, followsLinks: true) else { return found.append(path) }
        var waiting = [path.hasSuffix("/") ? path : path + "/"]
        while let folder = waiting.popLast() {
            var folders: [String] = []
            for name in LocalFiles().entries(of: folder) where !name.hasPrefix(".") {
                if !name.hasSuffix("/") {
                    if ending.contains(where: { name.hasSuffix($0) }) { found.append(folder + name) }
                } else if FoundFiles.isFolder(String((folder + name).dropLast()), followsLinks: false) {
                    folders.append(folder + name)
                }
            }
            waiting += folders.reversed()
        }
    }

    private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
        var status = stat()
        let isKnown = followsLinks ? stat(path, &status) == 0 : lstat(path, &status) == 0
        return isKnown && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension LocalFiles {
    /// Puts other bytes in place of a file's at once; it keeps its permissions, and a link to it stays one.
    func replace(_ path: String, with bytes: [UInt8]) throws {
        let target = realpath(path, nil).map { name in
            defer { free(name) }
            return String(cString: name)
        }
        let file = target ?? path
        var status = stat()
        let isKnown = stat(file, &status) == 0
        let staged = try stage(bytes, for: file)
        if isKnown { chmod(staged, status.st_mode & 0o7777) }
        do {
            try publish(staged, as: file)
        } catch {
            discard(staged)
            throw error
        }
    }
}
