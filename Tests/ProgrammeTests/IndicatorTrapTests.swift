import Commands
import Diagnostics
import Programme
import Testing
import Values

/// What other systems get wrong with indicators, each as a test that ours does not.
@Suite struct IndicatorTrapTests {
    private static let tail = "direction: info source: \"x\" confidence: local"

    /// Two communes with two schools each.
    private func office(_ more: String...) throws -> Office {
        let office = try Office(
            [], "register unit C1 \"Xã 1\" kind: vhxh under: SGD", "register unit C2 \"Xã 2\" kind: vhxh under: SGD",
            "register unit A \"THPT A\" kind: thpt under: C1", "register unit B \"THPT B\" kind: thpt under: C1",
            "register unit C \"THPT C\" kind: thpt under: C2",
            "register unit D \"THPT D\" kind: thpt under: C2 opened: 2024-09-05",
            "define element staff-in \"staff\" type: people over-time: last over-units: sum",
            "define element visits \"visits\" type: count over-time: sum over-units: sum every: month",
            "define indicator SHARE \"share\" vi: \"tỷ lệ\" numerator: \"women(staff-in)\" denominator: \"women(staff-in) + men(staff-in)\" minimum-coverage: 0% \(Self.tail)"
        )
        for line in more { try office.say(line) }
        return office
    }

    private func define(_ code: String, _ numerator: String, _ more: String = "") -> String {
        "define indicator \(code) \"x\" vi: \"x\" numerator: \"\(numerator)\" unit: number minimum-coverage: 0% \(more) \(Self.tail)"
    }

    private func values(_ office: Office, _ line: String) throws -> [String] {
        try office.column("value", "compute indicators \(line)")
    }

    @Test func trap1MissingIsNeverNought() throws {
        let office = try office("record figure staff-in unit: A period: 2024 total: 8")
        // Women are not told: neither 0 % nor 100 %.
        #expect(try values(office, "period: 2024 indicator: SHARE") == [""])
        try office.say("record figure staff-in unit: B period: 2024 total: 20 women: 5")
        #expect(try values(office, "period: 2024 indicator: SHARE") == ["25"])
    }

    @Test func trap4NothingIsCappedAtHundred() throws {
        let office = try office(
            define("OVER", "visits", "denominator: \"staff-in\""),
            "record figure visits unit: A period: 2024-01 total: 30",
            "record figure staff-in unit: A period: 2024-01 total: 20")
        #expect(try values(office, "period: 2024-01 indicator: OVER") == ["1.5"])
    }

    @Test func trap5TodaysGroupIsNotThatOfThePast() throws {
        let office = try office(
            "group unit A as: islands from: 2025-01-01", define("ISLANDS", "units(group = islands)"),
            "set owner B as: private from: 2025-01-01", define("PRIVATE", "units(owner = private)"),
            define("COUNTED", "units(women(staff-in) >= 0)", "among: \"group = islands\""))
        for unit in ["A", "B"] {
            for year in [2024, 2025] {
                try office.say("record figure staff-in unit: \(unit) period: \(year) total: 10 women: 4")
            }
        }
        #expect(try values(office, "from: 2024 to: 2025 indicator: COUNTED") == ["", "1"])
        let both = "units(women(staff-in) >= 0 and"
        try office.say(define("G", "\(both) group = islands)"))
        try office.say(define("O", "\(both) owner = private)"))
        #expect(try values(office, "from: 2024 to: 2025 indicator: G") == ["0", "1"])
        #expect(try values(office, "from: 2024 to: 2025 indicator: O") == ["0", "1"])
    }

    @Test func trap6NoughtIsStoredAndCounts() throws {
        let office = try office("record figure staff-in unit: A period: 2024 total: 0 women: 0")
        #expect(try office.column("total", "list figures element: staff-in") == ["0"])
        let table = try office.table("compute indicators period: 2024 indicator: SHARE")
        #expect(table.cells(of: "denominator")?.map(\.plain) == ["0"])
        #expect(try office.text("compute indicators period: 2024 indicator: SHARE").contains("the denominator is 0"))
    }

