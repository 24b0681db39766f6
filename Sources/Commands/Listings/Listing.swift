public import Database
public import Documents
public import Tables
public import Values

/// What a command lists, not read yet: a query with the meaning of each of its columns, or a table that is ready.
///
/// The verbs behind the command may be worked out by the database (``plan(_:in:)``), with the same answer.
public struct Listing: Sendable {
    /// The columns.
    public let schema: Schema
    let source: Source
    private let remark: @Sendable (Table) throws -> Text?

    enum Source: Sendable {
        case query(Query)
        case ready(Table)
    }

    struct Query: Sendable {
        /// What each column of the schema is in SQL.
        let columns: [ListingColumn]
        let from: SQL
        let condition: SQL
        let order: [SQL]
    }

    /// Lists the rows of a query.
    ///
    /// `columns` are those of the schema, in its order. The last of the expressions in `orderedBy` must be different in
    /// every row, so that the order is the same each time.
    public init(
        _ schema: Schema, _ columns: [ListingColumn], from: SQL, where condition: SQL, orderedBy order: [SQL],
        remark: @escaping @Sendable (Table) throws -> Text? = { _ in nil }
    ) {
        self.schema = schema
        self.remark = remark
        source = .query(Query(columns: columns, from: from, condition: condition, order: order))
    }

    /// Lists the rows of a table that is there already.
    public init(_ table: Table, remark: Text? = nil) {
        schema = table.schema
        source = .ready(table)
        self.remark = { _ in remark }
    }

    /// All rows.
    public func table(from database: any Connection) throws -> Table {
        switch source {
        case .ready(let table): table
        case .query(let query):
            try ListingQuery(schema, query).table(from: database)
        }
    }

    /// All rows with the remark below them.
    public func document(from database: any Connection) throws -> Document {
        let table = try table(from: database)
        return .table(table, remark: try remark(table))
    }
}
