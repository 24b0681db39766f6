import Syntax
import Values

/// A formula of an indicator, checked against the elements: what is computed from sums over units.
///
/// Elements are summed over the units first and the formula is worked out once on the sums, so that a share is never an
/// average of shares. Inside `units(…)` the values are those of one unit, and the condition is asked of each.
indirect enum Formula: Hashable {
    case number(Number)
    case input(FormulaInput)
    case negative(Formula)
    case arithmetic(ArithmeticOperator, Formula, Formula)
    case units(Condition)

    /// What is asked of a unit inside `units(…)`.
    indirect enum Condition: Hashable {
        case always(Bool)
        case yes(FormulaInput)
        case comparison(ComparisonOperator, Formula, Formula)
        case not(Condition)
        case and(Condition, Condition)
        case or(Condition, Condition)
    }
}

/// One count of an element that a formula needs.
struct FormulaInput: Hashable {
    let element: String
    let measure: Measure

    /// Whom the count is of.
    enum Measure: String, Hashable {
        case total, women, men
    }

    /// The count in a figure, or `nil` when the figure does not tell.
    func value(in figure: DerivedFigure) -> Number? {
        switch measure {
        case .total: figure.total
        case .women: figure.women
        case .men: figure.women.flatMap { figure.total.subtracting($0) }
        }
    }
}

/// Why a formula has no value.
enum FormulaFailure: Error {
    case divisionByNought, tooLarge
}

extension Formula {
    /// Works the formula out.
    ///
    /// - Parameters:
    ///   - value: the count of an input: the sum over the units, or that of one unit.
    ///   - count: how many units fulfil a condition.
    func value(
        _ value: (FormulaInput) -> Number, count: (Condition) throws(FormulaFailure) -> Int
    ) throws(FormulaFailure) -> Number {
        switch self {
        case .number(let number): return number
        case .input(let input): return value(input)
        case .negative(let operand):
            guard let negated = try operand.value(value, count: count).negated else { throw .tooLarge }
            return negated
        case .units(let condition): return Number(try count(condition))
        case .arithmetic(let operation, let left, let right):
            let (a, b) = (try left.value(value, count: count), try right.value(value, count: count))
            if operation == .over, b == .zero { throw .divisionByNought }
            let result =
                switch operation {
                case .plus: a.plus(b)
                case .minus: b.negated.flatMap(a.plus)
                case .times: a.multiplied(by: b)
                case .over: a.divided(by: b)
                }
            guard let result else { throw .tooLarge }
            return result
        }
    }

    /// What the formula needs of a unit.
    var inputs: Set<FormulaInput> {
        switch self {
        case .number: []
        case .input(let input): [input]
        case .negative(let operand): operand.inputs
        case .arithmetic(_, let left, let right): left.inputs.union(right.inputs)
        case .units(let condition): condition.inputs
        }
    }

    /// The elements that are summed over units.
    var summed: Set<String> {
        switch self {
        case .number, .units: []
        case .input(let input): [input.element]
        case .negative(let operand): operand.summed
        case .arithmetic(_, let left, let right): left.summed.union(right.summed)
        }
    }
}

extension Formula.Condition {
    /// Whether a unit fulfils the condition. One that divides by nought does not.
    func holds(_ value: (FormulaInput) -> Number) throws(FormulaFailure) -> Bool {
        switch self {
        case .always(let answer): return answer
        case .yes(let input): return value(input) != .zero
        case .not(let condition): return try !condition.holds(value)
        case .and(let left, let right):
            guard try left.holds(value) else { return false }
            return try right.holds(value)
        case .or(let left, let right):
            guard try !left.holds(value) else { return true }
            return try right.holds(value)
        case .comparison(let operation, let left, let right):
            do throws(FormulaFailure) {
                let count: (Formula.Condition) throws(FormulaFailure) -> Int = { _ in 0 }
                return operation.holds(try left.value(value, count: count), try right.value(value, count: count))
            } catch {
                guard error == .divisionByNought else { throw error }
                return false
            }
        }
    }

    /// What the condition needs of a unit.
    var inputs: Set<FormulaInput> {
        switch self {
        case .always: []
        case .yes(let input): [input]
        case .not(let condition): condition.inputs
        case .and(let left, let right), .or(let left, let right): left.inputs.union(right.inputs)
        case .comparison(_, let left, let right): left.inputs.union(right.inputs)
        }
    }
}

extension ComparisonOperator {
    func holds(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .atMost: left <= right
        case .more: left > right
        case .atLeast: left >= right
        }
    }
}
