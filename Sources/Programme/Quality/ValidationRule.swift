import Commands
import Database
import Diagnostics
import Values

/// A rule between figures of one unit in one period.
struct ValidationRule {
    let code: String
    let name: Text
    let left: Formula
    let comparison: RuleOperator
    let right: Formula
    let missing: MissingStrategy
    let importance: Importance
    let instruction: Text
}

extension ValidationRule {
    /// What a rule says of a unit.
    enum Verdict: Equatable {
        /// It holds, or is left out for what is missing.
        case fine
        /// It does not hold; the two sides as far as they are known.
        case broken(left: Number?, right: Number?)
    }

    /// Holds the rule against the figures of a unit.
    func verdict(_ value: (FormulaInput) -> Number?) -> Verdict {
        let (hasLeft, hasRight) = (isReported(left, value), isReported(right, value))
        switch comparison {
        case .compulsoryPair: return hasLeft == hasRight ? .fine : broken(value)
        case .exclusivePair: return hasLeft && hasRight ? broken(value) : .fine
        default: break
        }
        guard let a = side(left, value), let b = side(right, value) else { return .fine }
        return comparison.holds(a, b) ? .fine : .broken(left: a, right: b)
    }

    /// Whether anything of a side is reported.
    private func isReported(_ side: Formula, _ value: (FormulaInput) -> Number?) -> Bool {
        side.inputs.contains { value($0) != nil }
    }

    private func broken(_ value: (FormulaInput) -> Number?) -> Verdict {
        .broken(left: worked(left, value), right: worked(right, value))
    }

    /// A side's value by the rule's strategy; `nil` when the rule is to be left out.
    private func side(_ formula: Formula, _ value: (FormulaInput) -> Number?) -> Number? {
        let inputs = formula.inputs
        switch missing {
        case .skip: guard inputs.allSatisfy({ value($0) != nil }) else { return nil }
        case .skipIfAll: guard inputs.isEmpty || isReported(formula, value) else { return nil }
        case .nought: break
        }
        return worked(formula, value)
    }

    /// A side where gaps count as nought; `nil` when it cannot be worked out.
    private func worked(_ formula: Formula, _ value: (FormulaInput) -> Number?) -> Number? {
        do throws(FormulaFailure) {
            return try formula.value({ value($0) ?? .zero }) { condition throws(FormulaFailure) in
                try condition.holds({ value($0) ?? .zero }) ? 1 : 0
            }
        } catch {
            return nil
        }
    }
}

/// The validation rules, as readers of a session see them.
struct ValidationRules {
    let session: Session

    /// Reads formulas against the elements that there are now.
    func reader(_ code: String) throws -> FormulaReader {
        FormulaReader(
            elements: Dictionary(try Elements(session).all().map { ($0.code, $0) }) { first, _ in first },
            indicators: Set(try Indicators(session).all().map(\.code)), indicator: code)
    }

    /// All rules, by code, without those whose formulas name something that is no longer there; those are named apart.
    func all() throws -> (rules: [ValidationRule], unreadable: [String]) {
        let reader = try reader("")
        var (rules, unreadable): ([ValidationRule], [String]) = ([], [])
        try session.database.forEach(
            """
            SELECT code, name, name_vi, left_side, operator, right_side, missing, importance, instruction,
                instruction_vi
            FROM validation_rule WHERE \(session.visible()) ORDER BY code
            """
        ) { row in
            let code = try row.text(0)
            guard let left = try? reader.read(row.text(3), "left"), let right = try? reader.read(row.text(5), "right")
            else { return unreadable.append(code) }
            rules.append(
                ValidationRule(
                    code: code, name: Text(try row.text(1), vi: try row.text(2)), left: left,
                    comparison: try row.value(4), right: right, missing: try row.value(6),
                    importance: try row.value(7), instruction: Text(try row.text(8), vi: try row.text(9))))
        }
        return (rules, unreadable)
    }
}
