import Diagnostics
import Rendering
import Testing
import Values

/// Places and excerpts of texts that are long or hold many lines.
@Suite struct LongSourceTests {
    /// Whatever the order in which places are asked for, line and column are those of counting from the beginning.
    @Test func placesAreCountedInAnyOrder() {
        let text = "ab\r\nte\u{302}n\n\n👩‍🏫x\nlast é"
        let source = Source(name: "x", text: text, firstLine: 3)
        for offset in (0...text.utf8.count).shuffled() + Array(0...text.utf8.count) {
            let front = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
            guard front.utf8.count == offset, !front.hasSuffix("\u{FFFD}"), !front.hasSuffix("\r") else { continue }
            let lines = front.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            let (line, column) = source.position(of: offset)
            #expect(line == lines.count + 2 && column == (lines.last?.count ?? 0) + 1, "\(offset)")
            #expect(
                source.line(at: offset).text == text.split(omittingEmptySubsequences: false) { $0.isNewline }[line - 3])
        }
    }

    @Test func placesOutsideAreThoseOfTheEnds() {
        let source = Source(name: "x", text: "a\nbc")
        #expect(source.position(of: -5) == (1, 1) && source.position(of: 99) == (2, 3))
        #expect(source.line(at: 99) == ("bc", 2) && source[SourceSpan(3, 99)] == "c")
    }

    /// Of a long line only what stands around the place is shown, and no line to type.
    @Test func excerptsOfLongLinesAreCut() {
        let text = String(repeating: "ế", count: 5_000) + "@" + String(repeating: " x", count: 5_000)
        let source = Source(name: "prompt", text: text)
        let finding = Diagnostic(
            "strange", Text("A", vi: "B"), place: Place(source: source, span: SourceSpan(15_000, 15_001)),
            replacement: "a")
        let lines = DiagnosticRendering.render([finding, finding], language: .english, colour: false)
            .split(separator: "\n")
        #expect(lines.count == 6 && lines.allSatisfy { $0.utf8.count < 700 })
        #expect(lines[1].hasPrefix("  …ế") && lines[1].hasSuffix("…"))
        let place = lines[1].prefix { $0 != "@" }.count
        #expect(lines[2] == String(repeating: " ", count: place) + "^")
        #expect(finding.lineToTry == nil)
    }

    @Test func messagesOfOneEndlessLetterAreCut() {
        let zalgo = "a" + String(repeating: "\u{301}", count: 100_000)
        let finding = Diagnostic("strange", Text(verbatim: zalgo))
        #expect(DiagnosticRendering.render([finding], language: .english, colour: false).utf8.count < 2_000)
    }
}
