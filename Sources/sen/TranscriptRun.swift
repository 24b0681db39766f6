import Commands
import DatabaseSQLite
import Diagnostics
import Glibc
import Language
import Rendering
import Values

/// Runs transcripts and compares, or writes what the lines really answer.
struct TranscriptRun {
    let world: World
    let output: Output

    /// Runs the files, and those of folders, each in a database of its own; 1 when an answer differs.
    func run(_ paths: [String], updates: Bool) throws -> Int {
        let found = FoundFiles.of(paths, ending: [".session", ".md"])
        let files = try found.map { (path: $0, text: String(decoding: try LocalFiles().read($0), as: UTF8.self)) }
        var (failures, count) = (0, 0)
        for (path, text) in files {
            let transcript = path.hasSuffix(".md") ? Transcript(markdown: text) : Transcript(session: text)
            guard !transcript.steps.isEmpty else { continue }
            let session = try world.session(origin: "test", inMemory: true, withInstalled: false)
            world.tellTranscript(in: session)
            let runner = TranscriptRunner(session, world)
            let answers = transcript.steps.map { runner.run($0) }
            count += transcript.steps.count { !$0.isSetting }
            if updates {
                let updated = transcript.updated(text, answers)
                guard updated != text else { continue }
                try LocalFiles().replace(path, with: Array(updated.utf8))
                output.write(path + "\n", to: STDOUT_FILENO)
                continue
            }
            for (step, answer) in zip(transcript.steps, answers) where answer != step.trimmedAnswer {
                failures += 1
                show(path, step, answer)
            }
        }
        let summary = Text("\(count) cases, \(failures) failed", vi: "\(count) trường hợp, \(failures) không đúng")
        output.write(summary(in: world.language) + "\n", to: STDOUT_FILENO)
        return failures == 0 ? 0 : 1
    }

    private func show(_ path: String, _ step: TranscriptStep, _ answer: [String]) {
        let input = step.input.split(separator: "\n", omittingEmptySubsequences: false)
        var text = "\(path):\(step.line): \(input[0])\n" + input.dropFirst().map { "  \($0)\n" }.joined()
        for line in step.differences(from: answer) { text += "    \(line)\n" }
        output.write(text, to: STDOUT_FILENO)
    }
}

extension World {
    /// Makes the surroundings of a session those in which every transcript is told, wherever and whenever it runs.
    fileprivate func tellTranscript(in session: Session) {
        let moment = Instant(seconds: Instant(options.today ?? TranscriptRunner.day).seconds + 8 * 3600)
        session.surroundings.now = { moment }
        session.surroundings.actor = { "test" }
        session.surroundings.origin = "test"
        session.surroundings.askSecret = { _ in TranscriptRunner.secret }
        session.surroundings.files = MemoryFiles()
        session.surroundings.emptyDatabase = { _ in try SQLiteConnection.inMemory() }
        session.surroundings.shelf = MemoryShelf()
        session.surroundings.language = .english
        session.surroundings.packFolder = nil
    }
}

extension TranscriptRunner {
    /// A runner whose answers look as they do when the output is no terminal.
    convenience init(_ session: Session, _ world: World) {
        self.init(
            session,
            render: { Terminal.render($0, style: Terminal.Style(width: nil, colour: false, language: $1)) },
            explain: { DiagnosticRendering.render($0, language: $1, colour: false) })
    }
}
