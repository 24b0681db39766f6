import Commands
import Database
import Values

// Elements on the structure of another day.
extension ElementColumns {
    /// The column of an element on the structure of another day: each part of the stretch is recast by itself.
    mutating func recast(
        _ element: FigureElement, _ category: String?, _ stretch: Stretch, _ recast: UnitRecast
    ) throws -> ElementColumn {
        var column = empty(element, stretch)
        let (claims, kinds) = try claims(element, category, stretch)
        let parts = element.isDerived ? claims.keys.sorted() : claims.keys.first.map { stretch.parts($0.kind) } ?? []
        var told: [Int: [PeriodFigure]] = [:]
        var untold: Set<Int> = []
        for part in parts.isEmpty ? Array(claims.keys) : parts {
            for (unit, figure) in recast.figures(
                claims[part] ?? [:], of: element, in: part, from: kinds, together: together)
            {
                guard let place = places[unit] else { continue }
                if figure.state == .notComparable { untold.insert(place) }
                let claim = FigureClaim(total: figure.total, women: figure.women, state: figure.state.recorded)
                told[place, default: []].append(PeriodFigure(part, claim))
            }
        }
        for place in units.indices {
            guard let figures = told[place] else {
                column.absences[place] = .notApplicable
                continue
            }
            column.kinds.insert(units[place].kind)
            let dues = Set(figures.map(\.period))
            column.put(PartsOfTime(figures, stretch, today: session.today), at: place) { dues.contains($0) }
        }
        let before = self.untold[element.code] ?? []
        self.untold[element.code] = before + untold.sorted().map { units[$0] }.filter { !before.contains($0) }
        return column
    }

    /// What was reported of an element inside a stretch, and the kinds of units that report it.
    private mutating func claims(
        _ element: FigureElement, _ category: String?, _ stretch: Stretch
    ) throws -> ([Period: [Int64: FigureClaim]], Set<UnitKind>) {
        guard let id = element.id else {
            let claims = try derivedClaims(element, stretch)
            let reporting = Set(claims.values.flatMap(\.keys))
            return (claims, Set(reporting.compactMap { places[$0].map { units[$0].kind } }))
        }
        var claims: [Period: [Int64: FigureClaim]] = [:]
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state FROM \(Figures.rows(id, category))
              AND period IN (\(list: stretch.candidates)) AND \(session.visible())
            """
        ) { row in
            claims[try row.value(1), default: [:]][try row.value(0)] = FigureClaim(
                total: try row.value(2), women: try row.value(3), state: try row.value(4))
        }
        return (claims, try kinds(element, id, category))
    }
}

extension RecastState {
    /// The state as it would be recorded.
    fileprivate var recorded: FigureState {
        switch self {
        case .reported: .reported
        case .notApplicable: .notApplicable
        case .withheld: .withheld
        case .incomplete, .notReported, .notComparable, .together: .notReported
        }
    }
}
