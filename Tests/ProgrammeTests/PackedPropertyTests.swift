import Commands
import Database
import Testing
import Values

@testable import Programme

/// Random figures with corrections, retractions, moves and closings: whatever is packed when, the results are those of
/// the general way, which goes unit by unit.
@Suite struct PackedPropertyTests {
    private static let communes = ["P1", "P2", "P3"]
    private static let schools = (1...12).map { "S\($0)" }
    private static let months = ["2025-01", "2025-02", "2025-03"]

    private func office() throws -> Office {
        let office = try Office(today: "2025-03-20")
        for unit in Self.communes { try office.say("register unit \(unit) \"\(unit)\" kind: vhxh under: SGD") }
        for (number, unit) in Self.schools.enumerated() {
            let kind = ["th", "thcs", "thpt"][number % 3]
            try office.say("register unit \(unit) \"\(unit)\" kind: \(kind) under: P\(number / 4 + 1)")
        }
        let common = "minimum-coverage: 30% direction: info source: \"x\" confidence: local"
        try office.say(
            """
            define element people "p" type: people over-time: last over-units: sum
            define element events "e" type: people over-time: sum over-units: sum every: month
            define element rating "r" type: count over-time: none over-units: none
            define element hours "h" type: hours over-time: sum over-units: sum
            define indicator A "a" vi: "a" numerator: "women(people)" denominator: "people" \(common)
            define indicator B "b" vi: "b" numerator: "men(people) - events" denominator: "total(people) + 3" unit: per-hundred \(common)
            define indicator C "c" vi: "c" numerator: "events - previous(events)" unit: number \(common)
            define indicator D "d" vi: "d" numerator: "rating" unit: number \(common)
            define indicator E "e" vi: "e" numerator: "people" denominator: "hours" unit: ratio \(common)
            define indicator F "f" vi: "f" numerator: "parity(people) * A" denominator: "events" unit: ratio \(common)
            define indicator G "g" vi: "g" numerator: "units(women(people) > 2)" denominator: "units(yes)" \(common)
            """)
        return office
    }

    private func pack(_ office: Office) throws {
        let session = office.session
        try session.database.transaction {
            try PackedUpkeep(session.database, entry: session.journal.lastNumber()).run(after: -1)
        }
    }

