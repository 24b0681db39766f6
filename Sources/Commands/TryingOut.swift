import Database
import Diagnostics
import Journal
import Values

/// What work would have changed that was tried out: the sentences of its entries and the names of its files.
public struct Changes: Sendable, Hashable {
    /// The sentences that would have gone into the journal, in order.
    public var sentences: [String] = []
    /// The files that would have been written, in order.
    public var files: [String] = []
}

extension Session {
    /// Runs work and takes back everything that it changed; its files are never written. Gives what it would have
    /// changed together with what the work gave.
    public func tryOut<R>(_ work: () throws -> R) throws -> (result: R, changes: Changes) {
        let outer = surroundings
        defer { surroundings = outer }
        let files = TriedFiles(outer.files)
        surroundings.files = files
        surroundings.emptyDatabase = { _ in try outer.emptyDatabase(nil) }
        let before = try journal.lastNumber()
        var outcome: (R, Changes)?
        do {
            try together {
                let result = try work()
                var changes = Changes(files: files.names)
                try journal.forEach(from: before + 1) { changes.sentences.append($0.sentence) }
                outcome = (result, changes)
                throw TakenBack()
            }
        } catch is TakenBack {}
        guard let outcome else { throw TakenBack() }
        return outcome
    }

    private struct TakenBack: Error {}
}

/// Files that are read where they lie and written nowhere: what is tried out sees its own in memory.
private final class TriedFiles: FileStore {
    private let files: any FileStore
    private var staged: [(name: String, path: String, bytes: [UInt8])] = []
    private var count = 0

    init(_ files: any FileStore) {
        self.files = files
    }

    /// The paths that were written, each once, in order.
    var names: [String] {
        var seen: Set<String> = []
        return staged.map(\.path).filter { seen.insert($0).inserted }
    }

    func read(_ path: String) throws -> [UInt8] {
        try staged.last { $0.path == path }?.bytes ?? files.read(path)
    }

    func stage(_ bytes: [UInt8], for path: String) throws -> String {
        count += 1
        let name = "\(path).tried-\(count)"
        staged.append((name, path, bytes))
        return name
    }

    func publish(_ staged: String, as path: String) throws {}

    func discard(_ staged: String) {
        self.staged.removeAll { $0.name == staged }
    }

    func entries(of folder: String) -> [String] { files.entries(of: folder) }
}
