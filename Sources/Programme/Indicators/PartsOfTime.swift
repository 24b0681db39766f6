import Values

/// A recorded figure with its period.
struct PeriodFigure {
    let period: Period
    let state: FigureState
    let total: Number?
    let women: Number?

    init(_ period: Period, _ claim: FigureClaim) {
        self.period = period
        state = claim.state
        total = claim.total
        women = claim.women
    }
}

/// The figures of one unit and element in a stretch of time, and what they say of the whole of it.
struct PartsOfTime {
    private let figures: [PeriodFigure]
    private let stretch: Stretch
    private let today: Day

    /// What is known of the whole.
    enum Whole: Hashable {
        case figure(UnitFigure)
        case missing(Missing)
    }

    /// Takes at least one figure; all of them lie in the stretch.
    init(_ figures: [PeriodFigure], _ stretch: Stretch, today: Day) {
        self.figures = figures.sorted { $0.period < $1.period }
        self.stretch = stretch
        self.today = today
    }

    /// The whole by a rule over time. `isDue` tells of which periods the unit owes a figure: those in which it was
    /// open.
    func whole(_ rule: OverTime, isDue: (Period) -> Bool) -> Whole {
        if !stretch.isToDate, let exact = figures.first(where: { $0.period == stretch.period }) {
            return reported([exact]).first.map { .figure($0) } ?? .missing(exact.state.missing ?? .notReported)
        }
        if figures.allSatisfy({ $0.state == .notApplicable }) { return .missing(.notApplicable) }
        let parts = reported(figures)
        guard let last = parts.last else { return .missing(absence) }
        switch rule {
        case .none: return .missing(.notApplicable)
        case .last: return .figure(last)
        case .average: return sum(parts, over: parts.count)
        case .sum: return isComplete(isDue) ? sum(parts, over: 1) : .missing(absence)
        }
    }

    /// The periods whose figures make the whole by a rule over time.
    func used(_ rule: OverTime) -> Set<Period> {
        if !stretch.isToDate, let exact = figures.first(where: { $0.period == stretch.period }) {
            return [exact.period]
        }
        let reported = figures.filter { $0.state == .reported }.map(\.period)
        return rule == .last ? Set(reported.suffix(1)) : Set(reported)
    }

    /// Why the whole is not there: something is kept back, or something was not reported.
    private var absence: Missing {
        if figures.contains(where: { $0.state == .withheld }) { return .withheld }
        return stretch.last > today && !figures.contains { $0.state == .notReported } ? .notYetDue : .notReported
    }

    private func reported(_ figures: [PeriodFigure]) -> [UnitFigure] {
        figures.compactMap { figure in
            guard figure.state == .reported, let total = figure.total else { return nil }
            return UnitFigure(total: total, women: figure.women)
        }
    }

    /// The sum; women only where every figure counts them.
    private func sum(_ parts: [UnitFigure], over periods: Int) -> Whole {
        guard let total = PartsOfTime.sum(parts.map(\.total)) else { return .missing(.notReported) }
        let women = parts.compactMap(\.women)
        return .figure(
            UnitFigure(
                total: total, women: women.count == parts.count ? PartsOfTime.sum(women) : nil, periods: periods))
    }

    /// The sum, exact as far as the digits of a number go.
    private static func sum(_ numbers: [Number]) -> Number? {
        Number.sum(numbers)
            ?? numbers.reduce(Fraction?.some(.zero)) { sum, number in sum.flatMap { $0.plus(Fraction(number)) } }?
            .number
    }

    /// Whether every part that has ended, and in which the unit was open, is settled: a sum of fewer is too small.
    private func isComplete(_ isDue: (Period) -> Bool) -> Bool {
        guard let kind = figures.first?.period.kind, stretch.isMade(of: kind, by: .sum) else { return false }
        let settled = Set(figures.filter { $0.state == .reported || $0.state == .notApplicable }.map(\.period))
        return stretch.parts(kind).allSatisfy { part in
            part.last > today || settled.contains(part) || !isDue(part)
        }
    }
}

extension FigureElement {
    /// By which rule figures of shorter periods make one of a longer; what packs derive for a period is whole already.
    var ruleOverTime: OverTime { isDerived && overTime == .none ? .last : overTime }
}
