import Diagnostics
import Syntax
import Tables
import Testing
import Values

@Suite struct FindingTests {
    /// The text, the code, where it stands, and what to type there.
    @Test(arguments: [
        ("hour + 1", "unknown-column", "hour", "hours"),
        ("zzzzz + 1", "unknown-column", "zzzzz", nil),
        ("topic = Phiên", "unknown-column", "Phiên", "\"Phiên\""),
        ("hours > few", "unknown-column", "few", "$few"),
        ("$fw + 1", "unknown-variable", "$fw", "$few"),
        ("$row.womn", "unknown-field", "womn", "women"),
        ("$t.women", "unknown-field", "women", nil),
        ("$few.women", "unknown-field", "women", nil),
        ("shar(women, men)", "unknown-function", "shar", "share"),
        ("wonderful(women)", "unknown-function", "wonderful", nil),
        ("share(women)", "wrong-argument-count", "share(women)", nil),
        ("abs(1, 2)", "wrong-argument-count", "abs(1, 2)", nil),
        ("double()", "wrong-argument-count", "double()", nil),
        ("sum($t)", "wrong-argument-count", "sum($t)", nil),
        ("double(topic)", "wrong-type", "topic", nil),
        ("round(topic)", "wrong-type", "topic", nil),
        ("if(hours, 1, 2)", "wrong-type", "hours", nil),
        ("if(closed, 1, topic)", "wrong-type", "if(closed, 1, topic)", nil),
        ("share(women, cost)", "wrong-type", "share(women, cost)", nil),
        ("max($t, closed)", "wrong-type", "closed", nil),
        ("topic + unit", "wrong-type", "topic + unit", "\"{topic}{unit}\""),
        ("hours + cost", "wrong-type", "hours + cost", nil),
        ("cost + 5", "wrong-type", "5", "5 đ"),
        ("on + 3", "wrong-type", "3", "3 d"),
        ("hours + 5%", "wrong-type", "hours + 5%", nil),
        ("cost * cost", "wrong-type", "cost * cost", nil),
        ("on + on", "wrong-type", "on + on", nil),
        ("3 d - on", "wrong-type", "3 d - on", nil),
        ("-topic", "wrong-type", "-topic", nil),
        ("-closed", "wrong-type", "-closed", nil),
        ("on + 4 h", "wrong-duration", "4 h", nil),
        ("on - 2.5 working days", "wrong-duration", "2.5 working days", nil),
        ("on + 0.5 d", "wrong-duration", "0.5 d", nil),
        ("not hours", "wrong-type", "hours", nil),
        ("hours and closed", "wrong-type", "hours", nil),
        ("closed or topic", "wrong-type", "topic", nil),
        ("$t + 1", "wrong-type", "$t", nil),
        ("hours matches \"4\"", "wrong-type", "hours", nil),
        ("women < 10%", "cannot-compare", "women", "share(women, women + men)"),
        ("hours < 10%", "cannot-compare", "hours < 10%", nil),
        ("rate < 10", "cannot-compare", "10", "10%"),
        ("cost > 5000", "cannot-compare", "5000", "5000 đ"),
        ("on = \"2025-03-14\"", "cannot-compare", "\"2025-03-14\"", "2025-03-14"),
        ("month = \"2025-03\"", "cannot-compare", "\"2025-03\"", "2025-03"),
        ("hours = \"4\"", "cannot-compare", "\"4\"", "4"),
        ("on = topic", "cannot-compare", "on = topic", nil),
        ("hours = on", "cannot-compare", "hours = on", nil),
        ("closed < yes", "cannot-compare", "closed < yes", nil),
        ("status < behind", "cannot-compare", "status < behind", nil),
        ("status < \"behind\"", "cannot-compare", "status < \"behind\"", nil),
        ("status = 3", "cannot-compare", "status = 3", nil),
        ("hours in [1, 2%]", "cannot-compare", "2%", nil),
        ("hours between 1 and 2 đ", "cannot-compare", "hours between 1 and 2 đ", nil),
        (
            "split(topic, \" \") = split(topic, \" \")", "cannot-compare", "split(topic, \" \") = split(topic, \" \")",
            nil
        ),
        ("status = behnd", "not-a-choice", "behnd", "behind"),
        ("status in [behind, achived]", "not-a-choice", "achived", "achieved"),
        ("status = \"zzz\"", "not-a-choice", "\"zzz\"", nil),
        ("period-of(on, mont)", "not-a-choice", "mont", "month"),
        ("period-of(on, \"mont\")", "not-a-choice", "\"mont\"", "month"),
        ("status = kind", "never-true", "status = kind", nil),
        ("unit = case", "never-true", "unit = case", nil),
        ("hours between 5 and 3", "never-true", "5 and 3", "3 and 5"),
        ("women = missing", "never-true", "women = missing", "women is missing"),
        ("topic != empty", "never-true", "topic != empty", "topic is not empty"),
        ("1 = 2", "never-true", "1 = 2", nil),
        ("2025-03-14 > 2025", "never-true", "2025-03-14 > 2025", nil),
        ("period-of(on, month) = 2025-Q1", "never-true", "period-of(on, month) = 2025-Q1", nil),
        ("2025 = period-of(on, quarter)", "never-true", "2025 = period-of(on, quarter)", nil),
        ("hours / 0", "division-by-nought", "hours / 0", nil),
        ("1 d / 0 h", "division-by-nought", "1 d / 0 h", nil),
        ("topic matches \"\"", "odd-pattern", "\"\"", nil),
        ("topic matches \"%giới%\"", "odd-pattern", "\"%giới%\"", "\"*giới*\""),
        ("topic matches \"^giới\"", "odd-pattern", "\"^giới\"", "\"giới\""),
        ("topic matches \"giới.*\"", "odd-pattern", "\"giới.*\"", "\"*giới*\""),
        ("sum(women)", "outside-group", "sum(women)", nil),
        ("count()", "outside-group", "count()", nil),
        ("\"{hours:00,0}\"", "unknown-format", "hours", nil),
        ("\"{hours:dd/mm}\"", "unknown-format", "hours", nil),
        ("\"{on:0,0}\"", "unknown-format", "on", nil),
    ])
    func eachRefusal(_ text: String, _ code: String, _ words: String, _ replacement: String?) throws {
        let findings = try check(text).findings
        #expect(findings.map(\.code.description) == [code])
        let finding = try #require(findings.first)
        let place = try #require(finding.place)
        #expect(place.source[place.span] == words)
        #expect(finding.replacement == replacement)
        #expect(!finding.message.english.isEmpty && !finding.message.vietnamese.isEmpty)
        #expect(finding.message.english != finding.message.vietnamese)
    }

