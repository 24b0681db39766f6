import Values

/// The formulas of an indicator with the values that they need of each unit.
struct Ratio {
    let numerator: Formula
    let denominator: Formula?
    /// The values of each input by the place of the unit; `nil` where the unit did not report.
    private let values: [FormulaInput: [Number?]]
    private let columns: [ElementColumn]
    private let unaddable: Bool

    init(_ numerator: Formula, _ denominator: Formula?, column: (String) throws -> ElementColumn?) rethrows {
        self.numerator = numerator
        self.denominator = denominator
        let inputs = numerator.inputs.union(denominator?.inputs ?? [])
        var columns: [String: ElementColumn] = [:]
        for element in Set(inputs.map(\.element)) { columns[element] = try column(element) }
        var values: [FormulaInput: [Number?]] = [:]
        for input in inputs {
            values[input] = columns[input.element]?.figures.map { $0.flatMap(input.value) } ?? []
        }
        self.values = values
        self.columns = Array(columns.values)
        unaddable = numerator.summed.union(denominator?.summed ?? [])
            .contains { columns[$0]?.element.overUnits == OverUnits.none }
    }

    /// Whether a unit of a kind is expected to report.
    func expects(_ place: Int, _ kind: UnitKind) -> Bool {
        columns.allSatisfy { $0.kinds.contains(kind) && !$0.notApplicable[place] }
    }

    /// Whether a unit reported everything that the formulas need.
    func isReported(_ place: Int) -> Bool {
        values.values.allSatisfy { place < $0.count && $0[place] != nil }
    }

    /// Whether the units cannot be taken together.
    func cannotAdd(_ places: [Int]) -> Bool { unaddable && places.count > 1 }

    /// A formula over units that all reported.
    func sum(_ formula: Formula, _ places: [Int]) throws(FormulaFailure) -> Number {
        var sums: [FormulaInput: Number] = [:]
        for input in formula.inputs {
            guard let column = values[input], let sum = Number.total(places.lazy.map { column[$0] ?? .zero }) else {
                throw .tooLarge
            }
            sums[input] = sum
        }
        return try formula.value({ sums[$0] ?? .zero }) { condition throws(FormulaFailure) in
            var count = 0
            for place in places where try condition.holds({ values[$0]?[place] ?? .zero }) { count += 1 }
            return count
        }
    }
}

extension IndicatorUnit {
    /// The value of an indicator of this unit: the factor times the quotient, never rounded on the way.
    func value(_ numerator: Number, over denominator: Number?) throws(FormulaFailure) -> Number {
        guard let scaled = numerator.multiplied(by: factor) else { throw .tooLarge }
        guard let denominator else { return scaled }
        guard denominator != .zero else { throw .divisionByNought }
        guard let value = scaled.divided(by: denominator) else { throw .tooLarge }
        return value
    }
}
