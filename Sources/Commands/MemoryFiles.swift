import Diagnostics
import Values

/// Files that live in memory.
public final class MemoryFiles: FileStore {
    /// The files by path.
    public var contents: [String: [UInt8]]
    private var staged: [String: [UInt8]] = [:]

    /// Holds files.
    public init(_ contents: [String: String] = [:]) {
        self.contents = contents.mapValues { Array($0.utf8) }
    }

    /// The bytes of a file.
    public func read(_ path: String) throws -> [UInt8] {
        guard let bytes = contents[path] else {
            throw Diagnostic(.fileUnreadable, Text("‘\(path)’ cannot be read.", vi: "Không đọc được ‘\(path)’."))
        }
        return bytes
    }

    /// Keeps the bytes under a temporary name.
    public func stage(_ bytes: [UInt8], for path: String) throws -> String {
        let name = "\(path).staged-\(staged.count)"
        staged[name] = bytes
        return name
    }

    /// Gives staged bytes their name.
    public func publish(_ staged: String, as path: String) throws {
        contents[path] = self.staged.removeValue(forKey: staged)
    }

    /// Whether staged bytes still wait for their name.
    public func isStaged(_ name: String) -> Bool { staged[name] != nil }

    /// Drops staged bytes.
    public func discard(_ staged: String) {
        self.staged[staged] = nil
    }

    /// The names that lie directly in a folder, those of folders with a `/` behind.
    public func entries(of folder: String) -> [String] {
        let rests = contents.keys.filter { $0.hasPrefix(folder) }.map { $0.dropFirst(folder.count) }
        return Set(rests.map { $0.prefix { $0 != "/" } + ($0.contains("/") ? "/" : "") }.map { String($0) }).sorted()
    }
}
