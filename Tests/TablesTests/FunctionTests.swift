import Diagnostics
import Tables
import Testing
import Values

@Suite struct FunctionTests {
    @Test(arguments: [
        ("share(1, 4)", "25%"), ("share(1 đ, 3 đ)", "33.3333333333333333%"), ("share(1, 0)", "–not-applicable"),
        ("share(6 h, 1 d)", "25%"), ("abs(-3)", "3"), ("abs(-3 đ)", "3đ"), ("abs(5%)", "5%"), ("round(2.5)", "3"),
        ("round(-2.5)", "-3"), ("round(1.2345, 2)", "1.23"), ("round(33.567%, 1)", "33.6%"),
        ("round(1250 đ, -3)", "1000đ"),
        ("round(1500 đ, -3)", "2000đ"), ("round(-1_550, -2)", "-1600"), ("round(5, -30)", "0"),
        ("round(33%, 999999999999999999)", "33%"), ("round(6 * 100000000000000000, -18)", "1000000000000000000"),
        ("round(1.5, 99)", "1.5"),
        ("floor(2.7)", "2"), ("floor(-2.1)", "-3"), ("ceiling(2.1)", "3"), ("ceiling(-2.7)", "-2"),
        ("floor(33.5%)", "33%"),
        ("ceiling(33.5%)", "34%"), ("ceiling(4)", "4"), ("min(3, 1, 2)", "1"), ("max(3 đ, 1 đ)", "3đ"),
        ("max(\"an\", \"ăn\", \"Ba\")", "Ba"), ("min(2025-01-01, 2024-01-01)", "2024-01-01"), ("min(1 d, 2 h)", "2 h"),
        ("max(1, 1 / 0)", "1"), ("number(\"1250.5\")", "1250.5"), ("number(\" 1.250,5 \")", "1250.5"),
        ("number(\"1,5\")", "1.5"), ("number(\"x\")", "–empty"), ("number(\"1,2,3\")", "–empty"),
        ("number(\"1.25,5\")", "–empty"),
        ("round-half-even(2.5)", "2"), ("round-half-even(3.5)", "4"), ("round-half-even(-2.5)", "-2"),
        ("round-half-even(1.125, 2)", "1.12"), ("round-half-even(2500, -3)", "2000"),
        ("round-half-even(1500 đ, -3)", "2000đ"), ("remainder(7, 3)", "1"), ("remainder(-7.5, 2)", "-1.5"),
        ("remainder(7, 1 - 1)", "–not-applicable"), ("add-days(2025-02-28, 1)", "2025-03-01"),
        ("add-months(2024-02-29, 12)", "2025-02-28"), ("add-months(2025-03-31, -1)", "2025-02-28"),
        ("days-between(2025-11-01, 2025-11-14)", "13"), ("working-days-between(2025-11-14, 2025-11-21)", "5"),
        ("add-working-days(2025-04-29, 1)", "2025-05-02"), ("2025-05-02 - 1 working days", "2025-04-29"),
        ("weekday(2025-11-16)", "7"), ("is-working-day(2025-09-02)", "no"), ("next-period(2025-12)", "2026-01"),
        ("next-period(2025-Q1, -1)", "2024-Q4"), ("left(\"Đặng\", 2)", "Đặ"), ("right(\"Đặng\", 9)", "Đặng"),
        ("part(\"HP-012\", 4)", "012"), ("part(\"HP-012\", 9)", ""), ("item(split(\"a,b\", \",\"), -2)", "a"),
        ("item(split(\"a,b\", \",\"), 0)", "–empty"), ("item(split(\"a,b\", \",\"), 3)", "–empty"),
        ("if(1 = 1, 2, 3)", "2"), ("if(1 = 2, 2, 3)", "3"),
        ("if(1 = 1, 2, 999999999999999999 * 999999999999999999)", "2"), ("if-missing(1 / 0, 7)", "7"),
        ("if-missing(1 / 0, 2 / 0, 7)", "7"), ("why-missing(1 / 0)", "not-applicable"), ("why-missing(1)", "–empty"),
        ("upper(\"đặng\")", "ĐẶNG"), ("lower(\"ĐẶNG\")", "đặng"), ("fold(\"Đặng Thị\")", "dang thi"),
        ("trim(\"  a b \")", "a b"),
        ("length(\"Đặng\")", "4"), ("length(split(\"a,b,c\", \",\"))", "3"),
        ("contains(\"Thái Phiên\", \"Phiên\")", "yes"),
        ("contains(\"Thái\", \"thai\")", "no"), ("contains(\"a\", \"\")", "yes"),
        ("starts-with(\"HP-001\", \"HP-\")", "yes"),
        ("starts-with(\"a\", \"ab\")", "no"), ("ends-with(\"HP-001\", \"001\")", "yes"),
        ("ends-with(\"1\", \"001\")", "no"),
        ("replace(\"a-b-c\", \"-\", \"+\")", "a+b+c"), ("replace(\"abc\", \"\", \"x\")", "abc"),
        ("replace(\"aaa\", \"aa\", \"b\")", "ba"),
        ("split(\"a, b\", \", \")", "[a,b]"), ("split(\"a\", \"\")", "[a]"), ("split(\"\", \",\")", "[]"),
        ("join(split(\"a,b\", \",\"), \" + \")", "a + b"), ("text(33.5%)", "33.5%"), ("text(1000 đ)", "1000 đ"),
        ("text(2025-03-14)", "2025-03-14"), ("text(yes)", "yes"), ("text(4 h)", "4 h"), ("text(1.50)", "1.5"),
        ("year(2025-03-14)", "2025"), ("year(2025-2026)", "2025"), ("year(2025)", "2025"), ("month(2025-03-14)", "3"),
        ("month(2025-03)", "3"), ("month(2025-Q3)", "–not-applicable"), ("quarter(2025-Q3)", "3"),
        ("quarter(2025-12)", "4"),
        ("quarter(2025-H1)", "–not-applicable"), ("day(2025-03-14)", "14"), ("first-day(2025-Q3)", "2025-07-01"),
        ("last-day(2025-2026)", "2026-08-31"), ("last-day(2025)", "2025-12-31"),
        ("period-of(2025-03-14, month)", "2025-03"),
        ("period-of(2025-03-14, school-year)", "2024-2025"), ("period-of(2025-03-14, \"half\")", "2025-H1"),
        ("date(2025, 3, 14)", "2025-03-14"), ("date(2025, 2, 30)", "–empty"), ("date(2025, 1.5, 1)", "–empty"),
    ])
    func scalars(_ text: String, _ result: String) throws {
        #expect(World.plain(try value(text)) == result)
    }

