import Commands
import Foundation
import Language
import Rendering
import TestSupport
import Testing

/// Every session that is written down is true: the `.session` files and the session blocks of every README.
///
/// `Scripts/update` rewrites the answers (it sets SEN_UPDATE); review is the diff.
@Suite(.serialized) struct TranscriptTests {
    static let files =
        Checkout.files(in: ".", ending: ".session")
        + Checkout.files(in: ".", ending: ".md").filter { Checkout.text($0).contains("```session") }

    @Test(arguments: files)
    func sessionIsTrue(_ path: String) throws {
        let text = Checkout.text(path)
        let transcript = path.hasSuffix(".md") ? Transcript(markdown: text) : Transcript(session: text)
        let session = try Session.withFormats(MemoryFiles())
        let runner = TranscriptRunner(
            session,
            render: { Terminal.render($0, style: Terminal.Style(width: nil, colour: false, language: $1)) },
            explain: { DiagnosticRendering.render($0, language: $1, colour: false) })
        let answers = transcript.steps.map { runner.run($0) }
        if ProcessInfo.processInfo.environment["SEN_UPDATE"] != nil {
            try transcript.updated(text, answers).write(
                to: Checkout.root.appending(path: path), atomically: true, encoding: .utf8)
            return
        }
        for (step, answer) in zip(transcript.steps, answers) {
            #expect(
                answer == step.trimmedAnswer, "\(path):\(step.line): \(step.input)\nScripts/update rewrites the answers"
            )
        }
    }
}
