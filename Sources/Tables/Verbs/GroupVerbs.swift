public import Diagnostics
import Syntax
import Values

// `group by … with` and `pivot`.
extension VerbCompilation {
    func group(_ words: [Word], _ assignments: [Assignment]) -> Verb {
        let keys = places(words)
        let infos = keyColumns(keys)
        let scope = GroupScope(rows: schema, keys: infos)
        compilation.group = scope
        var result = infos.map { Schema($0) }
        var made: [Int] = []
        for assignment in assignments {
            let name = assignment.name.text
            if result?.index(of: name) != nil {
                compilation.report(.columnTaken(name), at: assignment.name.span)
            }
            let node = compilation.value(assignment.value)
            let info = ColumnInfo(name, node.type ?? .text)
            made.append(scope.add(node, as: info))
            if node.type == nil { scope.isOpen = true }
            result = node.type == nil ? nil : result.map { Schema($0.columns + [info]) }
        }
        let (output, outputs, steps, places) = (result, made, scope.steps, keys ?? [])
        return .table(output) { table, frame in
            let groups = try Groups(table, by: places, steps, frame)
            let columns = Array(groups.columns.prefix(places.count)) + outputs.map { groups.columns[$0] }
            return Table(output ?? table.schema, rowCount: groups.count, columns: columns)
        }
    }

    func pivot(_ row: Word, _ column: Word, _ value: Expression) -> Verb {
        let keys = places([row, column])
        let infos = keyColumns(keys)
        let scope = GroupScope(rows: schema, keys: infos)
        compilation.group = scope
        let node = compilation.value(value)
        let place = scope.add(node, as: ColumnInfo("", node.type ?? .text))
        guard let type = node.type, let keys, let infos, infos.count == 2 else { return Verb(.anyTable) }
        let layout = PivotLayout(row: infos[0], column: infos[1].type, value: type)
        let steps = scope.steps
        return Verb(.table(layout.knownSchema)) { table, frame in
            let groups = try Groups(table, by: keys, steps, frame, emptyGroups: 1)
            return .table(try layout.table(groups, value: groups.columns[place]))
        }
    }
}

extension VerbCompilation {
    private func keyColumns(_ places: [Int]?) -> [ColumnInfo]? {
        guard let schema, let places else { return nil }
        return schema.selecting(places).columns
    }
}

/// The groups of a table: their keys and what was worked out for each.
struct Groups {
    /// Keys first, then each step; one cell for each group.
    private(set) var columns: [Column]
    /// How many groups there are, with the empty ones at the end.
    let count: Int
    /// How many groups have rows.
    let filled: Int

    init(_ table: Table, by keys: [Int], _ steps: [GroupScope.Step], _ frame: Frame, emptyGroups: Int = 0) throws {
        let keys = keys.map { table.column($0) }
        let grouping = Grouping(keys, rowCount: table.rowCount)
        try frame.goOn()
        count = grouping.count + emptyGroups
        filled = grouping.count
        let rows = grouping.firstRows + Array(repeating: Selection.none, count: emptyGroups)
        columns = keys.map { $0.gather(rows) }
        let groups = frame.over(columns.map { StoredColumn($0) })
        for step in steps {
            let column =
                switch step {
                case .aggregate(let aggregation):
                    try aggregation.values(frame, rowCount: table.rowCount, grouping, emptyGroups: emptyGroups)
                case .formula(let node): try node.cells(groups, count: count)
                }
            groups.set(column, at: columns.count)
            columns.append(column)
        }
    }
}

/// How groups by two keys are spread over a table: one key down, the other across.
struct PivotLayout: Sendable {
    let row: ColumnInfo
    let column: ValueType
    let value: ValueType

    /// The most cells that a spread table may have, and the most columns.
    static let most = (cells: 20_000_000, columns: 1000)

    /// The columns as far as they are known before anything runs: all, where a list of choices says them.
    var knownSchema: Schema {
        guard case .choice(let choices) = column else {
            return Schema([row], further: FurtherColumns(key: column, value: value))
        }
        return schema(choices.options.map { (.text($0.word), $0.meaning) })
    }

    /// The last of the groups is the empty one, whose value stands where two keys do not meet.
    func table(_ groups: Groups, value: Column) throws -> Table {
        let filled = (0..<groups.filled).map { Int32($0) }
        let rowKeys = groups.columns[0].gather(filled)
        let keys = groups.columns[1].gather(filled)
        let (down, across) = (Grouping(rowKeys), Grouping(keys))
        let different = across.firstRows.map { keys[Int($0)] }
        let heads = heads(different)
        guard heads.count <= PivotLayout.most.columns, heads.count * down.count <= PivotLayout.most.cells else {
            throw Diagnostic.tooManyColumns(heads.count)
        }
        let known = Dictionary(heads.enumerated().map { ($1.value, $0) }) { first, _ in first }
        let places = different.map { known[$0] }
        let empty = Int32(groups.count - 1)
        var rows = Array(repeating: Array(repeating: empty, count: down.count), count: heads.count)
        for group in 0..<groups.filled {
            if let place = places[Int(across.codes[group])] { rows[place][Int(down.codes[group])] = Int32(group) }
        }
        return Table(
            schema(heads), rowCount: down.count,
            columns: [rowKeys.gather(down.firstRows)] + rows.map { value.gather($0) })
    }

    /// The values across, in order: all of a list, or those that occur; missing ones last.
    private func heads(_ values: [Value]) -> [(value: Value, heading: Text?)] {
        let order = Ranking.order([Ranking(Column(values), column, descending: false) {}], rowCount: values.count) {}
        var heads: [(value: Value, heading: Text?)] = []
        if case .choice(let choices) = column {
            heads = choices.options.map { (.text($0.word), $0.meaning) }
        }
        let known = Set(heads.map(\.value))
        return heads + order.map { values[Int($0)] }.filter { !known.contains($0) }.map { ($0, nil) }
    }

    private func schema(_ heads: [(value: Value, heading: Text?)]) -> Schema {
        var schema = Schema([row])
        for head in heads {
            let word: String
            if case .missing(let reason) = head.value {
                word = reason == .empty ? "missing" : reason.rawValue
            } else {
                word = head.value.canonical
            }
            schema = Schema(schema.columns + [ColumnInfo(schema.free(word), value, head.heading)])
        }
        return schema
    }
}

extension Diagnostic.Code {
    /// A `pivot` that would make more columns or cells than anyone can read.
    public static let tooManyColumns: Self = "too-many-columns"
}

extension Diagnostic {
    static func tooManyColumns(_ count: Int) -> Diagnostic {
        Diagnostic(
            .tooManyColumns,
            Text(
                "The pivot would have \(count) columns, too many for its rows.",
                vi: "Bảng xoay sẽ có \(count) cột, quá nhiều so với số dòng."),
            notes: [
                Text(
                    "Pivot by something with fewer values, or use `group by`.",
                    vi: "Hãy xoay theo mục có ít giá trị hơn, hoặc dùng `group by`.")
            ])
    }
}
