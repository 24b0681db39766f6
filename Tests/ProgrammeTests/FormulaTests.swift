import Commands
import Diagnostics
import Syntax
import Testing
import Values

@testable import Programme

@Suite struct FormulaTests {
    @Test func namesTheWholeCircle() {
        do throws(Diagnostics) {
            _ = try reader.read("rooms + LOOP-A", "numerator")
            Issue.record("read")
        } catch {
            #expect(error.list.first?.message.english.contains("LOOP-A → LOOP-B → LOOP-A") == true)
        }
    }

    @Test func knowsWhereASumOfIndicatorsBecomesTooLarge() {
        let many = Array(repeating: "OTHER", count: 300).joined(separator: " + ")
        #expect(refusals(many) == ["formula-too-large"])
    }

    private var reader: FormulaReader {
        let elements = [
            element("staff-total", .people, true, ["under-30", "from-30"]), element("rooms", .count, false),
            element("has-plan", .yesNo, false), element("snapshot", .count, false, overTime: .none),
        ]
        let catalogue = FormulaCatalogue(
            elements: Dictionary(uniqueKeysWithValues: elements.map { ($0.code, $0) }),
            indicators: [
                "OTHER": indicator("OTHER", "women(staff-total)", over: "staff-total"),
                "BARE": indicator("BARE", nil), "LOOP-A": indicator("LOOP-A", "LOOP-B + 1"),
                "LOOP-B": indicator("LOOP-B", "LOOP-A"), "N-1.1": indicator("N-1.1", "rooms"),
                "SCHOOLS": indicator("SCHOOLS", "rooms", among: "kind = thpt"), "SELF": indicator("SELF", "rooms"),
            ], labels: [.group: ["islands"]])
        return FormulaReader(catalogue, indicator: "SELF", among: nil)
    }

    private func indicator(
        _ code: String, _ numerator: String?, over denominator: String? = nil, among: String? = nil
    ) -> Indicator {
        Indicator(
            code: code, name: Text(verbatim: code), goal: nil, numerator: numerator, denominator: denominator,
            unit: .percent, decimals: 2, direction: .info, minimum: .zero, every: nil, source: "x",
            confidence: .local, among: among, annualised: nil, targets: [])
    }

    private func element(
        _ code: String, _ type: ElementType, _ bySex: Bool, _ categories: [String] = [], overTime: OverTime = .last
    ) -> FigureElement {
        FigureElement(
            code: code, name: Text(verbatim: code), type: type, overTime: overTime, overUnits: .sum, bySex: bySex,
            every: nil, categories: categories, everCategories: categories, id: 1)
    }

    private func refusals(_ text: String) -> [String] {
        do throws(Diagnostics) {
            _ = try reader.read(text, "numerator")
            return []
        } catch {
            return error.list.map(\.code.description)
        }
    }

    /// What a formula gives for sums of 10 people with 4 women, 3 rooms, and 2 units that fulfil any condition; in the
    /// period before there was one more of each.
    private func value(_ text: String, _ period: String = "2024") throws -> Number? {
        let values = FormulaValues(period: try #require(Period(period))) { input in
            let reading = input.readings[0]
            let back = Fraction(reading.back)
            let now =
                reading.element != "staff-total"
                ? 3 : reading.measure == .total ? 10 : reading.measure == .women ? 4 : 6
            return Fraction(now).plus(back) ?? .zero
        } count: { _ in
            2
        }
        return try reader.read(text, "numerator").value(values).number
    }

