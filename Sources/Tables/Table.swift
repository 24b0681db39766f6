public import Values

/// A table in memory: named, typed columns of equal length. Any cell may be missing.
public struct Table: Sendable, Hashable {
    /// The columns' names, types and headings.
    public let schema: Schema
    /// How many rows it has.
    public let rowCount: Int
    /// The columns, in the order of the schema.
    let columns: [Column]

    /// Holds columns of equal length; shorter ones are filled with missing values.
    public init(_ schema: Schema, columns: [[Value]]) {
        let count = columns.map(\.count).max() ?? 0
        self.init(
            schema,
            columns: schema.columns.indices.map { index in
                Column(index < columns.count ? columns[index] : Array(repeating: .missing, count: count))
            })
    }

    /// Holds columns of equal length; shorter ones are filled with missing values.
    @_disfavoredOverload
    public init(_ schema: Schema, columns: [Column]) {
        let count = columns.map(\.count).max() ?? 0
        self.init(
            schema, rowCount: count,
            columns: schema.columns.indices.map { index in
                let column = index < columns.count ? columns[index] : Column([])
                return column.count == count
                    ? column : Column(column.values + Array(repeating: .missing, count: count - column.count))
            })
    }

    /// Holds rows; short ones are filled with missing values, long ones are cut.
    public init(_ schema: Schema, rows: [[Value]]) {
        self.init(
            schema, rowCount: rows.count,
            columns: schema.columns.indices.map { index in
                var builder = ColumnBuilder(capacity: rows.count)
                for row in rows { builder.append(index < row.count ? row[index] : .missing) }
                return builder.column
            })
    }

    init(_ schema: Schema, rowCount: Int, columns: [Column]) {
        self.schema = schema
        self.rowCount = rowCount
        self.columns = columns
    }

    /// The cell of a row and a column, both from nought.
    public subscript(row: Int, column: Int) -> Value {
        columns[column][row]
    }

    /// A column by its place in the schema.
    public func column(_ place: Int) -> Column {
        columns[place]
    }

    /// All cells of a column by its place in the schema.
    public func cells(_ column: Int) -> [Value] {
        columns[column].values
    }

    /// All cells of a column by its name, or `nil`.
    public func cells(of name: String) -> [Value]? {
        schema.index(of: name).map { columns[$0].values }
    }

    /// One row with the columns' names.
    public func record(_ row: Int) -> Record {
        Record(names: schema.names, values: columns.map { $0[row] })
    }

    /// The rows at the given places, in their order.
    public func gather(_ rows: [Int]) -> Table {
        Table(schema, rowCount: rows.count, columns: columns.map { cells in Column(rows.map { cells[$0] }) })
    }
}

/// What a variable or an expression holds: one value or a whole table.
public enum Datum: Sendable, Hashable {
    /// One value.
    case value(Value)
    /// A table.
    case table(Table)
}
