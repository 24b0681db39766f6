import Values

/// An indicator that can be computed from packed figures, for one period.
struct PackedPlan {
    let indicator: Indicator
    let numerator: Formula
    let denominator: Formula?
    /// What the formulas need of each unit, each a single reading.
    let inputs: [FormulaInput: PackedReading]
    /// The least share of the expected units.
    let minimum: Number
    /// Whether units cannot be taken together.
    let isUnaddable: Bool
}

/// What an input reads: a column of a period, and what of its figures.
struct PackedReading: Hashable {
    let key: PackedKey
    let element: FigureElement
    let measure: FormulaInput.Measure
    /// Whether it is of the period that is asked for.
    let isOwn: Bool
    /// Whether the period is over, so that a unit without a figure is missed.
    let isDue: Bool
}

/// A formula with what it reads, before it is known whether its columns are packed.
struct PackedFormulas {
    let indicator: Indicator
    let numerator: Formula
    let denominator: Formula?
    let readings: [FormulaInput: FormulaInput.Reading]
    private let minimum: Number

    /// Reads the formulas of an indicator; `nil` where the general way is needed, also to tell what is wrong.
    init?(_ indicator: Indicator, _ catalogue: FormulaCatalogue) {
        guard let above = indicator.numerator, indicator.among == nil else { return nil }
        guard !indicator.targets.contains(where: { $0.dimension == .eachSex }) else { return nil }
        let reader = FormulaReader(catalogue, indicator: indicator.code, among: nil)
        guard let numerator = try? reader.read(above, "numerator") else { return nil }
        var denominator: Formula?
        if let below = indicator.denominator {
            guard let read = try? reader.read(below, "denominator") else { return nil }
            denominator = read
        }
        guard !numerator.countsUnits, !(denominator?.countsUnits ?? false) else { return nil }
        let inside = numerator.indicators.union(denominator?.indicators ?? []).compactMap { catalogue.indicators[$0] }
        guard Set(([indicator] + inside).compactMap(\.every)).count <= 1 else { return nil }
        every = ([indicator] + inside).compactMap(\.every).first
        var readings: [FormulaInput: FormulaInput.Reading] = [:]
        for input in numerator.inputs.union(denominator?.inputs ?? []) {
            guard input.readings.count == 1, let reading = input.readings.first, !reading.isToDate,
                reading.category == nil, catalogue.elements[reading.element]?.id != nil
            else { return nil }
            readings[input] = reading
        }
        guard !readings.isEmpty else { return nil }
        self.indicator = indicator
        self.numerator = numerator
        self.denominator = denominator
        self.readings = readings
        minimum = inside.map(\.minimum).reduce(indicator.minimum, max)
    }

    private let every: PeriodLength?

    /// The plan for a period; `nil` where `column` says that a column has not the figures of just that period.
    func plan(
        _ period: Period, today: Day, _ catalogue: FormulaCatalogue, isExact: (PackedKey, FigureElement) throws -> Bool
    ) rethrows -> PackedPlan? {
        guard every.map({ $0.kind == period.kind }) ?? true else { return nil }
        var inputs: [FormulaInput: PackedReading] = [:]
        for (input, reading) in readings {
            guard let element = catalogue.elements[reading.element], let id = element.id else { return nil }
            let stretch = reading.stretch(period)
            let key = PackedKey(element: id, period: stretch.period)
            guard try isExact(key, element) else { return nil }
            inputs[input] = PackedReading(
                key: key, element: element, measure: reading.measure, isOwn: stretch.period == period,
                isDue: stretch.last <= today)
        }
        let summed = numerator.summed.union(denominator?.summed ?? [])
        return PackedPlan(
            indicator: indicator, numerator: numerator, denominator: denominator, inputs: inputs, minimum: minimum,
            isUnaddable: inputs.values.contains { $0.element.overUnits == .none && summed.contains($0.element.code) })
    }
}
