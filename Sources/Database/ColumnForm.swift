public import Values

/// What the cells of one column of an answer are, so that they can be gathered without a value for each.
public enum ColumnForm: Sendable, Hashable {
    /// Whole numbers.
    case integer
    /// Decimal numbers in their canonical form as text; whole ones may be stored as such.
    case decimal
    /// Days as text, `2025-03-14`.
    case date
    /// Periods as text, `2025-Q3`.
    case period
    /// Texts.
    case text
    /// 1 for yes, 0 for no.
    case yesNo
    /// Anything, as the database keeps it.
    case any
}

/// One column of an answer.
public struct FetchedColumn: Sendable {
    /// The cells in order; what stands where there is nothing has no meaning.
    public let cells: Cells
    /// For each row 1 where there is nothing and 0 elsewhere; `nil` when no row has nothing.
    public let absent: [UInt8]?

    /// The shapes of cells.
    public enum Cells: Sendable {
        /// Whole numbers, days since 1970, periods as ``Period/word``, 1 and 0.
        case words([Int64])
        /// Decimal numbers with a common count of decimals.
        case decimals([Int64], UInt8)
        /// Decimal numbers that no common count of decimals holds.
        case numbers([Number])
        /// Places in a list of texts, each of which is there once.
        case texts([Int32], [String])
        /// Values as the database keeps them.
        case values([SQLValue])
    }

    /// How many rows there are.
    public var count: Int {
        switch cells {
        case .words(let words), .decimals(let words, _): words.count
        case .numbers(let numbers): numbers.count
        case .texts(let places, _): places.count
        case .values(let values): values.count
        }
    }
}
