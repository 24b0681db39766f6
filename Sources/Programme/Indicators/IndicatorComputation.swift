public import Commands
import Diagnostics
public import Values

/// Works indicators out for a period: Σ numerator ÷ Σ denominator, both over the same units, those that reported every
/// element which the formula needs.
///
/// Expected are the units that were open in the period and are of a kind whose units report the elements (any unit of
/// the kind, in any period; for what packs derive, in this period), without those for which an element does not apply.
/// So a school that never reported lowers the coverage, and a kindergarten that is never asked does not.
public struct IndicatorComputation {
    private let period: Period
    private let top: UnitCode?
    private let units: [OfficeUnit]
    private let scope: [Int]
    private let reader: (String) -> FormulaReader
    private let elements: [String: FigureElement]
    private var columns: ElementColumns

    /// How results are divided.
    public enum Division: String, ChoiceType {
        case total, unit, level

        /// The list is of divisions.
        public static let listName = "division"

        /// What the word means.
        public var meaning: Text {
            switch self {
            case .total: Text("one result for all units", vi: "một kết quả chung")
            case .unit: Text("one for each unit by itself", vi: "từng đơn vị")
            case .level: Text("one for each kind of unit", vi: "từng loại đơn vị")
            }
        }
    }

    /// Prepares a computation for a unit and everything under it, or for the whole register.
    ///
    /// With the day of a structure everything is told by the units of that day.
    public init(_ session: Session, period: Period, under top: UnitCode?, structure: Day? = nil) throws {
        let recast = try structure.map { try UnitRecast(session, structure: $0) }
        let units = try recast?.units() ?? Units(session).during(period)
        let elements = Dictionary(try Elements(session).all().map { ($0.code, $0) }) { first, _ in first }
        let indicators = Set(try Indicators(session).all().map(\.code))
        self.period = period
        self.top = top
        self.units = units
        self.elements = elements
        reader = { FormulaReader(elements: elements, indicators: indicators, indicator: $0) }
        let members = top.map { Set(Units.under($0.code, among: units).map(\.id)) }
        scope = units.indices.filter { members?.contains(units[$0].id) ?? true }
        columns = ElementColumns(session, period, units, recast: recast)
    }

    /// The results of an indicator.
    public mutating func results(_ indicator: Indicator, by division: Division = .total) throws -> [IndicatorResult] {
        if let every = indicator.every, every.kind != period.kind { return [without(indicator, .otherPeriod(every))] }
        let ratio: Ratio
        do {
            guard let read = try self.ratio(indicator) else { return [without(indicator, .noFormula)] }
            ratio = read
        } catch let findings as Diagnostics {
            let message = findings.list.first?.message ?? Text(verbatim: "")
            return [without(indicator, .brokenFormula(message))]
        }
        let expected = scope.filter { ratio.expects($0, units[$0].kind) }
        switch division {
        case .total: return [result(indicator, ratio, expected, unit: top?.code, level: nil)]
        case .unit: return expected.map { result(indicator, ratio, [$0], unit: units[$0].code, level: nil) }
        case .level:
            let kinds = Dictionary(grouping: expected) { units[$0].kind }
            return UnitKind.allCases.compactMap { kind in
                kinds[kind].map { result(indicator, ratio, $0, unit: top?.code, level: kind) }
            }
        }
    }

    /// What the structure of another day cannot tell of the period, so far as elements were asked for.
    public var reservations: [Text] {
        let members = Set(scope.map { units[$0].id })
        return columns.untold.sorted { $0.key < $1.key }.compactMap { element, units in
            let codes = units.filter { members.contains($0.id) }.map(\.code)
            guard !codes.isEmpty else { return nil }
            let some = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
            return Text(
                "Not comparable: ‘\(element)’ of \(codes.count.counted("unit")) on this structure (\(some)).",
                vi: "Không so sánh được: ‘\(element)’ của \(codes.count.vietnamese) đơn vị theo cơ cấu này (\(some)).")
        }
    }

    private mutating func ratio(_ indicator: Indicator) throws -> Ratio? {
        guard let above = indicator.numerator else { return nil }
        let reader = reader(indicator.code)
        let numerator = try reader.read(above, "numerator")
        let denominator = try indicator.denominator.map { try reader.read($0, "denominator") }
        return try Ratio(numerator, denominator) { code in
            try elements[code].map { try columns.column($0) }
        }
    }

    private func without(_ indicator: Indicator, _ obstacle: IndicatorResult.Obstacle) -> IndicatorResult {
        IndicatorResult(
            indicator: indicator, period: period, unit: top?.code, level: nil, numerator: nil, denominator: nil,
            value: nil, counted: 0, expected: 0, target: indicator.target(for: period, unit: top?.code),
            obstacle: obstacle)
    }

    private func result(
        _ indicator: Indicator, _ ratio: Ratio, _ expected: [Int], unit: String?, level: UnitKind?
    ) -> IndicatorResult {
        let counted = expected.filter(ratio.isReported)
        var numerator, denominator, value: Number?
        var obstacle: IndicatorResult.Obstacle?
        if counted.isEmpty {
            obstacle = .noReports
        } else if ratio.cannotAdd(counted) {
            obstacle = .notAddable
        } else {
            do throws(FormulaFailure) {
                let above = try ratio.sum(ratio.numerator, counted)
                numerator = above
                if let below = ratio.denominator { denominator = try ratio.sum(below, counted) }
                value = try indicator.unit.value(above, over: denominator)
            } catch {
                obstacle = error == .divisionByNought ? .divisionByNought : .tooLarge
            }
            if indicator.isTooFew(counted.count, of: expected.count) { (value, obstacle) = (nil, .belowMinimum) }
        }
        return IndicatorResult(
            indicator: indicator, period: period, unit: unit, level: level, numerator: numerator,
            denominator: denominator, value: value, counted: counted.count, expected: expected.count,
            target: indicator.target(for: period, unit: unit), obstacle: obstacle)
    }
}

extension Indicator {
    /// Whether so many units are too few for a value.
    fileprivate func isTooFew(_ counted: Int, of expected: Int) -> Bool {
        guard let least = minimum.multiplied(by: Number(expected)) else { return true }
        return Number(counted) < least
    }
}
