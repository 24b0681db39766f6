import Diagnostics
import Syntax
import Values

// Verbs that choose or order rows.
extension VerbCompilation {
    func filter(_ expression: Expression) -> Verb {
        let condition = compilation.condition(expression)
        return .table(schema) { table, frame in
            var rows: [Int] = []
            for row in 0..<table.rowCount where try condition.run(frame, row).isYes { rows.append(row) }
            return rows.count == table.rowCount ? table : table.gather(rows)
        }
    }

    func distinct(_ words: [Word]) -> Verb {
        let places = words.isEmpty ? schema.map { Array($0.columns.indices) } : places(words)
        return .table(schema) { table, _ in
            let cells = (places ?? []).map { table.columns[$0].values }
            return table.gather(Grouping(cells, rowCount: table.rowCount).firstRows)
        }
    }

    func sort(_ keys: [SortKey]) -> Verb {
        let nodes = keys.map { key in
            let node = compilation.value(key.value)
            if let type = node.type, !type.isSortable {
                compilation.report(.notSortable(compilation.source[key.value.span], type), at: key.value.span)
            }
            return (node: node, descending: key.descending)
        }
        return .table(schema) { table, frame in
            let rankings = try nodes.map { key in
                Ranking(try key.node.cells(frame, count: table.rowCount), key.node.type, descending: key.descending)
            }
            return table.gather(Ranking.order(rankings, rowCount: table.rowCount))
        }
    }

    func fill(_ words: [Word]) -> Verb {
        let places = words.isEmpty ? schema.map { Array($0.columns.indices) } : places(words)
        return .table(schema) { table, _ in
            var columns = table.columns
            for place in places ?? [] { columns[place] = Column(VerbCompilation.filled(columns[place].values)) }
            return Table(table.schema, rowCount: table.rowCount, columns: columns)
        }
    }

    /// Empty cells take the value above them; a cell that is missing for a reason keeps it.
    private static func filled(_ cells: [Value]) -> [Value] {
        var last: Value = .missing
        return cells.map { cell in
            if cell == .missing { return last }
            if !cell.isMissing { last = cell }
            return cell
        }
    }
}

/// The places of rows in an order by one key: equal values share a place, missing ones come last.
struct Ranking {
    private let ranks: [Int]
    /// How many different places there are, with the one for missing values.
    private let count: Int

    init(_ cells: [Value], _ type: ValueType?, descending: Bool) {
        let grouping = Grouping(cells)
        let values = grouping.firstRows.map { cells[$0] }
        let present = values.indices.filter { !values[$0].isMissing }
        let sorted = Ranking.sorted(present, values, type)
        var places = Array(repeating: 0, count: values.count)
        var last = -1
        for (index, entry) in sorted.enumerated() {
            if index == 0 || entry.isNew { last += 1 }
            places[entry.value] = last
        }
        if descending { for place in present { places[place] = last - places[place] } }
        for place in values.indices where values[place].isMissing { places[place] = last + 1 }
        count = last + 2
        ranks = grouping.codes.map { places[$0] }
    }

    /// The rows in the order of several keys, the first counting most; rows that are equal keep their order.
    static func order(_ rankings: [Ranking], rowCount: Int) -> [Int] {
        rankings.reversed().reduce(Array(0..<rowCount)) { $1.sorted($0) }
    }

    /// A counting sort, which keeps the order of equal rows.
    private func sorted(_ rows: [Int]) -> [Int] {
        var next = Array(repeating: 0, count: count + 1)
        for row in rows { next[ranks[row] + 1] += 1 }
        for rank in 0..<count { next[rank + 1] += next[rank] }
        var sorted = Array(repeating: 0, count: rows.count)
        for row in rows {
            sorted[next[ranks[row]]] = row
            next[ranks[row]] += 1
        }
        return sorted
    }

    /// Different values in order, each with whether it comes after the one before it and not beside it.
    private static func sorted(
        _ places: [Int], _ values: [Value], _ type: ValueType?
    ) -> [(value: Int, isNew: Bool)] {
        if case .choice(let choices)? = type {
            let order = Dictionary(choices.options.enumerated().map { ($1.word, $0) }) { first, _ in first }
            return sorted(places) { order[values[$0].canonical] ?? choices.options.count }
        }
        if type == nil || type?.family == .text, values.contains(where: { $0.evidentType == .text }) {
            return sorted(places) { VietnameseKey(values[$0].canonical) }
        }
        let sorted = places.sorted { ValueOrder.precedes(values[$0], values[$1]) }
        return sorted.indices.map { index in
            (sorted[index], index > 0 && ValueOrder.precedes(values[sorted[index - 1]], values[sorted[index]]))
        }
    }

    private static func sorted<Key: Comparable>(
        _ places: [Int], by key: (Int) -> Key
    ) -> [(value: Int, isNew: Bool)] {
        let keyed = places.map { (place: $0, key: key($0)) }.sorted { $0.key < $1.key }
        return keyed.indices.map { (keyed[$0].place, $0 > 0 && keyed[$0 - 1].key < keyed[$0].key) }
    }
}

extension Table {
    /// The first rows, all when there are fewer.
    public func first(_ count: Int) -> Table {
        count >= rowCount ? self : gather(Array(0..<max(count, 0)))
    }

    /// The last rows, all when there are fewer.
    public func last(_ count: Int) -> Table {
        count >= rowCount ? self : gather(Array((rowCount - max(count, 0))..<rowCount))
    }

    /// The rows in the order of a column: texts in Vietnamese order, lists in theirs, missing values last, equal rows
    /// as they were. The table itself where there is no such column.
    public func sorted(by name: String, descending: Bool = false) -> Table {
        guard let place = schema.index(of: name) else { return self }
        let ranking = Ranking(columns[place].values, schema.columns[place].type, descending: descending)
        return gather(Ranking.order([ranking], rowCount: rowCount))
    }
}

extension Diagnostic {
    static func notSortable(_ words: String, _ type: ValueType) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "Rows cannot be sorted by ‘\(words)’: it is \(type.noun.english).",
                vi: "Không sắp xếp theo ‘\(words)’ được: đó là \(type.noun.vietnamese)."))
    }
}
