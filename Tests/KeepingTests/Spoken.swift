import Commands
import DatabaseSQLite
import Diagnostics
import Documents
import Foundation
import Language
import Syntax
import TestSupport
import Values

/// A session that is spoken to.
final class Spoken {
    let session: Session
    var files: MemoryFiles? { session.surroundings.files as? MemoryFiles }

    init(_ session: Session) {
        self.session = session
    }

    /// A session in memory.
    convenience init() throws {
        self.init(try Session.empty())
    }

    /// A session on a file, with other databases as files.
    convenience init(file path: String) throws {
        let session = try Session.empty(database: SQLiteFile(path).open(.creating))
        session.surroundings.shelf = SQLiteShelf()
        self.init(session)
    }

    /// The codes with which a text is refused; none when it runs.
    func callAsFunction(_ text: String) -> [String] {
        switch Interpreter(session).run(Source(name: "test", text: text)) {
        case .finished, .exited: []
        case .failed(let findings), .notUnderstood(let findings): findings.map(\.code.description)
        case .expectationFailed(let finding): [finding.code.description]
        }
    }

    /// Registers a department and some schools.
    func office(_ schools: Int = 3) -> [String] {
        let lines = (0..<schools).map { "register unit U-\($0) \"Trường \($0)\" kind: th under: SGD" }
        return self((["register unit SGD \"Sở\" kind: so"] + lines).joined(separator: "\n"))
    }
}

/// A folder that is gone when the test ends.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "sen-keeping-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// The names in the folder that contain a text.
    func names(_ text: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
            text.isEmpty || $0.contains(text)
        }.sorted()
    }
}
