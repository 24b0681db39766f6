public import Values

/// A table in memory: named, typed columns of equal length. Any cell may be missing.
public struct Table: Sendable {
    /// The columns' names, types and headings.
    public let schema: Schema
    /// How many rows it has.
    public let rowCount: Int
    /// The columns, in the order of the schema.
    let stored: [StoredColumn]

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
        self.init(schema, rowCount: rowCount, stored: columns.map { StoredColumn($0) })
    }

    init(_ schema: Schema, rowCount: Int, stored: [StoredColumn]) {
        self.schema = schema
        self.rowCount = rowCount
        self.stored = stored
    }

    /// The cell of a row and a column, both from nought.
    public subscript(row: Int, column: Int) -> Value {
        stored[column].column[row]
    }

    /// A column by its place in the schema.
    public func column(_ place: Int) -> Column {
        stored[place].column
    }

    /// All cells of a column by its place in the schema.
    public func cells(_ column: Int) -> [Value] {
        stored[column].column.values
    }

    /// All cells of a column by its name, or `nil`.
    public func cells(of name: String) -> [Value]? {
        schema.index(of: name).map { stored[$0].column.values }
    }

    /// One row with the columns' names.
    public func record(_ row: Int) -> Record {
        Record(names: schema.names, values: stored.map { $0.column[row] })
    }

    /// The rows at the given places, in their order.
    public func gather(_ rows: [Int]) -> Table {
        gather(Selection(rows.map { Int32($0) }))
    }

    func gather(_ selection: Selection) -> Table {
        Table(schema, rowCount: selection.rows.count, stored: stored.gathered(selection, of: rowCount))
    }
}

extension Table: Hashable {
    /// Whether two tables have the same columns with equal values.
    public static func == (left: Table, right: Table) -> Bool {
        left.schema == right.schema && left.rowCount == right.rowCount
            && left.stored.indices.allSatisfy { left.column($0) == right.column($0) }
    }

    /// Hashes the schema and the values.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(schema)
        hasher.combine(rowCount)
        for stored in stored { hasher.combine(stored.column) }
    }
}

/// What a variable or an expression holds: one value or a whole table.
public enum Datum: Sendable, Hashable {
    /// One value.
    case value(Value)
    /// A table.
    case table(Table)
}
