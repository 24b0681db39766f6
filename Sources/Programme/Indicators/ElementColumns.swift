import Commands
import Database
import Values

/// What an element says of each unit in a stretch of time, in the order of the units.
struct ElementColumn {
    let element: FigureElement
    /// The figures; `nil` where a unit has none.
    var figures: [UnitFigure?]
    /// Why a unit has no figure; of no meaning where it has one.
    var absences: [Missing]
    /// The kinds of units that report the element.
    var kinds: Set<UnitKind>
}

/// A figure of a unit: the mean over some periods, kept as their sum so that nothing is rounded before it is used.
struct UnitFigure: Hashable {
    var total: Number
    /// The women; `nil` where they are not counted apart.
    var women: Number?
    /// Over how many periods the mean is taken.
    var periods = 1
}

/// The elements of one period and of others beside it, each read once for all units and in one query.
struct ElementColumns {
    let session: Session
    let units: [OfficeUnit]
    let places: [Int64: Int]
    private let period: Period
    private let recast: UnitRecast?
    private var spans: UnitSpans?
    private var successions: [Day: UnitRecast] = [:]
    private var kinds: [Source: Set<UnitKind>] = [:]
    private var known: [Source: ElementColumn] = [:]
    /// The units of a recast structure for which a figure cannot be told, by element.
    var untold: [String: [OfficeUnit]] = [:]
    /// The units of a recast structure that are told together.
    private(set) var together = JointUnits()

    /// An element or one of its categories, in a stretch of time or ever.
    struct Source: Hashable {
        let element: String
        let category: String?
        var stretch: Stretch?
    }

