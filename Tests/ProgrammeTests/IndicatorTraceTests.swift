import Commands
import Programme
import Tables
import TestSupport
import Testing
import Values

/// What `explain indicator` lists is enough to work the number out again, in another way.
@Suite struct IndicatorTraceTests {
    private static let tail = "minimum-coverage: 0% direction: info source: \"x\" confidence: local"
    private static let units = ["A", "B", "C", "D"]

    private func office() throws -> Office {
        let office = try Office()
        for unit in Self.units { try office.say("register unit \(unit) \"\(unit)\" kind: thpt under: SGD") }
        try office.say(
            """
            define element people "p" type: people over-time: last over-units: sum every: month
            define element events "e" type: count over-time: sum over-units: sum every: month
            define element load "l" type: hours over-time: average over-units: sum every: month
            define indicator X "x" vi: "x" numerator: "women(people) + 2 * year-to-date(events)" denominator: "first-reported(people, previous(people)) + load" unit: ratio \(Self.tail)
            """)
        return office
    }

    /// The inputs of the formula from the listing alone: Σ value ÷ periods over what is counted and used.
    private func inputs(_ table: Table) -> [String: Double] {
        var sums: [String: Double] = [:]
        for place in 0..<table.rowCount {
            let row = table.record(place)
            guard row["counted"] == .yesNo(true), row["used"] == .yesNo(true), case .text(let input)? = row["input"],
                case .number(let value)? = row["value"], case .number(let periods)? = row["periods"]
            else { continue }
            sums[input, default: 0] += value.approximation / periods.approximation
        }
        return sums
    }

    @Test(arguments: 0..<10) func givesTheSameNumberAgain(_ round: Int) throws {
        let office = try office()
        var file = "element,unit,period,total,women,state\n"
        for element in ["people", "events", "load"] {
            for unit in Self.units {
                for month in 1...6 where Double.random(in: 0..<1) < (element == "events" ? 0.97 : 0.6) {
                    let total = Int.random(in: 1...30)
                    let women = element == "people" ? "\(Int.random(in: 0...total))" : ""
                    let state = element == "load" && Int.random(in: 0..<8) == 0 ? "withheld" : ""
                    file +=
                        "\(element),\(unit),2024-0\(month),\(state.isEmpty ? "\(total)" : ""),\(state.isEmpty ? women : ""),\(state)\n"
                }
            }
        }
        office.files.contents["f.csv"] = Array(file.utf8)
        try office.say("import figures from: \"f.csv\"")
        let line = "period: 2024-Q2"
        let value = try office.table("compute indicators \(line) indicator: X | where value is not missing")
        let rows = try office.table("explain indicator X \(line)")
        let inputs = inputs(rows)
        guard value.rowCount == 1, case .number(let numerator)? = value.cells(of: "numerator")?.first,
            case .number(let denominator)? = value.cells(of: "denominator")?.first
        else {
            #expect(inputs.isEmpty)
            return
        }
        let above = (inputs["women(people)"] ?? 0) + 2 * (inputs["year-to-date(events)"] ?? 0)
        let below = (inputs["first-reported(people, previous(people, 1))"] ?? 0) + (inputs["load"] ?? 0)
        #expect(abs(numerator.approximation - above) < 1e-9 && abs(denominator.approximation - below) < 1e-9)
    }

    @Test func namesWhoWhenAndFromWhichFile() throws {
        let office = try office()
        office.files.contents["f.csv"] = Array("element,unit,period,total,women\npeople,A,2024-01,10,4\n".utf8)
        try office.say("import figures from: \"f.csv\"")
        try office.say(
            "define indicator S \"s\" vi: \"s\" numerator: \"women(people)\" denominator: \"people\" \(Self.tail)")
        let rows = try office.table("explain indicator S period: 2024-01")
        #expect(rows.cells(of: "from")?.first?.plain.contains("f.csv") == true)
        #expect(rows.cells(of: "by")?.first?.isMissing == false && rows.cells(of: "on")?.first?.isMissing == false)
        let text = try office.text("explain indicator S period: 2024-01")
        #expect(text.contains("women among p") && text.contains("left out: not reported") && text.contains("3 units"))
        // What is missing stands there with its reason.
        #expect(
            try office.column("state", "explain indicator S period: 2024-01 | where unit = B | first 1") == [
                "not-reported"
            ])
    }

    @Test func leadsToTheRecordsBehindADerivedCount() throws {
        let office = try office()
        try office.say(
            """
            log training A "Giới" on: 2024-03-14 hours: 4 women: 3 men: 5
            log training A "Giới" on: 2024-05-14 hours: 4 women: 2 men: 1
            define indicator T "t" vi: "t" numerator: "women(training-participants)" \
            denominator: "training-participants" \(Self.tail)
            """)
        let rows = try office.table(
            #"explain indicator T period: 2024 | where input = "women(training-participants)" and counted = yes"#)
        #expect(rows.cells(of: "value")?.map(\.plain) == ["3", "2"])
        #expect(rows.cells(of: "record")?.allSatisfy { !$0.isMissing } == true)
    }

    @Test func explainsALineAndAnIndicator() throws {
        let office = try office()
        #expect(try office.text("explain list indicators").contains("list indicators"))
        #expect(try office.text("explain indicator X period: 2024-Q2").contains("no unit reported"))
    }
}
