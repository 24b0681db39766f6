public import Database
import Tables
public import Values

/// What a column of a listing is in the database.
///
/// The database holds what Sen writes there: numbers, days and periods in their canonical form.
public struct ListingColumn: Sendable {
    let source: Source
    /// Why a cell that holds nothing is missing, as ``Missing/number``; empty where there is no such expression.
    var reason: SQL?
    /// Where the text is the code of a record of another table: what names it in this one, and that table.
    private(set) var key: (id: SQL, table: SQL)?

    enum Source: Sendable {
        case stored(SQL, Encoding)
        case computed([SQL], @Sendable (Row) throws -> Value)
    }

    /// How the values of a column are kept.
    enum Encoding: Sendable, Hashable {
        case integer, decimal, money, date, period, text, yesNo
    }

    /// Whole numbers, kept as such.
    public static func integer(_ expression: SQL) -> Self { Self(source: .stored(expression, .integer)) }
    /// Decimal numbers, kept as text.
    public static func decimal(_ expression: SQL) -> Self { Self(source: .stored(expression, .decimal)) }
    /// Whole đồng.
    public static func money(_ expression: SQL) -> Self { Self(source: .stored(expression, .money)) }
    /// Days, kept as text.
    public static func date(_ expression: SQL) -> Self { Self(source: .stored(expression, .date)) }
    /// Periods, kept as text.
    public static func period(_ expression: SQL) -> Self { Self(source: .stored(expression, .period)) }
    /// Texts, codes and words of a list.
    public static func text(_ expression: SQL) -> Self { Self(source: .stored(expression, .text)) }
    /// Yes and no, kept as 1 and 0.
    public static func yesNo(_ expression: SQL) -> Self { Self(source: .stored(expression, .yesNo)) }

    /// Codes of another table, `"u.code"`, whose record a row names by its `id`: `"t.unit"` of `"unit"`. Looking for
    /// one code then uses the index of that column.
    public static func code(_ expression: SQL, id: SQL, of table: SQL) -> Self {
        var column = text(expression)
        column.key = (id, table)
        return column
    }

    /// Values that Swift works out from what some expressions give.
    public static func computed(_ expressions: [SQL], _ work: @escaping @Sendable (Row) throws -> Value) -> Self {
        Self(source: .computed(expressions, work))
    }

    /// The same column, with an expression that tells why a cell that holds nothing is missing (``Missing/number``).
    public func missing(because reason: SQL) -> Self {
        var column = self
        column.reason = reason
        return column
    }
}

extension ListingColumn {
    /// The expressions that a query must give for this column, each with its form.
    var inputs: [(SQL, ColumnForm)] {
        switch source {
        case .stored(let expression, let encoding):
            [(expression, encoding.form)] + (reason.map { [($0, .integer)] } ?? [])
        case .computed(let expressions, _): expressions.map { ($0, .any) }
        }
    }

    /// The column of what its expressions gave.
    func column(_ fetched: ArraySlice<FetchedColumn>) throws -> Column {
        guard let first = fetched.first else { return Column([]) }
        switch source {
        case .stored(_, let encoding):
            let reasons = first.absent.map { absent in
                guard fetched.count > 1, case .words(let reasons)? = fetched.last?.cells else { return absent }
                return zip(absent, reasons).map { $0 == 0 ? 0 : ListingColumn.reason($1) }
            }
            return encoding.column(first.cells, reasons)
        case .computed(let expressions, let work):
            let names = Row.Columns(expressions.map(\.text))
            return Column(
                try (0..<first.count).map { row in
                    try work(Row(columns: names, values: fetched.map { $0[row] }))
                })
        }
    }

    private static func reason(_ word: Int64) -> UInt8 {
        UInt8(exactly: word).flatMap { Missing(number: $0) }?.number ?? Missing.empty.number
    }
}

extension ListingColumn.Encoding {
    var form: ColumnForm {
        switch self {
        case .integer, .money: .integer
        case .decimal: .decimal
        case .date: .date
        case .period: .period
        case .text: .text
        case .yesNo: .yesNo
        }
    }

    fileprivate func column(_ cells: FetchedColumn.Cells, _ reasons: [UInt8]?) -> Column {
        switch cells {
        case .words(let words): Column(.words(words, encoding), reasons: reasons)
        case .decimals(let words, let decimals): Column(.words(words, .number(decimals: decimals)), reasons: reasons)
        case .texts(let places, let texts): ListingColumn.texts(places, texts, reasons)
        case .numbers(let numbers):
            Column(
                numbers.indices.map { row in
                    reasons.flatMap { Missing(number: $0[row]) }.map { .missing($0) } ?? .number(numbers[row])
                })
        case .values: Column([])
        }
    }

    private var encoding: Column.Encoding {
        switch self {
        case .integer, .decimal, .text: .number(decimals: 0)
        case .money: .money
        case .date: .date
        case .period: .period
        case .yesNo: .yesNo
        }
    }
}

extension ListingColumn {
    /// A column of nothing but missing texts has no pool to point into.
    fileprivate static func texts(_ places: [Int32], _ texts: [String], _ reasons: [UInt8]?) -> Column {
        texts.isEmpty
            ? Column(.words(Array(repeating: 0, count: places.count), .number(decimals: 0)), reasons: reasons)
            : Column(.texts(places, TextPool(distinct: texts)), reasons: reasons)
    }
}

extension FetchedColumn {
    /// The cell of a row, in a column of any values.
    fileprivate subscript(row: Int) -> SQLValue {
        if case .values(let values) = cells { values[row] } else { .null }
    }
}
