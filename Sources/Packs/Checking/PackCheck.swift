import Commands
import Diagnostics
import Documents
import JSON
import Language
import Rendering
import Syntax
import Values

/// Tries a pack out in an empty database of its own: its examples, and how its program behaves.
struct PackCheck {
    private let pack: InstalledPack
    private let session: Session

    init(_ pack: InstalledPack, in session: Session) {
        self.pack = pack
        self.session = session
    }

    private var manifest: Manifest { pack.manifest }

    /// Runs every example of every command behind the pack's fixture; gives how many there were.
    func runExamples() throws -> Int {
        var findings: [Diagnostic] = []
        var count = 0
        let known = try others()
        for command in manifest.commands {
            let trial = try trial(known)
            for line in manifest.fixture {
                let (_, refusals) = run(line, in: trial)
                if let refusal = refusals.first { findings.append(PackCheck.untrue(line, Text(verbatim: ""), refusal)) }
            }
            for example in command.examples {
                count += 1
                findings += fault(of: example, in: trial).map { [$0] } ?? []
            }
            findings += try replayFault(of: trial).map { [$0] } ?? []
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        return count
    }

    /// Asks the program what it must refuse, and tells it to go; gives how many drills there were.
    func drillProgram() throws -> Int {
        let program = PackProgram(of: pack)
        let trial = try trial(try others())
        try program.talk(in: trial) { pipe in
            pipe.send(
                JSON.object([
                    "kind": "invoke", "id": .int(pipe.lastAsked), "command": "no such command",
                    "arguments": .object([:]), "language": "vi", "today": "2025-12-01", "novelty": 1,
                ]).bytes)
            while true {
                let message = try program.message(
                    &pipe, until: .now + .seconds(manifest.patience), in: trial)
                if case .error = message { return }
                if case .end = message {
                    throw PackCheck.ill(
                        manifest.name,
                        Text("it answers a command that there is not", vi: "trả lời cả lệnh không có"))
                }
            }
        }
        try program.talk(in: trial) { pipe in
            pipe.send(JSON.object(["kind": "bye"]).bytes)
            guard pipe.end(patience: 1000) == .status(0) else {
                throw PackCheck.ill(
                    manifest.name, Text("it does not leave at ‘bye’", vi: "không kết thúc khi nhận ‘bye’"))
            }
        }
        return 2
    }

    // MARK: Examples

    private func others() throws -> [CommandPack] {
        session.registry.packs.filter { $0.name != manifest.name || $0.kind == .builtIn }
    }

    /// An empty database with the pack in it, on a day that never changes.
    private func trial(_ others: [CommandPack]) throws -> Session {
        var surroundings = session.surroundings
        let moment = Instant(seconds: Instant(TranscriptRunner.day).seconds + 8 * 3600)
        surroundings.now = { moment }
        surroundings.language = .english
        surroundings.files = MemoryFiles()
        surroundings.packFolder = nil
        return try Session(
            registry: Registry(others + [pack.asCommandPack]), database: surroundings.emptyDatabase(nil),
            surroundings: surroundings)
    }

    private func run(_ line: String, in trial: Session) -> (answer: String, refusals: [Diagnostic]) {
        let gathered = Gathered()
        let interpreter = Interpreter(trial, listener: gathered, isCancelled: session.isStopped)
        let refusals: [Diagnostic] =
            switch interpreter.run(Source(name: "example", text: line)) {
            case .finished, .exited: []
            case .failed(let findings), .notUnderstood(let findings): findings
            case .expectationFailed(let finding): [finding]
            }
        let answer = gathered.documents.map {
            Terminal.render($0, style: Terminal.Style(width: nil, colour: false, language: .english))
        }
        return (answer.joined(), refusals)
    }

    private func fault(of example: Example, in trial: Session) -> Diagnostic? {
        let (answer, refusals) = run(example.line, in: trial)
        switch example.outcome {
        case .reports(let code):
            if refusals.contains(where: { $0.code.description == code }) { return nil }
            return PackCheck.untrue(
                example.line, Text("It is not refused with ‘\(code)’.", vi: "Không bị từ chối với mã ‘\(code)’."),
                refusals.first)
        case .runs, .prints:
            if let refusal = refusals.first { return PackCheck.untrue(example.line, Text(verbatim: ""), refusal) }
            guard case .prints(let text) = example.outcome, !answer.contains(text) else { return nil }
            return PackCheck.untrue(
                example.line,
                Text(
                    "Its answer does not hold ‘\(text)’: \(SourceForm.visible(String(answer.prefix(300))))",
                    vi: "Câu trả lời không chứa ‘\(text)’: \(SourceForm.visible(String(answer.prefix(300))))"), nil)
        }
    }

    /// What was recorded must be there again without the pack.
    private func replayFault(of trial: Session) throws -> Diagnostic? {
        let replay = try Replay(of: trial, into: session.surroundings.emptyDatabase(nil))
        _ = try replay.run()
        let tables = try replay.differences()
        guard !tables.isEmpty else { return nil }
        let names = tables.joined(separator: ", ")
        return PackCheck.ill(
            manifest.name,
            Text("replayed, these tables differ: \(names)", vi: "chạy lại nhật ký, các bảng khác nhau: \(names)"))
    }

    private static func untrue(_ line: String, _ why: Text, _ refusal: Diagnostic?) -> Diagnostic {
        let notes = [why].filter { !$0.english.isEmpty } + (refusal.map { [$0.message] + $0.notes } ?? [])
        return Diagnostic(
            .packExample, Text("This example is not true: \(line)", vi: "Ví dụ này không đúng: \(line)"), notes: notes)
    }

    private static func ill(_ pack: String, _ what: Text) -> Diagnostic {
        Diagnostic(
            .packExample,
            Text("The pack ‘\(pack)’ does not behave: ", vi: "Gói ‘\(pack)’ hoạt động không đúng: ") + what
                + Text(verbatim: "."))
    }
}

extension Diagnostic.Code {
    /// An example of a pack that is not true, or a program that does not behave.
    static let packExample: Self = "pack-example"
}
