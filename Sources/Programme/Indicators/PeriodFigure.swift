import Values

/// A figure with its period.
struct PeriodFigure {
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
