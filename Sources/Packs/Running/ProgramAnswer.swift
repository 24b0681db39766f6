import Commands
import Database
import Diagnostics
import Documents
import JSON
import Language
import Syntax
import Tables
import Values

/// One answer of a program as it comes: rows, messages, and sentences that Sen performs when it is complete.
struct ProgramAnswer {
    private let command: ManifestCommand
    private let program: PackProgram
    private let session: Session
    private var rows: [[Value]] = []
    private var messages: [Block] = []
    private var sentences: [String] = []
    private var calls = 0

    init(to command: ManifestCommand, by program: PackProgram, in session: Session) {
        self.command = command
        self.program = program
        self.session = session
    }

    private var manifest: Manifest { program.pack.manifest }

    /// Asks the program and performs what it wants performed; all of that appears together or not at all.
    mutating func document(_ bound: [Datum?]) throws -> Document {
        var arguments: [String: JSON] = [:]
        for (argument, datum) in zip(command.arguments, bound) {
            if case .value(let value)? = datum { arguments[argument.name] = JSON(value) }
        }
        let (name, language) = (command.name, session.surroundings.language.rawValue)
        let today = session.today.description
        try program.talk(in: session) { pipe in
            pipe.send(
                JSON.object([
                    "kind": "invoke", "id": .int(pipe.lastAsked), "command": .string(name),
                    "arguments": .object(arguments), "language": .string(language), "today": .string(today),
                ]).bytes)
            while try !take(&pipe) {}
        }
        var blocks = messages
        if !sentences.isEmpty { blocks += try performed() }
        if !command.columns.isEmpty { blocks.append(.table(TableBlock(Table(Schema(command.columns), rows: rows)))) }
        return Document(blocks)
    }

    /// Takes the next thing that the program says; gives whether it was the last.
    private mutating func take(_ pipe: inout ProgramPipe) throws -> Bool {
        let message = try program.message(&pipe, until: .now + .seconds(program.patience), in: session)
        // What belongs to an earlier question comes late.
        guard message.id == pipe.lastAsked else { return false }
        switch message {
        case .rows(_, let cells): for row in cells { try take(row) }
        case .say(_, let text):
            messages.append(.message(RichText(text), remark: nil))
            try limit(messages.count)
        case .call(_, let number, let sentence): try answer(number, sentence, &pipe)
        case .perform(_, let sentence):
            guard command.performs else { throw notDeclared }
            sentences.append(sentence)
            try limit(sentences.count)
        case .alive: break
        case .end: return true
        case .error(_, let text, let argument): throw PackProgram.Refusal(finding: refusal(text, argument))
        case .hello, .candidates: throw Diagnostic.garbled(manifest.name, Array("hello, candidates".utf8))
        }
        return false
    }

    private mutating func take(_ row: [JSON]) throws {
        guard rows.count < PackProtocol.mostRows else { throw Diagnostic.flooded(manifest.name) }
        guard row.count == command.columns.count else {
            throw Diagnostic.otherColumns(
                manifest.name, command.name,
                Text("a row has \(row.count) cells", vi: "một dòng có \(row.count) ô"))
        }
        rows.append(
            try zip(command.columns, row).map { column, cell in
                guard let value = cell.value(of: column.type) else {
                    throw Diagnostic.otherColumns(
                        manifest.name, command.name,
                        Text(
                            "in ‘\(column.name)’ there stands no \(column.type.name)",
                            vi: "ô của cột ‘\(column.name)’ không phải kiểu \(column.type.name)"))
                }
                return value
            })
    }

    private func limit(_ count: Int) throws {
        guard count <= PackProtocol.mostSentences else { throw Diagnostic.flooded(manifest.name) }
    }

    // MARK: What it reads

    /// Runs a reading line for the program and sends its rows.
    private mutating func answer(_ number: Int, _ sentence: String, _ pipe: inout ProgramPipe) throws {
        calls += 1
        try limit(calls)
        let head: [String: JSON] = ["id": .int(pipe.lastAsked), "call": .int(number)]
        do {
            let gathered = Gathered()
            let confinement = try manifest.confinement(PackFiles(), performs: false, in: session)
            try gathered.run(Source(name: "pack \(manifest.name)", text: sentence), in: session, manifest, confinement)
            send(gathered.documents.compactMap(\.table).last, head, to: &pipe)
        } catch {
            guard let finding = Diagnostics.of(error).first, finding.code != .interrupted else { throw error }
            let told: [String: JSON] = [
                "kind": "refused", "code": .string(finding.code.description),
                "message": .string(finding.message.english), "vi": .string(finding.message.vietnamese),
            ]
            pipe.send(JSON.object(head.merging(told) { $1 }).bytes)
        }
    }

    private func send(_ table: Table?, _ head: [String: JSON], to pipe: inout ProgramPipe) {
        let table = table ?? Table(Schema([]), rows: [])
        let names = JSON.array(table.schema.names.map { .string($0) })
        var row = 0
        repeat {
            let end = min(row + PackProtocol.rowsOfLine, table.rowCount)
            let rows = (row..<end).map { row in
                JSON.array(table.schema.columns.indices.map { JSON(table[row, $0]) })
            }
            let told: [String: JSON] = [
                "kind": "rows", "columns": names, "rows": .array(rows), "more": .bool(end < table.rowCount),
            ]
            pipe.send(JSON.object(head.merging(told) { $1 }).bytes)
            row = end
        } while row < table.rowCount
    }

    // MARK: What it records

    /// Performs the sentences in their order, in one block.
    private func performed() throws -> [Block] {
        let gathered = Gathered()
        let confinement = try manifest.confinement(PackFiles(), performs: true, in: session)
        try session.together {
            for sentence in sentences {
                try gathered.run(
                    Source(name: "pack \(manifest.name)", text: sentence), in: session, manifest, confinement)
            }
        }
        return gathered.documents.flatMap(\.blocks)
    }

    private func refusal(_ text: Text, _ argument: String?) -> Diagnostic {
        Diagnostic(
            .packRefused, text, subject: argument.flatMap { name in command.arguments.first { $0.name == name }?.name })
    }

    private var notDeclared: Diagnostic {
        Diagnostic(
            .packNotGranted,
            Text(
                "‘\(command.name)’ of the pack ‘\(manifest.name)’ wants to record and is declared to read only.",
                vi: "‘\(command.name)’ của gói ‘\(manifest.name)’ muốn ghi, nhưng khai báo là chỉ đọc."))
    }
}

extension Diagnostic.Code {
    /// What a program of a pack refuses by itself.
    static let packRefused: Self = "pack-refused"
}