    @Test func trap7NothingIsRoundedBeforeUse() throws {
        let office = try office(
            define("THIRD", "staff-in / 3"), define("WHOLE", "THIRD * 3"),
            "define element load \"load\" type: hours over-time: average over-units: sum every: month",
            define("LOAD", "load * 3"), "record figure staff-in unit: A period: 2024 total: 1",
            "record figure load unit: A period: 2024-01 total: 1",
            "record figure load unit: A period: 2024-02 total: 0",
            "record figure load unit: A period: 2024-03 total: 0")
        #expect(try values(office, "period: 2024 indicator: WHOLE") == ["1"])
        // The mean of three months is a third; three thirds are one.
        #expect(try values(office, "period: 2024 indicator: LOAD") == ["1"])
    }

    @Test func trap9AnswersFollowACorrectionAtOnce() throws {
        let office = try office("record figure staff-in unit: A period: 2024 total: 10 women: 5")
        #expect(try values(office, "period: 2024 indicator: SHARE") == ["50"])
        try office.say("record figure staff-in unit: A period: 2024 total: 10 women: 6")
        #expect(try values(office, "period: 2024 indicator: SHARE") == ["60"])
    }

    @Test func trap13APercentageOfAFewIsMarked() throws {
        let office = try office("record figure staff-in unit: A period: 2024 total: 3 women: 1")
        #expect(try office.text("compute indicators period: 2024").contains("fewer than 10 says little"))
    }

    @Test func trap14AChangedDisaggregationLosesNothing() throws {
        let office = try office(
            "define element pupils \"pupils\" type: people over-time: last over-units: sum by: [\"grade-1\", \"grade-2\"]",
            "record disaggregation pupils unit: A period: 2023 category: \"grade-1\" total: 30 women: 14",
            "record disaggregation pupils unit: A period: 2023 category: \"grade-2\" total: 25 women: 12",
            define("PUPILS", "pupils"),
            define("GIRLS", "women(pupils, grade-1)", "denominator: \"total(pupils, grade-1)\""))
        #expect(try office.column("total", "list figures element: pupils") == ["55"])
        #expect(try office.column("women", "list figures element: pupils") == ["26"])
        try office.say("amend element pupils by: [\"grade-1\", \"second\"] reason: \"Theo mẫu mới\"")
        try office.say("record disaggregation pupils unit: A period: 2024 category: \"grade-1\" total: 31 women: 16")
        try office.say("record disaggregation pupils unit: A period: 2024 category: \"second\" total: 20 women: 10")
        #expect(try values(office, "from: 2023 to: 2024 indicator: PUPILS") == ["55", "51"])
        #expect(try office.table("list disaggregations element: pupils").rowCount == 4)
        #expect(try values(office, "period: 2023 indicator: GIRLS") == ["0.47"])
    }

    @Test func trap16And21ASumIsNeverAMeanOfRatios() throws {
        let office = try office(
            "record figure staff-in unit: A period: 2024 total: 10 women: 9",
            "record figure staff-in unit: B period: 2024 total: 10 women: 9",
            "record figure staff-in unit: C period: 2024 total: 180 women: 18")
        let lines = try office.table("compute indicators period: 2024 indicator: SHARE by: tree")
        #expect(lines.cells(of: "unit")?.map(\.plain) == ["A", "B", "C", "C1", "C2", "D", "SGD"])
        // The communes have 90 % and 10 %; the department has 36 of 200 and not their mean.
        #expect(lines.cells(of: "value")?.map(\.plain) == ["90", "90", "10", "90", "10", "", "18"])
        #expect(try values(office, "period: 2024 kinds: [vhxh] indicator: SHARE") == [""])
    }

