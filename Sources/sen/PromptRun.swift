import Commands
import Database
import Diagnostics
import Language
import Prompt
import Rendering
import Synchronization
import Syntax
import Values

/// The language behind the prompt.
final class PromptRun: PromptHost {
    private let session: Session
    private let interpreter: Interpreter
    private let output: Output
    private let interrupt: @Sendable () -> Void
    let language: DisplayLanguage

    init(_ world: World, _ output: Output) throws {
        session = try world.session(origin: "prompt")
        self.output = output
        language = world.language
        interrupt = session.database.interrupt
        interpreter = Interpreter(session, listener: output) { ScriptRun.isCancelled.load(ordering: .relaxed) }
    }

    /// What stands above the first line.
    func greeting() -> String {
        let help = Text("help, Tab, Ctrl-D to leave", vi: "gõ help, phím Tab, Ctrl-D để thoát")
        return "Sen \(senVersion) · \(session.database.name) · \(help(in: language))\n"
    }

    func promptText() -> String { "sen \(Period(.month, containing: session.today))> " }

    func isComplete(_ text: String) -> Bool {
        !Parser.parse(Source(name: DiagnosticRendering.promptName, text: text)).isIncomplete
    }

    func completions(_ text: String, cursor: Int) -> Completions {
        let completion = Completer(interpreter).completion(of: text, at: cursor)
        return Completions(
            replacing: completion.range.start..<completion.range.end,
            with: completion.candidates.map { Candidate($0.word, description: $0.meaning(in: language)) })
    }

    func hint(_ text: String, cursor: Int) -> String? {
        cursor == text.utf8.count ? Completer(interpreter).hint(of: text) : nil
    }

    func isSecret(_ text: String) -> Bool { SecretLines.holds(text, session.registry) }

    func run(_ text: String) -> PromptStep {
        ScriptRun.isCancelled.store(false, ordering: .relaxed)
        let ending = interpreter.run(Source(name: DiagnosticRendering.promptName, text: text))
        if case .exited(let status) = ending { return .leave(Int32(clamping: status)) }
        _ = output.show(ending)
        return .next
    }

    func cancel() {
        ScriptRun.isCancelled.store(true, ordering: .relaxed)
        interrupt()
    }
}
