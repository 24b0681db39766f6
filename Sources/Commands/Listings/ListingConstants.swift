import Syntax
import Tables
import Values

// What stands still while rows pass.
extension ListingCondition {
    /// The value of an operand that is the same for every row, read by the type of the column opposite.
    func constant(_ expression: Expression, expecting type: ValueType) -> Value? {
        switch expression.kind {
        case .literal(let value): return value.read(beside: type)
        case .string(let literal): return literal.plain.map { .text($0) }
        case .negative(let inner):
            guard case .literal(.number(let number)) = inner.kind else { return nil }
            return number.negated.map { .number($0) }
        case .column(let word):
            switch type {
            case .choice, .code, .newCode: return .text(word)
            default: return nil
            }
        case .variable(let variable): return value(of: variable)
        default: return nil
        }
    }

    private func value(of variable: Variable) -> Value? {
        guard case .value(var value)? = environment.value(of: variable.name.text) else { return nil }
        for field in variable.fields {
            if case .record(let record) = value { value = record[field.text] ?? .missing }
        }
        return value
    }

    /// Whether a condition gives yes or no for every row: nothing in it is computed.
    func cannotFail(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .literal, .column, .variable: true
        case .string(let literal): literal.plain != nil
        case .not(let operand), .missing(let operand, _, _): cannotFail(operand)
        case .matches(let operand, let pattern): cannotFail(operand) && pattern.plain != nil
        case .and(let left, let right), .or(let left, let right), .comparison(_, let left, let right):
            cannotFail(left) && cannotFail(right)
        case .among(let operand, let list, _): cannotFail(operand) && list.allSatisfy(cannotFail)
        case .between(let operand, let low, let high): cannotFail(operand) && cannotFail(low) && cannotFail(high)
        case .call, .negative, .arithmetic, .pipeline: false
        }
    }
}
