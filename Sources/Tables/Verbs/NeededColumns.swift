public import Syntax

extension BidirectionalCollection<Stage> {
    /// The columns of their input that verbs look at; `nil` when they need all of them.
    ///
    /// Verbs give the same on a table that has these columns only. Words that are no columns may be among them.
    public var neededColumns: Set<String>? {
        var needed: Set<String>?
        for verb in reversed() { needed = verb.kind.neededColumns(for: needed) }
        return needed
    }
}

extension Stage.Kind {
    /// The columns that a verb needs, where those that are needed of its result are known; `nil` means all of them.
    fileprivate func neededColumns(for result: Set<String>?) -> Set<String>? {
        switch self {
        case .count: return []
        case .keep(let words): return Set(words.map(\.text))
        case .group(let keys, let assignments):
            return Set(keys.map(\.text)).union(words(assignments.map(\.value)))
        case .pivot(let row, let column, let value): return words([value]).union([row.text, column.text])
        case .filter(let condition): return result?.union(words([condition]))
        case .sort(let keys): return result?.union(words(keys.map(\.value)))
        case .drop(let names): return result?.union(names.map(\.text))
        // A column that is made anew keeps the place of the one before it.
        case .add(let assignments):
            return result?.union(words(assignments.map(\.value))).union(assignments.map(\.name.text))
        case .rename(let renamings):
            return result?.subtracting(renamings.map(\.new.text)).union(renamings.map(\.old.text))
        case .distinct(let names), .fill(let names): return names.isEmpty ? nil : result?.union(names.map(\.text))
        case .first, .last: return result
        // What these make of names depends on all the columns beside them.
        case .join, .unpivot, .sentence: return nil
        }
    }

    private func words(_ expressions: [Expression]) -> Set<String> {
        var words: Set<String> = []
        for expression in expressions { expression.addWords(to: &words) }
        return words
    }
}

extension Expression {
    /// Adds the bare words in the expression, any of which may be a column.
    fileprivate func addWords(to words: inout Set<String>) {
        switch kind {
        // The words of a pipeline in brackets are columns of its own table.
        case .literal, .variable, .pipeline: return
        case .column(let name): words.insert(name)
        case .string(let literal), .matches(_, let literal): literal.addWords(to: &words)
        case .call, .not, .negative, .arithmetic, .and, .or, .comparison, .among, .between, .missing: break
        }
        for operand in operands { operand.addWords(to: &words) }
    }

    private var operands: [Expression] {
        switch kind {
        case .literal, .variable, .column, .string, .pipeline: []
        case .call(_, let arguments): arguments
        case .not(let operand), .negative(let operand), .missing(let operand, _, _), .matches(let operand, _): [operand]
        case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right),
            .comparison(_, let left, let right):
            [left, right]
        case .among(let operand, let list, _): [operand] + list
        case .between(let operand, let low, let high): [operand, low, high]
        }
    }
}

extension StringLiteral {
    fileprivate func addWords(to words: inout Set<String>) {
        for case .expression(let expression, _) in parts { expression.addWords(to: &words) }
    }
}
