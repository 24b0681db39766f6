/// The type of an argument, a column or an expression.
public indirect enum ValueType: Sendable, Hashable {
    /// A text in quotes.
    case text
    /// The name of a file or folder.
    case path
    /// An exact decimal number.
    case number
    /// A share.
    case percent
    /// Whole đồng.
    case money
    /// A day.
    case date
    /// A stretch of the calendar.
    case period
    /// An amount of time.
    case time
    /// Yes or no.
    case yesNo
    /// The key of a record kind: `.code("unit")`.
    case code(String)
    /// A code that no record has yet.
    case newCode(String)
    /// One of a list of words.
    case choice(Choices)
    /// Several values of one type.
    case list(ValueType)
    /// Named values.
    case record(Schema)
    /// A table.
    case table(Schema)
    /// A table whose columns are known only when it is there, as that of an imported file.
    case anyTable
    /// No value: what a command gives that only acts.
    case nothing

    /// The name in messages and signatures: `number`, `code:unit`, `unit-kind`.
    public var name: String {
        switch self {
        case .text: "text"
        case .path: "path"
        case .number: "number"
        case .percent: "percent"
        case .money: "money"
        case .date: "date"
        case .period: "period"
        case .time: "duration"
        case .yesNo: "yes/no"
        case .code(let kind): "code:\(kind)"
        case .newCode(""): "new code"
        case .newCode(let kind): "new code:\(kind)"
        case .choice(let choices): choices.name
        case .list(let element): "list of \(element.name)"
        case .record: "record"
        case .table, .anyTable: "table"
        case .nothing: "nothing"
        }
    }
}

/// A closed list of words, each with its meaning.
public struct Choices: Sendable, Hashable {
    /// What the list is a list of, in the singular: `unit kind`.
    public let name: String
    /// The words in the order in which they are shown.
    public let options: [Choice]

    /// Names a list of words.
    public init(_ name: String, _ options: [Choice]) {
        self.name = name
        self.options = options
    }

    /// Whether a word is on the list.
    public func contains(_ word: String) -> Bool {
        options.contains { $0.word == word }
    }
}

/// One word of a closed list.
public struct Choice: Sendable, Hashable {
    /// The word as it is typed.
    public let word: String
    /// What it means, in a line.
    public let meaning: Text

    /// Gives a word its meaning.
    public init(_ word: String, _ meaning: Text) {
        self.word = word
        self.meaning = meaning
    }
}

/// The columns of a table or the fields of a record, in order.
public struct Schema: Sendable, Hashable {
    /// The columns in order, each name once.
    public let columns: [ColumnInfo]
    /// The further columns that are known only when the table is there; `nil` where there are none.
    public let further: FurtherColumns?

    /// Lists the columns.
    public init(_ columns: [ColumnInfo], further: FurtherColumns? = nil) {
        self.columns = columns
        self.further = further
    }

    /// The place of a column, or `nil` when there is none of that name.
    public func index(of name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }

    /// The column of a name, or `nil`.
    public subscript(name: String) -> ColumnInfo? {
        columns.first { $0.name == name }
    }

    /// The names in order.
    public var names: [String] { columns.map(\.name) }
}

/// What is known of columns that a pivot makes of values: each is named by a key and holds values of one type.
public struct FurtherColumns: Sendable, Hashable {
    /// The type of the keys that give the names.
    public let key: ValueType
    /// The type of the cells.
    public let value: ValueType

    /// States both types.
    public init(key: ValueType, value: ValueType) {
        self.key = key
        self.value = value
    }

    /// Whether a word may turn out to be the name of such a column.
    public func mayBe(_ name: String) -> Bool {
        switch key {
        case .period: Period(name) != nil || Missing.mayName(name)
        case .date: Day(iso: name) != nil || Missing.mayName(name)
        case .number: Number(name) != nil || Missing.mayName(name)
        case .yesNo: ["yes", "no"].contains(name) || Missing.mayName(name)
        default: true
        }
    }
}

extension Missing {
    /// Whether a pivot may give the name to the column of missing keys.
    static func mayName(_ name: String) -> Bool {
        name == "missing" || Missing(rawValue: name) != nil
    }
}

/// The name, type and heading of a column.
public struct ColumnInfo: Sendable, Hashable {
    /// The name that expressions use.
    public let name: String
    /// The type of every cell; any cell may be missing.
    public let type: ValueType
    /// The heading on papers; screens show the name.
    public let heading: Text

    /// Describes a column; its name is the heading where none is given.
    public init(_ name: String, _ type: ValueType, _ heading: Text? = nil) {
        self.name = name
        self.type = type
        self.heading = heading ?? Text(verbatim: name)
    }
}
