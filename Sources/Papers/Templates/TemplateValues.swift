public import Tables
public import Values

/// What a template can be filled with: names with values, tables and groups of further names.
public struct TemplateValues: Sendable {
    /// What a name stands for.
    public enum Content: Sendable {
        /// A value of a type, written in the language of the paper.
        case value(Value, ValueType = .text)
        /// Words in both languages.
        case words(Text)
        /// Rows, which a section repeats.
        case rows(Table)
        /// Names within a name: `unit.name`.
        case group(TemplateValues)
        /// Something that is not there this time; a section about it is left out.
        case absent
        /// A column whose rows differ, outside of its rows.
        case differing
    }

    /// A name as it is offered, with what it stands for.
    public struct Entry: Sendable {
        /// The name, and its other name in Vietnamese.
        public let name: Text
        /// What it stands for.
        public let content: Content
        /// The name as templates may write it: `trainings-by-unit`.
        public var key: Text { name.map { TemplateName.key($0) } }
    }

    /// The names in order.
    public private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    /// Offers nothing yet.
    public init() {}

    /// Offers a name; one that is there already stays.
    public mutating func add(_ name: Text, _ content: Content) {
        let keys = [name.english, name.vietnamese].map { TemplateName.key($0) }.filter { !$0.isEmpty }
        guard keys.contains(where: { places[$0] == nil }) else { return }
        entries.append(Entry(name: name, content: content))
        for key in keys where places[key] == nil { places[key] = entries.count - 1 }
    }

    /// Offers a name that is the same in both languages; one that is there already stays.
    public mutating func add(_ name: String, _ content: Content) { add(Text(verbatim: name), content) }

    /// Offers the rows of a table under a name, and each column by itself where all rows agree on it.
    public mutating func add(rows table: Table, as name: Text) {
        add(name, .rows(table))
        for (place, column) in table.schema.columns.enumerated() {
            let first = table.rowCount > 0 ? table[0, place] : .missing
            let agree = (0..<table.rowCount).allSatisfy { table[$0, place] == first }
            add(column.name, agree ? .value(first, column.type) : .differing)
        }
    }

    /// Offers each value of a record under its name.
    public mutating func add(_ record: Record) {
        for (name, value) in zip(record.names, record.values) { add(name, .value(value)) }
    }

    /// What a key stands for, or `nil`.
    subscript(key: String) -> Content? { places[key].map { entries[$0].content } }
}
