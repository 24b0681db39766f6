/// One statement in SQL with the values bound to it.
///
/// Its text comes from literals in Sen's own source only; the compiler refuses anything else. Whatever is
/// interpolated becomes a bound value: `"SELECT name FROM unit WHERE code = \(code)"`. The text is the same each
/// time a place in the source is passed, so that an engine prepares it once.
public struct SQL: Sendable {
    fileprivate var pieces: [SQLPiece]
    fileprivate var mark = 0
    /// The values, in the order of their places.
    public private(set) var values: [SQLValue]

    /// The statement, with `?` for each value.
    public var text: String {
        var text = ""
        for piece in pieces { text += piece.text }
        return text
    }

    /// What stands for the text when the statement is looked for among those that were prepared.
    public var key: StatementKey { StatementKey(pieces: pieces, mark: mark) }

    /// Joins two pieces of a statement.
    public static func + (left: SQL, right: SQL) -> SQL {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Begins with nothing and room for so much.
    init(pieces: Int = 0, values: Int = 0) {
        self.pieces = []
        self.values = []
        self.pieces.reserveCapacity(pieces)
        self.values.reserveCapacity(values)
    }

    mutating func append(_ piece: SQLPiece) {
        pieces.append(piece)
        mark = (mark ^ piece.mark) &* 0x2127_599b_f432_5c37
    }

    mutating func append(_ value: SQLValue) {
        append(.value)
        values.append(value)
    }

    mutating func append(_ other: SQL) {
        for piece in other.pieces { mark = (mark ^ piece.mark) &* 0x2127_599b_f432_5c37 }
        pieces.append(contentsOf: other.pieces)
        if !other.values.isEmpty { values.append(contentsOf: other.values) }
    }
}

extension SQL: Equatable {
    /// Compares the texts and the values.
    public static func == (left: SQL, right: SQL) -> Bool {
        left.text == right.text && left.values == right.values
    }
}

extension SQL: ExpressibleByStringInterpolation {
    /// Holds a statement without values.
    public init(stringLiteral literal: StaticString) {
        self.init()
        append(.literal(literal))
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
            sql = SQL(pieces: 2 * interpolationCount + 1, values: interpolationCount)
        }

        /// Adds a piece of the statement's own text.
        public mutating func appendLiteral(_ literal: StaticString) {
            sql.append(.literal(literal))
        }

        /// Binds a value; `nil` is null.
        @inlinable
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            bind(value?.sqlValue ?? .null)
        }

        @usableFromInline
        mutating func bind(_ value: SQLValue) {
            sql.append(value)
        }

        /// Adds another piece of SQL with its values.
        public mutating func appendInterpolation(_ piece: SQL) {
            sql.append(piece)
        }

        /// Adds the name of a table or column, in quotes.
        public mutating func appendInterpolation(_ identifier: Identifier) {
            sql.append(.name(identifier.name))
        }

        /// Adds names of tables or columns, in quotes, between commas.
        public mutating func appendInterpolation(_ identifiers: [Identifier]) {
            for (index, identifier) in identifiers.enumerated() {
                if index > 0 { sql.append(.literal(", ")) }
                appendInterpolation(identifier)
            }
        }

        /// Binds several values, between commas: `code IN (\(list: codes))`. An empty list holds nothing.
        public mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
            guard !values.isEmpty else {
                sql.append(.literal("SELECT NULL WHERE 1 = 0"))
                return
            }
            for (index, value) in values.enumerated() {
                if index > 0 { sql.append(.literal(", ")) }
                appendInterpolation(value)
            }
        }

        /// Binds any number of ids as one value, so that the statement's text is the same for all of them:
        /// `unit IN (\(ids: units))`.
        public mutating func appendInterpolation(ids: some Sequence<Int64>) {
            sql.append(.literal("SELECT value FROM json_each("))
            bind(StringInterpolation.list(ids))
            sql.append(.literal(")"))
        }

        /// Binds any number of ids as one value and gives each with its `place` in the order:
        /// `JOIN (\(places: units)) tree ON tree.id = u.id`.
        public mutating func appendInterpolation(places ids: some Sequence<Int64>) {
            sql.append(.literal("SELECT value AS id, key AS place FROM json_each("))
            bind(StringInterpolation.list(ids))
            sql.append(.literal(")"))
        }

        private static func list(_ ids: some Sequence<Int64>) -> SQLValue {
            .text("[" + ids.map { String($0) }.joined(separator: ",") + "]")
        }
    }
}

extension Sequence<SQL> {
    /// Joins pieces of a statement, with a piece of text between each two.
    public func joined(_ separator: StaticString) -> SQL { Array(self).joined(separator) }
}

extension [SQL] {
    /// Joins pieces of a statement, with a piece of text between each two.
    public func joined(_ separator: StaticString) -> SQL {
        var (pieces, values) = (count, 0)
        for piece in self {
            pieces += piece.pieces.count
            values += piece.values.count
        }
        var whole = SQL(pieces: pieces, values: values)
        for (index, piece) in enumerated() {
            if index > 0 { whole.append(.literal(separator)) }
            whole.append(piece)
        }
        return whole
    }
}
