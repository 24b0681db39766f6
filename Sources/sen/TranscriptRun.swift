import Commands
import Diagnostics
import Glibc
import Language
import Rendering
import Values

/// Runs transcripts and compares, or writes what the lines really answer.
struct TranscriptRun {
    let world: World
    let output: Output

    /// Runs the files, each in a database of its own; 1 when an answer differs.
    func run(_ paths: [String], updates: Bool) throws -> Int {
        var failures = 0
        var count = 0
        for path in paths {
            let text = String(decoding: try LocalFiles().read(path), as: UTF8.self)
            let transcript = path.hasSuffix(".md") ? Transcript(markdown: text) : Transcript(session: text)
            let session = try world.session(origin: "test", inMemory: true)
            let runner = TranscriptRunner(session, world)
            var answers: [[String]] = []
            for step in transcript.steps {
                let answer = runner.run(step)
                answers.append(answer)
                count += 1
                guard !updates, answer != step.trimmedAnswer else { continue }
                failures += 1
                output.write("\(path):\(step.line): \(step.input)\n", to: STDOUT_FILENO)
                for line in step.trimmedAnswer where !answer.contains(line) {
                    output.write("  - \(line)\n", to: STDOUT_FILENO)
                }
                for line in answer where !step.trimmedAnswer.contains(line) {
                    output.write("  + \(line)\n", to: STDOUT_FILENO)
                }
            }
            if updates {
                let files = LocalFiles()
                let staged = try files.stage(Array(transcript.updated(text, answers).utf8), for: path)
                try files.publish(staged, as: path)
            }
        }
        output.write("\(count - failures) passed, \(failures) failed\n", to: STDOUT_FILENO)
        return failures == 0 ? 0 : 1
    }
}

extension TranscriptRunner {
    /// A runner whose answers look as they do when the output is no terminal.
    convenience init(_ session: Session, _ world: World) {
        self.init(
            session,
            render: { Terminal.render($0, style: Terminal.Style(width: nil, colour: false, language: .english)) },
            explain: { DiagnosticRendering.render($0, language: .english, colour: false) })
    }
}
