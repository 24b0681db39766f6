import Tables
import Values

/// What is read of a file: which of its columns, as what.
struct ReadingPlan: Sendable {
    /// How many cells each row must have.
    let width: Int
    /// The columns that are kept: their places among the cells of a row, and their types.
    let columns: [(place: Int, type: ValueType)]
    /// The columns whose numbers fit no machine word together.
    var wide: Set<Int> = []
    let dialect: Dialect
    /// Whether the user has asked to stop.
    let isStopped: @Sendable () -> Bool
}

/// Reads one stretch of rows into the sinks of its columns, a block at a time.
final class ChunkReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let plan: ReadingPlan
    private let sinks: [any ColumnSink]
    /// For each place in a row its number among the kept columns, or -1.
    private let kept: [Int]
    private var cells: [CellSpan]
    private(set) var rowCount = 0
    /// How many bytes the whole file has.
    var byteCount: Int { bytes.count }

    /// The rows of a block: their bytes and cells fit the second cache.
    private static let blockRows = 1024

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: ReadingPlan) {
        self.bytes = bytes
        self.plan = plan
        sinks = plan.columns.map { columnSink($0.type, $0.place, isWide: plan.wide.contains($0.place)) }
        kept = (0..<plan.width).map { place in plan.columns.firstIndex { $0.place == place } ?? -1 }
        let none = CellSpan(start: 0, count: 0, form: .plain)
        cells = Array(repeating: none, count: max(1, plan.columns.count) * ChunkReader.blockRows)
    }

    /// Reads rows from a place on until one begins at the limit or behind it; gives the place where that is.
    func read(from start: Int, to limit: Int) throws(ReadingFault) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var scanner = CellScanner(base, from: start, to: bytes.count, plan.dialect)
        while scanner.place < limit {
            if plan.isStopped() { throw ReadingFault(.stopped, at: scanner.place) }
            let before = scanner.place
            let (rows, fault) = scanBlock(&scanner, limit)
            try take(rows, fault)
            if rowCount == 0, scanner.place > before {
                let all = (bytes.count - before) / max(1, (scanner.place - before) / max(1, rows))
                for sink in sinks { sink.reserve(all + all / 16) }
            }
            rowCount += rows
        }
        return scanner.place
    }

    /// Finds the cells of a block of rows, those that are kept column by column.
    private func scanBlock(_ scanner: inout CellScanner, _ limit: Int) -> (rows: Int, fault: ReadingFault?) {
        var row = 0
        do throws(ReadingFault) {
            try cells.withUnsafeMutableBufferPointer { cells throws(ReadingFault) in
                try kept.withUnsafeBufferPointer { kept throws(ReadingFault) in
                    while row < ChunkReader.blockRows, scanner.place < limit {
                        if skipsEmptyLines, scanner.emptyLine() { continue }
                        try scanRow(&scanner, row, kept, cells)
                        row += 1
                    }
                }
            }
            return (row, nil)
        } catch {
            return (row, error)
        }
    }

    /// An empty line is no row, unless it is all that a row without a value can be.
    private var skipsEmptyLines: Bool { plan.dialect.protection == .quotes || plan.width > 1 }

    @inline(__always)
    private func scanRow(
        _ scanner: inout CellScanner, _ row: Int, _ kept: UnsafeBufferPointer<Int>,
        _ cells: UnsafeMutableBufferPointer<CellSpan>
    ) throws(ReadingFault) {
        let start = scanner.place
        var place = 0
        while true {
            let cell = try scanner.cell()
            if place < kept.count, kept[place] >= 0 {
                cells[kept[place] &* ChunkReader.blockRows &+ row] = cell
            } else {
                try bytes.validate(cell)
            }
            place &+= 1
            if scanner.ending() == .row { break }
        }
        guard place == kept.count else { throw ReadingFault(.ragged(cells: place), at: start) }
    }

    /// Hands a block to the sinks; of several faults in it the first is thrown.
    private func take(_ rows: Int, _ fault: ReadingFault?) throws(ReadingFault) {
        var first = fault
        func note(_ found: ReadingFault?) {
            if let found, found.place < first?.place ?? .max { first = found }
        }
        cells.withUnsafeBufferPointer { cells in
            for (index, sink) in sinks.enumerated() {
                let from = index * ChunkReader.blockRows
                do throws(ReadingFault) {
                    try sink.take(UnsafeBufferPointer(rebasing: cells[from..<(from + rows)]), bytes)
                } catch {
                    note(error)
                }
            }
        }
        if let first { throw first }
    }

    /// The columns of all rows read, and of those that another reader read behind them.
    func columns(followedBy next: ChunkReader?) throws(ReadingFault) -> [Column] {
        var columns: [Column] = []
        for (index, sink) in sinks.enumerated() {
            columns.append(try sink.column(followedBy: next?.sinks[index]))
        }
        return columns
    }
}
