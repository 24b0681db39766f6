import Commands
import Diagnostics
import Documents
import Language
import Rendering
import Syntax
import TestSupport
import Values

@testable import Packs

/// A session in which packs are installed and lines are spoken.
final class Installing: InterpreterListener {
    let session: Session
    let files = MemoryFiles()
    private lazy var interpreter = Interpreter(session, listener: self, isCancelled: isCancelled)
    private let isCancelled: @Sendable () -> Bool
    private var output = ""

    init(folder: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }) throws {
        session = try Session.empty(files: files)
        session.surroundings.packFolder = folder
        self.isCancelled = isCancelled
    }

    /// Runs a line; gives its answer and the codes of its findings.
    @discardableResult
    func say(_ line: String) -> (answer: String, codes: [String]) {
        output = ""
        let findings: [Diagnostic] =
            switch interpreter.run(Source(name: "prompt", text: line)) {
            case .finished, .exited: []
            case .failed(let findings), .notUnderstood(let findings): findings
            case .expectationFailed(let finding): [finding]
            }
        output += DiagnosticRendering.render(findings, language: .english, colour: false)
        return (output, findings.map(\.code.description))
    }

    /// What may stand at the end of a line.
    func completions(_ line: String) -> [String] {
        Completer(interpreter).completion(of: line, at: line.utf8.count).candidates.map(\.word)
    }

    /// The same, asked again where the computer is too busy for the time limit.
    func completesSoon(_ line: String) -> [String] {
        for _ in 0..<20 {
            let found = completions(line)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Installs a pack of one program, whose body is what the shell does with each `$line` behind the greeting.
    func install(
        _ name: String = "trial", patience: Int = 5, columns: Bool = false, performs: String? = nil, body: String
    )
        -> (answer: String, codes: [String])
    {
        let columns = columns ? "column n \"N\" vi: \"N\" type: number" : ""
        let perform = performs.map { "may perform \"\($0)\"\n" } ?? ""
        let manifest = """
            pack \(name) "Trial." vi: "Thử." version: 1 protocol: 1 program: "run" patience: \(patience)
            may read "list units"
            \(perform)command "\(name) it" "Tries." vi: "Thử." effect: \(performs == nil ? "reads" : "performs")
            argument how "How." vi: "Cách." by: place type: text optional: yes
            argument word "Word." vi: "Từ." type: text optional: yes completes: yes
            \(columns)
            example 'help \(name) it'
            example '\(name) it x: 1' refused: unknown-argument
            """
        let program = """
            #!/bin/sh
            say() { printf '%s\\n' "$1"; }
            tell() { say '{"kind":"say","id":'$id',"text":"'"$1"'"}'; }
            perform() { say '{"kind":"perform","id":'$id',"sentence":"'"$1"'"}'; }
            end() { say '{"kind":"end","id":'$id'}'; }
            read -r line
            say '{"kind":"hello","protocol":1,"novelty":[1]}'
            while read -r line; do
            case "$line" in *'"kind":"bye"'*) exit 0 ;; esac
            id=${line#*'"id":'}; id=${id%%[,\\}]*}
            \(body)
            done
            """
        files.contents["\(name)/pack.sen"] = Array(manifest.utf8)
        files.contents["\(name)/run"] = Array(program.utf8)
        return say("install pack \"\(name)\" grant: yes")
    }

    func answer(_ document: Document) {
        output += Terminal.render(document, style: Terminal.Style(width: nil, colour: false, language: .english))
    }

    func log(_ level: LogLevel, _ text: String) {}

    func warn(_ finding: Diagnostic) {}
}
