/// One statement in SQL with the values bound to it.
///
/// Its text comes from literals in Sen's own source only; the compiler refuses anything else. Whatever is
/// interpolated becomes a bound value: `"SELECT name FROM unit WHERE code = \(code)"`. The text is the same each
/// time a place in the source is passed, so that an engine prepares it once.
public struct SQL: Sendable, Equatable {
    /// The statement, with `?` for each value.
    public private(set) var text: String
    /// The values, in the order of their places.
    public private(set) var values: [SQLValue]

    /// Joins two pieces of a statement.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(text: left.text + right.text, values: left.values + right.values)
    }

    init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    mutating func append(_ piece: SQL) {
        text += piece.text
        values += piece.values
    }
}

extension SQL: ExpressibleByStringInterpolation {
    /// Holds a statement without values.
    public init(stringLiteral literal: StaticString) {
        self.init(text: literal.description, values: [])
    }

    /// Holds a statement with values.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// What may stand between `\(` and `)` in a statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var sql: SQL

        /// Makes room for a statement.
        public init(literalCapacity: Int, interpolationCount: Int) {
            var text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            var values: [SQLValue] = []
            values.reserveCapacity(interpolationCount)
            sql = SQL(text: text, values: values)
        }

        /// Adds a piece of the statement's own text.
        public mutating func appendLiteral(_ literal: StaticString) {
            sql.text += literal.description
        }

        /// Binds a value; `nil` is null.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            sql.text += "?"
            sql.values.append(value.sqlValue)
        }

        /// Adds another piece of SQL with its values.
        public mutating func appendInterpolation(_ piece: SQL) {
            sql.append(piece)
        }

        /// Adds the name of a table or column, in quotes.
        public mutating func appendInterpolation(_ identifier: Identifier) {
            sql.text += "\"\(identifier.name)\""
        }

        /// Adds names of tables or columns, in quotes, between commas.
        public mutating func appendInterpolation(_ identifiers: [Identifier]) {
            for (index, identifier) in identifiers.enumerated() {
                if index > 0 { sql.text += ", " }
                appendInterpolation(identifier)
            }
        }

        /// Binds several values, between commas: `code IN (\(list: codes))`. An empty list holds nothing.
        public mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
            guard !values.isEmpty else {
                sql.text += "SELECT NULL WHERE 1 = 0"
                return
            }
            for (index, value) in values.enumerated() {
                if index > 0 { sql.text += ", " }
                appendInterpolation(value)
            }
        }

        /// Binds any number of ids as one value, so that the statement's text is the same for all of them:
        /// `unit IN (\(ids: units))`.
        public mutating func appendInterpolation(ids: some Sequence<Int64>) {
            sql.text += "SELECT value FROM json_each(?)"
            sql.values.append(StringInterpolation.list(ids))
        }

        /// Binds any number of ids as one value and gives each with its `place` in the order:
        /// `JOIN (\(places: units)) tree ON tree.id = u.id`.
        public mutating func appendInterpolation(places ids: some Sequence<Int64>) {
            sql.text += "SELECT value AS id, key AS place FROM json_each(?)"
            sql.values.append(StringInterpolation.list(ids))
        }

        private static func list(_ ids: some Sequence<Int64>) -> SQLValue {
            .text("[" + ids.map { String($0) }.joined(separator: ",") + "]")
        }
    }
}

extension Sequence<SQL> {
    /// Joins pieces of a statement, with a piece of text between each two.
    public func joined(_ separator: StaticString) -> SQL {
        var whole = SQL(text: "", values: [])
        for (index, piece) in enumerated() {
            if index > 0 { whole.append(SQL(stringLiteral: separator)) }
            whole.append(piece)
        }
        return whole
    }
}
