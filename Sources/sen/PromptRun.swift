import Commands
import Database
import Diagnostics
import Language
import Programme
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
    private let isUsualDatabase: Bool
    let language: DisplayLanguage

    init(_ world: World, _ output: Output) throws {
        session = try world.session(origin: "prompt")
        self.output = output
        language = world.language
        isUsualDatabase = world.databasePath == World.dataFolder + "/sen.db"
        interrupt = session.database.interrupt
        interpreter = Interpreter(session, listener: output) { Stopping.isAsked.load(ordering: .relaxed) }
    }

    /// What stands above the first line; in an empty database also the line to begin with.
    func greeting() throws -> String {
        let units = Units(session)
        let count = try units.count()
        var parts = [Text(verbatim: "Sen \(senVersion)")]
        if let top = try units.top() { parts.append(Text(verbatim: "\(top.code) \(top.name)")) }
        if !isUsualDatabase { parts.append(Text(verbatim: session.database.name)) }
        if count > 0 { parts.append(Text(count == 1 ? "1 unit" : "\(count) units", vi: "\(count) đơn vị")) }
        if session.allowed != Set(Effect.allCases) { parts.append(Text("read only", vi: "chỉ đọc")) }
        parts += [
            Text("period \(period)", vi: "kỳ \(period)"),
            Text("help, Tab, Ctrl-D to leave", vi: "gõ help, phím Tab, Ctrl-D để thoát"),
        ]
        let line = parts.map { $0(in: language) }.joined(separator: " · ") + "\n"
        return count == 0 ? line + beginning(in: language) + "\n" : line
    }

    private let beginning = Text(
        """
        There are no units yet. Begin with your own office, for example:
          register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so
        """,
        vi: """
            Chưa có đơn vị nào. Hãy bắt đầu bằng chính cơ quan của bạn, ví dụ:
              register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so
            """)

    private var period: Period { Period(.month, containing: session.today) }

    func promptText() -> String {
        let top = try? Units(session).top()
        return "\(top?.code ?? "sen") \(period)> "
    }

    func isComplete(_ text: String) -> Bool {
        // Enter ends the line, so that a text with a single quote can no longer be closed.
        !Parser.parse(Source(name: DiagnosticRendering.promptName, text: text + "\n")).isIncomplete
    }

    func completions(_ text: String, cursor: Int) -> Completions {
        let completion = Completer(interpreter).completion(of: text, at: cursor)
        return Completions(
            replacing: completion.range.start..<completion.range.end,
            with: completion.candidates.map { choice in
                let meaning = choice.meaning(in: language)
                return Candidate(choice.word, description: meaning.isEmpty ? nil : meaning)
            },
            isPartial: completion.isPartial)
    }

    func hint(_ text: String, cursor: Int) -> String? {
        cursor == text.utf8.count ? Completer(interpreter).hint(of: text) : nil
    }

    func isSecret(_ text: String) -> Bool { SecretLines.holds(text, session.registry) }

    func run(_ text: String) -> PromptStep {
        Stopping.isAsked.store(false, ordering: .relaxed)
        let ending = interpreter.run(Source(name: DiagnosticRendering.promptName, text: text))
        if case .exited(let status) = ending { return .leave(Int32(clamping: status)) }
        _ = output.show(ending)
        return .next
    }

    func cancel() {
        Stopping.isAsked.store(true, ordering: .relaxed)
        interrupt()
    }
}
