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
        return Verb(layout.knownSchema.map { .table($0) } ?? .anyTable) { table, frame in
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
    private let emptyGroups: Int

    init(_ table: Table, by keys: [Int], _ steps: [GroupScope.Step], _ frame: Frame, emptyGroups: Int = 0) throws {
        let grouping = Grouping(keys.map { table.columns[$0].values }, rowCount: table.rowCount)
        count = grouping.count + emptyGroups
        self.emptyGroups = emptyGroups
        columns = keys.map { key in
            Column(
                grouping.firstRows.map { table.columns[key][$0] } + Array(repeating: .missing, count: emptyGroups))
        }
        let groups = frame.over(columns)
        for step in steps {
            switch step {
            case .aggregate(let aggregation):
                let values = try aggregation.values(
                    frame, rowCount: table.rowCount, grouping, emptyGroups: emptyGroups)
                groups.columns.append(Column(values))
            case .formula(let node):
                groups.columns.append(Column(try node.cells(groups, count: count)))
            }
        }
        columns = groups.columns
    }

    /// The cells of a column without the empty groups.
    func filled(_ column: Column) -> [Value] { Array(column.values.dropLast(emptyGroups)) }
}

/// How groups by two keys are spread over a table: one key down, the other across.
struct PivotLayout: Sendable {
    let row: ColumnInfo
    let column: ValueType
    let value: ValueType

    /// The most cells that a spread table may have, and the most columns.
    static let most = (cells: 20_000_000, columns: 1000)

    /// The columns, where a list of choices says them before anything runs.
    var knownSchema: Schema? {
        guard case .choice(let choices) = column else { return nil }
        return schema(choices.options.map { (.text($0.word), $0.meaning) })
    }

    /// The last of the groups is the empty one, whose value stands where two keys do not meet.
    func table(_ groups: Groups, value: Column) throws -> Table {
        let down = Grouping(groups.filled(groups.columns[0]))
        let keys = groups.filled(groups.columns[1])
        let across = Grouping(keys)
        let heads = heads(across.firstRows.map { keys[$0] })
        guard heads.count <= PivotLayout.most.columns, heads.count * down.count <= PivotLayout.most.cells else {
            throw Diagnostic.tooManyColumns(heads.count)
        }
        let places = Dictionary(heads.enumerated().map { ($1.value, $0) }) { first, _ in first }
        var cells = Array(
            repeating: Array(repeating: value.count > 0 ? value[value.count - 1] : .missing, count: down.count),
            count: heads.count)
        for (group, key) in keys.enumerated() {
            if let place = places[key] { cells[place][down.codes[group]] = value[group] }
        }
        let names = down.firstRows.map { groups.columns[0][$0] }
        return Table(schema(heads), rowCount: down.count, columns: ([names] + cells).map { Column($0) })
    }

    /// The values across, in order: all of a list, or those that occur; missing ones last.
    private func heads(_ values: [Value]) -> [(value: Value, heading: Text?)] {
        let order = Ranking.order([Ranking(values, column, descending: false)], rowCount: values.count)
        var heads: [(value: Value, heading: Text?)] = []
        if case .choice(let choices) = column {
            heads = choices.options.map { (.text($0.word), $0.meaning) }
        }
        let known = Set(heads.map(\.value))
        return heads + order.map { values[$0] }.filter { !known.contains($0) }.map { ($0, nil) }
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
