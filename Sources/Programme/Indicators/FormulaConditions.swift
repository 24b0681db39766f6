import Diagnostics
import Syntax
import Values

// The conditions of formulas: what is asked of each unit.
extension FormulaPass {
    mutating func condition(_ expression: Expression) -> Formula.Condition? {
        switch expression.kind {
        case .literal(.yesNo(let answer)): return .always(answer)
        case .column(let word): return element(word, .total, expression.span, asCondition: true).map { .yes($0) }
        case .not(let operand): return condition(operand).map { .not($0) }
        case .and(let left, let right): return both(left, right).map { .and($0, $1) }
        case .or(let left, let right): return both(left, right).map { .or($0, $1) }
        case .comparison(let operation, let left, let right): return comparison(operation, left, right)
        case .among(let left, let list, let negated): return among(left, list, negated, expression.span)
        case .between(let middle, let low, let high):
            let low = numbers(.atLeast, middle, low)
            let high = numbers(.atMost, middle, high)
            guard let low, let high else { return nil }
            return .and(low, high)
        default:
            refuse(.formulaNeedsCondition, expression.span)
            return nil
        }
    }

    private mutating func both(_ left: Expression, _ right: Expression) -> (Formula.Condition, Formula.Condition)? {
        let (a, b) = (condition(left), condition(right))
        guard let a, let b else { return nil }
        return (a, b)
    }

    private mutating func comparison(
        _ operation: ComparisonOperator, _ left: Expression, _ right: Expression
    ) -> Formula.Condition? {
        let isEquality = operation == .equal || operation == .unequal
        if let trait = trait(left) {
            guard isEquality else {
                refuse(.traitCompared(trait), right.span)
                return nil
            }
            let labels = label(right, trait).map { Formula.Condition.trait(trait, [$0]) }
            return labels.map { operation == .equal ? $0 : .not($0) }
        }
        if case .literal(.yesNo(let answer)) = right.kind, isEquality {
            return condition(left).map { answer == (operation == .equal) ? $0 : .not($0) }
        }
        return numbers(operation, left, right)
    }

    private mutating func numbers(
        _ operation: ComparisonOperator, _ left: Expression, _ right: Expression
    ) -> Formula.Condition? {
        let (a, b) = (number(left), number(right))
        guard let a, let b else { return nil }
        return .comparison(operation, a, b)
    }

    /// `kind in [thpt, lc]`, or `classes in [1, 2]`.
    private mutating func among(
        _ left: Expression, _ list: [Expression], _ negated: Bool, _ span: SourceSpan
    ) -> Formula.Condition? {
        if let trait = trait(left) {
            let labels = list.map { label($0, trait) }
            let known = labels.compactMap { $0 }
            guard known.count == labels.count else { return nil }
            return negated ? .not(.trait(trait, Set(known))) : .trait(trait, Set(known))
        }
        let choices = list.map { numbers(.equal, left, $0) }
        let known = choices.compactMap { $0 }
        guard known.count == choices.count, let first = known.first else { return nil }
        let any = known.dropFirst().reduce(first) { .or($0, $1) }
        return negated ? .not(any) : any
    }

    private func trait(_ expression: Expression) -> UnitTrait? {
        guard case .column(let word) = expression.kind else { return nil }
        return UnitTrait(rawValue: word)
    }

    private mutating func label(_ expression: Expression, _ trait: UnitTrait) -> String? {
        let word: String? =
            switch expression.kind {
            case .column(let word): word
            case .string(let literal): literal.plain
            default: nil
            }
        let known = trait.words ?? (reader.catalogue.labels[trait] ?? []).sorted()
        guard let word, known.contains(word) else {
            refuse(.unknownLabel(word ?? "", trait, known), expression.span)
            return nil
        }
        return word
    }
}
