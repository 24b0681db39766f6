import Diagnostics
import Syntax
import Values

// Comparisons: which types they take, what they suggest, and the closures they become.
extension Compilation {
    func comparison(
        _ operation: ComparisonOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan
    ) -> Node {
        guard let nodes = sides(operation, left, right, span), let l = nodes.first, let r = nodes.last,
            check(operation, (left, l), (right, r), span)
        else { return Node(.yesNo, Node.unknown.run) }
        checkConstants(operation, (left, l), (right, r), span)
        let (a, b) = (l.run, r.run)
        return Node(
            .yesNo,
            placing(span) { frame, row in
                .yesNo(try Comparison.holds(operation, a(frame, row), b(frame, row)))
            }
        ) { frame, count in
            let sides = (try l.batch(frame, count), try r.batch(frame, count))
            return ColumnComparison.flags(operation, sides.0, sides.1, count).map { .flags($0) }
        }
    }

    func among(_ operand: Expression, _ list: [Expression], _ negated: Bool, _ span: SourceSpan) -> Node {
        let nodes = alike([operand] + list)
        guard let first = nodes.first else { return .unknown }
        let items = nodes.dropFirst()
        var sound = true
        for (expression, item) in zip(list, items) {
            sound = check(.equal, (operand, first), (expression, item), expression.span) && sound
        }
        guard sound else { return Node(.yesNo, Node.unknown.run) }
        let (run, others) = (first.run, items.map(\.run))
        return Node(
            .yesNo,
            placing(span) { frame, row in
                let value = try run(frame, row)
                if value.isMissing { return .yesNo(false) }
                for other in others where try Comparison.holds(.equal, value, other(frame, row)) {
                    return .yesNo(!negated)
                }
                return .yesNo(negated)
            }
        ) { frame, count in
            let list = try items.map { try $0.batch(frame, count) }
            return ColumnComparison.among(try first.batch(frame, count), list, negated, count).map { .flags($0) }
        }
    }

    func between(_ operand: Expression, _ low: Expression, _ high: Expression, _ span: SourceSpan) -> Node {
        let nodes = alike([operand, low, high])
        guard nodes.count == 3 else { return .unknown }
        let (first, from, to) = (nodes[0], nodes[1], nodes[2])
        guard check(.atLeast, (operand, first), (low, from), span), check(.atMost, (operand, first), (high, to), span)
        else { return Node(.yesNo, Node.unknown.run) }
        if let a = from.literal, let b = to.literal, (try? Comparison.holds(.less, b, a)) == true {
            report(.emptyRange(source[low.span], source[high.span]), at: low.span.joined(high.span))
        }
        let (value, least, most) = (first.run, from.run, to.run)
        return Node(
            .yesNo,
            placing(span) { frame, row in
                let middle = try value(frame, row)
                return .yesNo(
                    try Comparison.holds(.atLeast, middle, least(frame, row))
                        && Comparison.holds(.atMost, middle, most(frame, row)))
            }
        ) { frame, count in
            let middle = try first.batch(frame, count)
            guard let above = ColumnComparison.flags(.atLeast, middle, try from.batch(frame, count), count),
                let below = ColumnComparison.flags(.atMost, middle, try to.batch(frame, count), count)
            else { return nil }
            return .flags(zip(above, below).map { $0 && $1 })
        }
    }

    func missing(_ operand: Expression, _ empty: Bool, _ negated: Bool) -> Node {
        let node = value(operand)
        let run = node.run
        return Node(
            .yesNo,
            { frame, row in
                let value = try run(frame, row)
                let holds = empty ? value == .missing || value == .text("") : value.isMissing
                return .yesNo(holds != negated)
            }
        ) { frame, count in
            ColumnComparison.missing(try node.batch(frame, count), empty, negated, count).map { .flags($0) }
        }
    }

