import Diagnostics
import Syntax
import Values

// Arithmetic: which types it takes, what it suggests, and the closures it becomes.
extension Compilation {
    func negative(_ operand: Expression, _ span: SourceSpan) -> Node {
        let node = value(operand)
        if let type = node.type, ![.number, .percent, .money, .time].contains(type.family) {
            report(.noArithmetic("-", type), at: span)
            return .unknown
        }
        if let literal = node.literal, let negated = try? Arithmetic.negative(literal) {
            return .constant(negated, node.type)
        }
        let run = node.run
        return Node(node.type, placing(span) { frame, row in try Arithmetic.negative(run(frame, row)) }) {
            frame, count in ColumnArithmetic.negative(try node.batch(frame, count), count).map { .cells($0) }
        }
    }

    /// A chain is read from its left end and not from within, so that a long one needs no more room than a short one.
    func arithmetic(_ expression: Expression) -> Node {
        var links: [(operation: ArithmeticOperator, right: Expression, whole: Expression)] = []
        var first = expression
        while case .arithmetic(let operation, let left, let right) = first.kind {
            links.append((operation, right, first))
            first = left
        }
        var (node, read) = (value(first), first)
        for link in links.reversed() {
            node = arithmetic(link.operation, (read, node), (link.right, value(link.right)), link.whole.span)
            read = link.whole
        }
        return node
    }

    private func arithmetic(
        _ operation: ArithmeticOperator, _ left: (expression: Expression, node: Node),
        _ right: (expression: Expression, node: Node), _ span: SourceSpan
    ) -> Node {
        var type: ValueType?
        if let a = left.node.type, let b = right.node.type {
            type = Arithmetic.type(operation, a.family, b.family)
            guard type != nil else {
                reportArithmetic(operation, left, right, span)
                return .unknown
            }
            checkDivisor(operation, right, span)
            checkDuration(of: right.node, beside: a, right.expression.span)
            checkDuration(of: left.node, beside: b, left.expression.span)
        }
        let (a, b) = (left.node, right.node)
        let (first, second) = (a.run, b.run)
        var node = Node(
            type,
            placing(span) { frame, row in try Arithmetic.value(operation, first(frame, row), second(frame, row)) }
        ) { frame, count in
            let sides = (try a.batch(frame, count), try b.batch(frame, count))
            return try ColumnArithmetic.cells(operation, sides.0, sides.1, count, frame.goOn).map { .cells($0) }
        }
        node.reads = a.reads.flatMap { reads in b.reads.map { reads.union($0) } }
        return node
    }

    /// A date moves by days, weeks and working days only.
    private func checkDuration(of node: Node, beside type: ValueType, _ span: SourceSpan) {
        guard type == .date, case .time(let time) = node.literal,
            !Arithmetic.dayUnits.contains(time.unit) || time.amount.whole == nil
        else { return }
        report(.wrongDuration(time), at: span)
    }

    private func reportArithmetic(
        _ operation: ArithmeticOperator, _ left: (expression: Expression, node: Node),
        _ right: (expression: Expression, node: Node), _ span: SourceSpan
    ) {
        guard let a = left.node.type, let b = right.node.type else { return }
        let (first, second) = (source[left.expression.span], source[right.expression.span])
        var finding = Diagnostic.cannotCombine(operation, (first, a), (second, b))
        switch (a.family, b.family) {
        case (.text, .text) where operation == .plus:
            finding.replacement = "\"{\(first)}{\(second)}\""
            return report(finding, at: span)
        case (.date, .number) where right.node.literal != nil && (operation == .plus || operation == .minus):
            finding.replacement = "\(second) d"
            return report(finding, at: right.expression.span)
        case (.money, .number) where right.node.literal != nil:
            finding.replacement = "\(second) đ"
            return report(finding, at: right.expression.span)
        case (.percent, .number), (.number, .percent):
            finding.notes.append(
                Text(
                    "A percent of a number is a product: `200 * 33.5%` is 67.",
                    vi: "Lấy phần trăm của một số thì nhân: `200 * 33.5%` bằng 67."))
        default: break
        }
        report(finding, at: span)
    }
}
