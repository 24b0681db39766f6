import Commands
import Database
import Diagnostics
import Documents
import Language
import Papers
import Reading
import Rendering
import Syntax
import TestSupport
import Testing
import Values

/// Every example of every command is run: after the fixtures of the programme and of its own pack, in its order.
@Suite struct ExampleTests {
    static let commands = linkedPacks().flatMap { pack in pack.commands.map { (pack: pack, command: $0) } }

    @Test(arguments: commands.map(\.command))
    func examplesAreTrue(_ command: Command) throws {
        try Self.examplesAreTrue(command, in: .withFormats())
    }

    static func examplesAreTrue(_ command: Command, in session: Session) throws {
        let packs = linkedPacks()
        let pack = try #require(packs.first { $0.commands.contains { $0.name == command.name } })
        let programme = packs.first { $0.name == "programme" }
        let runner = ExampleRunner(session)
        var fixture = programme?.fixture ?? []
        if pack.name != "programme" { fixture += pack.fixture }
        for line in fixture { #expect(runner.run(line).refusals.isEmpty, "fixture: \(line)\n\(runner.explanation)") }
        for example in command.examples {
            let (answer, refusals) = runner.run(example.line)
            switch example.outcome {
            case .runs: #expect(refusals.isEmpty, "\(example.line)\n\(runner.explanation)")
            case .prints(let text):
                #expect(refusals.isEmpty, "\(example.line)\n\(runner.explanation)")
                #expect(answer.contains(text), "\(example.line) answered:\n\(answer)")
            case .reports(let code):
                #expect(
                    refusals.contains(code),
                    "\(example.line) was refused with \(refusals), not \(code); it answered:\n\(answer)")
            }
        }
        try ExampleTests.replays(session)
    }

    /// The journal of a session gives the same tables again.
    static func replays(_ session: Session) throws {
        let replay = try Replay(of: session, into: session.surroundings.emptyDatabase(nil))
        _ = try replay.run()
        let differences = try replay.differences()
        #expect(differences.isEmpty, "replayed, these tables differ: \(differences)")
    }
}

/// Runs lines and keeps what they answer.
final class ExampleRunner: InterpreterListener {
    private let session: Session
    private lazy var interpreter = Interpreter(session, listener: self)
    private var output = ""
    private(set) var explanation = ""

    init(_ session: Session) {
        self.session = session
    }

    func run(_ line: String) -> (answer: String, refusals: [String]) {
        output = ""
        explanation = ""
        var findings: [Diagnostic] = []
        switch interpreter.run(Source(name: "example", text: line)) {
        case .finished, .exited: break
        case .failed(let list), .notUnderstood(let list): findings = list
        case .expectationFailed(let finding): findings = [finding]
        }
        explanation = DiagnosticRendering.render(findings, language: .english, colour: false)
        return (output, findings.map(\.code.description))
    }

    func answer(_ document: Document) {
        output += Terminal.render(document, style: Terminal.Style(width: nil, colour: false, language: .english))
        // A document must come out in every form and language.
        _ = Terminal.render(document, style: Terminal.Style(width: 40, colour: true, language: .vietnamese))
        _ = MarkdownDocument.bytes(document, in: .vietnamese)
    }

    func log(_ level: LogLevel, _ text: String) {}

    func warn(_ finding: Diagnostic) {}
}

extension Session {
    /// An empty session that can write every format, with a passphrase at hand.
    static func withFormats(
        _ files: MemoryFiles = MemoryFiles(), database: (any Connection)? = nil
    ) throws -> Session {
        let session = try Session.empty(files: files, secret: TranscriptRunner.secret, database: database)
        session.surroundings.tableWriters = TableFormat.all.map { format in
            TableWriter(format.ending) { format.bytes($0, $1) }
        }
        session.surroundings.tableReaders = TableReader.separated
        session.surroundings.paperWriters =
            PaperFormat.all.map { PaperWriter($0.ending, bytes: $0.bytes) }
            + [
                PaperWriter("md") { MarkdownDocument.bytes($0, in: $1) },
                PaperWriter("txt") { PlainDocument.bytes($0, in: $1) },
            ]
        return session
    }
}
