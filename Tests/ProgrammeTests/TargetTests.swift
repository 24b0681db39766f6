import Commands
import Diagnostics
import Programme
import Testing
import Values

/// Targets for each sex, for the lesser share, about a value and from a year on; series over reorganisations.
@Suite struct TargetTests {
    private static let tail = "source: \"x\" confidence: local"

    private func office(_ lines: String...) throws -> Office {
        let office = try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD",
            "register unit B \"THPT B\" kind: thpt under: SGD",
            "define element pupils \"pupils\" type: people over-time: last over-units: sum by-sex: yes",
            "define element finished \"finished\" type: people over-time: last over-units: sum by-sex: yes",
            "define indicator F \"finished\" vi: \"hoàn thành\" numerator: \"finished\" denominator: \"pupils\" "
                + "direction: at-least \(Self.tail)",
            "define indicator W \"women\" vi: \"nữ\" numerator: \"women(pupils)\" denominator: \"pupils\" "
                + "direction: at-least \(Self.tail)")
        for line in lines { try office.say(line) }
        return office
    }

    private func pupils(_ unit: String, _ year: Int, _ total: Int, _ women: Int) -> String {
        "record figure pupils unit: \(unit) period: \(year) total: \(total) women: \(women)"
    }

    private func finished(_ unit: String, _ year: Int, _ total: Int, _ women: Int) -> String {
        "record figure finished unit: \(unit) period: \(year) total: \(total) women: \(women)"
    }

    private func rows(_ office: Office, _ line: String) throws -> [[String: String]] {
        let table = try office.table(line)
        return (0..<table.rowCount).map { row in
            Dictionary(uniqueKeysWithValues: zip(table.schema.names, table.record(row).values.map(\.plain)))
        }
    }

    /// 92 % of all finished, 98 % of the girls and 86 % of the boys: an average would hide the boys.
    @Test func aTargetForEachSexIsNotMetByTheMean() throws {
        let office = try office(
            pupils("A", 2025, 100, 50), finished("A", 2025, 92, 49),
            "set target F year: 2025 value: 90 \(Self.tail)")
        #expect(try rows(office, "compute indicators period: 2025 indicator: F").first?["status"] == "achieved")
        try office.say("set target F year: 2025 value: 90 dimension: each-sex \(Self.tail)")
        let row = try #require(rows(office, "compute indicators period: 2025 indicator: F").first)
        #expect(row["value"] == "92" && row["status"] == "behind" && row["gap"] == "-4")
        let answer = try office.text("compute indicators period: 2025 indicator: F")
        #expect(answer.contains("women 98 %, men 86 %"))
        let progress = try #require(rows(office, "compute progress period: 2025 indicator: F").first)
        #expect(progress["value"] == "86" && progress["status"] == "missed")
    }

    @Test func eachSexNeedsFiguresBySex() throws {
        let office = try office(
            "record figure pupils unit: A period: 2025 total: 100",
            "record figure finished unit: A period: 2025 total: 95",
            "set target F year: 2025 value: 90 dimension: each-sex \(Self.tail)")
        let row = try #require(rows(office, "compute indicators period: 2025 indicator: F").first)
        #expect(row["value"] == "95" && row["status"] == "no-data")
    }

    @Test(arguments: [(30, "behind", "-10"), (45, "achieved", "5"), (65, "behind", "-5")])
    func theLesserShareCounts(_ women: Int, _ status: String, _ gap: String) throws {
        let office = try office(
            pupils("A", 2025, 100, women), "set target W year: 2025 value: 40 dimension: lesser-sex \(Self.tail)")
        let row = try #require(rows(office, "compute indicators period: 2025 indicator: W").first)
        #expect(row["status"] == status && row["gap"] == gap)
    }

    @Test(arguments: [(47, "behind"), (48, "achieved"), (50, "achieved"), (52, "achieved"), (53, "behind")])
    func aboutIsWithinItsTolerance(_ women: Int, _ status: String) throws {
        let office = try office(
            pupils("A", 2025, 100, women), "set target W year: 2025 value: 50 operator: about tolerance: 2 \(Self.tail)"
        )
        #expect(try rows(office, "compute indicators period: 2025 indicator: W").first?["status"] == status)
    }

    @Test func aTargetThatLastsCountsUntilTheNextMilestone() throws {
        let office = try office(
            pupils("A", 2024, 100, 45), pupils("A", 2023, 100, 45), pupils("A", 2025, 100, 45),
            "set target W year: 2022 value: 50 lasting: yes \(Self.tail)")
        #expect(try rows(office, "compute indicators period: 2024 indicator: W").first?["target"] == "50")
        try office.say("set target W year: 2024 value: 60 \(Self.tail)")
        #expect(try rows(office, "compute indicators period: 2024 indicator: W").first?["target"] == "60")
        #expect(try rows(office, "compute indicators period: 2023 indicator: W").first?["target"] == "60")
        #expect(try rows(office, "compute indicators period: 2025 indicator: W").first?["target"] == "50")
    }

    @Test func anAmendmentNamesTheUnitsOwnTarget() throws {
        let office = try office(
            "set target W year: 2025 value: 50 \(Self.tail)", "set target W year: 2025 value: 40 unit: A \(Self.tail)",
            pupils("A", 2025, 100, 45), "amend target W year: 2025 value: 55 reason: \"sai\"")
        #expect(try rows(office, "compute indicators period: 2025 indicator: W").first?["target"] == "55")
        #expect(try rows(office, "compute indicators period: 2025 indicator: W by: unit").first?["target"] == "40")
        try office.say("retract target W year: 2025 unit: A reason: \"hết hiệu lực\"")
        #expect(try rows(office, "compute indicators period: 2025 indicator: W by: unit").first?["target"] == "55")
    }

    /// Two schools of 2020 to 2024 are one since 2025: its series is theirs together, without a leap.
    @Test func aMergerIsNoLeapInAForecast() throws {
        let office = try office()
        for year in 2020...2024 {
            try office.say(pupils("A", year, 100, 40))
            try office.say(pupils("B", year, 300, 180))
        }
        try office.say("merge units [B] into: A on: 2025-01-01 document: \"01/QĐ\"")
        try office.say(pupils("A", 2025, 400, 220))
        let line = "forecast indicators period: 2025 indicator: W by: unit years: 1"
        let known = try rows(office, line).filter { $0["unit"] == "A" && $0["expected"] == "no" }
        #expect(known.map { $0["value"] } == Array(repeating: "55", count: 6))
        #expect(try office.text(line).contains("units changed on 2025-01-01"))
        #expect(try !rows(office, line).contains { $0["unit"] == "B" && $0["expected"] == "yes" })
    }

    /// What a school was before a part of unknown size left it cannot be compared with what it is since.
    @Test func anUnknownSplitBeginsTheSeriesAnew() throws {
        let office = try office()
        for year in 2018...2022 { try office.say(pupils("A", year, 100, 40)) }
        try office.say("split unit A into: [A, C] names: [\"THPT C\"] on: 2023-01-01 document: \"02/QĐ\"")
        for year in 2023...2025 { try office.say(pupils("A", year, 60, 20)) }
        let line = "forecast indicators period: 2025 indicator: W by: unit years: 1"
        #expect(try !rows(office, line).contains { $0["unit"] == "A" && $0["expected"] == "yes" })
        #expect(try office.text(line).contains("Not comparable"))
    }

    /// A school that went to another manager counts under it in all years.
    @Test func aMovedSchoolCountsUnderItsManagerInAllYears() throws {
        let office = try office("register unit X \"Phường X\" kind: vhxh under: SGD")
        for year in 2022...2025 {
            try office.say(pupils("A", year, 100, 40))
            try office.say(pupils("B", year, 100, 60))
        }
        try office.say("move unit B under: X on: 2025-07-01 document: \"03/QĐ\"")
        let list = try rows(office, "forecast indicators period: 2025 indicator: W under: X years: 1")
        #expect(list.filter { $0["expected"] == "no" }.map { $0["value"] } == ["60", "60", "60", "60"])
    }
}
