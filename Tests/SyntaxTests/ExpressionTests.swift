import Diagnostics
import Syntax
import Testing
import Values

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("1 + 2 * 3 - 4", "((number(1) + (number(2) * number(3))) - number(4))"),
        ("a / b / c", "((a / b) / c)"),
        ("(a + b) * c", "((a + b) * c)"),
        ("-a * -b", "((- a) * (- b))"),
        ("a - -3", "(a - (- number(3)))"),
        ("a or b and not c = d", "(a or (b and (not (c = d))))"),
        ("not a and b or c", "(((not a) and b) or c)"),
        ("not not a", "(not (not a))"),
        ("a + 1 >= b * 2", "((a + number(1)) >= (b * number(2)))"),
        ("a != b and c < d", "((a != b) and (c < d))"),
        ("a <= b or c > d", "((a <= b) or (c > d))"),
        ("a in [x, \"y\", 3]", "(a in [x, text(‘y’), number(3)])"),
        ("a not in [x]", "(a not in [x])"),
        ("a between 1 and 2 and b", "((a between number(1) and number(2)) and b)"),
        ("a is missing", "(a is missing)"),
        ("a is not empty or b", "((a is not empty) or b)"),
        ("name matches \"^TH\"", "(name matches text(‘^TH’))"),
        ("share(women, women + men) < 10%", "(share(women, (women + men)) < percent(0.1))"),
        ("count()", "count()"),
        ("$row.unit = HP-012", "($row.unit = HP-012)"),
        ("yes = no", "(yesNo(true) = yesNo(false))"),
        ("opened >= 14/3/2025", "(opened >= date(2025-03-14))"),
        ("month = 2025-10", "(month = period(2025-10))"),
        ("hours < 4 h", "(hours < time(4 h))"),
        ("cost > 1_250_000 đ", "(cost > money(1250000))"),
        ("x = 33.5%", "(x = percent(0.335))"),
        ("a-b", "a-b"),
        ("count(\n  a,\n  b\n)", "count(a, b)"),
        ("on = of", "(on = of)"),
        ("\na\n+ b\n", "(a + b)"),
    ])
    func reads(_ text: String, _ tree: String) {
        #expect(expression(text) == tree)
    }

    @Test(arguments: [
        ("count((list units))", "count((<list units ·>))"),
        (
            "count((list units kind: thpt | where a = 1)) + 1",
            "(count((<list units · kind: thpt> | where (a = number(1)))) + number(1))"
        ),
        ("on = (last month)", "(on = (<· relative(-1 month)>))"), ("(a)", "a"), ("(a and b)", "(a and b)"),
        ("sum(($t | first 2), a)", "sum(($t | first 2), a)"),
        ("\"{1250000 đ:0,0} {4 h} {x:0.0}\"", "any"),
    ])
    func bracketsHoldPipelines(_ text: String, _ tree: String) throws {
        let (whole, findings) = Parser.expression(Samples.source(text))
        #expect(findings.isEmpty)
        let made = try #require(whole)
        if tree != "any" { #expect(Outline.of(made) == tree) }
        let written = try #require(SourceForm.of(made))
        let again = try #require(Parser.expression(Samples.source(written)).0)
        #expect(Outline.of(again) == Outline.of(made), "\(written)")
    }

    @Test func spansReachFromEndToEnd() throws {
        let text = "a + (b * c)"
        let (whole, _) = Parser.expression(Samples.source(text))
        let expression = try #require(whole)
        #expect(expression.span == SourceSpan(0, 11))
        guard case .arithmetic(_, _, let right) = expression.kind else {
            Issue.record("no sum")
            return
        }
        #expect(right.span == SourceSpan(4, 11))
    }

    @Test(arguments: [
        ("", "expected-expression"), ("a +", "expected-expression"), ("a b", "unexpected-rest"),
        ("a < b < c", "chained-comparison"),
        ("a = b = c", "chained-comparison"), ("share (a)", "space-before-bracket"), ("f(a", "unclosed-bracket"),
        ("a in b", "expected-mark"), ("a in []", "expected-expression"), ("a is", "expected-word"),
        ("a between 1 or 2", "expected-word"), ("a matches b", "expected-text"), ("a == b", "foreign-operator"),
        ("a <> b", "foreign-operator"), ("and", "expected-expression"), ("a = b not", "unexpected-rest"),
        ("a is missing + 1", "unexpected-rest"), ("1 + not a", "expected-expression"), ("a,", "unexpected-rest"),
    ])
    func refuses(_ text: String, _ code: String) {
        let (_, findings) = Parser.expression(Samples.source(text))
        #expect(findings.map(\.code.description) == [code])
    }
}

@Suite struct TextLiteralTests {
    private func plain(_ text: String, _ location: SourceLocation = #_sourceLocation) -> String? {
        let (expression, findings) = Parser.expression(Samples.source(text))
        #expect(findings.isEmpty, sourceLocation: location)
        guard case .string(let literal)? = expression?.kind else { return nil }
        return literal.plain
    }

    @Test func resolvesEscapes() {
        #expect(plain(#""a\n\t\"\\\u{1EA1} {{b}}""#) == "a\n\t\"\\ạ {b}")
        #expect(plain(#"'a\n {b} "c"'"#) == #"a\n {b} "c""#)
        #expect(plain("\"\"") == "")
        let composed = plain("\"Na\u{306}\u{303}ng\"")
        #expect(composed?.unicodeScalars.count == 4)
    }

    @Test func setsLines() {
        #expect(plain("\"\"\"\n    a\n      b \"c\"\n\n    \"\"\"") == "a\n  b \"c\"\n")
        #expect(plain("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"") == "a\nb")
        #expect(plain("\"\"\"a\n  b\"\"\"") == "a\n  b")
        #expect(plain("\"\"\"\n\"\"\"") == "")
        #expect(plain("\"\"\"a\"\"\"") == "a")
        #expect(plain("\"\"\"\n  a\\n  b\n  \"\"\"") == "a\n  b")
    }

    @Test func holdsExpressions() {
        #expect(
            expression(#""n = {$n:0,0}, {share(a, b):0.0%} {{x}}""#)
                == "text(‘n = ’ {$n:0,0} ‘, ’ {share(a, b):0.0%} ‘ {x}’)")
        #expect(expression(#""{f("{$x}")}""#) == "text({f(text({$x}))})")
        #expect(expression("\"\"\"\n  a {$x}\n  {$y}\n  \"\"\"") == "text(‘a ’ {$x} ‘\n’ {$y})")
    }
}
