import Commands
import Diagnostics
import Syntax
import Testing
import Values

@testable import Programme

@Suite struct FormulaTests {
    private var reader: FormulaReader {
        let elements = [
            element("staff-total", .people, true), element("rooms", .count, false), element("has-plan", .yesNo, false),
        ]
        return FormulaReader(
            elements: Dictionary(uniqueKeysWithValues: elements.map { ($0.code, $0) }), indicators: ["OTHER"],
            indicator: "SELF")
    }

    private func element(_ code: String, _ type: ElementType, _ bySex: Bool) -> FigureElement {
        FigureElement(
            code: code, name: Text(verbatim: code), type: type, overTime: .last, overUnits: .sum, bySex: bySex,
            every: nil,
            id: 1)
    }

    private func refusals(_ text: String) -> [String] {
        do throws(Diagnostics) {
            _ = try reader.read(text, "numerator")
            return []
        } catch {
            return error.list.map(\.code.description)
        }
    }

    /// What a formula gives for sums of 10 people with 4 women, 3 rooms, and 2 units that fulfil any condition.
    private func value(_ text: String) throws -> Number {
        try reader.read(text, "numerator").value(
            { input in
                guard input.element == "staff-total" else { return 3 }
                return input.measure == .total ? 10 : input.measure == .women ? 4 : 6
            }, count: { _ in 2 })
    }

    @Test(arguments: [
        ("staff-total", 10), ("women(staff-total) + men(staff-total)", 10), ("total(staff-total) - 2 * rooms", 4),
        ("-rooms + (1 + 1) * 2", 1), ("units(rooms >= 1) * 7", 14), ("staff-total / 5 / 2", 1),
        ("staff-total * 50%", 5),
    ])
    func workOut(_ text: String, _ expected: Int) throws {
        #expect(try value(text) == Number(expected))
    }

    @Test func keepsThePlaceOfAFinding() throws {
        do {
            _ = try reader.read("rooms + women(staff-totl)", "numerator")
            Issue.record("read")
        } catch {
            #expect(error.list.first?.place?.span == SourceSpan(14, 24))
            #expect(error.list.first?.replacement == "staff-total")
            #expect(error.list.first?.subject == "numerator")
        }
    }

    @Test(arguments: [
        ("rooms +", ["expected-expression"]), ("romms + staf-total", ["unknown-element", "unknown-element"]),
        ("SELF / rooms", ["circular-definition"]), ("OTHER / rooms", ["unknown-element"]),
        ("mean(rooms)", ["unknown-formula-function"]), ("women(rooms)", ["formula-type"]),
        ("women(1)", ["formula-type"]), ("women(rooms, staff-total)", ["formula-arguments"]),
        ("rooms > 1", ["formula-type"]), ("has-plan", ["formula-type"]), ("units(rooms)", ["formula-type"]),
        ("units(units(has-plan) > 1)", ["formula-type"]), ("\"text\"", ["formula-type"]), ("$x", ["formula-type"]),
    ])
    func refuses(_ text: String, _ codes: [String]) {
        #expect(refusals(text) == codes)
    }

    @Test func asksConditionsOfOneUnit() throws {
        func holds(_ text: String, _ rooms: Number) throws -> Bool {
            guard case .units(let condition) = try reader.read("units(\(text))", "numerator") else { return false }
            return try condition.holds { $0.element == "rooms" ? rooms : 1 }
        }
        #expect(try holds("rooms between 2 and 4 and has-plan", 4))
        #expect(try !holds("rooms between 2 and 4 and has-plan = no", 4))
        #expect(try holds("not (rooms < 2) or no", 2))
        #expect(try !holds("1 / rooms > 0", 0))
    }

    @Test func dividesByNoughtWithoutATrap() {
        #expect(throws: FormulaFailure.divisionByNought) { try value("1 / (rooms - 3)") }
        #expect(throws: FormulaFailure.tooLarge) { try value("999999999999999999 * 999999999999999999") }
    }

    @Test func speaksInBothLanguages() throws {
        let elements = [
            "leaders": FigureElement(
                code: "leaders", name: Text("leaders", vi: "cán bộ quản lý"), type: .people, overTime: .last,
                overUnits: .sum,
                bySex: true, every: nil, id: 1)
        ]
        let reader = FormulaReader(elements: elements, indicators: [], indicator: "X")
        let words = FormulaWords(elements: elements).words(try reader.read("units(women(leaders) >= 1)", "numerator"))
        #expect(
            words == Text("the units where women among leaders ≥ 1", vi: "số đơn vị có nữ trong cán bộ quản lý ≥ 1"))
    }
}
