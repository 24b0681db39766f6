import Commands
import Diagnostics
import Values

/// Files as an editor sees them: what is open there stands in place of what is on the disk. Nothing is written.
final class OpenFiles: FileStore {
    /// The texts that are open, by path.
    var texts: [String: String] = [:]
    private let disk: any FileStore

    init(_ disk: any FileStore) {
        self.disk = disk
    }

    /// The bytes of an open text or of a file.
    func read(_ path: String) throws -> [UInt8] {
        if let text = texts[DocumentPath.normal(path)] { return Array(text.utf8) }
        return try disk.read(path)
    }

    /// The names in a folder.
    func entries(of folder: String) -> [String] { disk.entries(of: folder) }

    /// Refuses.
    func stage(_ bytes: [UInt8], for path: String) throws -> String { throw refusal(path) }

    /// Refuses.
    func publish(_ staged: String, as path: String) throws { throw refusal(path) }

    /// Does nothing: nothing was staged.
    func discard(_ staged: String) {}

    private func refusal(_ path: String) -> Diagnostic {
        Diagnostic(
            .fileUnwritable,
            Text("‘\(path)’ is not written: an editor only reads.", vi: "Không ghi ‘\(path)’: trình soạn thảo chỉ đọc.")
        )
    }
}
