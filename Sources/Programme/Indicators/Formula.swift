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
    /// Another indicator with its formula in full: it is worked out over the same units as what stands around it.
    case indicator(String, Formula)
    /// What makes a year of the period so many periods back.
    case yearly(Annualising, back: Int)

    /// What is asked of a unit inside `units(…)`.
    indirect enum Condition: Hashable {
        case always(Bool)
        case yes(FormulaInput)
        case comparison(ComparisonOperator, Formula, Formula)
        /// Whether the unit has one of some labels.
        case trait(UnitTrait, Set<String>)
        case not(Condition)
        case and(Condition, Condition)
        case or(Condition, Condition)
    }
}

/// Why a formula has no value.
enum FormulaFailure: Error {
    case divisionByNought, tooLarge
}

/// From where a formula takes what it is worked out from: sums over units, or what one unit says.
struct FormulaValues {
    /// The period that is asked for.
    let period: Period
    /// The count of an input.
    let input: (FormulaInput) throws(FormulaFailure) -> Fraction
    /// How many units fulfil a condition.
    let count: (Formula.Condition) throws(FormulaFailure) -> Int
}

extension Formula {
    /// Works the formula out, exactly.
    func value(_ values: FormulaValues) throws(FormulaFailure) -> Fraction {
        switch self {
        case .number(let number): return Fraction(number)
        case .input(let input): return try values.input(input)
        case .indicator(_, let formula): return try formula.value(values)
        case .units(let condition): return Fraction(try values.count(condition))
        case .yearly(let annualising, let back):
            return try annualising.factor(of: values.period.advanced(by: -back)).orTooLarge
        case .negative(let operand): return try operand.value(values).negated.orTooLarge
        case .arithmetic(let operation, let left, let right):
            let (a, b) = (try left.value(values), try right.value(values))
            if operation == .over, b == .zero { throw .divisionByNought }
            let result =
                switch operation {
                case .plus: a.plus(b)
                case .minus: a.minus(b)
                case .times: a.times(b)
                case .over: a.over(b)
                }
            return try result.orTooLarge
        }
    }
}

extension Optional {
    /// The value; without one something was too large.
    fileprivate var orTooLarge: Wrapped {
        get throws(FormulaFailure) {
            guard let self else { throw .tooLarge }
            return self
        }
    }
}

extension Formula.Condition {
    /// Whether a unit fulfils the condition. A comparison that divides by nought does not hold.
    func holds(_ values: FormulaValues, _ has: (UnitTrait, Set<String>) -> Bool) throws(FormulaFailure) -> Bool {
        switch self {
        case .always(let answer): return answer
        case .yes(let input): return try values.input(input) != .zero
        case .trait(let trait, let labels): return has(trait, labels)
        case .not(let condition): return try !condition.holds(values, has)
        case .and(let left, let right):
            guard try left.holds(values, has) else { return false }
            return try right.holds(values, has)
        case .or(let left, let right):
            guard try !left.holds(values, has) else { return true }
            return try right.holds(values, has)
        case .comparison(let operation, let left, let right):
            do throws(FormulaFailure) {
                return operation.holds(try left.value(values), try right.value(values))
            } catch {
                guard error == .divisionByNought else { throw error }
                return false
            }
        }
    }
}

extension ComparisonOperator {
    func holds(_ left: Fraction, _ right: Fraction) -> Bool {
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
