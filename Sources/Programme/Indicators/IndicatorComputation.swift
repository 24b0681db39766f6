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
    let session: Session
    let period: Period
    let top: UnitCode?
    let units: [OfficeUnit]
    private let scope: [Int]
    let catalogue: FormulaCatalogue
    private var columns: ElementColumns
    private var periodKinds: [String: Period.Kind?] = [:]

    /// How results are divided.
    public enum Division: String, ChoiceType {
        case total, unit, level, tree

        /// The list is of divisions.
        public static let listName = "division"

        /// What the word means.
        public var meaning: Text {
            switch self {
            case .total: Text("one result for all units", vi: "một kết quả chung")
            case .unit: Text("one for each unit by itself", vi: "từng đơn vị")
            case .level: Text("one for each kind of unit", vi: "từng loại đơn vị")
            case .tree:
                Text(
                    "one for each unit together with all below it", vi: "từng đơn vị gộp cả các đơn vị trực thuộc")
            }
        }
    }

    /// Prepares a computation for a unit and everything under it, or for the whole register.
    ///
    /// With the day of a structure everything is told by the units of that day.
    public init(_ session: Session, period: Period, under top: UnitCode?, structure: Day? = nil) throws {
        let recast = try structure.map { try UnitRecast(session, structure: $0) }
        try self.init(session, period: period, under: top, Indicators(session).formulaCatalogue(), recast: recast)
    }

    /// Prepares one of several computations that share what formulas can name. `kinds` limits the units.
    init(
        _ session: Session, period: Period, under top: UnitCode?, kinds: Set<UnitKind>? = nil,
        _ catalogue: FormulaCatalogue, recast: UnitRecast? = nil
    ) throws {
        let units = try recast?.units() ?? Units(session).during(period)
        self.session = session
        self.period = period
        self.top = top
        self.units = units
        self.catalogue = catalogue
        let members = top.map { Set(Units.under($0.code, among: units).map(\.id)) }
        scope = units.indices.filter {
            (members?.contains(units[$0].id) ?? true) && (kinds?.contains(units[$0].kind) ?? true)
        }
        columns = ElementColumns(session, period, units, recast: recast)
    }

    /// The results of an indicator.
    public mutating func results(_ indicator: Indicator, by division: Division = .total) throws -> [IndicatorResult] {
        try results(indicator, by: division, at: nil)
    }

    /// The results of an indicator; by the tree, only those of units of some kinds where such are named.
    mutating func results(
        _ indicator: Indicator, by division: Division, at heads: Set<UnitKind>?
    ) throws -> [IndicatorResult] {
        columns.tellTogether(division == .total ? Set(scope.map { units[$0].id }) : nil)
        var results = try self.results(indicator, by: division, at: heads, counting: nil)
        guard indicator.targets.contains(where: { $0.dimension == .eachSex }) else { return results }
        let women = try self.results(indicator, by: division, at: heads, counting: .women)
        let men = try self.results(indicator, by: division, at: heads, counting: .men)
        guard women.count == results.count, men.count == results.count else { return results }
        for place in results.indices {
            (results[place].women, results[place].men) = (women[place].value, men[place].value)
        }
        return results
    }

    /// The results of an indicator, or of women or men alone.
    private mutating func results(
        _ indicator: Indicator, by division: Division, at heads: Set<UnitKind>?, counting sex: FormulaInput.Measure?
    ) throws -> [IndicatorResult] {
        let basis: Basis
        switch try self.basis(indicator, counting: sex) {
        case .failure(let obstacle): return [without(indicator, obstacle)]
        case .success(let found): basis = found
        }
        switch division {
        case .total: return [result(basis, basis.members, unit: top?.code, level: nil)]
        case .unit: return basis.expected.map { result(basis, [$0], unit: units[$0].code, level: nil) }
        case .level:
            let kinds = Dictionary(grouping: basis.members) { units[$0].kind }
            return UnitKind.allCases.compactMap { kind in
                guard let members = kinds[kind], members.contains(where: { basis.isExpected[$0] }) else { return nil }
                return result(basis, members, unit: top?.code, level: kind)
            }
        case .tree:
            return UnitTree(units, basis.members).branches.compactMap { place, members in
                guard heads?.contains(units[place].kind) ?? true, members.contains(where: { basis.isExpected[$0] })
                else { return nil }
                return result(basis, members, unit: units[place].code, level: nil)
            }
        }
    }

    /// Which units are told together, since nobody knows their shares.
    private var together: [Text] {
        let codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
        let groups = columns.together.groups.map { group in group.compactMap { codes[$0] }.joined(separator: " + ") }
        guard !groups.isEmpty else { return [] }
        let some = groups.prefix(5).joined(separator: ", ") + (groups.count > 5 ? ", …" : "")
        return [
            Text(
                "Told together, and counted as one unit, since nobody knows their shares: \(some).",
                vi: "Tính chung và đếm là một đơn vị, vì không rõ tỷ lệ: \(some).")
        ]
    }

    /// What the structure of another day cannot tell of the period, so far as elements were asked for.
    public var reservations: [Text] {
        let members = Set(scope.map { units[$0].id })
        let untold = columns.untold.sorted { $0.key < $1.key }.compactMap { element, units -> Text? in
            let codes = units.filter { members.contains($0.id) }.map(\.code)
            guard !codes.isEmpty else { return nil }
            let some = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
            return Text(
                "Not comparable: ‘\(element)’ of \(codes.count.counted("unit")) on this structure (\(some)).",
                vi: "Không so sánh được: ‘\(element)’ của \(codes.count.vietnamese) đơn vị theo cơ cấu này (\(some)).")
        }
        return together + untold
    }

    /// An indicator made ready: its formulas with what every unit says, and the units over which it is computed.
    struct Basis {
        let indicator: Indicator
        let ratio: Ratio
        /// The least share of the expected units, with those of the indicators inside.
        let minimum: Number
        /// The units that could count, in the order of the register.
        let members: [Int]
        /// Whether the unit at a place is expected to report.
        let isExpected: [Bool]

        /// The units that are expected to report.
        var expected: [Int] { members.filter { isExpected[$0] } }
    }

    /// Makes an indicator ready, for all or for one of the sexes, or tells why it cannot be.
    mutating func basis(
        _ indicator: Indicator, counting sex: FormulaInput.Measure? = nil
    ) throws -> Result<Basis, Obstructed> {
        do {
            guard let above = indicator.numerator else { return .failure(.init(.noFormula)) }
            let reader = FormulaReader(catalogue, indicator: indicator.code, among: indicator.among)
            var numerator = try reader.read(above, "numerator")
            var denominator = try indicator.denominator.map { try reader.read($0, "denominator") }
            if let sex { (numerator, denominator) = (numerator.counting(sex), denominator?.counting(sex)) }
            let among = try indicator.among.map { try reader.readCondition($0, "among") }
            let inside = numerator.indicators.union(denominator?.indicators ?? []).compactMap {
                catalogue.indicators[$0]
            }
            if let obstacle = try obstacle([indicator] + inside, numerator, denominator) {
                return .failure(.init(obstacle))
            }
            return .success(try basis(indicator, numerator, denominator, among, inside.map(\.minimum)))
        } catch let findings as Diagnostics {
            return .failure(.init(.brokenFormula(findings.list.first?.message ?? Text(verbatim: ""))))
        }
    }

    /// Why an indicator is not computed.
    struct Obstructed: Error {
        let obstacle: IndicatorResult.Obstacle

        init(_ obstacle: IndicatorResult.Obstacle) {
            self.obstacle = obstacle
        }
    }

    private mutating func basis(
        _ indicator: Indicator, _ numerator: Formula, _ denominator: Formula?, _ among: Formula.Condition?,
        _ minimums: [Number]
    ) throws -> Basis {
        let asked = numerator.traits.union(denominator?.traits ?? []).union(among?.traits ?? [])
        let traits = try UnitTraits(session, units, on: period.last, asked: asked)
        let ratio = try Ratio(numerator, denominator, period, traits) { reading in
            try catalogue.elements[reading.element].map {
                try columns.column($0, category: reading.category, in: reading.stretch(period))
            }
        }
        let nothing = FormulaValues(period: period) { _ in
            .zero
        } count: { _ in
            0
        }
        let members =
            try among.map { condition in
                try scope.filter { place in try condition.holds(nothing) { traits.has(place, $0, $1) } }
            } ?? scope
        var isExpected = Array(repeating: false, count: units.count)
        for place in members { isExpected[place] = ratio.expects(place, units[place].kind) }
        return Basis(
            indicator: indicator, ratio: ratio, minimum: minimums.reduce(indicator.minimum, max), members: members,
            isExpected: isExpected)
    }

    /// What keeps indicators from being computed for the period at all.
    private mutating func obstacle(
        _ indicators: [Indicator], _ numerator: Formula, _ denominator: Formula?
    ) throws -> IndicatorResult.Obstacle? {
        for indicator in indicators {
            if let every = indicator.every, every.kind != period.kind { return .otherPeriod(every) }
        }
        for input in numerator.inputs.union(denominator?.inputs ?? []) {
            for reading in input.readings {
                guard let element = catalogue.elements[reading.element], let kind = try periodKind(element) else {
                    continue
                }
                if !reading.stretch(period).isMade(of: kind, by: element.overTime) {
                    return .otherFigures(element.code, kind)
                }
            }
        }
        return nil
    }

    private mutating func periodKind(_ element: FigureElement) throws -> Period.Kind? {
        guard !element.isDerived else { return nil }
        if let known = periodKinds[element.code] { return known }
        let kind = try Figures(session).periodKind(of: element)
        periodKinds[element.code] = kind
        return kind
    }

    private func without(_ indicator: Indicator, _ obstructed: Obstructed) -> IndicatorResult {
        IndicatorResult(
            indicator: indicator, period: period, unit: top?.code, level: nil, numerator: nil, denominator: nil,
            value: nil, counted: 0, expected: 0, leftOut: IndicatorResult.LeftOut(),
            isToDate: false, target: indicator.target(for: period, unit: top?.code), obstacle: obstructed.obstacle)
    }

    /// One result over units, whether they are expected to report or not.
    func result(_ basis: Basis, _ members: [Int], unit: String?, level: UnitKind?) -> IndicatorResult {
        let expected = members.filter { basis.isExpected[$0] }
        let counted = expected.filter(basis.ratio.isReported)
        var sums = Sums()
        var obstacle: IndicatorResult.Obstacle?
        if counted.isEmpty {
            let isDue = expected.isEmpty || expected.contains { basis.ratio.absence($0) != .notYetDue }
            obstacle = isDue ? .noReports : .notYetDue
        } else if basis.ratio.cannotAdd(counted) {
            obstacle = .notAddable
        } else {
            do throws(FormulaFailure) {
                try sums.take(basis, counted, period)
            } catch {
                obstacle = error == .divisionByNought ? .divisionByNought : .tooLarge
            }
            if basis.isTooFew(counted.count, of: expected.count) { (sums.value, obstacle) = (nil, .belowMinimum) }
        }
        return IndicatorResult(
            indicator: basis.indicator, period: period, unit: unit, level: level, numerator: sums.numerator,
            denominator: sums.denominator, value: sums.value, counted: counted.count, expected: expected.count,
            leftOut: leftOut(basis, members), isToDate: basis.ratio.isToDate,
            target: basis.indicator.target(for: period, unit: unit), obstacle: obstacle)
    }

    /// The sums of a result, as far as they could be worked out.
    private struct Sums {
        var numerator, denominator, value: Number?

        mutating func take(_ basis: Basis, _ counted: [Int], _ period: Period) throws(FormulaFailure) {
            let ratio = basis.ratio
            let above = try ratio.value(ratio.numerator, counted)
            numerator = above.number
            var below: Fraction?
            if let formula = ratio.denominator { below = try ratio.value(formula, counted) }
            denominator = below?.number
            value = try basis.indicator.value(above, over: below, period).number
            guard value != nil, numerator != nil else { throw .tooLarge }
        }
    }

    private func leftOut(_ basis: Basis, _ members: [Int]) -> IndicatorResult.LeftOut {
        var leftOut = IndicatorResult.LeftOut()
        for place in members where !basis.ratio.isReported(place) {
            leftOut.note(basis.isExpected[place] ? basis.ratio.absence(place) : .notApplicable)
        }
        return leftOut
    }
}

extension IndicatorComputation.Basis {
    /// Whether so many units are too few for a value.
    fileprivate func isTooFew(_ counted: Int, of expected: Int) -> Bool {
        guard let least = minimum.multiplied(by: Number(expected)) else { return true }
        return Number(counted) < least
    }
}