    @Test(arguments: [
        ("count($n)", "5"), ("count($n, x)", "4"), ("count-missing($n, x)", "1"), ("count-distinct($n, x)", "2"),
        ("sum($n, x)", "10"), ("sum($n, m)", "16đ"), ("sum($n, x * 2)", "20"), ("average($n, x)", "2.5"),
        ("average($n, m)", "4đ"), ("average($n, p)", "25%"), ("average($n, t)", "15 h"), ("median($n, x)", "2.5"),
        ("median($n, m)", "4đ"),
        ("min($n, x)", "1"), ("max($n, x)", "4"), ("max($n, s)", "ơ"), ("first($n, x)", "1"), ("last($n, x)", "1"),
        ("percentile($n, x, 0%)", "1"), ("percentile($n, x, 100%)", "4"), ("percentile($n, x, 25%)", "1"),
        ("percentile($n, x, 90%)", "4"), ("percentile($n, x, 50%)", "2.5"), ("stddev($n, x)", "1.73205081"),
        ("sum($none, x)", "–empty"), ("count($none)", "0"), ("average($none, x)", "–empty"),
        ("all($none, x > 1)", "yes"),
        ("any($none, x > 1)", "no"), ("all($n, x >= 1)", "no"), ("any($n, x = 4)", "yes"), ("max($none, x)", "–empty"),
        ("sum($hidden, x)", "–withheld"), ("count($hidden, x)", "0"), ("stddev($one, x)", "–not-applicable"),
        ("percentile($one, x, 10%)", "4"), ("median($one, x)", "4"),
    ])
    func aggregates(_ text: String, _ result: String) throws {
        let schema = Schema([
            ColumnInfo("x", .number), ColumnInfo("m", .money), ColumnInfo("p", .percent), ColumnInfo("s", .text),
            ColumnInfo("t", .time),
        ])
        let rows: [[Value]] = [
            [1, .money(1), .percent(Number("0.5") ?? 0), .text("o"), .time(TimeAmount(1, .days))],
            [4, .money(7), .percent(0), .text("ơ"), .time(TimeAmount(6, .hours))],
            [.missing(.notReported), .missing, .missing, .text("ô"), .missing],
            [4, .money(7), .missing, .missing, .missing], [1, .money(1), .missing, .text("n"), .missing],
        ]
        let type = ValueType.table(schema)
        let world = World(variables: [
            "n": (type, .table(Table(schema, rows: rows))), "none": (type, .table(Table(schema, rows: []))),
            "one": (type, .table(Table(schema, rows: [rows[1]]))),
            "hidden": (type, .table(Table(schema, rows: [[.missing(.withheld)], [.missing]]))),
        ])
        #expect(World.plain(try value(text, world)) == result)
    }