    @Test(arguments: [
        ("staff-total", 10), ("women(staff-total) + men(staff-total)", 10), ("total(staff-total) - 2 * rooms", 4),
        ("-rooms + (1 + 1) * 2", 1), ("units(rooms >= 1) * 7", 14), ("staff-total / 5 / 2", 1),
        ("staff-total * 50%", 5), ("staff-total / 3 * 3", 10), ("1 / 3 + 1 / 3 + 1 / 3", 1),
        ("parity(staff-total) * 3", 2), ("previous(staff-total, 4)", 14), ("previous(staff-total) - staff-total", 1),
        ("previous(women(staff-total), 2)", 6), ("OTHER * 10", 4), ("previous(OTHER) * 11", 5),
        ("\"N-1.1\" + 1", 4), ("first-reported(rooms, previous(rooms))", 3), ("year-to-date(women(staff-total))", 4),
        ("women(staff-total, under-30)", 4),
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
        ("SELF / rooms", ["circular-definition"]), ("BARE / rooms", ["unknown-element"]),
        ("LOOP-A", ["circular-definition"]), ("women(OTHER)", ["formula-type"]), ("SCHOOLS", ["formula-type"]),
        ("previous(rooms, 0)", ["formula-arguments"]), ("previous(rooms, 1.5)", ["formula-arguments"]),
        ("previous(rooms, rooms)", ["formula-arguments"]), ("first-reported(rooms)", ["formula-arguments"]),
        ("first-reported(rooms, 0)", ["formula-type"]), ("year-to-date(OTHER)", ["formula-type"]),
        ("year-to-date(snapshot)", ["formula-type"]), ("parity(rooms)", ["formula-type"]),
        ("women(staff-total, unde-30)", ["unknown-category"]),
        ("women(staff-total, under-30, x)", ["formula-arguments"]),
        ("units(kind = thp)", ["unknown-label"]), ("units(group in [islands, hills])", ["unknown-label"]),
        ("units(owner > public)", ["formula-type"]), ("units(kind = 1)", ["unknown-label"]),
        ("mean(rooms)", ["unknown-formula-function"]), ("women(rooms)", ["formula-type"]),
        ("women(1)", ["formula-type"]), ("women(rooms, staff-total)", ["formula-type"]),
        ("rooms > 1", ["formula-type"]), ("has-plan", ["formula-type"]), ("units(rooms)", ["formula-type"]),
        ("units(units(has-plan) > 1)", ["formula-type"]), ("\"text\"", ["formula-type"]), ("$x", ["formula-type"]),
    ])
    func refuses(_ text: String, _ codes: [String]) {
        #expect(refusals(text) == codes)
    }

    @Test func asksConditionsOfOneUnit() throws {
        func holds(_ text: String, _ rooms: Number) throws -> Bool {
            guard case .units(let condition) = try reader.read("units(\(text))", "numerator") else { return false }
            let values = FormulaValues(period: try #require(Period("2024"))) { input in
                Fraction(input.readings[0].element == "rooms" ? rooms : 1)
            } count: { _ in
                0
            }
            return try condition.holds(values) { trait, labels in trait == .kind && labels.contains("thpt") }
        }
        #expect(try holds("rooms between 2 and 4 and has-plan", 4))
        #expect(try !holds("rooms between 2 and 4 and has-plan = no", 4))
        #expect(try holds("not (rooms < 2) or no", 2))
        #expect(try !holds("1 / rooms > 0", 0))
        #expect(try holds("kind = thpt and rooms in [1, 2]", 2) && !holds("kind != thpt", 2))
        #expect(try holds("kind in [mn, thpt] and not (owner = private)", 2))
    }

    @Test func dividesByNoughtWithoutATrap() {
        #expect(throws: FormulaFailure.divisionByNought) { try value("1 / (rooms - 3)") }
        #expect(throws: FormulaFailure.tooLarge) {
            try value("999999999999999999 * 999999999999999999 * 999999999999999999")
        }
    }

    @Test func speaksInBothLanguages() throws {
        let elements = [
            "leaders": FigureElement(
                code: "leaders", name: Text("leaders", vi: "cán bộ quản lý"), type: .people, overTime: .last,
                overUnits: .sum,
                bySex: true, every: nil, id: 1)
        ]
        let reader = FormulaReader(FormulaCatalogue(elements: elements), indicator: "X", among: nil)
        let words = FormulaWords(elements: elements).words(try reader.read("units(women(leaders) >= 1)", "numerator"))
        #expect(
            words == Text("the units where women among leaders ≥ 1", vi: "số đơn vị có nữ trong cán bộ quản lý ≥ 1"))
    }
}
