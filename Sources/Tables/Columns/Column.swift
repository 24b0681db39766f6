public import Values

/// One column of a table: cells of one shape, unboxed wherever their type allows it. Any cell may be missing.
public struct Column: Sendable {
    /// The cells, one for each row; what stands where a cell is missing has no meaning.
    public let cells: Cells
    /// For each row 0, or why its cell is missing (``Missing/number``); `nil` when no cell is missing.
    public let reasons: [UInt8]?

    /// The shapes of cells.
    public enum Cells: Sendable {
        /// Machine words and what they stand for.
        case words([Int64], Encoding)
        /// Places in a pool of texts.
        case texts([Int32], TextPool)
        /// Values of any kind, missing ones among them: durations, lists, records, and numbers that fit no common
        /// count of decimals.
        case values([Value])
    }

    /// What a machine word stands for.
    public enum Encoding: Sendable, Hashable {
        /// A number of so many decimals: 35 with one decimal is 3.5.
        case number(decimals: UInt8)
        /// A share of so many decimals: 335 with three decimals is 33.5 %.
        case percent(decimals: UInt8)
        /// Whole đồng.
        case money
        /// Days since 1 January 1970.
        case date
        /// A period as ``Period/word``.
        case period
        /// 1 for yes, 0 for no.
        case yesNo
    }

    /// Holds cells; `reasons` has one entry for each of them, or is `nil`.
    public init(_ cells: Cells, reasons: [UInt8]? = nil) {
        self.cells = cells
        self.reasons = reasons
    }

    /// Holds values in the shape that fits them best.
    public init(_ values: [Value]) {
        var builder = ColumnBuilder(capacity: values.count)
        for value in values { builder.append(value) }
        self = builder.column
    }

    /// How many cells there are.
    public var count: Int {
        switch cells {
        case .words(let words, _): words.count
        case .texts(let places, _): places.count
        case .values(let values): values.count
        }
    }

    /// The value of a row, from nought.
    public subscript(row: Int) -> Value {
        if let reasons, let missing = Missing(number: reasons[row]) { return .missing(missing) }
        switch cells {
        case .words(let words, let encoding): return encoding.value(words[row])
        case .texts(let places, let pool): return .text(pool.texts[Int(places[row])])
        case .values(let values): return values[row]
        }
    }

    /// For each row 0, or why its cell is missing, whatever the shape; `nil` when no cell is missing.
    var missingReasons: [UInt8]? {
        guard case .values(let values) = cells else { return reasons }
        guard reasons != nil || values.contains(where: \.isMissing) else { return nil }
        return values.enumerated().map { row, value in
            if let reasons, reasons[row] != 0 { return reasons[row] }
            if case .missing(let reason) = value { return reason.number }
            return 0
        }
    }

    /// All cells as values.
    public var values: [Value] {
        if case .values(let values) = cells, reasons == nil { return values }
        return (0..<count).map { self[$0] }
    }
}

extension Column: Hashable {
    /// Whether two columns hold equal values, whatever their shapes.
    public static func == (left: Column, right: Column) -> Bool {
        if case .words(let a, let one) = left.cells, case .words(let b, let other) = right.cells, one == other,
            left.reasons == nil, right.reasons == nil
        {
            return a == b
        }
        return left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
    }

    /// Hashes the values.
    public func hash(into hasher: inout Hasher) {
        for row in 0..<count { hasher.combine(self[row]) }
    }
}

extension Column.Encoding {
    /// The value that a word stands for.
    @inlinable
    public func value(_ word: Int64) -> Value {
        switch self {
        case .number(let decimals): .number(Number(scaled: word, decimals: decimals))
        case .percent(let decimals): .percent(Number(scaled: word, decimals: decimals))
        case .money: .money(word)
        case .date: .date(Day(number: Int32(clamping: word)))
        case .period: .period(Period(word: word))
        case .yesNo: .yesNo(word != 0)
        }
    }
}

extension Missing {
    /// The reason as a number from 1; 0 stands for a value that is there.
    public var number: UInt8 {
        switch self {
        case .empty: 1
        case .notReported: 2
        case .notApplicable: 3
        case .withheld: 4
        case .notYetDue: 5
        }
    }

    /// The reason of a number; `nil` for 0 and for what no reason has.
    public init?(number: UInt8) {
        switch number {
        case 1: self = .empty
        case 2: self = .notReported
        case 3: self = .notApplicable
        case 4: self = .withheld
        case 5: self = .notYetDue
        default: return nil
        }
    }
}
