import Commands
import Diagnostics
import Foundation
import Glibc
import Language
import Rendering
import Syntax
import TestSupport
import Testing

/// No input makes reading, checking or telling its findings cost more than its length: four times the text costs no
/// more than about four times the work.
@Suite struct HostileInputTests {
    @Test(arguments: HostileInput.all)
    func costsNoMoreThanItsLength(_ input: HostileInput) throws {
        let session = try Session.empty(
            files: MemoryFiles(["lib.sen": "def twice(n: number) -> number\n  return $n * 2\nend\n"]))
        // Steps are not counted but the thread's own time, which other work on the machine does not lengthen.
        var size = 4_000
        var small = work(input.text(size), session)
        while small < 0.02, size < 64_000 {
            size *= 2
            small = work(input.text(size), session)
        }
        var ratio = Double.infinity
        for _ in 0..<4 where ratio > 8 {
            small = max(small, work(input.text(size), session))
            ratio = min(ratio, work(input.text(4 * size), session) / max(small, 0.005))
        }
        #expect(ratio < 8, "\(input.name): four times \(size) bytes cost \(ratio) times \(small) s")
    }

    /// The seconds of this thread for checking a text, telling what was found, and reading it for colours.
    private func work(_ text: String, _ session: Session) -> Double {
        let before = secondsOfWork()
        let source = Source(name: "input.sen", text: text)
        let findings = Interpreter(session).check(source)
        let shown = DiagnosticRendering.render(findings, language: .vietnamese, colour: false)
        #expect(shown.utf8.count < 5_000 * (findings.count + 1))
        _ = DiagnosticJSON.render(findings)
        return secondsOfWork() - before
    }

    private func secondsOfWork() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension HostileInput: CustomTestStringConvertible {
    public var testDescription: String { name }
}

/// The inputs of the fuzzer, each of which broke a law once or reaches something that no other does.
@Suite struct SavedInputTests {
    @Test(arguments: Checkout.files(in: "Tests/Fuzz/Corpus", ending: ""))
    func lawsHold(_ path: String) throws {
        let session = try Session.empty(
            files: MemoryFiles(["lib.sen": "def twice(n: number) -> number\n  return $n * 2\nend\nlet y = 1\n"]))
        Interpreter(session).run(Source(name: "prompt", text: "register unit SGD-HP \"Sở\" kind: so"))
        let bytes = try #require(FileManager.default.contents(atPath: Checkout.root.appending(path: path).path))
        #expect(ReadingLaws(session).broken(by: String(decoding: bytes, as: UTF8.self)) == nil)
    }
}
