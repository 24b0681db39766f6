import Diagnostics
import Syntax
import Testing
import Values

@Suite struct StatementTests {
    @Test(arguments: [
        ("use \"lib/x.sen\"", "use text(‘lib/x.sen’)"),
        ("use units now", "<use units now ·>"),
        ("let x = list units", "let x = <list units ·>"),
        ("let x = $y | count", "let x = $y | count"),
        ("let x = not $y", "let x = (not $y)"),
        ("let x = yes", "let x = yesNo(true)"),
        ("let x = last month", "let x = <· relative(-1 month)>"),
        ("let x = [a, 2]", "let x = <· [a, number(2)]>"),
        ("let x = (1 + 2) * 3 | count", "let x = ((number(1) + number(2)) * number(3)) | count"),
        ("let x = (list units | first 3) | count", "let x = (<list units ·> | first 3) | count"),
        ("let x = count($y) + 1", "let x = (count($y) + number(1))"),
        ("set $x = $x + 1", "set $x = ($x + number(1))"),
        ("set target 2282-A value: 60%", "<set target 2282-A · value: percent(0.6)>"),
        ("log info \"a\"", "log info text(‘a’)"),
        ("log error \"a\"", "log error text(‘a’)"),
        ("log training HP-012 \"a\" on: 2025-03-14", "<log training HP-012 · text(‘a’) on: date(2025-03-14)>"),
        ("log info about", "<log info about ·>"),
        ("return HP-012 with: \"a\"", "<return HP-012 · with: text(‘a’)>"),
        ("exit", "exit"),
        ("exit 3", "exit number(3)"),
        ("expect count($t) > 0 else warn \"none\"", "expect (count($t) > number(0)) warn text(‘none’)"),
        ("expect $a else stop \"b\"", "expect $a stop text(‘b’)"),
        ("plan time as-of 5/12/2025 list units", "plan! time! as-of(2025-12-05)! <list units ·>"),
        ("explain $x | count", "explain! $x | count"),
        ("explain (list units)", "explain! (<list units ·>)"),
        ("explain indicator 2282-A", "explain! <indicator 2282-A ·>"),
        ("time", "<time ·>"),
        ("plan 2025", "<plan · number(2025)>"),
        ("plan period: 2025", "<plan · period: number(2025)>"),
        ("step back", "<step back ·>"),
        ("1 + 2", "(number(1) + number(2))"),
        ("count($x)", "count($x)"),
        ("# only a comment", ""),
    ])
    func reads(_ text: String, _ tree: String) {
        #expect(outline(text) == tree)
    }

    @Test(arguments: [
        ("if a then\n exit\nend", "if a {exit}"),
        ("if a then exit\nend", "if a {exit}"),
        ("if a then\nelseif b then\n exit\nelse\n exit 1\nend", "if a {} else if b {exit} else {exit number(1)}"),
        ("for x in list units do\n exit\nend", "for x in <list units ·> {exit}"),
        ("for x in $t | first 3 do\nend", "for x in $t | first 3 {}"),
        ("for x in $t | distinct do\nend", "for x in $t | distinct  {}"),
        ("for x in (list do) do\nend", "for x in (<list do ·>) {}"),
        ("for x in [1, 2] do\nend", "for x in <· [number(1), number(2)]> {}"),
        ("def f() -> number\n return 1\nend", "def f() -> number {return number(1)}"),
        ("def f(a: code:unit,\n b: yes/no) -> text\n return\nend", "def f(a: code:unit, b: yes/no) -> text {return}"),
        ("def f() -> text\n if a then\n return $x\n end\nend", "def f() -> text {if a {return $x}}"),
        ("try\n exit\ncatch problem\n exit 1\nend", "try {exit} catch problem {exit number(1)}"),
        ("atomic \"a {$x}\"\n exit\nend", "atomic text(‘a ’ {$x}) {exit}"),
        ("step \"a\"\n exit\nend", "step text(‘a’) {exit}"),
        ("if a then\n for x in $t do\n  exit\n end\nend\nexit", "if a {for x in $t {exit}}; exit"),
    ])
    func readsBlocks(_ text: String, _ tree: String) {
        #expect(outline(text) == tree)
        #expect(outline(text.split(separator: "\n").joined(separator: "\r\n") + "\r\n\r\n") == tree)
    }

