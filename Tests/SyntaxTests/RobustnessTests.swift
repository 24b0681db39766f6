import Diagnostics
import Syntax
import Testing

@Suite struct RobustnessTests {
    /// Broken scripts never trap, always end, and every finding and token lies inside the text.
    @Test(arguments: [Samples.lines, Samples.digest, Samples.everything])
    func survivesMutations(_ text: String) {
        var generator = Generator()
        let original = Array(text.utf8)
        let bits = Array("\"'{}()[]|,:\n$#-=<.1aé\\ ".utf8) + [0, 0xFF, 0xE2, 0x80, 0xAE]
        for _ in 0..<1500 {
            var bytes = original
            for _ in 0..<generator.int(1...4) {
                let place = generator.int(0...(bytes.count - 1))
                switch generator.int(0...3) {
                case 0: bytes[place] = generator.one(bits)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(generator.one(bits), at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + generator.int(0...40)))
                }
                if bytes.isEmpty { bytes = original }
            }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func check(_ text: String) {
        let source = Samples.source(text)
        let parse = Parser.parse(source)
        let size = text.utf8.count
        var place = 0
        for finding in parse.findings {
            guard let span = finding.place?.span, place <= span.start, span.start <= span.end, span.end <= size else {
                Issue.record("\(finding.code) lies outside or out of order: \(text)")
                return
            }
            place = span.start
        }
        for statement in parse.program.statements where statement.span.end > size {
            Issue.record("a statement lies outside: \(text)")
        }
        #expect(Lexer.tokens(of: source).last?.end == size)
    }

    /// Deep and long input gives findings, never a crash, and in time that grows with its length.
    @Test(arguments: [
        "(", "[", "show [", "f(", "\"{", "\"\"\"{", "not ", "- ", "1 + ", "a and ", "$t | ", "a, ", "}", "\"", "'",
        "a.", "1.", "1-", "-",
        "if a then ", "if a then\n", "try\n", "end\n", "| ", "|\n", ",\n", "@", "@ ", "“", "$", "\\", "\"\\", "4 ",
        "4 working ", "14/",
        "\u{301}", "\n", "\r", "#", "é", "x: ", "let x = (", "for x in (", "script ", "def f(a: ", "plan ", "\u{202E}",
        "\"\"\"\n", "{", ":",
    ])
    func survivesRepetition(_ piece: String) {
        let count = piece.utf8.count == 1 ? 100_000 : 10_000
        let clock = ContinuousClock()
        let time = clock.measure {
            check("show x: " + String(repeating: piece, count: count))
            check(String(repeating: piece, count: count))
        }
        #expect(time < .seconds(30), "\(piece) took \(time)")
    }

    @Test func survivesALongLine() {
        check("show " + String(repeating: "a", count: 1_000_000))
    }
}