    func matches(_ operand: Expression, _ pattern: StringLiteral) -> Node {
        let node = value(operand)
        if let type = node.type, type.family != .text {
            report(.wrongType(.text, type, source[operand.span]), at: operand.span)
        }
        let run = node.run
        if let plain = pattern.plain {
            checkPattern(plain, pattern.span)
            let ready = TextPattern(plain)
            return Node(.yesNo) { frame, row in
                guard case .text(let text) = try run(frame, row) else { return .yesNo(false) }
                return .yesNo(ready.matches(text))
            }
        }
        let made = text(pattern, nil).run
        return Node(.yesNo) { frame, row in
            guard case .text(let text) = try run(frame, row), case .text(let wanted) = try made(frame, row) else {
                return .yesNo(false)
            }
            return .yesNo(TextPattern(wanted).matches(text))
        }
    }
}

// Reading the two sides, each by the type of the other.
extension Compilation {
    /// Expressions that must be of one type: one that means nothing by itself is read by the first that does.
    func alike(_ expressions: [Expression], expecting: ValueType? = nil) -> [Node] {
        let guide = expressions.firstIndex { !isUnresolved($0) } ?? 0
        guard guide < expressions.count else { return [] }
        let known = value(expressions[guide], expecting: expecting)
        return expressions.indices.map { place in
            place == guide ? known : value(expressions[place], expecting: known.type ?? expecting)
        }
    }

    /// Whether two sides can be compared; reports where not. Unknown types can.
    private func check(
        _ operation: ComparisonOperator, _ left: (expression: Expression, node: Node),
        _ right: (expression: Expression, node: Node), _ span: SourceSpan
    ) -> Bool {
        guard let a = left.node.type, let b = right.node.type else { return true }
        switch (a, b) {
        case (.choice(let choices), _) where left.node.literal == nil && !b.isChoice:
            return checkWord(choices, right, operation, (left, right), span)
        case (_, .choice(let choices)) where right.node.literal == nil && !a.isChoice:
            return checkWord(choices, left, operation, (left, right), span)
        case (.choice(let one), .choice(let other)) where !one.options.contains { other.contains($0.word) }:
            report(.neverTrue(source[left.expression.span], source[right.expression.span]), at: span)
            return false
        case (.code(let one), .code(let other)) where one != other:
            report(.neverTrue(source[left.expression.span], source[right.expression.span]), at: span)
            return false
        default: break
        }
        if a.canBeCompared(with: b, operation) { return true }
        reportIncomparable(left, right, operation, span)
        return false
    }

    /// A choice beside a text: a written one must be on the list.
    private func checkWord(
        _ choices: Choices, _ word: (expression: Expression, node: Node), _ operation: ComparisonOperator,
        _ sides: ((Expression, Node), (Expression, Node)), _ span: SourceSpan
    ) -> Bool {
        guard word.node.type?.family == .text, !operation.isOrder else {
            reportIncomparable(sides.0, sides.1, operation, span)
            return false
        }
        guard case .text(let text)? = word.node.literal, !choices.contains(text) else { return true }
        report(.notAChoice(text, choices), at: word.expression.span)
        return false
    }

    /// `x = missing` reads like a question and is none; the two sides otherwise.
    private func sides(
        _ operation: ComparisonOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan
    ) -> [Node]? {
        guard !operation.isOrder, case .column(let word) = right.kind, ["missing", "empty"].contains(word),
            isUnresolved(right)
        else { return alike([left, right]) }
        let first = value(left)
        if case .choice(let choices) = first.type, choices.contains(word) {
            return [first, value(right, expecting: first.type)]
        }
        report(.missingCompared(source[left.span], word, negated: operation == .unequal), at: span)
        return nil
    }
}

extension ValueType {
    var isChoice: Bool {
        if case .choice = self { true } else { false }
    }

    func canBeCompared(with other: ValueType, _ operation: ComparisonOperator) -> Bool {
        switch (family, other.family) {
        case (.date, .period), (.period, .date): true
        case (.yesNo, .yesNo): !operation.isOrder
        default: family == other.family && (isOrdered && other.isOrdered || isChoice && !operation.isOrder)
        }
    }
}
