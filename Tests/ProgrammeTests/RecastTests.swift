import Commands
import Diagnostics
import Programme
import Tables
import Testing
import Values

/// Figures told by the units of another day.
@Suite struct RecastTests {
    private func office() throws -> Office {
        let office = try Office()
        for code in ["A", "B", "C"] {
            try office.say("register unit \(code) \"THPT \(code)\" kind: thpt under: SGD opened: 2000-01-01")
        }
        try office.say("define element n \"x\" type: people over-time: last over-units: sum every: year")
        try office.say("define element yes-n \"y\" type: yes-no over-time: none over-units: none every: year")
        for (code, total, women) in [("A", 10, 3), ("B", 20, 13), ("C", 7, 7)] {
            try office.say("record figure n unit: \(code) period: 2024 total: \(total) women: \(women)")
            try office.say("record figure yes-n unit: \(code) period: 2024 total: 1")
        }
        return office
    }

    private func rows(_ office: Office, _ day: String, _ element: String = "n") throws -> [String] {
        let table = try office.table(
            "recast figures structure: \(day) element: \(element) | keep unit, total, women, state, break")
        return table.lines.map { $0.joined(separator: " ") }
    }

    @Test func mergedAreAddedAndNotTornApart() throws {
        let office = try office()
        try office.say("merge units [A, B] into: D name: \"THPT D\" on: 2025-07-01")
        try office.say("record figure n unit: D period: 2025 total: 33 women: 16")
        #expect(
            try rows(office, "2025-12-01") == [
                "C 7 7 reported ", "D 30 16 reported merge 2025-07-01", "D 33 16 reported ",
            ])
        let back = try rows(office, "2025-06-30")
        #expect(back.prefix(3) == ["A 10 3 reported ", "B 20 13 reported ", "C 7 7 reported "])
        #expect(
            back.dropFirst(3) == [
                "A   not-comparable merge 2025-07-01", "B   not-comparable merge 2025-07-01",
                "SGD 33 16 together merge 2025-07-01",
            ])
        #expect(
            try rows(office, "2025-12-01", "yes-n") == [
                "C 1  reported ", "D   not-comparable merge 2025-07-01",
            ])
    }

    @Test func aSplitIsDividedByItsShares() throws {
        let office = try office()
        try office.say("split unit A into: [A, D] names: [\"THPT D\"] shares: [2, 1] on: 2025-07-01")
        try office.say("split unit D into: [E, F] names: [\"E\", \"F\"] shares: [0.5, 0.5] on: 2025-08-01")
        let marks = "split 2025-07-01; split 2025-08-01"
        // 3 women and 7 men by 4/6, 1/6, 1/6.
        #expect(
            try rows(office, "2025-12-01") == [
                "A 7 2 reported \(marks)", "B 20 13 reported ", "C 7 7 reported ",
                "E 2 1 reported \(marks)", "F 1 0 reported \(marks)",
            ])
        try office.say("record figure n unit: E period: 2025 total: 5 women: 1")
        try office.say("record figure n unit: F period: 2025 total: 6 women: 2")
        try office.say("record figure n unit: A period: 2025 total: 8 women: 3")
        let back = try rows(office, "2025-06-30").filter { $0.contains("2025-07-01") }
        #expect(back == ["A 19 6 reported \(marks)"])
    }

    @Test func unknownSharesSayThatItCannotBeTold() throws {
        let office = try office()
        try office.say("split unit A into: [D, E] names: [\"D\", \"E\"] on: 2025-07-01")
        try office.say("record figure n unit: B period: 2023 total: 2 women: 1")
        try office.say("record figure n unit: A period: 2023 total: 0 women: 0")
        try office.say("record figure n unit: C period: 2023 total: 0 women: 0")
        let rows = try rows(office, "2025-12-01")
        #expect(rows.filter { $0.contains("not-comparable") }.map { $0.prefix(1) } == ["D", "E"])
        // Nought divided is nought, whoever got which share.
        #expect(rows.contains("D 0 0 reported split 2025-07-01"))
        let lines = try office.say(
            "recast figures structure: 2025-12-01 element: n | where state = not-comparable | count")
        #expect(lines.count == 1)
    }

    /// A split without shares inside a province leaves the province's total as it was; one across two does not.
    @Test func aTotalAboveAnUnknownSplitIsExact() throws {
        let office = try office()
        for code in ["P", "Q"] {
            try office.say("register unit \(code) \"Tỉnh \(code)\" kind: vhxh under: SGD opened: 2000-01-01")
        }
        for (unit, above) in [("A", "P"), ("B", "P"), ("C", "Q")] {
            try office.say("move unit \(unit) under: \(above) on: 2001-01-01")
        }
        try office.say(
            """
            define indicator I "x" vi: "y" numerator: "women(n)" denominator: "n" direction: at-least source: "s" \
            confidence: local
            split unit A into: [D, E] names: ["D", "E"] on: 2025-07-01
            """)
        func told(_ under: String) throws -> [[String]] {
            let line =
                "compute indicators period: 2024 structure: 2025-12-01 under: \(under) | keep numerator, denominator"
            return try office.table(line).lines
        }
        #expect(try told("P") == [["16", "30"]])
        #expect(try rows(office, "2025-12-01").contains("P 10 3 together split 2025-07-01"))
        // E goes to the other province before the structure's day: only the country's total is known.
        try office.say("move unit E under: Q on: 2025-08-01")
        #expect(try told("P") == [["13", "20"]])
        #expect(try told("SGD") == [["23", "37"]])
        #expect(try rows(office, "2025-12-01").contains("SGD 10 3 together split 2025-07-01"))
        // A merger takes up what was untold; the rest stays together with it.
        try office.say("merge units [B] into: D on: 2025-09-01")
        #expect(try rows(office, "2025-12-01").contains { $0.hasPrefix("SGD 30 16 together") })
    }

    @Test func whatIsNotReportedIsNoNumber() throws {
        let office = try office()
        try office.say("record figure n unit: A period: 2023 total: 4")
        try office.say("record figure n unit: B period: 2023 state: not-reported")
        try office.say("record figure n unit: C period: 2023 state: not-applicable")
        try office.say("merge units [A, B] into: D name: \"D\" on: 2025-07-01")
        #expect(
            try rows(office, "2025-12-01").prefix(2) == [
                "C   not-applicable ", "D   incomplete merge 2025-07-01",
            ])
    }

    @Test func indicatorsAreToldByTheStructure() throws {
        let office = try office()
        try office.say(
            """
            define indicator I "x" vi: "y" numerator: "women(n)" denominator: "n" direction: at-least source: "s" \
            confidence: local
            """)
        try office.say("merge units [A, B] into: D name: \"D\" on: 2025-07-01")
        let asked = "compute indicators period: 2024 structure: 2025-12-01 by: unit | keep unit, numerator, denominator"
        #expect(try office.table(asked).lines == [["C", "7", "7"], ["D", "16", "30"]])
        try office.say("split unit C into: [E, F] names: [\"E\", \"F\"] on: 2025-08-01")
        let each = try office.text("compute indicators period: 2024 structure: 2025-12-01 by: unit")
        #expect(each.contains("Not comparable: ‘n’ of 2 units"))
        // What E and F are together is known, so that the whole is.
        let answer = try office.text("compute indicators period: 2024 structure: 2025-12-01")
        #expect(answer.contains("counted as one unit, since nobody knows their shares: E + F."), "\(answer)")
        #expect(answer.contains("2 of 2 units") && !answer.contains("Not comparable"))
        let told = "compute indicators period: 2024 structure: 2025-12-01 | keep numerator, denominator"
        #expect(try office.table(told).lines == [["23", "37"]])
        let whole = "compute indicators period: 2024 | keep numerator, denominator, coverage"
        #expect(try office.table(whole).lines == [["23", "37", "3 of 3 units"]])
    }

    /// Heads are counted once: not in the unit that closed and again in the one that followed it.
    @Test func aStockIsToldOnceAcrossAMerger() throws {
        let office = try office()
        try office.say(
            "define element m \"x\" type: people over-time: last over-units: sum every: month",
        )
        try office.say(
            """
            define indicator J "x" vi: "y" numerator: "m" direction: at-least source: "s" confidence: local unit: number
            """)
        for code in ["A", "B"] { try office.say("record figure m unit: \(code) period: 2025-05 total: 10") }
        try office.say("merge units [A, B] into: D name: \"D\" on: 2025-07-01")
        let asked = "compute indicators period: 2025 indicator: J | keep numerator"
        #expect(try office.column("numerator", asked) == ["20"])
        try office.say("record figure m unit: D period: 2025-10 total: 21")
        #expect(try office.column("numerator", asked) == ["21"])
    }
}

extension Table {
    /// The rows as plain texts.
    fileprivate var lines: [[String]] {
        let columns = schema.columns.indices.map { cells($0).map(\.plain) }
        return (0..<rowCount).map { row in columns.map { $0[row] } }
    }
}
