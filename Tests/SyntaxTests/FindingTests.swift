import Diagnostics
import Syntax
import Testing
import Values

/// Every code, each alone: one mistake gives one finding.
@Suite struct FindingTests {
    @Test(arguments: [
        ("list \u{202E}units", "forbidden-character"), ("log info \"a\u{0}b\"", "forbidden-character"),
        ("# \u{2066}", "forbidden-character"), ("list \u{FFFD}", "not-utf8"),
        ("list \u{1B}[0m", "forbidden-character"),
        ("list \u{200B} units", "forbidden-character"),
        ("list @units", "unexpected-character"), ("list units; exit", "unexpected-character"),
        ("show a: {b}", "unexpected-character"),
        ("register unit HP-1 “THPT”", "round-quotes"), ("show “THPT", "round-quotes"),
        ("show \"abc\nexit", "unfinished-text"), ("show 'abc", "unfinished-text"),
        ("log info \"{$x\nexit", "unfinished-text"),
        ("log info \"a {\"\nexit", "unfinished-text"),
        ("log info \"a } b\"", "lone-brace"), ("log info \"a\\d\"", "bad-escape"),
        ("log info \"\\u{110000}\"", "bad-escape"),
        ("show cost: 1.250.000 đ", "malformed-number"), ("show 1234567890123456789", "number-too-long"),
        ("show x: 0.00000000000000001%", "number-too-long"), ("show 1.250 đ", "fractional-money"),
        ("show 33 %", "space-before-percent"), ("show on: 2025-02-30", "no-such-day"),
        ("show on: 31/4/2025", "no-such-day"),
        ("show $ x", "variable-without-name"), ("expect a == b else stop \"\"", "foreign-operator"),
        ("list units#note", "comment-without-space"),
        ("let x =", "expected-command"), ("| count", "expected-command"), ("kind: a", "expected-command"),
        ("let x = list units | where", "expected-expression"), ("let x = 1 +\n2", "expected-expression"),
        ("show kind:", "expected-value"), ("show kind: name: x", "expected-value"), ("show a < b", "expected-value"),
        ("let $x = 5", "expected-name"), ("let = 5", "expected-name"), ("for in $x do\nend", "expected-word"),
        ("def f(a) -> text\nend", "expected-name"), ("def f() -> 5\nend", "expected-name"),
        ("$t | keep", "expected-column"), ("$t | group by 'a'", "expected-column"),
        ("$t | rename a to", "expected-column"),
        ("expect a else warn b", "expected-text"), ("atomic\nend", "expected-text"), ("step\nend", "expected-text"),
        ("$t | first", "expected-number"), ("$t | first 2.5", "expected-number"), ("$t | first -1", "expected-number"),
        ("script x version 1.5 \"\"\nend", "expected-number"),
        ("script x version 1 \"\"\nneeds a b\nend", "expected-number"),
        ("as-of list units", "expected-date"), ("$t | 5", "expected-verb"), ("$t | sum(x)", "expected-verb"),
        ("$t | \nexit |", "expected-verb"),
        ("if a\nend", "expected-word"), ("$t | sort unit", "expected-word"), ("expect a", "expected-word"),
        ("expect a else \"b\"", "expected-word"), ("$t | join ($x) unit", "expected-word"),
        ("$t | pivot a by b", "expected-word"),
        ("try\nend", "expected-word"), ("$t | add x 5", "expected-mark"), ("let x 5", "expected-mark"),
        ("set $x 5", "expected-mark"), ("$t | join $x on unit", "expected-mark"),
        ("def f() text\nend", "expected-mark"),
        ("def f -> text\nend", "expected-mark"), ("log info \"{a b}\"", "expected-mark"),
        ("let x = (list units | count x)", "unclosed-bracket"), ("show x: [a b]", "unclosed-bracket"),
        ("list units)", "unexpected-rest"), ("$t | count x", "unexpected-rest"), ("exit 3 4", "unexpected-rest"),
        ("show kinds: a, b", "comma-in-arguments"), ("show hours: 3,5", "decimal-comma"),
        ("list units kind = thpt", "equal-in-arguments"),
        ("list units kind:thpt", "label-without-space"), ("use https://x.vn", "label-without-space"),
        ("$t | where share (a, b)", "space-before-bracket"), ("$t | where 1 < a < 3", "chained-comparison"),
        ("show last week", "week-is-no-period"), ("if a then\nexit", "missing-end"),
        ("script x version 1 \"\"\nexit", "missing-end"),
        ("exit\nend", "stray-keyword"), ("else", "stray-keyword"), ("elseif a then", "stray-keyword"),
        ("catch x", "stray-keyword"),
        ("if a then\nelse\nelse\nend", "stray-keyword"), ("if a then\nelse if b then\nend", "else-if"),
        ("exit\nscript x version 1 \"\"", "header-not-first"),
    ])
    func oneMistakeGivesOneFinding(_ text: String, _ code: String) throws {
        let parse = Parser.parse(Samples.source(text))
        #expect(parse.findings.map(\.code.description) == [code])
        let finding = try #require(parse.findings.first)
        let span = try #require(finding.place).span
        #expect(span.start >= 0 && span.start <= span.end && span.end <= text.utf8.count)
        for sentence in [finding.message] + finding.notes {
            #expect(
                sentence.english.hasSuffix(".") && sentence.vietnamese.hasSuffix(".")
                    && sentence.english != sentence.vietnamese)
        }
    }

    /// What a finding offers in place of its span makes the line right.
    @Test(arguments: [
        "register unit HP-1 “THPT A”", "log info \"a } b\"", "show cost: 1.250.000 đ", "show 33 %",
        "expect a == b else stop \"\"", "expect a <> b else stop \"\"", "list units#note", "show hours: 3,5",
        "list units kind = thpt", "list units kind:thpt", "$t | where share (a, b)", "let $x = 5",
        "if a then\nelse if b then\nend",
    ])
    func replacementsCure(_ text: String) throws {
        let finding = try #require(Parser.parse(Samples.source(text)).findings.first)
        let replacement = try #require(finding.replacement)
        let span = try #require(finding.place).span
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(span.start..<span.end, with: replacement.utf8)
        #expect(codes(String(decoding: bytes, as: UTF8.self)) == [])
    }

    @Test func allFindingsComeInOnePass() {
        let text = """
            let = 5
            list units kind = a
            if then
              show 3,5
              $t | first
            else
              exit 1 2
            end
            for x in do
              end
            def f(a: text -> text
              return $a
            end
            list units
            """
        let parse = Parser.parse(Samples.source(text))
        #expect(
            parse.findings.map(\.code.description) == [
                "expected-name", "equal-in-arguments", "expected-expression", "decimal-comma", "expected-number",
                "unexpected-rest", "expected-command", "unclosed-bracket",
            ])
        #expect(parse.program.statements.map(Outline.of) == ["<list units ·>"])
        #expect(!parse.isIncomplete)
    }

    /// The lines on which a broken line goes on belong to it.
    @Test(arguments: [
        "let x = $t | 5 |\n  add a = 1,\n    b = 2 |\n\n  count\nexit", "show a: b,\n  c = d\nexit",
        "let x = ] [\n  a = b ]\nexit",
    ])
    func brokenLinesAreSkippedWhole(_ text: String) {
        let parse = Parser.parse(Samples.source(text))
        #expect(parse.findings.count == 1)
        #expect(parse.program.statements.map(Outline.of) == ["exit"])
    }

    @Test func namesTheStartOfABlock() throws {
        let source = Source(name: "x", text: "exit\nfor x in $t do\n  exit\n", firstLine: 10)
        let finding = try #require(Parser.parse(source).findings.first)
        #expect(finding.message.english == "The ‘for’ of line 11 has no ‘end’.")
        #expect(finding.place?.span == SourceSpan(5, 8))
    }

    @Test func limits() {
        #expect(codes(String(repeating: " ", count: 10_000_001)) == ["too-large"])
        #expect(Parser.expression(Samples.source(String(repeating: " ", count: 10_000_001))).1.count == 1)
        #expect(codes("let x = " + String(repeating: "(", count: 300)) == ["too-deep"])
        #expect(codes(String(repeating: "if a then\n", count: 300)) == ["too-deep"])
        #expect(codes("exit " + String(repeating: "1 + ", count: 1500) + "1") == ["too-many-operators"])
        #expect(codes("list units " + String(repeating: "| count ", count: 1500)) == ["too-many-operators"])
        #expect(codes("$t | add " + String(repeating: "a = 1, ", count: 1500) + "b = 1") == ["too-many-operators"])
        let many = codes(String(repeating: "let = 5\n", count: 300))
        #expect(many.count == 201 && many.last == "too-many-findings")
    }
}

