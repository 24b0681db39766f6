import Database
import Syntax
import Tables
import Values

/// A listing's query with the verbs that it has taken up so far.
struct ListingQuery {
    private let query: Listing.Query
    /// The columns as they are called now, each with what it is.
    private(set) var columns: [(info: ColumnInfo, column: ListingColumn)]
    private var conditions: [SQL]
    private var keys: [Key]
    private var limit: Limit?
    /// Whether it gives the number of rows in place of the rows.
    private(set) var counts = false

    private struct Key {
        let expression: SQL
        var descending: Bool
    }

    private enum Limit {
        case first(Int)
        case last(Int)

        var count: Int {
            switch self {
            case .first(let count), .last(let count): count
            }
        }
    }

    init(_ schema: Schema, _ query: Listing.Query) {
        self.query = query
        columns = zip(schema.columns, query.columns).map { ($0, $1) }
        conditions = ["(\(query.condition))"]
        keys = query.order.map { Key(expression: $0, descending: false) }
    }

    /// The columns as they are called now.
    var schema: Schema { Schema(columns.map(\.info)) }
}

// Taking up verbs: each says no, and changes nothing, where its meaning in SQL would not be the same.
extension ListingQuery {
    /// How much of a verb a query can take up.
    enum Share {
        case whole
        /// The rows become fewer, and the verb must still be run on them.
        case part
        case none
    }

    mutating func take(_ stage: Stage, in environment: any Environment) -> Share {
        guard !counts else { return .none }
        switch stage.kind {
        case .filter(let condition): return filter(condition, environment)
        case .keep(let words): return select(words.compactMap { place($0) }, of: words.count)
        case .drop(let words):
            let dropped = words.compactMap { place($0) }
            guard dropped.count == words.count else { return .none }
            let rest = columns.indices.filter { !dropped.contains($0) }
            return select(rest, of: rest.count)
        case .rename(let renamings): return rename(renamings)
        case .sort(let sortKeys): return sort(sortKeys)
        case .first(let count): return take(.first(max(count, 0)))
        case .last(let count): return take(.last(max(count, 0)))
        case .count:
            counts = true
            return .whole
        case .distinct, .add, .group, .join, .pivot, .unpivot, .fill, .sentence: return .none
        }
    }

    private func place(_ word: Word) -> Int? {
        columns.firstIndex { $0.info.name == word.text }
    }

    private mutating func select(_ places: [Int], of count: Int) -> Share {
        guard places.count == count, !places.isEmpty else { return .none }
        columns = places.map { columns[$0] }
        return .whole
    }

    private mutating func rename(_ renamings: [Renaming]) -> Share {
        let places = renamings.compactMap { place($0.old) }
        guard places.count == renamings.count else { return .none }
        for (place, renaming) in zip(places, renamings) {
            columns[place].info = columns[place].info.renamed(renaming.new.text)
        }
        return .whole
    }

    private mutating func take(_ new: Limit) -> Share {
        switch (limit, new) {
        case (nil, _): limit = new
        case (.first(let old), .first(let count)): limit = .first(min(old, count))
        case (.last(let old), .last(let count)): limit = .last(min(old, count))
        default: return .none
        }
        return .whole
    }

    private mutating func filter(_ condition: Expression, _ environment: any Environment) -> Share {
        guard limit == nil else { return .none }
        let work = ListingCondition(columns, environment)
        if let whole = work.sql(condition) {
            conditions.append(whole)
            return .whole
        }
        let parts = work.conjuncts(condition)
        conditions += parts
        return parts.isEmpty ? .none : .part
    }

    /// The keys come before those there are, since equal rows keep their order; missing values come last either way.
    private mutating func sort(_ sortKeys: [SortKey]) -> Share {
        guard limit == nil else { return .none }
        var new: [Key] = []
        for key in sortKeys {
            guard case .column(let name) = key.value.kind,
                let column = columns.first(where: { $0.info.name == name })?.column,
                case .stored(let expression, let encoding) = column.source
            else { return .none }
            switch encoding {
            case .integer, .money, .date, .yesNo: break
            case .decimal, .period, .text: return .none
            }
            new.append(Key(expression: "\(expression) IS NULL", descending: false))
            new.append(Key(expression: expression, descending: key.descending))
        }
        keys = new + keys
        return .whole
    }
}

// Reading.
extension ListingQuery {
    /// The statement that gives some of the columns, or the number of rows.
    func statement(_ places: [Int]) -> SQL {
        let source: SQL = "FROM \(query.from) WHERE \(conditions.joined(" AND "))"
        guard !counts else { return "SELECT count(*) \(source)" }
        let expressions = places.flatMap { columns[$0].column.inputs.map(\.0) }
        var isReversed = false
        if case .last = limit { isReversed = true }
        var order = keys.map { key -> SQL in
            key.descending != isReversed ? "\(key.expression) DESC" : key.expression
        }
        // All rows are sooner read as they lie and sorted than looked up one by one in the order of an index.
        if limit == nil, order.count > 1 { order[0] = "+\(order[0])" }
        let rows: SQL = "SELECT \(expressions.joined(", ")) \(source) ORDER BY \(order.joined(", "))"
        return limit.map { "\(rows) LIMIT \($0.count)" } ?? rows
    }

    /// All columns.
    func table(from database: any Connection) throws -> Table {
        try table(Array(columns.indices), from: database)
    }

    /// Some of the columns.
    func table(_ places: [Int], from database: any Connection) throws -> Table {
        let inputs = places.map { columns[$0].column.inputs }
        let fetched = try database.columns(statement(places), as: inputs.flatMap { $0.map(\.1) })
        var next = 0
        let read = try zip(places, inputs).map { place, inputs in
            defer { next += inputs.count }
            return try columns[place].column.column(fetched[next..<(next + inputs.count)])
        }
        let table = Table(Schema(places.map { columns[$0].info }), columns: read)
        guard case .last = limit else { return table }
        return table.gather((0..<table.rowCount).reversed())
    }

    /// The number of rows.
    func count(from database: any Connection) throws -> Int {
        let count = try database.first(statement([]))?.integer(0) ?? 0
        return limit.map { min(count, $0.count) } ?? count
    }
}
