public import Commands
public import Database
import Diagnostics
import Journal
import Syntax
import Values

/// Does the journal of one session again in another, empty database.
public final class Replay {
    private let original: Session
    private let copy: Session

    /// Opens the empty database with the packs of the original.
    public init(of original: Session, into database: any Connection) throws {
        self.original = original
        copy = try Session(registry: original.registry, database: database, surroundings: original.surroundings)
    }

    /// Runs every sentence with the time, the actor and the files of its entry; gives how many there were.
    public func run() throws -> Int {
        let interpreter = Interpreter(copy)
        var count = 0
        try copy.together {
            try original.journal.forEach { entry in
                copy.replaying = Session.Replayed(entry: entry) { [original] name in
                    guard let file = try original.journal.attachment(named: name, of: entry.number) else {
                        throw Replay.lost(name, entry.number)
                    }
                    return file.bytes
                }
                let source = Source(name: "journal entry \(entry.number)", text: entry.sentence)
                try interpreter.runOrThrow(source)
                count += 1
            }
        }
        copy.replaying = nil
        return count
    }

    /// The tables whose content is not the same in both databases, the journal's own among them. What runs of scripts
    /// remember is none of the journal's.
    public func differences() throws -> [String] {
        let tables = try Set(original.database.tables()).union(copy.database.tables())
        return try tables.subtracting(Session.runTables).sorted().filter { name in
            guard let table = Identifier(name) else { return true }
            // The same file may be deflated otherwise by another zlib; its fingerprint is that of its content.
            if name == "attachment" { return try files(of: original.database) != files(of: copy.database) }
            return try original.database.content(of: table) != copy.database.content(of: table)
        }
    }

    private func files(of database: any Connection) throws -> [Row] {
        try database.rows("SELECT sha256 FROM attachment ORDER BY sha256")
    }

    private static func lost(_ name: String, _ entry: Int) -> Diagnostic {
        Diagnostic(
            .attachmentLost,
            Text(
                "The file ‘\(name)’ of entry \(entry) is not in the database.",
                vi: "Tệp ‘\(name)’ của mục \(entry) không có trong cơ sở dữ liệu."))
    }
}

extension Interpreter {
    /// Runs a text and throws what stopped it.
    func runOrThrow(_ source: Source) throws {
        switch run(source) {
        case .finished, .exited: return
        case .failed(let findings), .notUnderstood(let findings): throw Diagnostics(findings)
        case .expectationFailed(let finding): throw finding
        }
    }
}

extension Diagnostic.Code {
    /// A file of the journal that is not kept.
    static let attachmentLost: Self = "attachment-lost"
}
