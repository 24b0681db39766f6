import Commands
import Diagnostics
import Programme
import Testing
import Values

@Suite struct ProgressTests {
    static let tail = "direction: at-least source: \"x\" confidence: local"

    /// One school whose managers are counted from 2020 on, 100 each year.
    private func office(_ women: [Int], _ more: String...) throws -> Office {
        let office = try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD",
            "define element managers \"managers\" type: people over-time: last over-units: sum by-sex: yes",
            "define indicator W \"women\" vi: \"nữ\" numerator: \"women(managers)\" denominator: \"managers\" "
                + Self.tail)
        for (place, count) in women.enumerated() {
            try office.say("record figure managers unit: A period: \(2020 + place) total: 100 women: \(count)")
        }
        for line in more { try office.say(line) }
        return office
    }

    private func rows(_ office: Office, _ line: String) throws -> [[String: String]] {
        let table = try office.table(line)
        return (0..<table.rowCount).map { row in
            Dictionary(uniqueKeysWithValues: zip(table.schema.names, table.record(row).values.map(\.plain)))
        }
    }

    private func target(_ year: Int, _ value: Int, _ more: String = "") -> String {
        "set target W year: \(year) value: \(value) \(more) source: \"x\" confidence: local"
    }

    @Test func componentsAreExact() throws {
        let office = try office([30, 33, 36, 38, 41], target(2030, 75))
        let row = try #require(rows(office, "compute progress period: 2024 method: united-nations").first)
        #expect(row["base-year"] == "2020" && row["baseline"] == "30" && row["value"] == "41")
        #expect(row["pace"] == "2.75")
        // (75 − 41) ÷ 6 years.
        #expect(row["required-pace"] == "5.67")
        // 2.75 a year where 4.5 were needed.
        #expect(row["ratio"] == "0.611" && row["status"] == "moderate")
    }

    @Test func theMethodsDifferWhereTheirPapersDo() throws {
        // Compound: (41 ÷ 30)^(1/4) − 1 = 8.12 % against (75 ÷ 30)^(1/10) − 1 = 9.60 %.
        let office = try office([30, 33, 36, 38, 41], target(2030, 75))
        let row = try #require(rows(office, "compute progress period: 2024").first)
        #expect(row["ratio"] == "0.846" && row["status"] == "moderate")
    }

    @Test(arguments: [
        ([40, 45], 50, 2030, "on-track"), ([40, 40], 50, 2030, "limited"), ([40, 38], 50, 2030, "deteriorating"),
        ([40, 50], 50, 2030, "achieved"), ([40, 45], 50, 2021, "missed"), ([50, 49], 50, 2030, "deteriorating"),
    ])
    func statuses(_ women: [Int], _ goal: Int, _ year: Int, _ status: String) throws {
        let office = try office(women, target(year, goal))
        #expect(try rows(office, "compute progress period: 2021").first?["status"] == status)
    }

    @Test func unknownsAreStates() throws {
        let office = try office([40, 45])
        #expect(try rows(office, "compute progress period: 2021").first?["status"] == "target-unknown")
        #expect(try rows(office, "compute progress period: 2023").first?["status"] == "no-data")
        try office.say(target(2030, 50))
        #expect(try rows(office, "compute progress period: 2020").first?["status"] == "no-baseline")
    }

    /// A baseline of nought is neither a division by nought nor replaced by a small number.
    @Test func aBaselineOfNoughtUsesTheLinearPace() throws {
        let office = try office([0, 10], target(2025, 50))
        #expect(try rows(office, "compute progress period: 2021").first?["ratio"] == "1")
    }

    @Test func aBaselineThatWasSetGoesFirst() throws {
        let office = try office([40, 45], target(2030, 50))
        try office.say("set baseline W year: 2015 value: 20 source: \"x\" confidence: local")
        let row = try #require(rows(office, "compute progress period: 2021").first)
        #expect(row["base-year"] == "2015" && row["baseline"] == "20")
    }

    @Test func towardsAnExactValueBothSidesComeNearer() throws {
        let office = try office([70, 65], target(2024, 50, "operator: equal"))
        // 5 of 20 points a year where 5 were needed.
        #expect(try rows(office, "compute progress period: 2021").first?["status"] == "on-track")
    }

    @Test func aUnitsOwnTargetStandsBeforeTheGeneralOne() throws {
        let office = try office([40, 45], target(2030, 50), target(2030, 42, "unit: A"))
        #expect(try rows(office, "compute progress period: 2021").first?["target"] == "50")
        let own = try rows(office, "compute progress period: 2021 by: unit")
        #expect(own.map { $0["target"] } == ["42"] && own.first?["status"] == "achieved")
        #expect(try rows(office, "compute indicators period: 2021 by: unit").first?["target"] == "42")
    }

    @Test func theFarthestFromItsTargetIsRankedFirst() throws {
        let office = try office([40, 45], target(2025, 46), target(2030, 90))
        #expect(try rows(office, "compute progress period: 2021").map { $0["rank"] } == ["2", "1"])
    }

    @Test func forecastsTellTheChanceOfMilestonesOnly() throws {
        let office = try office([30, 33, 36, 38, 41, 44], target(2027, 50), target(2030, 75))
        let list = try rows(office, "forecast indicators period: 2025 years: 5")
        let expected = list.filter { $0["expected"] == "yes" }
        #expect(expected.map { $0["period"] } == ["2026", "2027", "2028", "2029", "2030"])
        #expect(expected.filter { $0["chance"] != "" }.map { $0["period"] } == ["2027", "2030"])
        #expect(list.filter { $0["expected"] == "no" }.map { $0["value"] } == ["30", "33", "36", "38", "41", "44"])
    }

    @Test func threeValuesAreTooFewAndAGapEndsASeries() throws {
        let office = try office([30, 33, 36])
        #expect(try !rows(office, "forecast indicators period: 2022").contains { $0["expected"] == "yes" })
        for year in [2024, 2025] {
            try office.say("record figure managers unit: A period: \(year) total: 100 women: 40")
        }
        #expect(try !rows(office, "forecast indicators period: 2025").contains { $0["expected"] == "yes" })
    }
}
