import Diagnostics
import Syntax
public import Values

/// One pass over the expressions of a clause: it finds their types and faults and turns them into closures.
final class Compilation {
    let scope: any Scope
    let source: Source
    /// The columns that bare words name just now.
    var columns: Columns
    /// The group that the expression stands over, in `group by … with` and `pivot`.
    var group: GroupScope?
    private(set) var findings: [Diagnostic] = []
    private(set) var variables = VariableNames()
    /// Whether the type of something was unknown, so that the expression must be checked again before it runs.
    var metUnknown = false
    private var slots = 0
    private var depth = 0
    /// The columns that were named since the expression at hand began; `nil` after a call of a function of the user.
    private var reads: Set<Int>? = []

    /// How deep expressions may be nested; a chain such as `a + b + c` or `a or b or c` counts once.
    static let deepest = 300

    init(_ scope: any Scope, _ source: Source, _ columns: Columns) {
        self.scope = scope
        self.source = source
        self.columns = columns
        metUnknown = columns == .unknown
    }

    func report(_ finding: Diagnostic, at span: SourceSpan) {
        findings.append(finding.placed(at: span, in: source))
    }

    var orderedFindings: [Diagnostic] {
        findings.enumerated()
            .sorted { ($0.element.place?.span.start ?? 0, $0.offset) < ($1.element.place?.span.start ?? 0, $1.offset) }
            .map(\.element)
    }

    /// An expression that stands for one value and not for a table.
    func value(_ expression: Expression, expecting: ValueType? = nil) -> Node {
        let node = node(expression, expecting: expecting)
        guard let type = node.type, type.isTable || type == .nothing else { return node }
        report(.tableAsValue(source[expression.span]), at: expression.span)
        return .unknown
    }

    /// An expression that must be yes or no.
    func condition(_ expression: Expression) -> Node {
        let node = value(expression)
        guard let type = node.type, type != .yesNo else { return node }
        report(.notACondition(source[expression.span], type), at: expression.span)
        return .unknown
    }

    /// A chain of `and` or of `or`; what comes after the one that decides is not worked out.
    private func conditions(_ expression: Expression) -> Node {
        if case .and = expression.kind { return chain(expression.chain, stopsAt: false) }
        return chain(expression.chain, stopsAt: true)
    }

    /// Conditions in order, until one gives the answer of the whole.
    private func chain(_ operands: [Expression], stopsAt answer: Bool) -> Node {
        let nodes = operands.map { condition($0) }
        let runs = nodes.map(\.run)
        return Node(
            .yesNo,
            { frame, row in
                .yesNo(try runs.contains { try $0(frame, row).isYes == answer } == answer)
            }
        ) { frame, count in
            var flags = Array(repeating: !answer, count: count)
            for node in nodes {
                let next = try node.isQuick ? node.batch(frame, count).flags(count) : nil
                for row in 0..<count where flags[row] != answer {
                    if row % Frame.batch == 0 { try frame.goOn() }
                    flags[row] = try next?[row] ?? node.run(frame, row).isYes
                }
            }
            return .flags(flags)
        }
    }

    /// Any expression; a bare word is read by the type that is expected where no column has its name.
    func node(_ expression: Expression, expecting: ValueType? = nil) -> Node {
        let outer = reads
        reads = []
        var node = read(expression, expecting: expecting)
        if let column = node.column { reads = [column] }
        node.reads = reads
        if let inner = reads { reads = outer?.union(inner) }
        return node
    }

    private func read(_ expression: Expression, expecting: ValueType?) -> Node {
        guard depth < Compilation.deepest else {
            report(.tooDeep, at: expression.span)
            return .unknown
        }
        depth += 1
        defer { depth -= 1 }
        switch expression.kind {
        case .literal(let value): return literal(value, expecting)
        case .string(let literal): return text(literal, expecting)
        case .column(let name): return bareWord(Word(name, expression.span), expecting)
        case .variable(let variable): return self.variable(variable)
        case .call(let name, let arguments): return call(name, arguments, expression.span, expecting)
        case .not(let operand):
            return negation(of: condition(operand))
        case .and, .or: return conditions(expression)
        case .negative(let operand): return negative(operand, expression.span)
        case .arithmetic: return arithmetic(expression)
        case .comparison(let operation, let left, let right): return comparison(operation, left, right, expression.span)
        case .among(let operand, let list, let negated): return among(operand, list, negated, expression.span)
        case .between(let operand, let low, let high): return between(operand, low, high, expression.span)
        case .missing(let operand, let empty, let negated): return missing(operand, empty, negated)
        case .matches(let operand, let pattern): return matches(operand, pattern)
        case .pipeline(let pipeline): return bracketed(pipeline, expression.span)
        }
    }

