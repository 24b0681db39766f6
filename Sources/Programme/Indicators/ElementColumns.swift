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
    private let recast: UnitRecast?
    private var spans: UnitSpans?
    private var successions: UnitRecast?
    private var known: [String: ElementColumn] = [:]
    /// The units of a recast structure for which a figure cannot be told, by element.
    private(set) var untold: [String: [OfficeUnit]] = [:]

    init(_ session: Session, _ period: Period, _ units: [OfficeUnit], recast: UnitRecast? = nil) {
        self.session = session
        self.recast = recast
        self.period = period
        self.units = units
        places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        candidates = Period.Kind.allCases.flatMap { period.parts($0) }
    }

    /// The column of an element.
    mutating func column(_ element: FigureElement) throws -> ElementColumn {
        if let column = known[element.code] { return column }
        let column: ElementColumn
        if let recast {
            column = try self.recast(element, recast)
        } else {
            column = try element.id.map { try read(element, $0) } ?? derived(element)
        }
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
        if element.overTime == .sum, spans == nil { spans = try UnitSpans(session) }
        let spans = self.spans
        for (place, figures) in reported {
            let unit = units[place].id
            column.notApplicable[place] = figures.allSatisfy { $0.state == .notApplicable }
            column.figures[place] = whole(figures, element.overTime) { spans?.isOpen(unit, in: $0) ?? true }
        }
        try leaveFollowed(&column, reported)
        return column
    }

    /// Of a unit that closed in the period those tell that follow it: it is not missed where it reported nothing, and
    /// what lasts, such as people in post, is told once.
    private mutating func leaveFollowed(_ column: inout ElementColumn, _ reported: [Int: [PeriodFigure]]) throws {
        let end = min(period.last, session.today)
        let closed = units.indices.filter { units[$0].until.map { $0 <= end } ?? false }
        guard !closed.isEmpty else { return }
        let successions = try successions ?? UnitRecast(session, structure: end)
        self.successions = successions
        for place in closed {
            guard let last = units[place].until?.adding(days: -1) else { continue }
            let heirs = successions.heirs(of: units[place].id, from: last, to: end)
            guard !heirs.isEmpty else { continue }
            let isTold = heirs.contains { heir in places[heir].map { column.figures[$0] != nil } ?? false }
            guard reported[place] == nil || (column.element.isStock && isTold) else { continue }
            column.figures[place] = nil
            column.notApplicable[place] = true
        }
    }

    /// The column of an element on the structure of another day: each part of the period is recast by itself.
    private mutating func recast(_ element: FigureElement, _ recast: UnitRecast) throws -> ElementColumn {
        var column = empty(element)
        let (claims, kinds) = try self.claims(element)
        let parts = element.isDerived ? [period] : claims.keys.first.map { period.parts($0.kind) } ?? []
        var told: [Int: [PeriodFigure]] = [:]
        var untold: Set<Int> = []
        for part in parts.isEmpty ? Array(claims.keys) : parts {
            for (unit, figure) in recast.figures(claims[part] ?? [:], of: element, in: part, from: kinds) {
                guard let place = places[unit] else { continue }
                if figure.state == .notComparable { untold.insert(place) }
                let state: FigureState =
                    switch figure.state {
                    case .reported: .reported
                    case .notApplicable: .notApplicable
                    case .withheld: .withheld
                    case .incomplete, .notReported, .notComparable: .notReported
                    }
                told[place, default: []].append(
                    PeriodFigure(period: part, state: state, total: figure.total, women: figure.women))
            }
        }
        for place in units.indices {
            guard let figures = told[place] else {
                column.notApplicable[place] = true
                continue
            }
            column.kinds.insert(units[place].kind)
            column.notApplicable[place] = figures.allSatisfy { $0.state == .notApplicable }
            column.figures[place] = whole(figures, element.overTime) { part in
                figures.contains { $0.period == part }
            }
        }
        self.untold[element.code] = untold.sorted().map { units[$0] }
        return column
    }

    /// What was reported of an element inside the period, and the kinds of units that report it.
    private func claims(_ element: FigureElement) throws -> ([Period: [Int64: FigureClaim]], Set<UnitKind>) {
        guard let id = element.id else {
            let figures = try Elements(session).figures(derivedAs: element.code, period)
            let claims = figures.mapValues { FigureClaim(total: $0.total, women: $0.women) }
            return ([period: claims], Set(claims.keys.compactMap { places[$0].map { units[$0].kind } }))
        }
        var kinds: Set<UnitKind> = []
        try session.database.forEach(
            """
            SELECT DISTINCT unit FROM figure
            WHERE element = \(id) AND state <> 'not-applicable' AND \(session.visible())
            """
        ) { row in
            if let place = places[try row.value(0)] { kinds.insert(units[place].kind) }
        }
        var claims: [Period: [Int64: FigureClaim]] = [:]
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state FROM figure
            WHERE element = \(id) AND period IN (\(list: candidates)) AND \(session.visible())
            """
        ) { row in
            claims[try row.value(1), default: [:]][try row.value(0)] = FigureClaim(
                total: try row.value(2), women: try row.value(3), state: try row.value(4))
        }
        return (claims, kinds)
    }

    /// The figure of the whole period from those of its parts.
    private func whole(
        _ figures: [PeriodFigure], _ rule: OverTime, isDue: (Period) -> Bool
    ) -> DerivedFigure? {
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
        case .sum: return isComplete(figures, kind, isDue) ? PeriodFigure.sum(reported) : nil
        }
    }

    /// Whether every part that has ended, and in which the unit was open, is reported: a sum of fewer is too small.
    private func isComplete(
        _ figures: [PeriodFigure], _ kind: Period.Kind, _ isDue: (Period) -> Bool
    ) -> Bool {
        let parts = period.parts(kind)
        guard parts.count * kind.months == period.kind.months else { return false }
        let settled = Set(figures.filter { $0.state == .reported || $0.state == .notApplicable }.map(\.period))
        return parts.allSatisfy { part in
            part.last > session.today || settled.contains(part) || !isDue(part)
        }
    }
}
