import Commands
import Diagnostics
import Programme
import Tables
import TestSupport
import Testing
import Values

/// Laws of units in time, on random units that change at random and report at random.
@Suite struct RecastPropertyTests {
    private static let elements = ["people-n", "hours-n"]
    private static let periods = [2023, 2024].flatMap { year in (1...4).map { "\(year)-Q\($0)" } }

    /// An office with units that have changed at random.
    private func office(_ dice: inout Dice) throws -> Office {
        let office = try Office()
        try office.say("define element people-n \"x\" type: people over-time: sum over-units: sum every: quarter")
        try office.say("define element hours-n \"y\" type: hours over-time: sum over-units: sum every: quarter")
        for number in 1...9 {
            let under = number <= 3 ? "SGD" : "U\(dice.below(3) + 1)"
            let kind = number <= 3 ? "vhxh" : "mn"
            try office.say("register unit U\(number) \"Đơn vị \(number)\" kind: \(kind) under: \(under)")
        }
        var next = 10
        for _ in 0..<25 {
            let line = change(&dice, &next)
            _ = office.refusals(line)
        }
        return office
    }

    private func change(_ dice: inout Dice, _ next: inout Int) -> String {
        let unit = "U\(dice.below(next) + 1)"
        let other = "U\(dice.below(next) + 1)"
        let month = dice.below(24)
        let day = "\(2023 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-\(dice.pick(["01", "15"]))"
        let new = "U\(next)"
        next += 1
        switch dice.below(7) {
        case 0: return "rename unit \(unit) \"Tên \(next)\" on: \(day)"
        case 1: return "move unit \(unit) under: \(other) on: \(day)"
        case 2: return "close unit \(unit) on: \(day)"
        case 3: return "reopen unit \(unit) on: \(day)"
        case 4: return "merge units [\(unit), \(other)] into: \(new) name: \"Mới \(next)\" on: \(day)"
        case 5:
            let shares = "[\(dice.below(9) + 1), \(dice.below(9) + 1)]"
            let first = dice.pick([unit, other])
            return "split unit \(unit) into: [\(first), \(new)] names: [\"Mới\"] shares: \(shares) on: \(day)"
        default: return "merge units [\(unit)] into: \(other) on: \(day)"
        }
    }

    /// Every unit that is open in a period reports every element; gives the sums.
    private func report(_ office: Office, _ dice: inout Dice) throws -> [String: (total: Number, women: Number)] {
        var sums: [String: (total: Number, women: Number)] = [:]
        let codes = Set(
            try (1...24).flatMap { month in
                try office.column(
                    "unit", "list units on: \(2023 + (month - 1) / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-02"
                )
            }
        ).union(try office.column("unit", "list unit changes")).sorted()
        for period in Self.periods {
            for code in codes {
                let people = dice.below(40)
                let women = dice.below(people + 1)
                guard
                    office.refusals(
                        "record figure people-n unit: \(code) period: \(period) total: \(people) women: \(women)"
                    ).isEmpty
                else { continue }
                let hours = "\(dice.below(30)).\(dice.below(9) + 1)"
                try office.say("record figure hours-n unit: \(code) period: \(period) total: \(hours)")
                add(Number(people), Number(women), to: &sums["people-n " + period])
                add(try #require(Number(hours)), .zero, to: &sums["hours-n " + period])
            }
        }
        return sums
    }

    private func add(_ total: Number, _ women: Number, to sum: inout (total: Number, women: Number)?) {
        let before = sum ?? (.zero, .zero)
        sum = (before.total.adding(total) ?? .zero, before.women.adding(women) ?? .zero)
    }

    @Test(arguments: 1...12)
    func totalsAreConserved(_ seed: Int) throws {
        var dice = Dice(seed)
        let office = try office(&dice)
        let sums = try report(office, &dice)
        var compared = 0
        for structure in ["2022-12-31", "2023-05-20", "2023-11-02", "2024-06-15", "2024-12-31", "2025-06-01"] {
            let rows = try office.table("recast figures structure: \(structure)")
            let cells = ["element", "period", "state", "total", "women"].map { rows.cells(of: $0) ?? [] }
            var found: [String: (total: Number, women: Number)] = [:]
            var untold: Set<String> = []
            for row in 0..<rows.rowCount {
                let key = "\(cells[0][row].plain) \(cells[1][row].plain)"
                guard case .number(let total) = cells[3][row] else {
                    // What it is together with others has a row of its own.
                    #expect(cells[2][row].plain == "not-comparable")
                    untold.insert(key)
                    continue
                }
                var women = Number.zero
                if case .number(let counted) = cells[4][row] { women = counted }
                #expect(women <= total)
                if key.hasPrefix("people") { #expect(total.decimals == 0 && women.decimals == 0) }
                add(total, women, to: &found[key])
            }
            // All shares are known: what lies before the structure can always be told.
            if structure > "2024-12-15" { #expect(untold.isEmpty) }
            for (key, sum) in sums {
                compared += 1
                #expect(found[key]?.total == sum.total, "\(key) on the structure of \(structure)")
                #expect(found[key]?.women == sum.women, "\(key) on the structure of \(structure)")
            }
        }
        #expect(compared > 20)
    }

    @Test(arguments: 1...12)
    func theUnitsOfADayAreATree(_ seed: Int) throws {
        var dice = Dice(seed &* 31)
        let office = try office(&dice)
        for _ in 0..<12 {
            let day = "\(2022 + dice.below(4))-0\(dice.below(9) + 1)-\(dice.below(18) + 10)"
            let table = try office.table("list units on: \(day)")
            let codes = table.cells(of: "unit")?.map(\.plain) ?? []
            let above = Dictionary(
                zip(codes, table.cells(of: "under")?.map(\.plain) ?? [])
            ) { first, _ in first }
            #expect(above.count == codes.count, "a unit is twice on \(day)")
            for code in codes {
                var (place, steps) = (code, 0)
                while let next = above[place], !next.isEmpty, steps <= codes.count {
                    (place, steps) = (next, steps + 1)
                }
                #expect(place == "SGD", "\(code) hangs under \(place) on \(day)")
            }
            #expect(try Set(office.column("unit", "list units on: \(day) under: SGD")) == Set(codes))
        }
    }

    @Test(arguments: 1...4)
    func asOfBeforeAChangeGivesTheSameBytes(_ seed: Int) throws {
        var dice = Dice(seed &* 77)
        let office = try office(&dice)
        _ = try report(office, &dice)
        let asked = """
            list units on: 2024-03-01
            list unit changes
            recast figures structure: 2024-03-01
            compute indicators period: 2024
            """
        let before = try office.text(asked)
        let horizon = try office.session.journal.lastNumber()
        var next = 40
        for _ in 0..<30 { _ = office.refusals(change(&dice, &next)) }
        office.session.horizon = horizon
        #expect(try office.text(asked) == before)
    }
}
