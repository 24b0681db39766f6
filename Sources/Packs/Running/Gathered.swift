import Commands
import Diagnostics
import Documents
import Language
import Syntax
import Tables
import Values

/// Keeps what the lines of a pack answer.
final class Gathered: InterpreterListener {
    private(set) var documents: [Document] = []

    func answer(_ document: Document) { documents.append(document) }

    func log(_ level: LogLevel, _ text: String) {
        let role: RichText.Role = level == .info ? .plain : .warning
        documents.append(Document([.message(RichText(Text(verbatim: text), role), remark: nil)]))
    }

    func warn(_ finding: Diagnostic) {
        documents.append(Document([.message(RichText(finding.message, .warning), remark: nil)]))
    }

    /// Runs lines and throws what stopped them.
    func run(
        _ source: Source, in session: Session, _ manifest: Manifest, _ confinement: Confinement,
        arguments: [(name: String, text: String)] = []
    ) throws {
        let origin = session.surroundings.origin
        session.surroundings.origin = "pack \(manifest.name)"
        defer { session.surroundings.origin = origin }
        let interpreter = Interpreter(session, listener: self, confinement: confinement)
        switch interpreter.run(source, arguments: arguments) {
        case .finished, .exited(0): return
        case .exited(let status): throw Gathered.gaveUp(manifest.name, status)
        case .failed(let findings), .notUnderstood(let findings):
            throw Diagnostics(manifest.explained(findings, in: session))
        case .expectationFailed(let finding): throw finding
        }
    }

    /// What a command has answered, with the columns that it declares.
    func answer(of command: ManifestCommand, _ pack: String) throws -> Document {
        guard !command.columns.isEmpty else { return Document(documents.flatMap(\.blocks)) }
        let others = documents.flatMap(\.blocks).filter { block in
            if case .message = block { true } else { false }
        }
        guard let table = documents.compactMap(\.table).last else {
            throw Diagnostic.otherColumns(
                pack, command.name, Text("it gives no table", vi: "lệnh không trả về bảng"))
        }
        let fitted = try table.fitted(to: Schema(command.columns), pack, command.name)
        return Document(others + [.table(TableBlock(fitted))])
    }

    private static func gaveUp(_ pack: String, _ status: Int) -> Diagnostic {
        Diagnostic(
            .packGaveUp,
            Text(
                "The script of the pack ‘\(pack)’ ended with status \(status).",
                vi: "Kịch bản của gói ‘\(pack)’ kết thúc với mã \(status)."))
    }
}

extension Table {
    /// The columns of a schema, in its order; a table that lacks one or holds other values there is refused.
    fileprivate func fitted(to schema: Schema, _ pack: String, _ command: String) throws -> Table {
        let columns = try schema.columns.map { column -> [Value] in
            guard let cells = cells(of: column.name) else {
                throw Diagnostic.otherColumns(
                    pack, command,
                    Text("it lacks the column ‘\(column.name)’", vi: "thiếu cột ‘\(column.name)’"))
            }
            return try cells.map { cell in
                guard let fitting = column.type.accepts(cell) else {
                    throw Diagnostic.otherColumns(
                        pack, command,
                        Text(
                            "in ‘\(column.name)’ there stands no \(column.type.name)",
                            vi: "ô của cột ‘\(column.name)’ không phải kiểu \(column.type.name)"))
                }
                return fitting
            }
        }
        return Table(schema, columns: columns)
    }
}

extension Diagnostic {
    static func otherColumns(_ pack: String, _ command: String, _ why: Text) -> Diagnostic {
        Diagnostic(
            .packColumns,
            Text(
                "‘\(command)’ of the pack ‘\(pack)’ does not give the columns that it declares: ",
                vi: "‘\(command)’ của gói ‘\(pack)’ không trả về đúng các cột đã khai báo: ")
                + why + Text(verbatim: "."))
    }
}

extension Diagnostic.Code {
    /// An answer without the columns that the manifest declares.
    static let packColumns: Self = "pack-columns"
    /// A script of a pack that ended itself.
    static let packGaveUp: Self = "pack-gave-up"
}
