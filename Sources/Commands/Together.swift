import Database
import Journal
import Synchronization

/// Tells other threads whether changes are being kept for good, so that nobody ends the program between the rows and
/// their files.
public final class Finishing: Sendable {
    private let isGoingOn = Atomic<Bool>(false)

    /// Whether rows are being kept whose files have no names yet.
    public var goesOn: Bool { isGoingOn.load(ordering: .acquiring) }

    func set(_ goesOn: Bool) { isGoingOn.store(goesOn, ordering: .releasing) }
}

extension Session {
    /// Runs work whose changes to the database and files appear together or not at all; may be nested.
    public func together<R>(_ work: () throws -> R) throws -> R {
        let before = staged.count
        depth += 1
        defer { depth -= 1 }
        do {
            let result = try database.transaction {
                let result = try work()
                if depth == 1, !staged.isEmpty { finishing.set(true) }
                return result
            }
            defer { finishing.set(false) }
            if depth == 1 { try publish() }
            return result
        } catch {
            finishing.set(false)
            for file in staged[before...] { surroundings.files.discard(file.name) }
            staged.removeSubrange(before...)
            throw error
        }
    }

    /// Writes a file; inside a block that belongs together it appears when the block has succeeded.
    public func write(_ bytes: [UInt8], to path: String) throws {
        try dropLeftFiles(beside: path)
        try add(surroundings.files.stage(bytes, for: path), path)
    }

    /// Writes a file piece by piece, however long it is, for its owner alone; it appears like any other.
    public func write(to path: String, _ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void) throws {
        try dropLeftFiles(beside: path)
        try add(surroundings.files.stage(for: path, fill), path)
    }

    private func add(_ name: String, _ path: String) throws {
        staged.append((name, path))
        if depth == 0 { try publish() }
    }

    /// Drops what programs left beside a path that were ended while they wrote; a step that goes on later still gives
    /// its files their names.
    private func dropLeftFiles(beside path: String) throws {
        let left = surroundings.files.leftBehind(beside: path)
        guard !left.isEmpty else { return }
        let waiting = try Set(database.rows("SELECT staged FROM finished_step_file").map { try $0.text(0) })
        for name in left where !waiting.contains(name) { surroundings.files.discard(name) }
    }

    /// The bytes of a file that a writing command takes in; they are kept with its entry in the journal.
    public func takeIn(_ path: String) throws -> [UInt8] {
        let bytes = try replaying?.file(path) ?? surroundings.files.read(path)
        let file = Entry.Attachment(name: path, bytes: bytes)
        attachments.append(file)
        if let work = file.prepare() { preparing.append(work) }
        return bytes
    }

    private func publish() throws {
        defer { staged = [] }
        for (index, file) in staged.enumerated() {
            do {
                try surroundings.files.publish(file.name, as: file.path)
            } catch {
                for rest in staged[index...] { surroundings.files.discard(rest.name) }
                throw error
            }
        }
    }
}
