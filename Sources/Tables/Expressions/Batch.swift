import Syntax
import Values

/// The values of an expression in all rows of a table.
enum Batch {
    /// One value in every row.
    case same(Value)
    case cells(Column)
    /// A condition, which is never missing.
    case flags([Bool])

    func column(_ count: Int) -> Column {
        switch self {
        case .same(let value): .same(value, count: count)
        case .cells(let column): column
        case .flags(let flags): Column(.words(flags.map { $0 ? 1 : 0 }, .yesNo))
        }
    }

    /// In which rows a condition holds; a missing answer is no yes.
    func flags(_ count: Int) -> [Bool] {
        switch self {
        case .same(let value): return Array(repeating: value.isYes, count: count)
        case .flags(let flags): return flags
        case .cells(let column):
            guard case .words(let words, .yesNo) = column.cells else { return (0..<count).map { column[$0].isYes } }
            guard let reasons = column.reasons else { return words.map { $0 != 0 } }
            return zip(words, reasons).map { $0 != 0 && $1 == 0 }
        }
    }

    /// A column of one cell for the value that all rows have, else the column.
    var parts: (column: Column, isSame: Bool) {
        switch self {
        case .same(let value): (.same(value, count: 1), true)
        case .cells, .flags: (column(0), false)
        }
    }
}

/// Words that take part in an operation: one for each row, or one for all rows.
struct Operand {
    /// The words of the rows; a single one where all rows have the same.
    let words: [Int64]
    let isSame: Bool
    let encoding: Column.Encoding
    let reasons: [UInt8]?

    init?(_ batch: Batch) {
        switch batch {
        case .same(let value):
            guard let (word, encoding) = Column.Encoding.word(of: value) else { return nil }
            (words, isSame, self.encoding, reasons) = ([word], true, encoding, nil)
        case .cells(let column):
            guard case .words(let words, let encoding) = column.cells else { return nil }
            (self.words, isSame, self.encoding, reasons) = (words, false, encoding, column.reasons)
        case .flags(let flags):
            (words, isSame, encoding, reasons) = (flags.map { $0 ? 1 : 0 }, false, .yesNo, nil)
        }
    }

    /// What an operation makes of the words of both sides in each row.
    @inline(__always)
    static func map<Result>(
        _ left: Operand, _ right: Operand, _ count: Int, _ work: (Int64, Int64) -> Result
    ) -> [Result] {
        switch (left.isSame, right.isSame) {
        case (false, false): return (0..<count).map { work(left.words[$0], right.words[$0]) }
        case (true, false):
            let word = left.words[0]
            return right.words.map { work(word, $0) }
        case (false, true):
            let word = right.words[0]
            return left.words.map { work($0, word) }
        case (true, true): return Array(repeating: work(left.words[0], right.words[0]), count: count)
        }
    }

    /// Why the result is missing in each row: for the reason of the left side, else of the right one.
    static func reasons(_ left: Operand, _ right: Operand) -> [UInt8]? {
        guard let first = left.reasons else { return right.reasons }
        guard let second = right.reasons else { return first }
        return zip(first, second).map { $0 != 0 ? $0 : $1 }
    }

    /// The operand with its word times a factor, where all rows have the same and the product fits.
    func scaled(_ factor: Int64, to encoding: Column.Encoding) -> Operand? {
        guard isSame, factor > 1 else { return nil }
        let (word, overflow) = words[0].multipliedReportingOverflow(by: factor)
        return overflow ? nil : .same(word, encoding)
    }

    /// Both sides with a word that all rows have at the other's count of decimals.
    static func aligned(_ left: Operand, _ right: Operand) -> (Operand, Operand) {
        let (a, b) = factors(left, right)
        return (left.scaled(a, to: right.encoding) ?? left, right.scaled(b, to: left.encoding) ?? right)
    }

    /// The factors that bring both sides to the same count of decimals.
    static func factors(_ left: Operand, _ right: Operand) -> (left: Int64, right: Int64) {
        let (a, b) = (Int(left.encoding.decimals), Int(right.encoding.decimals))
        return (Number.power(of10: max(b - a, 0)) ?? 1, Number.power(of10: max(a - b, 0)) ?? 1)
    }
}

extension Column.Encoding {
    /// Whether words of both stand for values of one type.
    func isAlike(_ other: Column.Encoding) -> Bool { common(with: other) != nil }
}
