import Commands
public import Diagnostics
import Documents
import Syntax
import Tables
import Values

/// How a script is run.
public struct RunWishes {
    /// Whether steps that an earlier run of the same name has finished are done again.
    public var again = false
    /// What is done together with the end of a run that goes well.
    public var whenDone: () throws -> Void = {}

    /// Runs as usual.
    public init() {}
}

extension Interpreter {
    /// Begins the run of a script that says its name, so that its steps are remembered.
    func begin(_ header: Header?, _ arguments: [(name: String, value: Value)]) throws {
        guard let header else { return }
        try session.beginRun(
            RunName(script: header.name.text, version: header.version, arguments: arguments),
            again: wishes.again,
            skipped: { [weak self] text in self?.listener?.answer(.says(text)) },
            whenDone: wishes.whenDone)
    }

    /// The script's arguments, defaults worked out.
    func argumentValues(_ code: ProgramCode, _ places: [Binding]) -> [(name: String, value: Value)] {
        zip(code.parameters, places).map { ($0.name, machine.datum($1).single ?? .missing) }
    }

    /// Ends the run; what cannot be remembered is told when nothing else is wrong.
    func ended(_ ending: Ending) -> Ending {
        do {
            isDoneInPart = try session.endRun(well: ending.status == 0)
            return ending
        } catch {
            return ending.status == 0 ? .failed(Diagnostics.of(error)) : ending
        }
    }

    /// Runs a script and takes back all it changed; answers with what it would have changed.
    public func tryOut(_ source: Source, arguments: [(name: String, text: String)] = []) -> Ending {
        do {
            let (ending, changes) = try session.tryOut { run(source, arguments: arguments) }
            isDoneInPart = false
            if ending.status != 2 { listener?.answer(changes.document) }
            return ending
        } catch {
            return .failed(Diagnostics.of(error))
        }
    }
}

extension Datum {
    /// The value; `nil` for a table.
    fileprivate var single: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Changes {
    /// What would have changed, in words.
    var document: Document {
        var blocks: [Block] = []
        if !sentences.isEmpty {
            blocks.append(.paragraph(RichText(Text("These would have been kept:", vi: "Những dòng sẽ được ghi lại:"))))
            blocks.append(.items(sentences.map { RichText(Text(verbatim: $0), .code) }, numbered: true))
        }
        if !files.isEmpty {
            blocks.append(
                .paragraph(RichText(Text("These files would have been written:", vi: "Những tệp sẽ được ghi:"))))
            blocks.append(.items(files.map { RichText(Text(verbatim: $0)) }, numbered: false))
        }
        let entries = sentences.count == 1 ? "1 entry" : "\(sentences.count) entries"
        let summary = Text(
            "Tried out: \(entries), \(files.count == 1 ? "1 file" : "\(files.count) files"). Nothing was changed.",
            vi: "Chạy thử: \(sentences.count) mục, \(files.count) tệp. Chưa có gì thay đổi.")
        return Document(blocks + [.message(RichText(summary), remark: nil)])
    }
}
