import Commands
import Database
import Journal
import Values

/// Everything that went into an indicator, and what did not: the figures behind it, each with the entry that brought
/// it.
struct IndicatorTrace {
    /// The result that is traced.
    let result: IndicatorResult
    /// The formulas, where they could be read.
    let ratio: Ratio?
    /// What was counted or left out, by input, unit and period.
    private(set) var lines: [Line] = []

    /// One figure behind an indicator, or one that is missing.
    struct Line {
        let input: FormulaInput
        let element: FigureElement
        let unit: OfficeUnit
        let period: Period
        let state: FigureState?
        let total: Number?
        let women: Number?
        let value: Number?
        /// Why there is no value; `nil` where there is one.
        let absence: Missing?
        /// Whether the unit counts in the result.
        let isCounted: Bool
        /// Whether the figure itself is used: of a snapshot only the last is.
        let isUsed: Bool
        /// Over how many periods the mean is taken; 1 where none is.
        let periods: Int
        let entry: Int?
        /// The record behind a figure that a pack derives.
        let record: String?
        /// The cell of the file.
        let cell: String?
    }

    /// Traces an indicator for a unit and everything below it, or for the whole register.
    init(_ session: Session, _ indicator: Indicator, _ period: Period, under top: UnitCode?) throws {
        var computation = try IndicatorComputation(session, period: period, under: top)
        guard case .success(let basis) = try computation.basis(indicator) else {
            ratio = nil
            guard let result = try computation.results(indicator).first else { throw TraceFailure() }
            self.result = result
            return
        }
        ratio = basis.ratio
        result = computation.result(basis, basis.members, unit: top?.code, level: nil)
        let sources = FigureSources(session)
        for input in basis.ratio.columns.keys.sorted(by: { $0.source < $1.source }) {
            guard let column = basis.ratio.columns[input] else { continue }
            for (place, reading) in input.readings.enumerated() {
                guard let element = computation.catalogue.elements[reading.element] else { continue }
                let found = try sources.figures(element, reading, period)
                for unit in basis.members {
                    let line = Pending(
                        input: input, reading: reading, element: element, unit: computation.units[unit],
                        stretch: reading.stretch(period), isChosen: column.chosen(unit) == place,
                        isCounted: basis.isExpected[unit] && basis.ratio.isReported(unit),
                        isExpected: basis.isExpected[unit], absence: column.absence(unit), today: session.today)
                    lines += line.lines(found[computation.units[unit].id] ?? [])
                }
            }
        }
    }

    /// An indicator that gives no result at all.
    private struct TraceFailure: Error {}

    /// What is known of a unit and a reading before its figures are looked at.
    private struct Pending {
        let input: FormulaInput
        let reading: FormulaInput.Reading
        let element: FigureElement
        let unit: OfficeUnit
        let stretch: Stretch
        let isChosen: Bool
        let isCounted: Bool
        let isExpected: Bool
        let absence: Missing
        let today: Day

        /// A line for each figure; one that says why there is none where a figure was expected.
        func lines(_ figures: [SourcedFigure]) -> [Line] {
            guard !figures.isEmpty else {
                return isExpected && !isChosen ? [line(nil, isUsed: false, periods: 1)] : []
            }
            let parts = PartsOfTime(figures.map(\.figure), stretch, today: today)
            let used = element.isDerived ? Set(figures.map(\.figure.period)) : parts.used(element.overTime)
            let periods = element.overTime == .average && !element.isDerived ? max(used.count, 1) : 1
            return figures.map { figure in
                line(figure, isUsed: isChosen && used.contains(figure.figure.period), periods: periods)
            }
        }

        private func line(_ figure: SourcedFigure?, isUsed: Bool, periods: Int) -> Line {
            let known = figure?.figure
            let value = known.flatMap { known -> Number? in
                guard known.state == .reported, let total = known.total else { return nil }
                return reading.value(in: UnitFigure(total: total, women: known.women))
            }
            let why = known.map { $0.state.missing ?? .notReported } ?? absence
            return Line(
                input: input, element: element, unit: unit, period: known?.period ?? stretch.period,
                state: known?.state,
                total: known?.total, women: known?.women, value: value, absence: value == nil ? why : nil,
                isCounted: isCounted, isUsed: isUsed, periods: periods, entry: figure?.entry,
                record: figure?.record, cell: figure?.cell)
        }
    }
}

/// A figure with where it comes from.
struct SourcedFigure {
    let figure: PeriodFigure
    let entry: Int?
    let record: String?
    let cell: String?
}

/// Looks up the figures behind a count.
struct FigureSources {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// The figures of an element that lie in the stretch of a reading, by the unit's lasting id and in order of time.
    func figures(
        _ element: FigureElement, _ reading: FormulaInput.Reading, _ period: Period
    ) throws -> [Int64: [SourcedFigure]] {
        let stretch = reading.stretch(period)
        guard let id = element.id else { return try records(element, stretch) }
        let cell: SQL = reading.category == nil ? "cell" : "NULL"
        var found: [Int64: [SourcedFigure]] = [:]
        try session.database.forEach(
            """
            SELECT unit, period, total, women, state, recorded, \(cell) FROM \(Figures.rows(id, reading.category))
              AND period IN (\(list: stretch.candidates)) AND \(session.visible()) ORDER BY period, id
            """
        ) { row in
            let claim = FigureClaim(total: try row.value(2), women: try row.value(3), state: try row.value(4))
            let figure = PeriodFigure(try row.value(1), claim)
            found[try row.value(0), default: []].append(
                SourcedFigure(figure: figure, entry: try row.value(5), record: nil, cell: try row.value(6)))
        }
        return found
    }

    /// What a pack derives: the records behind a count where the pack tells them, else the count itself.
    private func records(_ element: FigureElement, _ stretch: Stretch) throws -> [Int64: [SourcedFigure]] {
        let source = Elements(session).source(of: element.code)
        let periods =
            stretch.isToDate && element.overTime == .sum
            ? stretch.parts(.month).filter { $0.first <= session.today } : [stretch.period]
        var found: [Int64: [SourcedFigure]] = [:]
        for period in periods {
            let records = Dictionary(grouping: try source?.records?(session, period) ?? []) { $0.unit }
            for (unit, figure) in try Elements(session).figures(derivedAs: element.code, period) {
                let behind = records[unit] ?? []
                guard DerivedRecord.add(behind, upTo: figure) else {
                    found[unit, default: []].append(sourced(period, figure, nil))
                    continue
                }
                found[unit, default: []] += behind.map { sourced(period, $0.figure, $0) }
            }
        }
        return found
    }

    private func sourced(_ period: Period, _ figure: DerivedFigure, _ record: DerivedRecord?) -> SourcedFigure {
        SourcedFigure(
            figure: PeriodFigure(period, FigureClaim(total: figure.total, women: figure.women)),
            entry: record?.entry, record: record?.code, cell: nil)
    }
}
