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

/// A unit that is held against rules.
struct RuledUnit {
    /// The period.
    let period: Period
    /// What it says of an input; `nil` where it did not report.
    let value: (FormulaInput) -> Fraction?
    /// Whether it has one of some labels.
    let has: (UnitTrait, Set<String>) -> Bool
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
    func verdict(_ unit: RuledUnit) -> Verdict {
        let (hasLeft, hasRight) = (isReported(left, unit), isReported(right, unit))
        switch comparison {
        case .compulsoryPair: return hasLeft == hasRight ? .fine : broken(unit)
        case .exclusivePair: return hasLeft && hasRight ? broken(unit) : .fine
        default: break
        }
        guard let a = side(left, unit), let b = side(right, unit) else { return .fine }
        return comparison.holds(a, b) ? .fine : .broken(left: a, right: b)
    }

    /// Whether anything of a side is reported.
    private func isReported(_ side: Formula, _ unit: RuledUnit) -> Bool {
        side.inputs.contains { unit.value($0) != nil }
    }

    private func broken(_ unit: RuledUnit) -> Verdict {
        .broken(left: worked(left, unit), right: worked(right, unit))
    }

    /// A side's value by the rule's strategy; `nil` when the rule is to be left out.
    private func side(_ formula: Formula, _ unit: RuledUnit) -> Number? {
        let inputs = formula.inputs
        switch missing {
        case .skip: guard inputs.allSatisfy({ unit.value($0) != nil }) else { return nil }
        case .skipIfAll: guard inputs.isEmpty || isReported(formula, unit) else { return nil }
        case .nought: break
        }
        return worked(formula, unit)
    }

    /// A side where gaps count as nought; `nil` when it cannot be worked out.
    private func worked(_ formula: Formula, _ unit: RuledUnit) -> Number? {
        do throws(FormulaFailure) {
            let values = FormulaValues(period: unit.period) {
                unit.value($0) ?? .zero
            } count: { _ in
                0
            }
            let single = FormulaValues(period: unit.period, input: values.input) { condition throws(FormulaFailure) in
                try condition.holds(values, unit.has) ? 1 : 0
            }
            return try formula.value(single).number
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
        FormulaReader(try Indicators(session).formulaCatalogue(), indicator: code, among: nil)
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