    @Test func readsTheHeader() throws {
        let parse = Parser.parse(Samples.source(Samples.digest))
        #expect(parse.findings.isEmpty)
        let header = try #require(parse.program.header)
        #expect(header.name.text == "monthly-digest" && header.version == 1)
        #expect(header.summary.plain == "Monthly digest of one office and everything under it")
        #expect(header.parameters.map(\.name.text) == ["month", "under", "out"])
        #expect(header.parameters.map(\.type.text) == ["period", "unit", "path"])
        #expect(
            header.parameters.map { $0.standard.map(Outline.of) } == [
                "relative(-1 month)", "SGD-HP", "text(‘out/’ {$month})",
            ])
        #expect(header.parameters.map { $0.help?.plain } == ["Month to report", "Top unit", "Folder for the files"])
        #expect(header.needs.map(\.pack.text) == ["reporting", "communications"])
        #expect(header.needs.map(\.version) == [1, 1])
        #expect(parse.program.comments.map(\.text) == ["#!/usr/bin/env sen"])
        #expect(parse.program.statements.count == 7)
    }

    @Test func readsASmallHeader() throws {
        let text = "script x version 2 \"X\"\n\n  # note\n  param n: number\n  param note: text \"Why\"\nend\nexit"
        let parse = Parser.parse(Samples.source(text))
        #expect(parse.findings.isEmpty)
        let header = try #require(parse.program.header)
        #expect(
            header.parameters.count == 2 && header.parameters[0].standard == nil && header.parameters[0].help == nil)
        #expect(Samples.source(text)[header.span].hasSuffix("end"))
    }

    @Test(arguments: [Samples.lines, Samples.digest, Samples.everything])
    func samplesHaveNoFindings(_ text: String) {
        let parse = Parser.parse(Samples.source(text))
        #expect(parse.findings.map(\.message.english) == [])
        #expect(!parse.isIncomplete)
        for statement in parse.program.statements {
            #expect(statement.span.start < statement.span.end)
        }
    }

    @Test func spansAreThoseOfTheStatements() {
        let text = "list units # all\nif a then\n  exit\nend\n"
        let parse = Parser.parse(Samples.source(text))
        #expect(
            parse.program.statements.map { parse.program.source[$0.span] } == ["list units", "if a then\n  exit\nend"])
    }
}

@Suite struct PipelineTests {
    @Test(arguments: [
        ("list trainings period: 2025 under: SGD-HP", "<list trainings · period: number(2025) under: SGD-HP>"),
        ("show HP-012 yes rest", "<show HP-012 · yesNo(true) rest>"),
        ("show 2025-10 2025-Q3", "<show · period(2025-10) period(2025-Q3)>"),
        ("show last month this year next quarter", "<show · relative(-1 month) relative(0 year) relative(1 quarter)>"),
        (
            "show last day this half next school-year",
            "<show · relative(-1 day) relative(0 half) relative(1 school-year)>"
        ),
        ("show last unit", "<show last unit ·>"),
        ("show a: -5 b: -2.5% c: -3 đ d: - 4 h", "#"),
        ("show a: -5 b: -2.5% c: -3 đ d: -4 h", "<show · a: number(-5) b: percent(-0.025) c: money(-3) d: time(-4 h)>"),
        ("show 14/3/2025 30min 5 working days", "<show · date(2025-03-14) time(30 min) time(5 working days)>"),
        ("show [] x: [a, [1, $b],\n \"c\"]", "<show · [] x: [a, [number(1), $b], text(‘c’)]>"),
        ("show sum(a, b) x: f()", "<show · sum(a, b) x: f()>"),
        ("show t: (list units | count) x: ($y)", "<show · t: (<list units ·> | count) x: ($y)>"),
        ("show t: (\n list units |\n count\n)", "<show · t: (<list units ·> | count)>"),
    ])
    func readsSentences(_ text: String, _ tree: String) {
        if tree == "#" { #expect(codes(text) == ["expected-value"]) } else { #expect(outline(text) == tree) }
    }

    @Test(arguments: [
        ("where a = 1 or b", "where ((a = number(1)) or b)"),
        ("keep a, b", "keep a,b"), ("keep a,\n b", "keep a,b"), ("keep unit, 2025-10", "keep unit,2025-10"),
        ("drop a", "drop a"), ("distinct", "distinct "), ("distinct a, b", "distinct a,b"),
        ("unpivot", "unpivot "), ("unpivot a, b", "unpivot a,b"), ("fill", "fill "), ("fill a", "fill a"),
        ("add x = a + 1, y = f(b)", "add x=(a + number(1)),y=f(b)"),
        ("rename a to b, c to d", "rename a>b,c>d"),
        ("sort by n desc, a + b, c asc", "sort n↓,(a + b)↑,c↑"),
        ("first 5", "first 5"), ("last 5", "last 5"), ("count", "count"),
        ("group by a, b", "group a,b with "), ("group by a with n = count()", "group a with n=count()"),
        ("join (list units) on unit", "join (<list units ·>) on unit"),
        ("join ($x | first 3) on unit, year keep unmatched", "join ($x | first 3) on unit,year keep"),
        ("pivot unit by month with sum(n)", "pivot unit month sum(n)"),
        ("chart bar x: unit", "<chart bar · x: unit>"), ("save \"a.csv\"", "<save · text(‘a.csv’)>"),
        ("show as: csv", "<show · as: csv>"), ("where where = count", "where (where = count)"),
    ])
    func readsVerbs(_ text: String, _ tree: String) {
        #expect(outline("$t | " + text) == "$t | " + tree)
        #expect(outline("list units |\n\n  # note\n  " + text + "\nexit") == "<list units ·> | " + tree + "; exit")
    }

    /// Keywords and verbs are words like any other inside a sentence.
    @Test func wordsAreFreeInSentences() {
        #expect(outline("show where count if end do else") == "<show where count if end do else ·>")
        #expect(outline("show x: where y: end z: step") == "<show · x: where y: end z: step>")
    }
}