@Suite struct IncompleteTests {
    @Test(arguments: [
        "if a then", "if a then\n exit\n", "for x in $t do\n", "def f() -> text\nreturn 1", "try\nexit",
        "try\nexit\ncatch p\n",
        "atomic \"a\"", "step \"a\"\nif b then\nexit", "if a then\nelse\n", "show \"abc", "show \"\"\"abc\nd",
        "log info \"{$x", "show 'a",
        "list units |", "list units |\n\n", "$t | keep a,", "$t | keep a,\n", "show x: [a", "show x: [a,\n",
        "let x = (list units",
        "let x = (list units |", "let x = f(1,", "let x = (1 +", "script x version 1 \"\"\nparam a: text",
        "if a then\nshow [1,",
        "show x: (",
    ])
    func morewouldHelp(_ text: String) {
        let parse = Parser.parse(Samples.source(text))
        #expect(parse.isIncomplete, "\(parse.findings.map(\.code))")
    }

    @Test(arguments: [
        "", "exit", "let x =", "show kind:", "if a", "end", "show \"abc\n", "if a then\nlet = 5\n", "list units | 5 |",
        "show [a b",
        "list units | where", "try\nend", "1.2.3 |", "$t | where a ==\n",
    ])
    func nothingMissingOrMoreWouldNotHelp(_ text: String) {
        #expect(!Parser.parse(Samples.source(text)).isIncomplete)
    }

    /// Whatever the beginning of a good script is called incomplete for, its rest cures.
    @Test func beginningsOfAGoodScript() {
        let lines = Samples.everything.split(separator: "\n", omittingEmptySubsequences: false)
        for count in 1...lines.count {
            let text = lines.prefix(count).joined(separator: "\n")
            let parse = Parser.parse(Samples.source(text))
            #expect(parse.findings.isEmpty || parse.isIncomplete, "\(text)")
        }
    }
}
