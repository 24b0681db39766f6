import Tables
import Values
import Workbooks

/// Holds the rows of totals of a sheet against the rows that they add up.
///
/// A total may stand above or below its rows, and be one of all rows or of those up to the next total.
struct TotalsCheck {
    /// A total that is not the sum of its rows, or cannot be compared with it.
    struct Difference {
        let address: String
        let heading: String
        let stands: String
        /// What the rows add up to; `nil` where their numbers cannot be told.
        let sum: Number?
        /// By how much the total is larger; `nil` where it is no number.
        let difference: Number?
    }

    /// The totals that differ, in the order of their cells.
    private(set) var differences: [Difference] = []
    /// The lines of totals that have at least one number and no difference.
    private(set) var agreeing: [Int] = []

    /// A cell of a row of totals.
    fileprivate struct Total {
        let line: Int
        let stands: String
        let value: Number?
    }

    /// What a column of numbers holds: its totals, and the sums of the rows before, between and behind them.
    fileprivate struct Column {
        let place: ImportPlace
        var totals: [Total?] = []
        var sums: [Number?] = [.zero]
    }

    /// Walks over the sheet once more. A total may count the rows that stand there twice, or leave them out.
    init(_ source: SheetImport, _ places: [ImportPlace], duplicates: Set<Int>) throws {
        try self.init(source, places, leavingOut: [])
        guard !differences.isEmpty, !duplicates.isEmpty else { return }
        let others = try TotalsCheck(source, places, leavingOut: duplicates)
        agreeing = Set(agreeing + others.agreeing).sorted()
        let wrong = Set(others.differences.map(\.address))
        differences = differences.filter { wrong.contains($0.address) }
    }

    private init(_ source: SheetImport, _ places: [ImportPlace], leavingOut left: Set<Int>) throws {
        var columns = places.filter { $0.column != nil }.map { Column(place: $0) }
        let row = ImportRow(source.sheet, source.mapping, source.units)
        let rules = RowRules(source.headings, source.sheet)
        var isFirst = true
        var lines: [Int] = []
        while try row.walk.advance() {
            guard row.walk.line > source.headings.lines.upperBound else { continue }
            let kind = rules.kind(of: row, isFirst: isFirst)
            if kind != .blank { isFirst = false }
            switch kind {
            case .total:
                lines.append(row.walk.line)
                for index in columns.indices { columns[index].note(total: row) }
            case nil where !left.contains(row.line):
                for index in columns.indices { columns[index].note(record: row) }
            case nil, .blank, .heading, .numbering: break
            }
        }
        for (index, line) in lines.enumerated() {
            let known = columns.filter { $0.totals[index] != nil }
            let wrong = known.compactMap { $0.difference(index, source.sheet) }
            differences += wrong
            if !known.isEmpty, wrong.isEmpty { agreeing.append(line) }
        }
    }

    /// The columns in which differences are told.
    static let columns = Schema([
        ColumnInfo("place", .text, Text("Cell", vi: "Ô")),
        ColumnInfo("heading", .text, Text("Column", vi: "Cột")),
        ColumnInfo("stands", .text, Text("Stands there", vi: "Ghi trong tệp")),
        ColumnInfo("sum", .number, Text("Sum of the rows", vi: "Tổng các dòng")),
        ColumnInfo("difference", .number, Text("Difference", vi: "Chênh lệch")),
    ])
}

extension TotalsCheck.Difference {
    /// The cells of the difference as they are listed.
    var cells: [Value] {
        [
            .text(address), .text(heading), .text(stands), sum.map { .number($0) } ?? .missing,
            difference.map { .number($0) } ?? .missing,
        ]
    }
}

extension TotalsCheck.Column {
    fileprivate mutating func note(record row: ImportRow) {
        guard let typed = row.typed(place), let last = sums.last else { return }
        // A word for nothing, such as ‘-’, adds nothing; what cannot be told leaves the sum open.
        let number = row.plainNumber(place) ?? (typed.contains { $0.isNumber } ? nil : .zero)
        sums[sums.count - 1] = number.flatMap { last?.adding($0) }
    }

    fileprivate mutating func note(total row: ImportRow) {
        let typed = row.typed(place)
        let isTold = typed.map { $0.contains { $0.isNumber } || $0.hasPrefix("#") } ?? false
        totals.append(
            isTold ? .init(line: row.line, stands: typed ?? "", value: row.plainNumber(place)) : nil)
        sums.append(.zero)
    }

    /// The difference of the total with an index; `nil` where it is the sum of some rows that it may stand for.
    fileprivate func difference(_ index: Int, _ sheet: ImportSheet) -> TotalsCheck.Difference? {
        guard let total = totals[index] else { return nil }
        let parts = [
            sum(0...totals.count), sum(index...index), sum(index + 1...index + 1), sum(0...index),
            sum(index + 1...totals.count),
        ]
        if let value = total.value, parts.contains(where: { $0.map { isSame($0, value) } ?? false }) { return nil }
        let isBelow = sums[index] != .zero
        let sum = totals.count == 1 ? parts[0] : isBelow ? parts[1] : parts[2]
        return TotalsCheck.Difference(
            address: sheet.address(row: total.line, column: place.column ?? 0), heading: place.heading,
            stands: total.stands, sum: sum, difference: total.value.flatMap { value in sum.flatMap(value.subtracting) })
    }

    private func sum(_ parts: ClosedRange<Int>) -> Number? {
        var sum: Number? = .zero
        for part in sums[parts] { sum = part.flatMap { sum?.adding($0) } }
        return sum
    }

    /// Whether two numbers are the same as far as a spreadsheet adds without a rest.
    private func isSame(_ one: Number, _ other: Number) -> Bool { one.rounded(to: 6) == other.rounded(to: 6) }
}

extension ImportRow {
    /// The number in a cell, without a word about one that is none.
    fileprivate func plainNumber(_ place: ImportPlace) -> Number? {
        switch cell(place) {
        case .number(let number)?: return number
        case .text(let text)?:
            let digits = text.withoutDong
            if let number = NumberForm(digits)?.number(in: place.style) { return number }
            return place.isOwn && place.style == .unknown ? Number(digits) : nil
        default: return nil
        }
    }
}
