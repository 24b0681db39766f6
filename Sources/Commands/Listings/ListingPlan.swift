public import Database
public import Syntax
public import Tables
import Values

/// Who works out which verbs of a pipeline over a listing.
public struct ListingPlan {
    /// Who works a verb out.
    public enum Place: Sendable, Hashable {
        /// The database.
        case database
        /// The database leaves out rows, and the verb is then worked out in memory on those that are left.
        case both
        /// It is worked out in memory.
        case memory
    }

    /// For each verb, in order, who works it out.
    public let places: [Place]
    /// The statement that the database runs; `nil` when the rows are there already.
    public var statement: SQL? { written() }
    private let written: () -> SQL?
    private let read: (any Connection) throws -> Datum

    /// How many verbs the database works out by itself; the others run on what ``result(from:)`` gives.
    public var pushed: Int { places.prefix { $0 == .database }.count }

    /// What the verbs that the database works out leave.
    public func result(from database: any Connection) throws -> Datum { try read(database) }

    fileprivate init(_ table: Table, verbs: Int) {
        places = Array(repeating: .memory, count: verbs)
        written = { nil }
        read = { _ in .table(table) }
    }

    fileprivate init(_ query: ListingQuery, _ verbs: [Stage], _ shares: [Place]) {
        places = shares + Array(repeating: .memory, count: verbs.count - shares.count)
        let rest = verbs.dropFirst(places.prefix { $0 == .database }.count)
        var columns = Array(query.columns.indices)
        if let needed = rest.neededColumns {
            columns = columns.filter { needed.contains(query.columns[$0].info.name) }
            // Rows without any column could not be counted.
            if columns.isEmpty { columns = Array(query.columns.indices.prefix(1)) }
        }
        written = { [columns] in query.statement(columns) }
        read = { [columns] database in
            query.counts
                ? .value(.number(Number(try query.count(from: database))))
                : .table(try query.table(columns, from: database))
        }
    }
}

extension Listing {
    /// Gives the database as many of the verbs as mean exactly the same to it, from the first on, and reads only the
    /// columns that the others need.
    ///
    /// The verbs have been checked. What a row holds that is left out is never looked at, so that a row spoilt from
    /// outside is told of only when it is read.
    public func plan(_ verbs: [Stage], in environment: any Environment) -> ListingPlan {
        switch source {
        case .ready(let table): return ListingPlan(table, verbs: verbs.count)
        case .query(let base):
            var query = ListingQuery(schema, base)
            var places: [ListingPlan.Place] = []
            for verb in verbs {
                let share = query.take(verb, in: environment)
                if share == .none { break }
                places.append(share == .whole ? .database : .both)
                if share == .part { break }
            }
            return ListingPlan(query, verbs, places)
        }
    }
}
