import Commands
import Diagnostics
import Documents
import Language
import Programme
import Rendering
import Syntax
import Tables
import TestSupport
import Values

/// An office to which lines are said as at the prompt.
final class Office: InterpreterListener {
    let session: Session
    let files = MemoryFiles()
    private var documents: [Document] = []

    /// A department and what is said first.
    init(_ packs: [CommandPack] = [], today: String = "2025-12-01", _ lines: String...) throws {
        session = try Session.empty([programmePack] + packs, today: today, files: files)
        try say("register unit SGD \"Sở GDĐT\" kind: so")
        for line in lines { try say(line) }
    }

    /// Says lines, none of which may be refused; gives their answers.
    @discardableResult
    func say(_ lines: String) throws -> [Document] {
        documents = []
        switch Interpreter(session, listener: self).run(Source(name: "test", text: lines)) {
        case .finished: return documents
        case .failed(let findings), .notUnderstood(let findings): throw Diagnostics(findings)
        case .expectationFailed(let finding): throw finding
        case .exited: return documents
        }
    }

    /// The codes with which a line is refused; none when it is taken.
    func refusals(_ line: String) -> [String] {
        do {
            try say(line)
            return []
        } catch {
            return Diagnostics.of(error).map(\.code.description)
        }
    }

    /// The first table that a line answers.
    func table(_ line: String) throws -> Table {
        try say(line).compactMap(\.table).first ?? Table(Schema([]), rows: [])
    }

    /// The rows that an import refuses.
    func refusedRows(_ line: String) throws -> Table {
        let tables = try say(line).flatMap(\.blocks).compactMap { block in
            if case .table(let block) = block, block.caption?.english == "Refused rows" { block.table } else { nil }
        }
        return tables.first ?? Table(Schema([]), rows: [])
    }

    /// A column of the first table that a line answers, as plain text.
    func column(_ name: String, _ line: String) throws -> [String] {
        try table(line).cells(of: name)?.map(\.plain) ?? []
    }

    /// The answers of lines as plain text.
    func text(_ lines: String) throws -> String {
        try say(lines).map { String(decoding: PlainDocument.bytes($0, in: .english), as: UTF8.self) }.joined()
    }

    func answer(_ document: Document) { documents.append(document) }
    func log(_ level: LogLevel, _ text: String) {}
    func warn(_ finding: Diagnostic) {}
}
