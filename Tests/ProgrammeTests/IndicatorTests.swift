import Commands
import Diagnostics
import Programme
import Testing
import Values

@Suite struct IndicatorTests {
    static let tail = "direction: at-least source: \"x\" confidence: local"

    /// Three schools of one kind and a kindergarten; the third school never reports leaders.
    private func office(_ more: String...) throws -> Office {
        let office = try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD", "register unit B \"THPT B\" kind: thpt under: SGD",
            "register unit C \"THPT C\" kind: thpt under: SGD", "register unit K \"MN K\" kind: mn under: SGD",
            "define element leads \"leaders\" type: people over-time: last over-units: sum",
            "define element visits \"visits\" type: count over-time: sum over-units: sum",
            "define element rate \"rate\" type: hours over-time: average over-units: none",
            "define element plan \"has a plan\" type: yes-no over-time: none over-units: none",
            "record figure leads unit: A period: 2024 total: 3 women: 1",
            "record figure leads unit: B period: 2024 total: 2 women: 0",
            "define indicator PERSONS \"women among leaders\" vi: \"nữ\" numerator: \"women(leads)\" denominator: \"leads\" \(Self.tail)",
            "define indicator AGENCIES \"units with a woman\" vi: \"đơn vị\" numerator: \"units(women(leads) >= 1)\" denominator: \"units(yes)\" \(Self.tail)"
        )
        for line in more { try office.say(line) }
        return office
    }

    private func row(_ office: Office, _ line: String) throws -> [String: String] {
        let table = try office.table(line)
        guard table.rowCount > 0 else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(table.schema.names, table.record(0).values.map(\.plain)))
    }

    @Test func countsAgenciesAndPersonsApart() throws {
        let office = try office()
        let persons = try row(office, "compute indicators period: 2024 under: SGD indicator: PERSONS")
        #expect(persons["numerator"] == "1" && persons["denominator"] == "5" && persons["value"] == "20")
        let agencies = try row(office, "compute indicators period: 2024 under: SGD indicator: AGENCIES")
        #expect(agencies["numerator"] == "1" && agencies["denominator"] == "2" && agencies["value"] == "50")
        #expect(agencies["coverage"] == "2 of 3 units")
    }

    @Test func expectsUnitsOfTheKindsThatReportAndThatWereOpen() throws {
        let office = try office("register unit D \"THPT D\" kind: thpt under: SGD opened: 2025-09-05")
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["coverage"] == "2 of 3 units")
        try office.say("record figure leads unit: C period: 2024 state: not-applicable")
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["coverage"] == "2 of 2 units")
        try office.say("record figure leads unit: C period: 2024 state: withheld")
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["coverage"] == "2 of 3 units")
        #expect(try row(office, "compute indicators period: 2025 indicator: PERSONS")["status"] == "no-data")
    }

    @Test func takesBothSidesOverTheSameUnits() throws {
        let office = try office(
            "record figure visits unit: A period: 2024 total: 6",
            "record figure visits unit: C period: 2024 total: 100",
            "define indicator V \"visits per leader\" vi: \"v\" numerator: \"visits\" denominator: \"leads\" unit: ratio minimum-coverage: 0% \(IndicatorTests.tail)",
            // Women of unit C are not known: it is left out of both sides, not taken as nought.
            "record figure leads unit: C period: 2024 total: 10")
        let visits = try row(office, "compute indicators period: 2024 indicator: V")
        #expect(visits["numerator"] == "106" && visits["denominator"] == "13")
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["denominator"] == "5")
    }

    @Test func withholdsBelowTheMinimum() throws {
        let office = try office(
            "define indicator STRICT \"x\" vi: \"x\" numerator: \"women(leads)\" denominator: \"leads\" minimum-coverage: 70% \(IndicatorTests.tail)"
        )
        let strict = try row(office, "compute indicators period: 2024 indicator: STRICT")
        #expect(strict["status"] == "withheld" && strict["value"] == "" && strict["numerator"] == "1")
        #expect(try office.text("compute indicators period: 2024 indicator: STRICT").contains("too few units reported"))
    }

    @Test func divisionByNoughtIsNoValue() throws {
        let office = try office(
            "define indicator NONE \"x\" vi: \"x\" numerator: \"leads\" denominator: \"leads - leads\" \(IndicatorTests.tail)"
        )
        #expect(try row(office, "compute indicators period: 2024 indicator: NONE")["status"] == "no-data")
        #expect(try office.text("compute indicators period: 2024 indicator: NONE").contains("the denominator is 0"))
    }

    @Test func followsTheRulesOverTime() throws {
        let office = try office(
            "define indicator SUM \"x\" vi: \"x\" numerator: \"visits\" unit: number \(IndicatorTests.tail)",
            "define indicator MEAN \"x\" vi: \"x\" numerator: \"rate\" unit: number \(IndicatorTests.tail)",
            "define indicator PLAN \"x\" vi: \"x\" numerator: \"units(plan)\" denominator: \"units(yes)\" \(IndicatorTests.tail)"
        )
        func value(_ indicator: String, _ period: String) throws -> String? {
            try row(office, "compute indicators period: \(period) under: A indicator: \(indicator)")["value"]
        }
        for month in 1...12 where month != 7 {
            try office.say("record figure visits unit: A period: 2024-\(month < 10 ? "0" : "")\(month) total: \(month)")
        }
        // A sum of eleven months is not the sum of the year; a quarter without the gap is whole.
        #expect(try value("SUM", "2024") == "")
        #expect(try value("SUM", "2024-Q2") == "15")
        try office.say("record figure visits unit: A period: 2024-07 total: 0")
        #expect(try value("SUM", "2024") == "71")
        for (month, hours) in [("01", "1.5"), ("02", "2"), ("09", "4")] {
            try office.say("record figure rate unit: A period: 2024-\(month) total: \(hours)")
        }
        #expect(try value("MEAN", "2024") == "2.5" && value("MEAN", "2024-Q1") == "1.75")
        try office.say("record figure plan unit: A period: 2024-03 total: 1")
        #expect(try value("PLAN", "2024") == "" && value("PLAN", "2024-03") == "100")
    }

    @Test func sumsTheMonthsThatHaveEndedAndInWhichAUnitWasOpen() throws {
        let office = try office(
            "register unit E \"THPT E\" kind: thpt opened: 2025-10-05",
            "record figure visits unit: E period: 2025-10 total: 2",
            "record figure visits unit: E period: 2025-11 total: 3",
            "define indicator SUM \"x\" vi: \"x\" numerator: \"visits\" unit: number \(IndicatorTests.tail)")
        #expect(try row(office, "compute indicators period: 2025 under: E indicator: SUM")["value"] == "5")
    }

    @Test func takesTheLatestOfASnapshot() throws {
        let office = try office(
            "define element staffed \"staff\" type: people over-time: last over-units: sum",
            "record figure staffed unit: A period: 2024-02 total: 9 women: 4",
            "record figure staffed unit: A period: 2024-05 total: 10 women: 5",
            "record figure staffed unit: A period: 2024-06 state: not-reported",
            "define indicator LAST \"x\" vi: \"x\" numerator: \"women(staffed)\" denominator: \"staffed\" \(IndicatorTests.tail)"
        )
        #expect(try row(office, "compute indicators period: 2024 under: A indicator: LAST")["value"] == "50")
    }

    @Test func refusesToAddWhatCannotBeAdded() throws {
        let office = try office(
            "record figure rate unit: A period: 2024 total: 4", "record figure rate unit: B period: 2024 total: 6",
            "define indicator RATE \"x\" vi: \"x\" numerator: \"rate\" unit: number \(IndicatorTests.tail)")
        #expect(try office.text("compute indicators period: 2024 indicator: RATE").contains("cannot be added"))
        let rows = try office.column("value", "compute indicators period: 2024 indicator: RATE by: unit")
        #expect(rows == ["4", "6", ""])
    }

    @Test func holdsValuesAgainstTargets() throws {
        let office = try office(
            "set target PERSONS year: 2025 value: 20 source: \"QĐ\" confidence: secondary",
            "set target PERSONS year: 2030 value: 50 source: \"QĐ\" confidence: secondary",
            "set target AGENCIES year: 2024 value: 50 operator: less-than source: \"own plan\" confidence: local")
        let persons = try row(office, "compute indicators period: 2024 indicator: PERSONS")
        #expect(persons["status"] == "achieved" && persons["gap"] == "0" && persons["target-year"] == "2025")
        let agencies = try row(office, "compute indicators period: 2024 indicator: AGENCIES")
        #expect(agencies["status"] == "behind" && agencies["gap"] == "0")
        let text = try office.text("compute indicators period: 2024")
        #expect(text.contains("Not official: the targets of PERSONS") && !text.contains("targets of AGENCIES"))
        try office.say("set target PERSONS year: 2025 value: 30 source: \"QĐ\" confidence: verbatim")
        let later = try row(
            office, "compute indicators period: 2024 | where status = behind | sort by gap desc | last 1")
        #expect(later["gap"] == "-10" && later["target"] == "30")
        #expect(try !office.text("compute indicators period: 2024").contains("Not official"))
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["confidence"] == "verbatim")
    }

    @Test func knowsIndicatorsWithoutFormulaOrTarget() throws {
        let office = try office(
            "define indicator NATION \"x\" vi: \"x\" direction: at-least source: \"NQ 28\" confidence: unverified")
        #expect(try office.column("indicator", "compute indicators period: 2024") == ["AGENCIES", "PERSONS"])
        #expect(try office.text("compute indicators period: 2024").contains("1 indicators without a formula"))
        #expect(try row(office, "compute indicators period: 2024 indicator: NATION")["status"] == "no-data")
        #expect(try row(office, "compute indicators period: 2024 indicator: PERSONS")["status"] == "target-unknown")
        #expect(try office.text("show indicator PERSONS").contains("women among leaders"))
    }

    @Test func dividesByLevel() throws {
        let office = try office("record figure leads unit: K period: 2024 total: 4 women: 4")
        let table = try office.table("compute indicators period: 2024 under: SGD indicator: PERSONS by: level")
        #expect(table.cells(of: "level")?.map(\.plain) == ["mn", "thpt"])
        #expect(table.cells(of: "numerator")?.map(\.plain) == ["4", "1"])
    }

    @Test(arguments: [
        ("define indicator PERSONS \"x\" vi: \"x\" \(IndicatorTests.tail)", "code-taken"),
        ("define indicator X \"x\" vi: \"x\" denominator: \"leads\" \(IndicatorTests.tail)", "numerator-missing"),
        ("define indicator X \"x\" vi: \"x\" numerator: \"leds\" \(IndicatorTests.tail)", "unknown-element"),
        ("define indicator X \"x\" vi: \"x\" numerator: \"leads\" decimals: 12 \(IndicatorTests.tail)", "out-of-range"),
        (
            "define indicator X \"x\" vi: \"x\" numerator: \"leads\" minimum-coverage: 120% \(IndicatorTests.tail)",
            "out-of-range"
        ),
        ("set target PERSONS year: 1999 value: 5 source: \"x\" confidence: local", "out-of-range"),
        ("set target PERSONS year: 2025 value: 101 source: \"x\" confidence: local", "out-of-range"),
        ("set target PERSONS year: 2025 value: -1 source: \"x\" confidence: local", "below-nought"),
        ("set target NOBODY year: 2025 value: 1 source: \"x\" confidence: local", "unknown-code"),
    ])
    func refuses(_ line: String, _ code: String) throws {
        #expect(try office().refusals(line) == [code])
    }

    @Test func asksForAnOperatorWhereTheDirectionIsSilent() throws {
        let office = try office(
            "define indicator I \"x\" vi: \"x\" numerator: \"leads\" direction: info source: \"x\" confidence: local")
        #expect(
            office.refusals("set target I year: 2025 value: 5 source: \"x\" confidence: local") == ["operator-needed"])
        #expect(
            office.refusals("set target I year: 2025 value: 5 operator: at-most source: \"x\" confidence: local") == [])
    }
}