    /// What a connection inserted last, perhaps nothing, is no reason to pack: a replay would not do the same.
    @Test(arguments: [0, 4096, 8192])
    func onlyFiguresOfTheEntryArePacked(_ id: Int) throws {
        let office = try office()
        let database = office.session.database
        try database.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)")
        try database.execute("INSERT INTO other (id) VALUES (\(Int64(id)))")
        try PackedUpkeep(database, entry: office.session.journal.lastNumber()).runWhenDue()
        #expect(try database.first("SELECT 1 FROM packed_mark") == nil)
    }

    private func figure(_ units: [String]) -> String {
        let element = ["people", "people", "events", "events", "rating", "hours"].randomElement() ?? "people"
        let (unit, month) = (units.randomElement() ?? "S1", Self.months.randomElement() ?? "2025-01")
        let line = "record figure \(element) unit: \(unit) period: \(month)"
        switch Int.random(in: 0..<10) {
        case 0: return line + " state: not-applicable"
        case 1: return line + " state: withheld"
        case 2: return line + " state: not-reported"
        default:
            let total = Int.random(in: 0..<8) == 0 ? Int.random(in: 0...3_000_000) : Int.random(in: 0...40)
            if element == "hours" { return line + " total: \(total).5" }
            let hasWomen = element != "rating" && Int.random(in: 0..<5) > 0
            return line + " total: \(total)" + (hasWomen ? " women: \(Int.random(in: 0...total))" : "")
        }
    }

    /// Something else that changes figures or units; it may be refused.
    private func change(_ office: Office, _ known: inout [String]) throws {
        let unit = known.randomElement() ?? "S1"
        switch Int.random(in: 0..<7) {
        case 0:
            try office.say(
                "register unit N\(known.count) \"n\" kind: th under: \(Self.communes.randomElement() ?? "P1")")
            known.append("N\(known.count)")
        case 1:
            _ = office.refusals(
                "move unit \(unit) under: \(Self.communes.randomElement() ?? "P1") on: 2025-02-10 document: \"x\"")
        case 2: _ = office.refusals("close unit \(unit) on: 2025-02-15 document: \"x\"")
        case 3:
            _ = office.refusals(
                "merge units [\(unit), \(known.randomElement() ?? "S2")] into: M\(known.count) name: \"m\" on: 2025-03-10 document: \"x\""
            )
        case 4:
            let month = Self.months.randomElement() ?? "2025-01"
            _ = office.refusals("retract figure people unit: \(unit) period: \(month) reason: \"x\"")
        default: _ = office.refusals("undo")
        }
    }

    private func expectSame(_ office: Office, _ request: IndicatorRequest) throws {
        let session = office.session
        let periods = try Self.months.map { try #require(Period($0)) } + [try #require(Period("2025-Q1"))]
        let catalogue = try Indicators(session).formulaCatalogue()
        let indicators = try Indicators(session).all()
        var packed = try #require(try PackedComputation(session, periods, indicators, catalogue, request))
        let results = try packed.results(indicators)
        var isUsed = false
        for (place, period) in periods.enumerated() {
            var general = try IndicatorComputation(
                session, period: period, under: request.top, kinds: request.kinds, catalogue)
            for (number, indicator) in indicators.enumerated() {
                guard let packed = results[number][place] else { continue }
                let fast = packed.all
                isUsed = true
                let slow = try general.results(indicator, by: request.division, at: request.heads)
                for (one, other) in zip(fast, slow) where one.told != other.told {
                    Issue.record("\(request): \(one.told) is not \(other.told)")
                }
                #expect(fast.count == slow.count, "\(request): \(indicator.code) \(period)")
            }
        }
        #expect(isUsed)
    }

    /// What a pipeline takes is the same whether it needs all columns or some.
    private func expectSameTables(_ office: Office) throws {
        for code in ["A", "B", "E"] {
            let line = "compute indicators from: 2025-01 to: 2025-03 indicator: \(code) by: tree"
            let whole = try office.table(line)
            let kept = try office.table("\(line) | keep indicator, name, period, unit, value")
            #expect(kept.rowCount == whole.rowCount)
            for name in ["indicator", "name", "period", "unit", "value"] {
                #expect(kept.cells(of: name) == whole.cells(of: name), "\(code) \(name)")
            }
        }
    }

    @Test(arguments: 0..<12) func equalsTheGeneralWay(_ round: Int) throws {
        let office = try office()
        var known = Self.schools
        if round % 3 > 0 { try pack(office) }
        for _ in 0..<6 {
            for _ in 0..<25 { _ = office.refusals(figure(known)) }
            for _ in 0..<3 { try change(office, &known) }
            if Bool.random() {
                try pack(office)
                try #expect(PackedCheck.faults(office.session.database) == 0)
            }
            for _ in 0..<4 { _ = office.refusals(figure(known)) }
            for division in IndicatorComputation.Division.allCases {
                try expectSame(office, IndicatorRequest(division: division))
            }
            try expectSame(office, IndicatorRequest(top: UnitCode(code: "P2"), division: .tree))
            try expectSame(office, IndicatorRequest(top: UnitCode(code: "P1"), kinds: [.th], division: .total))
            try expectSame(office, IndicatorRequest(division: .tree, heads: [.so, .vhxh]))
            try expectSameTables(office)
        }
    }

    /// What is refused leaves no trace, and what a reader sees of an earlier entry goes by the rows.
    @Test func looksBackByTheRows() throws {
        let office = try office()
        try pack(office)
        try office.say("record figure people unit: S1 period: 2025-01 total: 10 women: 4")
        try pack(office)
        let entry = try office.session.journal.lastNumber()
        try office.say("record figure people unit: S1 period: 2025-01 total: 10 women: 5")
        let line = "compute indicators period: 2025-01 indicator: A"
        #expect(try office.column("numerator", line) == ["5"])
        office.session.horizon = entry
        #expect(try office.column("numerator", line) == ["4"])
    }

    /// A figure that the packed ones tell otherwise than the rows is found.
    @Test func checkFindsAnotherFigure() throws {
        let office = try office()
        try pack(office)
        try office.say("record figure people unit: S1 period: 2025-01 total: 10 women: 4")
        let database = office.session.database
        try pack(office)
        #expect(try PackedCheck.faults(database) == 0)
        try database.execute("UPDATE figure SET women = '3'")
        #expect(try PackedCheck.faults(database) == 1)
    }
}

extension IndicatorResult {
    /// Everything that it says, to be compared.
    fileprivate var told: String {
        "\(indicator.code) \(period) \(unit ?? "-") \(level?.rawValue ?? "-") \(numerator?.description ?? "-") "
            + "\(denominator?.description ?? "-") \(value?.description ?? "-") \(counted)/\(expected) \(leftOut) "
            + "\(isToDate) \(String(describing: obstacle))"
    }
}
