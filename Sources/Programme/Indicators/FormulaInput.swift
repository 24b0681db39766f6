import Values

/// One count that a formula needs of every unit: the first of its readings that the unit reported.
struct FormulaInput: Hashable {
    /// The readings, in the order in which they are tried; one but for `first-reported(…)`.
    let readings: [Reading]

    /// A count of an element for the period that is asked for, or for one before it.
    struct Reading: Hashable {
        let element: String
        var measure: Measure
        /// The category of the element that alone is counted; `nil` for all of it.
        var category: String?
        /// How many periods before the one asked for.
        var back = 0
        /// Whether it runs from the beginning of the year to the end of the period.
        var isToDate = false
    }

    /// Whom the count is of.
    enum Measure: String, Hashable {
        case total, women, men
    }

    init(_ readings: [Reading]) {
        self.readings = readings
    }

    init(_ element: String, _ measure: Measure, _ category: String? = nil) {
        readings = [Reading(element: element, measure: measure, category: category)]
    }

    /// The same count with every reading changed.
    func with(_ change: (inout Reading) -> Void) -> FormulaInput {
        FormulaInput(
            readings.map { reading in
                var reading = reading
                change(&reading)
                return reading
            })
    }
}

extension FormulaInput.Reading {
    /// The days to which the count belongs, where `period` is asked for.
    func stretch(_ period: Period) -> Stretch {
        Stretch(period.advanced(by: -back), toDate: isToDate)
    }

    /// The count in a figure, or `nil` when the figure does not tell.
    func value(in figure: UnitFigure) -> Number? {
        switch measure {
        case .total: figure.total
        case .women: figure.women
        case .men: figure.women.flatMap { figure.total.subtracting($0) }
        }
    }
}

extension Formula {
    /// What the formula needs of a unit.
    var inputs: Set<FormulaInput> {
        switch self {
        case .number, .yearly: []
        case .input(let input): [input]
        case .negative(let operand), .indicator(_, let operand): operand.inputs
        case .arithmetic(_, let left, let right): left.inputs.union(right.inputs)
        case .units(let condition): condition.inputs
        }
    }

    /// The elements that are summed over units.
    var summed: Set<String> {
        switch self {
        case .number, .units, .yearly: []
        case .input(let input): Set(input.readings.map(\.element))
        case .negative(let operand), .indicator(_, let operand): operand.summed
        case .arithmetic(_, let left, let right): left.summed.union(right.summed)
        }
    }

    /// The indicators that it is made of.
    var indicators: Set<String> {
        switch self {
        case .number, .input, .units, .yearly: []
        case .indicator(let code, let formula): formula.indicators.union([code])
        case .negative(let operand): operand.indicators
        case .arithmetic(_, let left, let right): left.indicators.union(right.indicators)
        }
    }

    /// What it asks of units beside their figures.
    var traits: Set<UnitTrait> {
        switch self {
        case .number, .input, .yearly: []
        case .units(let condition): condition.traits
        case .negative(let operand), .indicator(_, let operand): operand.traits
        case .arithmetic(_, let left, let right): left.traits.union(right.traits)
        }
    }

    /// Whether it counts units, which cannot be asked of a single one.
    var countsUnits: Bool {
        switch self {
        case .number, .input, .yearly: false
        case .units: true
        case .negative(let operand), .indicator(_, let operand): operand.countsUnits
        case .arithmetic(_, let left, let right): left.countsUnits || right.countsUnits
        }
    }

    /// How many pieces it has.
    var size: Int {
        switch self {
        case .number, .input, .yearly: 1
        case .negative(let operand), .indicator(_, let operand): operand.size + 1
        case .arithmetic(_, let left, let right): left.size + right.size + 1
        case .units(let condition): condition.inputs.count + 1
        }
    }

    /// The same formula with women or men in the place of all who are summed; conditions on units stay.
    func counting(_ sex: FormulaInput.Measure) -> Formula {
        switch self {
        case .number, .yearly, .units: self
        case .input(let input): .input(input.with { $0.measure = sex })
        case .negative(let operand): .negative(operand.counting(sex))
        case .indicator(let code, let formula): .indicator(code, formula.counting(sex))
        case .arithmetic(let operation, let left, let right):
            .arithmetic(operation, left.counting(sex), right.counting(sex))
        }
    }

    /// The same formula so many periods before.
    func back(_ periods: Int) -> Formula {
        switch self {
        case .number: self
        case .input(let input): .input(input.with { $0.back += periods })
        case .yearly(let annualising, let back): .yearly(annualising, back: back + periods)
        case .negative(let operand): .negative(operand.back(periods))
        case .indicator(let code, let formula): .indicator(code, formula.back(periods))
        case .arithmetic(let operation, let left, let right):
            .arithmetic(operation, left.back(periods), right.back(periods))
        case .units(let condition): .units(condition.back(periods))
        }
    }
}

extension Formula.Condition {
    /// What the condition needs of a unit.
    var inputs: Set<FormulaInput> {
        switch self {
        case .always, .trait: []
        case .yes(let input): [input]
        case .not(let condition): condition.inputs
        case .and(let left, let right), .or(let left, let right): left.inputs.union(right.inputs)
        case .comparison(_, let left, let right): left.inputs.union(right.inputs)
        }
    }

    /// What it asks of a unit beside its figures.
    var traits: Set<UnitTrait> {
        switch self {
        case .always, .yes, .comparison: []
        case .trait(let trait, _): [trait]
        case .not(let condition): condition.traits
        case .and(let left, let right), .or(let left, let right): left.traits.union(right.traits)
        }
    }

    /// The same condition so many periods before; what a unit is stays that of the period asked for.
    func back(_ periods: Int) -> Formula.Condition {
        switch self {
        case .always, .trait: self
        case .yes(let input): .yes(input.with { $0.back += periods })
        case .not(let condition): .not(condition.back(periods))
        case .and(let left, let right): .and(left.back(periods), right.back(periods))
        case .or(let left, let right): .or(left.back(periods), right.back(periods))
        case .comparison(let operation, let left, let right):
            .comparison(operation, left.back(periods), right.back(periods))
        }
    }
}