    private func negation(of node: Node) -> Node {
        let run = node.run
        return Node(.yesNo, { frame, row in .yesNo(try !run(frame, row).isYes) }) { frame, count in
            .flags(try node.batch(frame, count).flags(count).map { !$0 })
        }
    }

    /// Notes that the expression at hand calls a function of the user.
    func noteCall() {
        reads = nil
    }

    /// Runs a closure and gives what it throws this place.
    func placing(_ span: SourceSpan, _ run: @escaping Node.Run) -> Node.Run {
        let source = source
        return { frame, row in
            do { return try run(frame, row) } catch let finding as Diagnostic {
                throw finding.placed(at: span, in: source)
            }
        }
    }

    /// A fresh slot for a result that does not depend on the row.
    func slot() -> Int {
        slots += 1
        return slots - 1
    }

    /// Reads a part of the clause over other columns, outside the group.
    func over<Result>(_ columns: Columns, _ work: () -> Result) -> Result {
        let outer = (self.columns, group, reads)
        (self.columns, group) = (columns, nil)
        defer { (self.columns, group, reads) = (outer.0, outer.1, reads == nil ? nil : outer.2) }
        if columns == .unknown { metUnknown = true }
        return work()
    }
}

// Literals and variables.
extension Compilation {
    private func literal(_ value: Value, _ expecting: ValueType?) -> Node {
        let value = value.read(beside: expecting)
        return .constant(value, value.evidentType)
    }

    private func variable(_ variable: Variable) -> Node {
        let name = variable.name.text
        guard let info = scope.variable(name) else {
            report(.unknownVariable(variable, among: scope.variableNames), at: variable.span)
            return .unknown
        }
        let type = fieldType(variable, info.type)
        let slot = slot(of: name)
        let path = variable.fields.map(\.text)
        if type == nil { metUnknown = true }
        var node = Node(type) { frame, _ in
            guard case .value(var value) = frame.variables[slot] else { throw Diagnostic.tableAsValue("$" + name) }
            for field in path {
                if case .record(let record) = value { value = record[field] ?? .missing }
            }
            return value
        }
        if path.isEmpty, type?.isTable ?? true {
            node.table = { frame in
                guard case .table(let table) = frame.variables[slot] else { throw Diagnostic.notATable("$" + name) }
                return table
            }
        }
        return node
    }

    private func slot(of name: String) -> Int {
        if let place = variables.list.firstIndex(of: name) { return place }
        variables.list.append(name)
        return variables.list.count - 1
    }

    /// The type of a variable behind its fields.
    private func fieldType(_ variable: Variable, _ type: ValueType?) -> ValueType? {
        var type = type
        for field in variable.fields {
            switch type {
            case nil: return nil
            case .record(let schema):
                if schema[field.text] == nil, let further = schema.further, further.mayBe(field.text) {
                    metUnknown = true
                    type = further.value
                    continue
                }
                guard let column = schema[field.text] else {
                    report(.unknownField(field.text, of: variable.name.text, schema), at: field.span)
                    return nil
                }
                type = column.type
            case .some(let other):
                report(.noFields(field.text, of: variable.name.text, other), at: field.span)
                return nil
            }
        }
        return type
    }
}

extension Value {
    /// The whole numbers that are read as years where a period or date stands opposite.
    private static let years: ClosedRange<Int64> = 1900...2100

    /// The value of a literal by the type that is expected: a number may be a year.
    public func read(beside expected: ValueType?) -> Value {
        guard case .number(let number) = self, let expected, expected == .period || expected == .date,
            let year = number.whole, Value.years.contains(year), let period = Period(.year, year: Int(year))
        else { return self }
        return .period(period)
    }
}
