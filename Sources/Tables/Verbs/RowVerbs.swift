import Diagnostics
import Syntax
import Values

// Verbs that choose or order rows.
extension VerbCompilation {
    func filter(_ expression: Expression) -> Verb {
        let condition = compilation.condition(expression)
        return .table(schema) { table, frame in
            let rows = try condition.flags(frame, count: table.rowCount).rows
            return rows.count == table.rowCount ? table : table.gather(Selection(rows))
        }
    }

    func distinct(_ words: [Word]) -> Verb {
        let places = words.isEmpty ? schema.map { Array($0.columns.indices) } : places(words)
        return .table(schema) { table, _ in
            let columns = (places ?? []).map { table.column($0) }
            return table.gather(Selection(Grouping(columns, rowCount: table.rowCount).firstRows))
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
                try Ranking(
                    key.node.cells(frame, count: table.rowCount), key.node.type, descending: key.descending,
                    frame.goOn)
            }
            return table.gather(Selection(try Ranking.order(rankings, rowCount: table.rowCount, frame.goOn)))
        }
    }

    func fill(_ words: [Word]) -> Verb {
        let places = words.isEmpty ? schema.map { Array($0.columns.indices) } : places(words)
        return .table(schema) { table, _ in
            var stored = table.stored
            for place in places ?? [] { stored[place] = StoredColumn(VerbCompilation.filled(stored[place].column)) }
            return Table(table.schema, rowCount: table.rowCount, stored: stored)
        }
    }

    /// Empty cells take the value above them; a cell that is missing for a reason keeps it.
    private static func filled(_ column: Column) -> Column {
        guard let reasons = column.missingReasons else { return column }
        let empty = Missing.empty.number
        var last = Selection.none
        return column.gather(
            reasons.enumerated().map { row, reason in
                if reason == empty { return last }
                if reason == 0 { last = Int32(row) }
                return Int32(row)
            })
    }
}

extension [Bool] {
    /// The places of those that are yes.
    var rows: [Int32] {
        // Each place is written and only kept where it counts: a branch on random flags costs more than the write.
        var rows = [Int32](repeating: 0, count: count + 1)
        var kept = 0
        for (row, flag) in enumerated() {
            rows[kept] = Int32(truncatingIfNeeded: row)
            kept += flag ? 1 : 0
        }
        rows.removeLast(rows.count - kept)
        return rows
    }
}

extension Table {
    /// The first rows, all when there are fewer.
    public func first(_ count: Int) -> Table {
        count >= rowCount ? self : gather(Selection((0..<max(count, 0)).map { Int32($0) }))
    }

    /// The last rows, all when there are fewer.
    public func last(_ count: Int) -> Table {
        count >= rowCount
            ? self : gather(Selection(((rowCount - max(count, 0))..<rowCount).map { Int32($0) }))
    }

    /// The rows in the order of a column: texts in Vietnamese order, lists in theirs, missing values last, equal rows
    /// as they were. The table itself where there is no such column.
    public func sorted(by name: String, descending: Bool = false) -> Table {
        guard let place = schema.index(of: name) else { return self }
        let ranking = Ranking(column(place), schema.columns[place].type, descending: descending) {}
        return gather(Selection(Ranking.order([ranking], rowCount: rowCount) {}))
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
