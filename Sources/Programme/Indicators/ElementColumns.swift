import Commands
import Database
import Values

/// What an element says of each unit in a period, in the order of the units.
struct ElementColumn {
    let element: FigureElement
    /// The figures; `nil` where a unit did not report.
    var figures: [DerivedFigure?]
    /// Whether the question does not arise for a unit.
    var notApplicable: [Bool]
    /// The kinds of units that report the element.
    var kinds: Set<UnitKind>
}

/// The elements of one period, each read once for all units and in one query.
struct ElementColumns {
    private let session: Session
    private let period: Period
    private let units: [OfficeUnit]
    private let places: [Int64: Int]
    private let candidates: [Period]
    private var spans: UnitSpans?
    private var known: [String: ElementColumn] = [:]

    init(_ session: Session, _ period: Period, _ units: [OfficeUnit]) {
        self.session = session
        self.period = period
        self.units = units
        places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        candidates = Period.Kind.allCases.flatMap { period.parts($0) }
    }

    /// The column of an element.
    mutating func column(_ element: FigureElement) throws -> ElementColumn {
        if let column = known[element.code] { return column }
        let column = try element.id.map { try read(element, $0) } ?? derived(element)
        known[element.code] = column
        return column
    }

    private func empty(_ element: FigureElement) -> ElementColumn {
        ElementColumn(
            element: element, figures: Array(repeating: nil, count: units.count),
            notApplicable: Array(repeating: false, count: units.count), kinds: [])
    }

    private func derived(_ element: FigureElement) throws -> ElementColumn {
        var column = empty(element)
        let figures = try Elements(session).figures(derivedAs: element.code, period)
        for (unit, figure) in figures {
            guard let place = places[unit] else { continue }
            column.figures[place] = figure
            column.kinds.insert(units[place].kind)
        }
        return column
    }

    private mutating func read(_ element: FigureElement, _ id: Int64) throws -> ElementColumn {
        var column = empty(element)
        try session.database.forEach(
            """
            SELECT DISTINCT unit FROM figure
            WHERE element = \(id) AND state <> 'not-applicable' AND \(session.visible())
            """
        ) { row in
            if let place = places[try row.value(0)] { column.kinds.insert(units[place].kind) }
        }
        var reported: [Int: [PeriodFigure]] = [:]
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state FROM figure
            WHERE element = \(id) AND period IN (\(list: candidates)) AND \(session.visible())
            """
        ) { row in
            guard let place = places[try row.value(0)] else { return }
            reported[place, default: []].append(
                PeriodFigure(
                    period: try row.value(1), state: try row.value(4), total: try row.value(2), women: try row.value(3))
            )
        }
        for (place, figures) in reported {
            column.notApplicable[place] = figures.allSatisfy { $0.state == .notApplicable }
            column.figures[place] = try whole(figures, element.overTime, units[place].id)
        }
        return column
    }

    /// The figure of the whole period from those of its parts.
    private mutating func whole(_ figures: [PeriodFigure], _ rule: OverTime, _ unit: Int64) throws -> DerivedFigure? {
        if let exact = figures.first(where: { $0.period == period }) { return exact.reported }
        let reported = figures.sorted { $0.period < $1.period }.compactMap(\.reported)
        guard let last = reported.last, let kind = figures.first?.period.kind else { return nil }
        switch rule {
        case .none: return nil
        case .last: return last
        case .average:
            let count = Number(reported.count)
            return PeriodFigure.sum(reported).flatMap { sum in
                sum.total.divided(by: count).map {
                    DerivedFigure(total: $0, women: sum.women.flatMap { $0.divided(by: count) })
                }
            }
        case .sum: return try isComplete(figures, kind, unit) ? PeriodFigure.sum(reported) : nil
        }
    }

    /// Whether every part that has ended, and in which the unit was open, is reported: a sum of fewer is too small.
    private mutating func isComplete(_ figures: [PeriodFigure], _ kind: Period.Kind, _ unit: Int64) throws -> Bool {
        let parts = period.parts(kind)
        guard parts.count * kind.months == period.kind.months else { return false }
        let open = try spans ?? UnitSpans(session)
        spans = open
        let settled = Set(figures.filter { $0.state == .reported || $0.state == .notApplicable }.map(\.period))
        return parts.allSatisfy { part in
            part.last > session.today || settled.contains(part) || !open.isOpen(unit, in: part)
        }
    }
}

/// A recorded figure with its period.
private struct PeriodFigure {
    let period: Period
    let state: FigureState
    let total: Number?
    let women: Number?

    /// The figure, when it is reported.
    var reported: DerivedFigure? {
        guard state == .reported, let total else { return nil }
        return DerivedFigure(total: total, women: women)
    }

    /// The sum of figures; women only where every figure counts them.
    static func sum(_ figures: [DerivedFigure]) -> DerivedFigure? {
        guard let total = Number.total(figures.map(\.total)) else { return nil }
        let women = figures.compactMap(\.women)
        return DerivedFigure(total: total, women: women.count == figures.count ? Number.total(women) : nil)
    }
}
