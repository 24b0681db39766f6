import Commands
import Programme
import TestSupport
import Testing
import Values

/// Random monthly figures, and the same indicator worked out a second time with plain loops.
@Suite struct IndicatorPropertyTests {
    private struct Cell {
        let total: Int
        let women: Int?
    }

    private static let units = ["A", "B", "C", "D", "E"]
    private static let months = (1...12).map { "2024-\($0 < 10 ? "0" : "")\($0)" }

    /// The figure of the year from those of the months, by an element's rule.
    private func year(_ cells: [Cell?], _ rule: String) -> (total: Double, women: Double?)? {
        let known = cells.compactMap { $0 }
        guard let last = known.last else { return nil }
        let women = known.compactMap(\.women)
        let sum = Double(known.map(\.total).reduce(0, +))
        let womenSum = women.count == known.count ? Double(women.reduce(0, +)) : nil
        switch rule {
        case "last": return (Double(last.total), last.women.map(Double.init))
        case "average": return (sum / Double(known.count), womenSum.map { $0 / Double(known.count) })
        default: return known.count == 12 ? (sum, womenSum) : nil
        }
    }

    @Test(arguments: 0..<12) func equalsPlainLoops(_ round: Int) throws {
        let rules = ["people": "last", "events": "sum", "load": "average"]
        let office = try Office()
        for unit in Self.units { try office.say("register unit \(unit) \"\(unit)\" kind: thpt under: SGD") }
        try office.say(
            """
            define element people "p" type: people over-time: last over-units: sum
            define element events "e" type: people over-time: sum over-units: sum
            define element load "l" type: people over-time: average over-units: sum
            define indicator X "x" vi: "x" numerator: "women(people) + 2 * events" denominator: "men(people) + load" unit: ratio minimum-coverage: 0% direction: info source: "x" confidence: local
            define indicator Y "y" vi: "y" numerator: "units(women(people) >= 2 and events > 5)" denominator: "units(yes)" minimum-coverage: 0% direction: info source: "x" confidence: local
            """)
        var data: [String: [String: [Cell?]]] = [:]
        var file = "element,unit,period,total,women\n"
        for element in rules.keys.sorted() {
            for unit in Self.units {
                let gap = element == "events" ? 0.01 : 0.3
                let cells = Self.months.map { _ in Double.random(in: 0..<1) < gap ? nil : cell() }
                data[element, default: [:]][unit] = cells
                for (month, cell) in zip(Self.months, cells) {
                    guard let cell else { continue }
                    file += "\(element),\(unit),\(month),\(cell.total),\(cell.women.map { "\($0)" } ?? "")\n"
                }
            }
        }
        office.files.contents["f.csv"] = Array(file.utf8)
        try office.say("import figures from: \"f.csv\"")
        var computation = try IndicatorComputation(
            office.session, period: #require(Period("2024")), under: UnitCode(code: "SGD"))
        let indicators = try Indicators(office.session).all()
        let whole = try #require(try computation.results(indicators[0]).first)
        let plain = try expectation(data, rules)
        #expect(whole.counted == plain.counted && whole.expected == 5)
        expectNear(whole.numerator, plain.numerator)
        expectNear(whole.denominator, plain.denominator)
        let agencies = try #require(try computation.results(indicators[1]).first)
        #expect(agencies.denominator?.whole.map(Int.init) == plain.agenciesCounted)
        #expect(agencies.numerator?.whole.map(Int.init) == plain.agencies)
    }

    private func cell() -> Cell {
        let total = Int.random(in: 0...6)
        return Cell(total: total, women: Double.random(in: 0..<1) < 0.05 ? nil : Int.random(in: 0...total))
    }

    private func expectation(
        _ data: [String: [String: [Cell?]]], _ rules: [String: String]
    ) throws -> (numerator: Double?, denominator: Double?, counted: Int, agencies: Int?, agenciesCounted: Int?) {
        var (above, below, counted, agencies, agenciesCounted) = (0.0, 0.0, 0, 0, 0)
        for unit in Self.units {
            let people = year(data["people"]?[unit] ?? [], "last")
            let events = year(data["events"]?[unit] ?? [], "sum")
            let load = year(data["load"]?[unit] ?? [], "average")
            guard let people, let women = people.women, let events else { continue }
            agenciesCounted += 1
            if women >= 2, events.total > 5 { agencies += 1 }
            guard let load else { continue }
            counted += 1
            above += women + 2 * events.total
            below += people.total - women + load.total
        }
        return (
            counted > 0 ? above : nil, counted > 0 ? below : nil, counted, agenciesCounted > 0 ? agencies : nil,
            agenciesCounted > 0 ? agenciesCounted : nil
        )
    }

    private func expectNear(_ number: Number?, _ plain: Double?) {
        guard let number, let plain else {
            #expect(number == nil && plain == nil)
            return
        }
        #expect(abs(number.approximation - plain) < 1e-9)
    }

    /// Adding over time and adding over units may be done in either order; what lasts is never added over time.
    @Test(arguments: 0..<5) func sumsCommuteAndSnapshotsDoNotAdd(_ round: Int) throws {
        let office = try Office()
        for unit in Self.units { try office.say("register unit \(unit) \"\(unit)\" kind: thpt under: SGD") }
        try office.say(
            """
            define element events "e" type: count over-time: sum over-units: sum
            define element people "p" type: people over-time: last over-units: sum
            define indicator E "e" vi: "e" numerator: "events" unit: number minimum-coverage: 0% direction: info source: "x" confidence: local
            define indicator P "p" vi: "p" numerator: "people" unit: number minimum-coverage: 0% direction: info source: "x" confidence: local
            """)
        var file = "element,unit,period,total\n"
        var (events, last): (Int, [String: Int]) = (0, [:])
        for unit in Self.units {
            for month in Self.months {
                let (count, people) = (Int.random(in: 0...9), Int.random(in: 0...50))
                events += count
                last[unit] = people
                file += "events,\(unit),\(month),\(count)\npeople,\(unit),\(month),\(people)\n"
            }
        }
        office.files.contents["f.csv"] = Array(file.utf8)
        try office.say("import figures from: \"f.csv\"")
        func sum(_ line: String) throws -> Number? {
            let cells = try office.table("compute indicators \(line)").cells(of: "numerator") ?? []
            return Number.sum(cells.compactMap { if case .number(let number) = $0 { number } else { nil } })
        }
        let ways = [
            "period: 2024", "period: 2024 each: month", "period: 2024 by: unit", "period: 2024 each: quarter by: unit",
        ]
        for way in ways { #expect(try sum("\(way) indicator: E") == Number(events)) }
        let people = Number(last.values.reduce(0, +))
        for way in [
            "period: 2024", "period: 2024-Q4", "period: 2024-12", "period: 2024 by: unit", "period: 2024-H2 by: unit",
        ] {
            #expect(try sum("\(way) indicator: P") == people)
        }
    }
}