    @Test func percentilesOutsideTheirRangeAreRefused() throws {
        #expect(throws: Diagnostic.self) { try value("percentile($t, hours, 101%)") }
        #expect(throws: Diagnostic.self) { try value("percentile($t, hours, -1%)") }
        #expect(try codes("percentile($t, hours, 90)", .absent) == ["wrong-type"])
    }

    /// A date that no year of four digits has is refused, never another date.
    @Test(arguments: [
        "9999-12-31 + 1 d", "0001-01-01 - 1 d", "9999-12-30 + 5 working days", "add-months(9999-12-01, 1)",
        "add-months(2025-01-01, 999999999999999999)", "add-days(2025-01-01, 999999999999999999)",
        "add-working-days(2025-01-01, -999999999999999999)", "period-of(9999-12-31, school-year)",
        "period-of(0001-01-01, school-year)", "next-period(9999-12)", "next-period(0001-01, -1)",
        "next-period(2025, 999999999999999999)",
    ])
    func nothingLeavesTheCalendar(_ text: String) throws {
        let finding = #expect(throws: Diagnostic.self) { try value(text) }
        #expect(finding?.code == .numberOverflow)
    }

    @Test func missingArgumentsGiveMissingResults() throws {
        for text in [
            "abs(women)", "round(women)", "text(women)", "share(women, 2)", "share(2, women)", "date(2025, women, 1)",
        ] {
            #expect(try cells(text)[2] == .missing(.notReported), "\(text)")
        }
        #expect(try cells("upper(topic)")[3] == .missing)
        #expect(try cells("min(women, 5)")[2] == 5)
        #expect(try cells("if(women > 1, 1, 0)")[2] == 0)
    }

    @Test func everyFunctionIsDescribedAndTestedOnce() throws {
        for function in BuiltInFunction.all {
            #expect(!function.summary.english.isEmpty && !function.summary.vietnamese.isEmpty)
            #expect(function.summary.english != function.summary.vietnamese)
            #expect(function.usage.hasPrefix(function.name + "("))
        }
        let keys = BuiltInFunction.all.map { "\($0.name) \($0.isAggregate)" }
        #expect(Set(keys).count == keys.count)
        #expect(BuiltInFunction.names.contains("share") && BuiltInFunction.names.count < keys.count)
        #expect(BuiltInFunction.all.first { $0.name == "round" }?.usage == "round(x, [decimals])")
        #expect(BuiltInFunction.all.first { $0.name == "min" }?.usage == "min(a, b, …)")
        #expect(BuiltInFunction.all.last { $0.name == "min" }?.tableUsage == "min($table, x)")
    }
}
