import Diagnostics
import Syntax
import TestSupport
import Testing
import Values

@Suite struct SourceFormTests {
    @Test(arguments: [
        (Value.text("a \"b\" {c} \\ \n\t\u{0}\u{202E}\u{2028}"), #""a \"b\" {{c}} \\ \n\t\u{0}\u{202e}\u{2028}""#),
        (.number(-1250), "-1250"), (.money(1_250_000), "1250000 đ"), (.yesNo(true), "yes"), (.yesNo(false), "no"),
        (.time(TimeAmount(4, .hours)), "4 h"), (.time(TimeAmount(5, .workingDays)), "5 working days"),
        (.list([.number(1), .text("b")]), "[1, \"b\"]"),
    ])
    func writesValues(_ value: Value, _ text: String) {
        #expect(SourceForm.of(value) == text)
    }

    @Test func writesDatesPeriodsAndShares() throws {
        #expect(SourceForm.of(.date(try #require(Day(iso: "2025-03-14")))) == "2025-03-14")
        #expect(SourceForm.of(.percent(try #require(Number("0.125")))) == "12.5%")
        for text in ["2025", "2025-H1", "2025-Q3", "2025-10", "2025-2026"] {
            #expect(SourceForm.of(.period(try #require(Period(text)))) == text)
        }
    }

    @Test func hasNoFormForWhatCannotBeWritten() {
        #expect(SourceForm.of(.missing) == nil)
        #expect(SourceForm.of(.record(Record(names: [], values: []))) == nil)
        #expect(SourceForm.of(.number(Number(Int64.max))) == nil)
        #expect(SourceForm.of(.percent(Number(Int64.max))) == nil)
        #expect(SourceForm.of(.money(Int64.min)) == nil)
        #expect(SourceForm.of(.date(Day(number: .max))) == nil)
        #expect(SourceForm.of(.list([.missing])) == nil)
    }

    @Test(arguments: ["HP-012", "NQ28-1.1", "2282-B", "15-17", "SGD-HP", "Đơn-vị", "2025-99", "where", "end"])
    func bareWords(_ text: String) {
        #expect(SourceForm.word(text) == text)
    }

    @Test(arguments: [
        "2025", "yes", "no", "a b", "", "last", "2025-10", "2025-03-14", "4h", "h", "a:", "a#", "$x", "-a", "a-",
        "1.2.3", "a\u{306}",
    ])
    func quotedWords(_ text: String) {
        #expect(SourceForm.word(text) == "\"\(text.composed)\"")
    }

    /// Whatever value is written reads back as the same value, on one line.
    @Test func valuesReadBack() throws {
        var generator = Generator()
        for _ in 0..<3000 {
            let value = generator.value(depth: 2)
            let text = try #require(SourceForm.of(value))
            #expect(!text.contains { $0.isNewline })
            let parse = Parser.parse(Samples.source("show x: \(text) y: 1"))
            #expect(parse.findings.isEmpty, "\(text)")
            guard case .sentence(_, let pipeline)? = parse.program.statements.first?.kind,
                case .sentence(let sentence) = pipeline.origin, let argument = sentence.arguments.first
            else {
                Issue.record("no sentence: \(text)")
                continue
            }
            #expect(readBack(argument.value) == value, "\(text)")
            #expect(SourceForm.of(argument.value) == text)
        }
    }

    private func readBack(_ value: ArgumentValue) -> Value? {
        switch value.kind {
        case .literal(let value): return value
        case .string(let text): return text.plain.map(Value.text)
        case .list(let values):
            let list = values.compactMap(readBack)
            return list.count == values.count ? .list(list) : nil
        default: return nil
        }
    }

    /// Whatever word is written reads back as that word or that text.
    @Test func wordsReadBack() {
        var generator = Generator()
        for _ in 0..<3000 {
            let word = generator.text()
            let tree = outline("show x: \(SourceForm.word(word)) y: 1")
            let expected = word.composed
            #expect(
                [expected, "text(‘\(expected)’)", "text()"].contains { tree == "<show · x: \($0) y: number(1)>" },
                "\(word.debugDescription) \(tree)")
        }
    }

    /// An expression that is written and read again is the same tree.
    @Test func expressionsReadBack() throws {
        var generator = Generator()
        for _ in 0..<3000 {
            let tree = generator.expression(depth: 4)
            let text = try #require(SourceForm.of(tree))
            #expect(expression(text) == Outline.of(tree), "\(text)")
        }
    }

    @Test(arguments: [Samples.lines, Samples.digest, Samples.everything])
    func pipelinesReadBack(_ text: String) throws {
        for statement in Parser.parse(Samples.source(text)).program.statements {
            guard case .sentence(let prefixes, let pipeline) = statement.kind else { continue }
            let written = try #require(SourceForm.of(pipeline))
            #expect(!written.contains { $0.isNewline })
            let tree = Outline.of(pipeline)
            #expect(outline(written) == tree || !prefixes.isEmpty && outline("plan " + written) == "plan! " + tree)
        }
    }

    @Test(arguments: [
        "show last month this day next school-year x: ($t | sort by a desc, b | group by a with n = count(), m = c)",
        "show a b: [c, \"d\"] e: f(\"{$x:0,0}\") | join ($t) on a keep unmatched | pivot a by b with -c",
        "$t | add a = (b + c) * d, e = not (f and g) | where h not in [1, 2] and i between 1 and 2 or j is not empty",
        "$t | rename a to b, c to d | distinct | count", "($t | first 3) | last 2",
    ])
    func pipelinesAreWrittenAsTheyCame(_ text: String) throws {
        guard case .sentence(_, let pipeline)? = Parser.parse(Samples.source(text)).program.statements.first?.kind
        else {
            Issue.record("no sentence")
            return
        }
        #expect(SourceForm.of(pipeline) == text)
    }

    @Test func wordsAreKnownByTheirBytes() {
        var dice = Dice(7)
        let letters = ["a", "Z", "s", "h", "d", "0", "9", "5", "_", "-", ".", "đ", " ", ":", "Q", "1"]
        for _ in 0..<20_000 {
            let text = (0..<dice.below(7)).map { _ in dice.pick(letters) }.joined()
            let tokens = Lexer.tokens(of: Source(name: "", text: text))
            let isOneWord =
                tokens.count == 2 && tokens[0].kind == .word && tokens[0].span == SourceSpan(0, text.utf8.count)
            #expect(SourceForm.isWord(text) == (isOneWord && !["s", "h", "d", "đ"].contains(text)), "\(text)")
        }
    }
}
