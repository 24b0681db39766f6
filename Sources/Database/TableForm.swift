/// How a table is made: what a generic reader, such as an export or a correction, needs to know of it.
public struct TableForm: Sendable, Hashable {
    /// The name.
    public let name: Identifier
    /// The columns, in their order.
    public let columns: [Column]
    /// The columns that together tell the rows which are not retired apart, one list for each such law.
    public let laws: [[Identifier]]

    /// Gathers what is known of a table.
    public init(_ name: Identifier, columns: [Column], laws: [[Identifier]] = []) {
        self.name = name
        self.columns = columns
        self.laws = laws
    }

    /// One column of a table.
    public struct Column: Sendable, Hashable {
        /// The name.
        public let name: Identifier
        /// The table whose `id` its values name, where it names one.
        public let reference: Identifier?

        /// Describes a column.
        public init(_ name: Identifier, reference: Identifier? = nil) {
            self.name = name
            self.reference = reference
        }
    }

    /// Whether it holds nothing but what the rows of other tables say, in another form: it is no part of what is
    /// written out, and is made again.
    public var isDerived: Bool { name.name.hasPrefix("packed_") }

    /// Whether it holds records, whose rows carry the entries that brought and ended them.
    public var holdsRecords: Bool {
        let names = Set(columns.map(\.name.name))
        return names.isSuperset(of: ["id", "recorded", "retired"])
    }
}
