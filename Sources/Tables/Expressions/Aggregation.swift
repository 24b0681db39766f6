public import Diagnostics
import Syntax
import Values

/// One aggregate over rows: `sum(women + men)`.
struct Aggregation: Sendable {
    let work: @Sendable (AggregateInput) throws -> Value
    /// The same work on all groups at once, over unboxed cells.
    let total: GroupTotal?
    let type: ValueType?
    /// What is gathered in each row; `nil` for `count()`.
    let value: Node?
    /// The second argument, the same for all rows.
    let extra: Node?
    let span: SourceSpan
    let source: Source

    /// One value for each group, and for as many groups without a row behind them.
    func values(_ frame: Frame, rowCount: Int, _ grouping: Grouping, emptyGroups: Int = 0) throws -> Column {
        let cells = try value?.cells(frame, count: rowCount)
        let groups = grouping.count + emptyGroups
        try frame.goOn()
        let extra = try? extra?.run(frame, 0)
        if let total, let column = try? total.column(of: cells, grouping.codes, groups: groups, extra: extra) {
            return column
        }
        return try Column(boxed(cells?.values, frame, grouping.codes, groups: groups))
    }

    /// One value of all rows.
    func value(_ frame: Frame, rowCount: Int) throws -> Value {
        let all = Grouping(codes: Array(repeating: 0, count: rowCount), firstRows: [0])
        return try values(frame, rowCount: rowCount, all)[0]
    }

    /// The aggregate's own work on the values of each group; it says what all others must give.
    private func boxed(_ cells: [Value]?, _ frame: Frame, _ codes: [Int32], groups: Int) throws -> [Value] {
        var rows = Array(repeating: 0, count: groups)
        for code in codes { rows[Int(code)] += 1 }
        let extra = try extra?.run(frame, 0)
        guard let cells else {
            return try rows.map { count in
                try result(AggregateInput(values: [], counted: count, rows: count, reason: .empty, extra: extra))
            }
        }
        let sorted = Aggregation.gather(cells, codes, groups: groups)
        return try (0..<groups).map { group in
            if group % Frame.batch == 0 { try frame.goOn() }
            let values = sorted.cells[sorted.starts[group]..<sorted.starts[group + 1]]
            return try result(
                AggregateInput(
                    values: values, counted: values.count, rows: rows[group], reason: sorted.reasons[group],
                    extra: extra))
        }
    }

    private func result(_ input: AggregateInput) throws -> Value {
        do { return try work(input) } catch let finding as Diagnostic {
            throw finding.placed(at: span, in: source)
        }
    }

    /// The values that are there, group by group, and where each group begins.
    private static func gather(
        _ cells: [Value], _ codes: [Int32], groups: Int
    ) -> (cells: [Value], starts: [Int], reasons: [Missing]) {
        var starts = Array(repeating: 0, count: groups + 1)
        var reasons = Array(repeating: Missing?.none, count: groups)
        for (row, code) in codes.enumerated() {
            if case .missing(let reason) = cells[row] {
                reasons[Int(code)] = reasons[Int(code)] ?? reason
            } else {
                starts[Int(code) + 1] += 1
            }
        }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        var next = starts
        var sorted: [Value] = Array(repeating: .missing, count: starts[groups])
        for (row, code) in codes.enumerated() where !cells[row].isMissing {
            sorted[next[Int(code)]] = cells[row]
            next[Int(code)] += 1
        }
        return (sorted, starts, reasons.map { $0 ?? .empty })
    }
}

/// What the clause of a `group by … with` or a `pivot` sees: the keys, what was made before, and aggregates.
final class GroupScope {
    /// The columns of the rows, which only aggregates see; `nil` where they are unknown.
    let rows: Schema?
    /// Whether a key or what was made before is unknown, so that no word outside an aggregate is wrong.
    var isOpen: Bool
    private var visible: [(info: ColumnInfo, place: Int)] = []
    private(set) var steps: [Step] = []
    /// How many columns the groups have so far: keys, aggregates and what was made of them.
    private var width: Int

    /// What is worked out next, as one more column of the groups.
    enum Step: Sendable {
        case aggregate(Aggregation)
        case formula(Node)
    }

    init(rows: Schema?, keys: [ColumnInfo]?) {
        self.rows = rows
        isOpen = keys == nil
        visible = (keys ?? []).enumerated().map { ($1, $0) }
        width = visible.count
    }

    var names: [String] { visible.map(\.info.name) }

    func column(_ name: String) -> Node? {
        visible.last { $0.info.name == name }.map { .column($0.place, $0.info.type) }
    }

    /// Adds an aggregate and gives its column.
    func add(_ aggregation: Aggregation) -> Node {
        steps.append(.aggregate(aggregation))
        width += 1
        return .column(width - 1, aggregation.type)
    }