    init(_ session: Session, _ period: Period, _ units: [OfficeUnit], recast: UnitRecast? = nil) {
        self.session = session
        self.recast = recast
        self.period = period
        self.units = units
        places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// Tells together what cannot be told apart, as far as it lies among some units; nothing for `nil`.
    mutating func tellTogether(_ members: Set<Int64>?) {
        let joint = members.flatMap { recast?.joint(in: period).within($0) } ?? JointUnits()
        guard joint != together else { return }
        together = joint
        (known, untold) = ([:], [:])
    }

    /// The column of an element, or of one of its categories, for a stretch of time.
    mutating func column(
        _ element: FigureElement, category: String? = nil, in stretch: Stretch
    ) throws -> ElementColumn {
        let source = Source(element: element.code, category: category, stretch: stretch)
        if let column = known[source] { return column }
        var column: ElementColumn
        if let recast {
            column = try self.recast(element, category, stretch, recast)
        } else if let id = element.id {
            column = try read(element, id, category, stretch)
        } else {
            column = try derived(element, stretch)
        }
        if recast == nil, stretch.period != period { try leaveOutClosed(&column, stretch) }
        known[source] = column
        return column
    }

    /// The question does not arise for a unit that was not open at the time.
    private mutating func leaveOutClosed(_ column: inout ElementColumn, _ stretch: Stretch) throws {
        let open = try openings()
        for place in units.indices where !open.isOpen(units[place].id, in: stretch.period) {
            column.figures[place] = nil
            column.absences[place] = .notApplicable
        }
    }

    private mutating func openings() throws -> UnitSpans {
        let open = try spans ?? UnitSpans(session)
        spans = open
        return open
    }

    /// A column of units that have said nothing: what has not ended is not due yet.
    func empty(_ element: FigureElement, _ stretch: Stretch) -> ElementColumn {
        let absence: Missing = stretch.last > session.today ? .notYetDue : .notReported
        return ElementColumn(
            element: element, figures: Array(repeating: nil, count: units.count),
            absences: Array(repeating: absence, count: units.count), kinds: [])
    }

    /// What packs derive in a stretch: by month where a year to date is added up.
    func derivedClaims(_ element: FigureElement, _ stretch: Stretch) throws -> [Period: [Int64: FigureClaim]] {
        let isAdded = stretch.isToDate && element.overTime == .sum
        let periods = isAdded ? stretch.parts(.month).filter { $0.first <= session.today } : [stretch.period]
        var claims: [Period: [Int64: FigureClaim]] = [:]
        for period in periods {
            claims[period] = try Elements(session).figures(derivedAs: element.code, period).mapValues {
                FigureClaim(total: $0.total, women: $0.women)
            }
        }
        return claims
    }

    private mutating func derived(_ element: FigureElement, _ stretch: Stretch) throws -> ElementColumn {
        var column = empty(element, stretch)
        var parts: [Int: [PeriodFigure]] = [:]
        for (period, claims) in try derivedClaims(element, stretch) {
            for (unit, claim) in claims {
                guard let place = places[unit] else { continue }
                parts[place, default: []].append(PeriodFigure(period, claim))
                column.kinds.insert(units[place].kind)
            }
        }
        for (place, figures) in parts { try put(figures, at: place, stretch, in: &column) }
        return column
    }

    private mutating func read(
        _ element: FigureElement, _ id: Int64, _ category: String?, _ stretch: Stretch
    ) throws -> ElementColumn {
        var column = empty(element, stretch)
        column.kinds = try kinds(element, id, category)
        var parts: [Int: [PeriodFigure]] = [:]
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state FROM \(Figures.rows(id, category))
              AND period IN (\(list: stretch.candidates)) AND \(session.visible())
            """
        ) { row in
            guard let place = places[try row.value(0)] else { return }
            let claim = FigureClaim(total: try row.value(2), women: try row.value(3), state: try row.value(4))
            parts[place, default: []].append(PeriodFigure(try row.value(1), claim))
        }
        for (place, figures) in parts { try put(figures, at: place, stretch, in: &column) }
        try leaveFollowed(&column, Set(parts.keys), stretch)
        return column
    }

    /// The kinds of units that were ever asked.
    mutating func kinds(_ element: FigureElement, _ id: Int64, _ category: String?) throws -> Set<UnitKind> {
        let source = Source(element: element.code, category: category)
        if let found = kinds[source] { return found }
        var found: Set<UnitKind> = []
        try session.database.forEach(
            """
            SELECT DISTINCT unit FROM \(Figures.rows(id, category))
              AND state <> 'not-applicable' AND \(session.visible())
            """
        ) { row in
            if let place = places[try row.value(0)] { found.insert(units[place].kind) }
        }
        kinds[source] = found
        return found
    }

    /// Puts what the figures of the parts say of the whole in the place of a unit.
    private mutating func put(
        _ figures: [PeriodFigure], at place: Int, _ stretch: Stretch, in column: inout ElementColumn
    ) throws {
        let open = try openings()
        column.put(PartsOfTime(figures, stretch, today: session.today), at: place) { part in
            open.isOpen(units[place].id, in: part)
        }
    }

    /// Of a unit that closed in the period those tell that follow it: it is not missed where it reported nothing, and
    /// what lasts, such as people in post, is told once.
    private mutating func leaveFollowed(
        _ column: inout ElementColumn, _ reported: Set<Int>, _ stretch: Stretch
    ) throws {
        let end = min(stretch.last, session.today)
        let closed = units.indices.filter { units[$0].until.map { $0 <= end } ?? false }
        guard !closed.isEmpty else { return }
        let successions = try successions[end] ?? UnitRecast(session, structure: end)
        self.successions[end] = successions
        for place in closed {
            guard let last = units[place].until?.adding(days: -1) else { continue }
            let heirs = successions.heirs(of: units[place].id, from: last, to: end)
            guard !heirs.isEmpty else { continue }
            let isTold = heirs.contains { heir in places[heir].map { column.figures[$0] != nil } ?? false }
            guard !reported.contains(place) || (column.element.isStock && isTold) else { continue }
            column.figures[place] = nil
            column.absences[place] = .notApplicable
        }
    }
}

extension ElementColumn {
    /// Puts what the parts of time say of the whole in the place of a unit.
    mutating func put(_ parts: PartsOfTime, at place: Int, isDue: (Period) -> Bool) {
        switch parts.whole(element.ruleOverTime, isDue: isDue) {
        case .figure(let figure): figures[place] = figure
        case .missing(let why): absences[place] = why
        }
    }
}
