import Diagnostics
import Values

/// A checked expression: a closure over rows, and where there is one, another over whole columns.
struct Node: Sendable {
    typealias Run = @Sendable (Frame, Int) throws -> Value
    typealias RunTable = @Sendable (Frame) throws -> Table
    typealias RunColumns = @Sendable (Frame, Int) throws -> Batch?

    /// The type; `nil` where it is unknown.
    let type: ValueType?
    /// The value in a row. It says what an expression means; all other ways to work it out must agree.
    let run: Run
    /// The table, when it may be one.
    var table: RunTable?
    /// The place of the column, when it is nothing but one.
    var column: Int?
    /// The value, when it is written out.
    var literal: Value?
    /// The values in so many rows, worked out column by column; gives `nil` where the cells do not fit.
    var columnar: RunColumns?
    /// The columns on which the value depends; `nil` when these are not known, or when it calls functions of the
    /// user, which may do something beside giving a value, so that each call counts.
    var reads: Set<Int>?

    init(_ type: ValueType?, _ run: @escaping Run, columnar: RunColumns? = nil) {
        self.type = type
        self.run = run
        self.columnar = columnar
    }

    static func constant(_ value: Value, _ type: ValueType?) -> Node {
        var node = Node(type) { _, _ in value }
        node.literal = value
        node.reads = []
        return node
    }

    static func column(_ place: Int, _ type: ValueType?) -> Node {
        var node = Node(type) { frame, row in frame[row, place] }
        node.column = place
        node.reads = [place]
        return node
    }

    /// What stands for an expression that has a finding or rests on something unknown; it is never meant to run.
    static let unknown = Node(nil) { _, _ in throw Diagnostic.unsettled }

    /// Whether it needs not be worked out row by row.
    var isQuick: Bool { columnar != nil || reads.map { $0.count < 2 } ?? false }

    /// The values of so many rows.
    ///
    /// Where a column at a time meets an error, the rows are worked out one after the other: they tell whether it
    /// counts (`if(x != 0, …)` may pass by it), and which row is the first to have one.
    func cells(_ frame: Frame, count: Int) throws -> Column {
        if let column { return frame.column(column) }
        guard count > 0 else { return Column([]) }
        do { return try batch(frame, count).column(count) } catch {
            try frame.goOn()
            return try rows(frame, count)
        }
    }

    /// In which of so many rows a condition holds.
    func flags(_ frame: Frame, count: Int) throws -> [Bool] {
        guard count > 0 else { return [] }
        do { return try batch(frame, count).flags(count) } catch {
            try frame.goOn()
            return try rows(frame, count, { $0.isYes })
        }
    }

    /// The values of at least one row, in the cheapest way there is.
    func batch(_ frame: Frame, _ count: Int) throws -> Batch {
        try frame.goOn()
        if let literal { return .same(literal) }
        if let column { return .cells(frame.column(column)) }
        guard let reads else { return .cells(try rows(frame, count)) }
        guard let first = reads.first else { return .same(try run(frame, 0)) }
        let only = reads.count == 1 ? frame.column(first) : nil
        if let only, case .texts = only.cells { return .cells(try distinct(only, frame, count)) }
        if let columnar, let batch = try columnar(frame, count) { return batch }
        return .cells(try only.map { try distinct($0, frame, count) } ?? rows(frame, count))
    }

    /// Works out the value once for each different cell of the only column that it depends on.
    private func distinct(_ column: Column, _ frame: Frame, _ count: Int) throws -> Column {
        guard let grouping = Grouping(direct: column, most: max(256, count / 4)) else {
            return try rows(frame, count)
        }
        var builder = ColumnBuilder(capacity: grouping.count)
        for (number, row) in grouping.firstRows.enumerated() {
            if number % Frame.batch == 0 { try frame.goOn() }
            builder.append(try run(frame, Int(row)))
        }
        return builder.column.gather(grouping.codes)
    }

    private func rows(_ frame: Frame, _ count: Int) throws -> Column {
        var builder = ColumnBuilder(capacity: count)
        for row in 0..<count {
            if row % Frame.batch == 0 { try frame.goOn() }
            builder.append(try run(frame, row))
        }
        return builder.column
    }

    private func rows<Result>(_ frame: Frame, _ count: Int, _ use: (Value) -> Result) throws -> [Result] {
        try (0..<count).map { row in
            if row % Frame.batch == 0 { try frame.goOn() }
            return use(try run(frame, row))
        }
    }
}
