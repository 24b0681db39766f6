public import Diagnostics
internal import Values

/// One row of an answer. Reading by index is the fast way; reading by name says more.
///
/// `let opened: Day? = try row.value("opened")` reads any convertible type; null is read by an optional.
public struct Row: Sendable {
    /// The columns, shared by all rows of an answer.
    public let columns: Columns
    /// The values, one for each column.
    public let values: [SQLValue]

    /// The names of an answer's columns.
    public final class Columns: Sendable {
        /// The names, from left to right.
        public let names: [String]

        /// Holds names.
        public init(_ names: [String]) {
            self.names = names
        }
    }

    /// Pairs columns with values.
    public init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// Reads the value of a named column.
    @inlinable
    public func value<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        guard let index = columns.names.firstIndex(of: column) else { throw Row.unknown(column) }
        return try value(index, as: type)
    }

    /// Reads the value of a column by its index, from 0.
    @inlinable
    public func value<Value: SQLConvertible>(_ index: Int, as type: Value.Type = Value.self) throws -> Value {
        guard values.indices.contains(index) else { throw Row.unknown("\(index)") }
        guard let value = Value(sqlValue: values[index]) else { throw unreadable(index) }
        return value
    }

    /// Reads a text.
    public func text(_ column: String) throws -> String { try value(column) }
    /// Reads a text.
    public func text(_ index: Int) throws -> String { try value(index) }
    /// Reads a whole number.
    public func integer(_ column: String) throws -> Int { try value(column) }
    /// Reads a whole number.
    public func integer(_ index: Int) throws -> Int { try value(index) }

    @usableFromInline
    static func unknown(_ column: String) -> Diagnostic {
        Diagnostic(
            .columnNotRead,
            Text("The answer has no column ‘\(column)’.", vi: "Kết quả không có cột ‘\(column)’."), subject: column)
    }

    /// Says which column it is, never what stands in it.
    @usableFromInline
    func unreadable(_ index: Int) -> Diagnostic {
        .columnUnreadable(columns.names.indices.contains(index) ? columns.names[index] : "\(index)")
    }
}

extension Row: Equatable {
    /// Compares the values and the names of the columns.
    public static func == (left: Row, right: Row) -> Bool {
        left.values == right.values && left.columns.names == right.columns.names
    }
}

extension Diagnostic {
    /// Says that a column of the database holds what Sen would not write there; never what it is.
    public static func columnUnreadable(_ name: String) -> Diagnostic {
        Diagnostic(
            .columnUnreadable,
            Text(
                "The database column ‘\(name)’ holds a value of an unexpected kind.",
                vi: "Cột ‘\(name)’ trong cơ sở dữ liệu chứa giá trị không đúng kiểu."),
            subject: name, notes: [Note.changedFromOutside])
    }
}

extension Diagnostic.Code {
    /// A column was asked for that the statement does not give.
    public static let columnNotRead: Self = "column-not-read"
    /// A column of the database holds a value of another kind than Sen writes there.
    public static let columnUnreadable: Self = "column-unreadable"
}
