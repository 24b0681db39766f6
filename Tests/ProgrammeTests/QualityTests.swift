import Commands
import Diagnostics
import Programme
import Testing
import Values

@Suite struct QualityTests {
    /// Eight schools with staff and leaders, whose figures are given by name.
    private func office(_ more: String...) throws -> Office {
        let office = try Office(
            [], "define element staff \"staff\" type: people over-time: last over-units: sum",
            "define element leads \"leaders\" type: people over-time: last over-units: sum")
        for name in "ABCDEFGH" { try office.say("register unit \(name) \"THPT \(name)\" kind: thpt under: SGD") }
        for line in more { try office.say(line) }
        return office
    }

    private func figure(_ element: String, _ unit: String, _ total: Int, _ period: Int = 2024) -> String {
        "record figure \(element) unit: \(unit) period: \(period) total: \(total)"
    }

    private func rule(_ comparison: String, _ missing: String = "skip", left: String = "leads", right: String = "staff")
        -> String
    {
        "define rule R \"r\" vi: \"r\" left: \"\(left)\" operator: \(comparison) right: \"\(right)\" missing: \(missing)"
            + " importance: high instruction: \"look\" instruction-vi: \"xem\""
    }

    private func findings(_ office: Office, _ kind: String) throws -> [String] {
        let table = try office.table("check figures period: 2024")
        return (0..<table.rowCount).compactMap { row in
            let values = table.record(row).values.map(\.plain)
            return values[2] == kind ? "\(values[0]) \(values[3])" : nil
        }
    }

    @Test func aBrokenRuleNamesTheUnitAndBothSides() throws {
        let office = try office(
            figure("staff", "A", 40), figure("leads", "A", 3), figure("staff", "B", 2), figure("leads", "B", 3),
            rule("at-most"))
        #expect(try findings(office, "rule") == ["B R"])
        #expect(try office.table("check figures period: 2024").record(0).values[4].plain == "r: 3 against 2")
    }

    /// What a missing side does is told for each strategy: B has no staff on record.
    @Test(arguments: [
        ("at-most", "skip", "leads", "staff", []), ("at-most", "skip-if-all", "leads", "staff", []),
        ("at-most", "nought", "leads", "staff", ["B R"]),
        ("at-most", "skip", "leads + staff", "50", []),
        ("at-most", "skip-if-all", "leads + staff", "2", ["A R", "B R"]),
        ("compulsory-pair", "skip", "leads", "staff", ["B R"]), ("exclusive-pair", "skip", "leads", "staff", ["A R"]),
        ("unequal", "skip", "leads", "3", ["A R", "B R"]),
    ])
    func missingSides(_ comparison: String, _ missing: String, _ left: String, _ right: String, _ expected: [String])
        throws
    {
        let office = try office(
            figure("staff", "A", 40), figure("leads", "A", 3), figure("leads", "B", 3),
            rule(comparison, missing, left: left, right: right))
        #expect(try findings(office, "rule") == expected)
    }

    @Test func whatIsUnusualAmongItsKindIsFound() throws {
        var lines: [String] = []
        for (unit, total) in zip("ABCDEFGH", [40, 44, 38, 52, 47, 41, 45, 4200]) {
            lines.append(figure("staff", String(unit), total))
        }
        let office = try office()
        for line in lines { try office.say(line) }
        #expect(try findings(office, "outlier") == ["H staff"])
        try office.say("mark figure staff unit: H period: 2024 as: verified note: \"hỏi lại, đúng\"")
        #expect(try findings(office, "outlier").isEmpty)
        // The mark was about the figure that stood then.
        try office.say(figure("staff", "H", 4300))
        #expect(try findings(office, "outlier") == ["H staff"])
    }

    @Test func whatIsUnusualForTheUnitItselfIsFound() throws {
        let office = try office()
        for (place, total) in [40, 42, 41, 43, 40, 42].enumerated() {
            try office.say(figure("staff", "A", total, 2018 + place))
        }
        try office.say(figure("staff", "A", 4))
        #expect(try findings(office, "outlier") == ["A staff"])
        #expect(try office.table("check figures period: 2023").rowCount == 0)
    }

    @Test func aQuestionStaysOnTheListUntilTheFigureIsRecordedAgain() throws {
        let office = try office(figure("staff", "A", 40))
        try office.say("mark figure staff unit: A period: 2024 as: follow-up note: \"sao ít?\"")
        #expect(try findings(office, "follow-up") == ["A staff"])
        try office.say(figure("staff", "A", 44))
        #expect(try findings(office, "follow-up").isEmpty)
        try office.say("undo")
        #expect(try findings(office, "follow-up") == ["A staff"])
    }
}