    /// What a finding suggests is itself free of findings.
    @Test(arguments: [
        "hour + 1", "topic = Phiên", "hours > few", "$fw + 1", "shar(women, men)", "topic + unit", "cost + 5", "on + 3",
        "women < 10%", "rate < 10", "cost > 5000", "on = \"2025-03-14\"", "status = behnd", "hours between 5 and 3",
        "women = missing",
    ])
    func suggestionsAreSound(_ text: String) throws {
        let finding = try #require(try check(text).findings.first)
        let span = try #require(finding.place?.span)
        let replacement = try #require(finding.replacement)
        let bytes = Array(text.utf8)
        let better = String(
            decoding: bytes[..<span.start] + Array(replacement.utf8) + bytes[span.end...], as: UTF8.self)
        #expect(try codes(better).isEmpty, "\(better)")
    }

    @Test func allFindingsComeInOnePassAndInOrder() throws {
        #expect(
            try codes("hour + 1 > $fw and shar(women, mn) = 5 and status = behnd") == [
                "unknown-column", "unknown-variable", "unknown-function", "unknown-column", "cannot-compare",
                "not-a-choice",
            ])
    }

    @Test func unknownTablesHideColumnFindings() throws {
        #expect(try codes("whatever + 1 > other and $later.x = 3", .unknown).isEmpty)
        #expect(try codes("whatever > $nothing", .unknown) == ["unknown-variable"])
        #expect(try codes("sum($nothing, whatever) > 1", .absent) == ["unknown-variable"])
        #expect(try codes("sum($mystery, whatever) > 1", .absent).isEmpty)
        #expect(throws: Diagnostics.self) { try value("sum($mystery, whatever) > 1") }
        #expect(try codes("wonderful(a, b)", .absent) == ["unknown-function"])
    }

    @Test func bareWordsOutsideTablesAreExplained() throws {
        #expect(try check("few + 1", .absent).findings.first?.replacement == "$few")
        #expect(try check("zzzzz", .absent).findings.first?.replacement == "\"zzzzz\"")
        #expect(try codes("hours + 1", .absent) == ["unknown-column"])
    }

    @Test func theExpectedTypeIsChecked() throws {
        func codes(_ text: String, _ type: ValueType) throws -> [String] {
            let (expression, source) = try parsed(text)
            return ExpressionChecker(World.standard, source: source).check(expression, expecting: type)
                .findings.map(\.code.description)
        }
        #expect(try codes("1 = 1", .yesNo).isEmpty)
        #expect(try codes("1 + 1", .yesNo) == ["wrong-type"])
        #expect(try codes("behind", .choice(World.status)).isEmpty)
        #expect(try codes("behnd", .choice(World.status)) == ["not-a-choice"])
        #expect(try codes("HP-012", .code("unit")).isEmpty)
        #expect(try codes("2025", .period).isEmpty)
        #expect(try codes("2025", .number).isEmpty)
        #expect(try codes("\"a.csv\"", .path).isEmpty)
        #expect(try codes("$few", .text) == ["wrong-type"])
    }

    @Test func aFailedCheckDoesNotRun() throws {
        let checked = try check("hour + 1")
        #expect(throws: Diagnostics.self) { try checked.cells(over: World.trainings, in: World.standard) }
    }
}
