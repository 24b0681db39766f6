import Values

/// The formulas of an indicator with the values that they need of each unit.
struct Ratio {
    let numerator: Formula
    let denominator: Formula?
    private let period: Period
    private let traits: UnitTraits
    /// What each input is for every unit.
    let columns: [FormulaInput: InputColumn]
    private let unaddable: Bool

    init(
        _ numerator: Formula, _ denominator: Formula?, _ period: Period, _ traits: UnitTraits,
        column: (FormulaInput.Reading) throws -> ElementColumn?
    ) rethrows {
        self.numerator = numerator
        self.denominator = denominator
        self.period = period
        self.traits = traits
        var columns: [FormulaInput: InputColumn] = [:]
        for input in numerator.inputs.union(denominator?.inputs ?? []) {
            columns[input] = try InputColumn(input, column: column)
        }
        self.columns = columns
        let summed = numerator.summed.union(denominator?.summed ?? [])
        unaddable = columns.values.contains { column in
            column.elements.contains { $0.overUnits == .none && summed.contains($0.code) }
        }
    }

    /// Whether a unit of a kind is expected to report.
    func expects(_ place: Int, _ kind: UnitKind) -> Bool {
        columns.values.allSatisfy { $0.expects(place, kind) }
    }

    /// Whether a unit reported everything that the formulas need.
    func isReported(_ place: Int) -> Bool {
        columns.values.allSatisfy { $0.isReported(place) }
    }

    /// Why a unit that did not report everything is left out: what weighs most among what it lacks.
    func absence(_ place: Int) -> Missing {
        let absences = columns.values.compactMap { $0.isReported(place) ? nil : $0.absence(place) }
        return [.notApplicable, .withheld, .notReported, .notYetDue].first { absences.contains($0) } ?? .notReported
    }

    /// Whether anything runs from the beginning of the year.
    var isToDate: Bool { columns.keys.contains { $0.readings.contains(where: \.isToDate) } }

    /// Whether the units cannot be taken together.
    func cannotAdd(_ places: [Int]) -> Bool { unaddable && places.count > 1 }

    /// A formula over units that all reported.
    func value(_ formula: Formula, _ places: [Int]) throws(FormulaFailure) -> Fraction {
        let columns = columns
        let (traits, period) = (traits, period)
        return try formula.value(
            FormulaValues(period: period) { input throws(FormulaFailure) in
                guard let column = columns[input] else { return .zero }
                return try column.sum(places)
            } count: { condition throws(FormulaFailure) in
                var count = 0
                for place in places {
                    let unit = FormulaValues(period: period) { input throws(FormulaFailure) in
                        guard let column = columns[input] else { return .zero }
                        return try column.sum([place])
                    } count: { _ in
                        0
                    }
                    if try condition.holds(unit, { traits.has(place, $0, $1) }) { count += 1 }
                }
                return count
            })
    }
}

/// What an input of a formula is for each unit.
struct InputColumn {
    /// The value, kept as a sum with the count of periods whose mean it is.
    private struct Cell {
        let value: Number
        let periods: Int
    }

    private var cells: [Cell?] = []
    private let readings: [FormulaInput.Reading]
    private var absences: [Missing] = []
    private let columns: [ElementColumn]

    init(_ input: FormulaInput, column: (FormulaInput.Reading) throws -> ElementColumn?) rethrows {
        var columns: [ElementColumn] = []
        readings = input.readings
        for reading in input.readings {
            guard let column = try column(reading) else { continue }
            columns.append(column)
            let cells = column.figures.map { figure in
                figure.flatMap { figure in
                    reading.value(in: figure).map { Cell(value: $0, periods: figure.periods) }
                }
            }
            guard columns.count > 1 else {
                (self.cells, absences) = (cells, column.absences)
                continue
            }
            for place in cells.indices where self.cells[place] == nil {
                self.cells[place] = cells[place]
                if absences[place] == .notApplicable { absences[place] = column.absences[place] }
            }
        }
        self.columns = columns
    }

    /// The elements that are read.
    var elements: [FigureElement] { columns.map(\.element) }

    /// Whether a unit of a kind is expected to report one of the readings.
    func expects(_ place: Int, _ kind: UnitKind) -> Bool {
        columns.contains { column in
            column.kinds.contains(kind) && (column.figures[place] != nil || column.absences[place] != .notApplicable)
        }
    }

    /// The place of the reading that counts for a unit: the first that it reported.
    func chosen(_ place: Int) -> Int? {
        zip(readings, columns).enumerated().first { _, pair in
            pair.1.figures[place].flatMap(pair.0.value) != nil
        }?.offset
    }

    /// Whether a unit reported it.
    func isReported(_ place: Int) -> Bool { place < cells.count && cells[place] != nil }

    /// Why a unit did not.
    func absence(_ place: Int) -> Missing {
        guard place < absences.count else { return .notReported }
        // A figure without the women that are asked for is a report that does not tell.
        return columns.contains { $0.figures[place] != nil } ? .notReported : absences[place]
    }

    /// What a unit says; `nil` where it did not report.
    func value(_ place: Int) -> Fraction? {
        guard place < cells.count, let cell = cells[place] else { return nil }
        return Fraction(cell.value).over(Fraction(cell.periods))
    }

    /// The sum over units that reported.
    func sum(_ places: some Sequence<Int>) throws(FormulaFailure) -> Fraction {
        var sums: [Int: Number] = [:]
        var whole = Number.zero
        var sum = Fraction.zero
        for place in places {
            guard let cell = cells[place] else { continue }
            let before = cell.periods == 1 ? whole : sums[cell.periods] ?? .zero
            var next = before.adding(cell.value)
            if next == nil {
                // What no longer fits in the digits of a number goes on as a fraction.
                sum = try InputColumn.add(before, over: cell.periods, to: sum)
                next = cell.value
            }
            if cell.periods == 1 { whole = next ?? .zero } else { sums[cell.periods] = next }
        }
        sums[1] = whole
        for (periods, part) in sums.sorted(by: { $0.key < $1.key }) {
            sum = try InputColumn.add(part, over: periods, to: sum)
        }
        return sum
    }

    private static func add(
        _ part: Number, over periods: Int, to sum: Fraction
    ) throws(FormulaFailure) -> Fraction {
        guard let mean = Fraction(part).over(Fraction(periods)), let next = sum.plus(mean) else { throw .tooLarge }
        return next
    }
}

extension Indicator {
    /// The value: factor × numerator ÷ denominator, brought to a year where it is annualised; exact.
    func value(_ numerator: Fraction, over denominator: Fraction?, _ period: Period) throws(FormulaFailure) -> Fraction
    {
        guard var value = numerator.times(Fraction(unit.factor)) else { throw .tooLarge }
        if let annualised {
            guard let yearly = annualised.factor(of: period).flatMap(value.times) else { throw .tooLarge }
            value = yearly
        }
        guard let denominator else { return value }
        guard denominator != .zero else { throw .divisionByNought }
        guard let quotient = value.over(denominator) else { throw .tooLarge }
        return quotient
    }
}