    /// Adds what was made under a name and gives its place.
    func add(_ node: Node, as info: ColumnInfo) -> Int {
        steps.append(.formula(node))
        visible.append((info, width))
        width += 1
        return width - 1
    }
}

// Aggregates in clauses over groups, and of whole tables.
extension Compilation {
    /// Whether an argument is a table, seen without reading it.
    func isTable(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .variable(let variable):
            guard variable.fields.isEmpty, let info = scope.variable(variable.name.text) else { return group == nil }
            return info.type?.isTable ?? true
        case .call(let name, _):
            return scope.function(name.text)?.result?.isTable ?? false
        case .pipeline(let pipeline): return scope.check(pipeline).type?.isTable ?? true
        default: return false
        }
    }

    /// `sum($t, women)`; a table whose columns nobody knew before is read again when it is there.
    func tableCall(
        _ function: BuiltInFunction, _ table: Expression, _ arguments: [Expression], _ span: SourceSpan
    ) -> Node {
        let node = node(table)
        let columns = Columns(of: node.type)
        guard let aggregation = aggregation(function, arguments, columns, span, after: 1), let run = node.table else {
            return Node(function.fixedResult, Node.unknown.run)
        }
        let source = source
        let work: Node.Run = { frame, _ in
            let table = try run(frame)
            guard columns == .unknown || columns.schema?.further != nil else {
                return try aggregation.value(frame.over(table.stored), rowCount: table.rowCount)
            }
            let late = Compilation(frame.environment, source, .known(table.schema))
            let settled = late.aggregation(function, arguments, late.columns, span, after: 1)
            let errors = late.orderedFindings.filter { $0.severity == .error }
            guard let settled, errors.isEmpty else { throw Diagnostics(errors) }
            let inner = try late.variables.frame(table.stored, frame.environment)
            return try settled.value(inner, rowCount: table.rowCount)
        }
        switch table.kind {
        case .variable, .pipeline: break
        default: return Node(aggregation.type, work)
        }
        let slot = slot()
        return Node(aggregation.type) { frame, row in try frame.kept(slot) { try work(frame, row) } }
    }

    /// `sum(women)`
    func aggregateCall(_ function: BuiltInFunction, _ arguments: [Expression], _ span: SourceSpan) -> Node {
        let scope = group
        let aggregation = aggregation(function, arguments, columns, span, after: 0)
        guard let scope else {
            report(.outsideGroup(function), at: span)
            return Node(function.fixedResult, Node.unknown.run)
        }
        return aggregation.map(scope.add) ?? Node(function.fixedResult, Node.unknown.run)
    }

    private func aggregation(
        _ function: BuiltInFunction, _ arguments: [Expression], _ columns: Columns, _ span: SourceSpan, after table: Int
    ) -> Aggregation? {
        guard case .aggregate(let work) = function.work else { return nil }
        guard function.argumentCounts.contains(arguments.count) else {
            over(columns) { for argument in arguments { _ = node(argument) } }
            let usage = table > 0 ? function.tableUsage : function.usage
            report(.wrongArgumentCount(usage, arguments.count, function.argumentCounts), at: span)
            return nil
        }
        let nodes = arguments.enumerated().map { place, argument in
            over(place == 0 ? columns : .absent) { argumentNode(argument, function.parameter(place)) }
        }
        let sound = zip(arguments, nodes).enumerated().reduce(true) { sound, pair in
            fits(pair.element.1, pair.element.0, function.parameter(pair.offset), function) && sound
        }
        guard sound else { return nil }
        return Aggregation(
            work: work, total: GroupTotal(function.name),
            type: function.fixedResult ?? nodes.first?.type, value: nodes.first,
            extra: nodes.count > 1 ? nodes[1] : nil, span: span, source: source)
    }
}

extension BuiltInFunction {
    /// How an aggregate of a whole table is called: `sum($table, x)`.
    public var tableUsage: String {
        "\(name)(\((["$table"] + parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }).joined(separator: ", ")))"
    }
}

extension Diagnostic.Code {
    /// An aggregate where there is no group of rows.
    public static let outsideGroup: Self = "outside-group"
}

extension Diagnostic {
    static func outsideGroup(_ function: BuiltInFunction) -> Diagnostic {
        Diagnostic(
            .outsideGroup,
            Text(
                "‘\(function.name)’ needs many rows: it stands in `group by … with`, or takes a table.",
                vi: "‘\(function.name)’ cần nhiều dòng: dùng trong `group by … with`, hoặc với một bảng."),
            notes: [
                Text("Of a whole table: `\(function.tableUsage)`.", vi: "Với cả bảng: `\(function.tableUsage)`.")
            ])
    }
}