    @Test func aYearToDateWithAGapIsMarkedAndNeverSummed() throws {
        let office = try office(define("TO-DATE", "year-to-date(visits)"), define("MONTH", "visits"))
        for (unit, months) in [("A", 1...3), ("B", 1...2)] {
            for month in months {
                try office.say("record figure visits unit: \(unit) period: 2024-0\(month) total: 10")
            }
        }
        for month in 1...3 { try office.say("record figure visits unit: C period: 2024-0\(month) total: 0") }
        #expect(try values(office, "period: 2024-03 indicator: TO-DATE") == ["30"])
        #expect(try values(office, "period: 2024-02 indicator: TO-DATE") == ["40"])
        #expect(try values(office, "period: 2024-Q1 indicator: MONTH") == ["30"])
        #expect(try office.text("compute indicators period: 2024-03 indicator: TO-DATE").contains("with gaps"))
        #expect(try !office.text("compute indicators period: 2024-02 indicator: TO-DATE").contains("with gaps"))
    }

    @Test func previousLeavesOutAUnitThatWasNotOpenYet() throws {
        let office = try office(
            define("GROWTH", "staff-in - previous(staff-in)"),
            define("LATEST", "first-reported(staff-in, previous(staff-in))"))
        for (unit, year, total) in [("A", 2023, 10), ("A", 2024, 12), ("D", 2024, 40), ("B", 2023, 7)] {
            try office.say("record figure staff-in unit: \(unit) period: \(year) total: \(total)")
        }
        #expect(try values(office, "period: 2024 indicator: GROWTH") == ["2"])
        // D was not open in 2023: it is not expected. B and C were.
        #expect(try office.column("coverage", "compute indicators period: 2024 indicator: GROWTH") == ["1 of 3 units"])
        #expect(try values(office, "period: 2024 indicator: LATEST") == ["59"])
    }

    @Test func bringsAPartOfAYearToAYear() throws {
        let office = try office(
            define("BY-DAYS", "visits", "annualised: days"), define("BY-MONTHS", "visits", "annualised: months"),
            "record figure visits unit: A period: 2024-02 total: 29")
        #expect(try values(office, "period: 2024-02 indicator: BY-DAYS") == ["365"])
        #expect(try values(office, "period: 2024-02 indicator: BY-MONTHS") == ["348"])
    }

    @Test func tellsWhenAFigureIsOfAnotherKindOfPeriod() throws {
        let office = try office(define("VISITS", "visits"), "record figure visits unit: A period: 2024-02 total: 29")
        #expect(try values(office, "period: 2024-2025 indicator: VISITS") == [""])
        try office.say("record figure staff-in unit: A period: 2024 total: 3 women: 1")
        let text = try office.text("compute indicators period: 2024-02 indicator: SHARE")
        #expect(text.contains("‘staff-in’ is recorded by year"))
    }

    @Test func keepsTheStatesOfMissingApart() throws {
        let office = try office(define("STAFF", "staff-in"))
        for (unit, state) in [("A", "not-applicable"), ("B", "withheld"), ("C", "not-reported")] {
            try office.say("record figure staff-in unit: \(unit) period: 2024 state: \(state)")
        }
        func state(_ line: String) throws -> Value? {
            try office.table("compute indicators indicator: STAFF \(line)").cells(of: "value")?.first
        }
        #expect(try state("period: 2024 under: B") == .missing(.withheld))
        #expect(try state("period: 2024 under: C") == .missing(.notReported))
        #expect(try state("period: 2025 under: C") == .missing(.notYetDue))
        try office.say("record figure staff-in unit: B period: 2024 total: 0")
        #expect(try state("period: 2024 under: B") == .number(0))
        #expect(try office.column("coverage", "compute indicators period: 2024 indicator: STAFF") == ["1 of 3 units"])
    }

    @Test func sumsBeyondTheDigitsOfANumberStayExact() throws {
        let office = try office(
            "define element measured \"m\" type: measure over-time: last over-units: sum",
            define("SUM", "measured - 987654321012", "decimals: 9"))
        for (unit, total) in [("A", "987654321012"), ("B", "0.123456789"), ("C", "0.000000000123456789")] {
            try office.say("record figure measured unit: \(unit) period: 2024 total: \(total)")
        }
        #expect(try values(office, "period: 2024 indicator: SUM") == ["0.123456789"])
    }
}
