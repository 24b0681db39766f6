import Values

// Columns that take each cell from one of several others.
enum ColumnChoice {
    /// `if(condition, yes, no)`
    static func cells(_ flags: [Bool], _ yes: Batch, _ no: Batch) -> Column {
        let sources = Sources([yes, no])
        return sources.joined.gather(
            flags.enumerated().map { row, holds in sources.place(of: holds ? 0 : 1, row) })
    }

    /// `if-missing(x, instead, …)`: the first that is there; that of the first where none is.
    static func firstPresent(_ batches: [Batch], _ count: Int) -> Column {
        let sources = Sources(batches)
        let reasons = sources.columns.map(\.missingReasons)
        return sources.joined.gather(
            (0..<count).map { row in
                let found = reasons.indices.first { source in
                    reasons[source].map { $0[sources.isSame[source] ? 0 : row] == 0 } ?? true
                }
                return sources.place(of: found ?? 0, row)
            })
    }

    /// Several columns one after the other, of a single cell where all rows have the same.
    private struct Sources {
        let columns: [Column]
        let isSame: [Bool]
        let joined: Column
        private let starts: [Int]

        init(_ batches: [Batch]) {
            let parts = batches.map(\.parts)
            columns = parts.map(\.column)
            isSame = parts.map(\.isSame)
            starts = columns.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
            joined = Column.joined(columns)
        }

        func place(of source: Int, _ row: Int) -> Int32 {
            Int32(starts[source] + (isSame[source] ? 0 : row))
        }
    }
}
