import Diagnostics
public import Values

/// A function of the language: its name, what it takes and gives, its help and its work.
public struct BuiltInFunction: Sendable {
    /// The name in expressions.
    public let name: String
    /// What it takes, in order.
    public let parameters: [Parameter]
    /// What it gives, in a line.
    public let summary: Text
    /// Whether it makes one value of many rows: in `group by … with`, or of a table as its first argument.
    public var isAggregate: Bool {
        if case .aggregate = work { true } else { false }
    }

    let result: ResultRule
    /// The first of the parameters that must all be of one type.
    let alikeFrom: Int?
    let work: Work
    /// The same work on whole columns, where there is one for it.
    var columnar: (@Sendable ([Node]) -> Node.RunColumns)?

    /// One parameter.
    public struct Parameter: Sendable {
        /// Its name in help.
        public let name: String
        /// Whether it can be left out.
        public let isOptional: Bool
        /// Whether more of its kind may follow.
        public let repeats: Bool
        let accepts: Accepts

        init(_ name: String, _ accepts: Accepts, optional: Bool = false, repeats: Bool = false) {
            self.name = name
            self.accepts = accepts
            isOptional = optional
            self.repeats = repeats
        }
    }

    /// The types that a parameter takes.
    struct Accepts: Sendable {
        /// The types in a sentence.
        let noun: Text
        /// The type by which bare words are read.
        let expecting: ValueType?
        let test: @Sendable (ValueType) -> Bool
    }

    /// How the type of the result follows from the types of the arguments.
    enum ResultRule: Sendable {
        /// Always the same.
        case always(ValueType)
        /// That of the first argument.
        case first
        /// That of the items of the first argument.
        case element
        /// The one type of the arguments that must be alike.
        case alike
    }

    /// What it does.
    enum Work: Sendable {
        /// A closure over rows, made of the closures of its arguments.
        case scalar(@Sendable ([Node.Run]) -> Node.Run)
        /// One value of many.
        case aggregate(@Sendable (AggregateInput) throws -> Value)
    }

    init(
        _ name: String, _ parameters: [Parameter], _ result: ResultRule, _ summary: Text, alikeFrom: Int? = nil,
        _ work: Work
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.summary = summary
        self.alikeFrom = alikeFrom
        self.work = work
    }

    /// The function with work on whole columns, given what its arguments are in all rows.
    func columnar(_ work: @escaping @Sendable ([Batch], Int, Frame) throws -> Column?) -> BuiltInFunction {
        var function = self
        function.columnar = { nodes in
            { frame, count in try work(nodes.map { try $0.batch(frame, count) }, count, frame).map { .cells($0) } }
        }
        return function
    }

    /// How it is called: `round(x, [decimals])`, `min(a, b, …)`.
    public var usage: String {
        let names = parameters.map { ($0.isOptional ? "[\($0.name)]" : $0.name) + ($0.repeats ? ", …" : "") }
        return "\(name)(\(names.joined(separator: ", ")))"
    }

    /// All functions, in the order in which help lists them; `min` and `max` stand twice, for values and for rows.
    public static let all: [BuiltInFunction] =
        numbers + roundings + conditions + texts + textParts
        + calendar + dates + aggregates

    /// The names of all functions, each once.
    public static let names: [String] = Array(Set(all.map(\.name))).sorted()

    private static let byName = Dictionary(grouping: all, by: \.name)

    static func scalar(named name: String) -> BuiltInFunction? {
        byName[name]?.first { !$0.isAggregate }
    }

    static func aggregate(named name: String) -> BuiltInFunction? {
        byName[name]?.first { $0.isAggregate }
    }

    /// How few and how many arguments it takes.
    var argumentCounts: ClosedRange<Int> {
        let least = parameters.count { !$0.isOptional }
        return least...(parameters.last?.repeats == true ? 1000 : parameters.count)
    }

    /// The parameter that an argument fills.
    func parameter(_ place: Int) -> Parameter? {
        place < parameters.count ? parameters[place] : parameters.last { $0.repeats }
    }
}

extension BuiltInFunction.Accepts {
    static func families(_ families: Set<Family>, _ noun: Text, expecting: ValueType? = nil) -> Self {
        Self(noun: noun, expecting: expecting) { families.contains($0.family) }
    }

    static func type(_ type: ValueType) -> Self {
        Self(noun: type.noun, expecting: type) { type.accepts($0) }
    }

    static let any = Self(noun: Text("a value", vi: "một giá trị"), expecting: nil) { !$0.isTable && $0 != .nothing }
    static let number = type(.number)
    static let text = families([.text], ValueType.text.noun)
    static let yesNo = type(.yesNo)
    static let ordered = Self(
        noun: Text("a value that has an order", vi: "một giá trị có thứ tự"), expecting: nil
    ) { $0.isOrdered }
    static let quantity = families(
        [.number, .percent, .money, .time],
        Text("a number, percent, amount of money or duration", vi: "số, tỷ lệ phần trăm, số tiền hoặc khoảng thời gian")
    )
    static let figure = families(
        [.number, .percent, .money],
        Text("a number, percent or amount of money", vi: "số, tỷ lệ phần trăm hoặc số tiền"))
    static let share = families([.number, .percent], Text("a number or percent", vi: "số hoặc tỷ lệ phần trăm"))
    static let calendar = families([.date, .period], Text("a date or period", vi: "ngày hoặc kỳ"), expecting: .period)
    static let listOrText = families([.text, .list], Text("a text or list", vi: "đoạn chữ hoặc danh sách"))
}

/// The usual kinds of work: a missing argument makes the result missing, for the same reason.
extension BuiltInFunction.Work {
    static func one(_ work: @escaping @Sendable (Value) throws -> Value) -> Self {
        .scalar { arguments in
            guard let a = arguments.first else { return Node.unknown.run }
            return { frame, row in
                let value = try a(frame, row)
                return value.isMissing ? value : try work(value)
            }
        }
    }

    static func two(_ work: @escaping @Sendable (Value, Value) throws -> Value) -> Self {
        .scalar { arguments in
            guard arguments.count == 2 else { return Node.unknown.run }
            let (a, b) = (arguments[0], arguments[1])
            return { frame, row in
                let (first, second) = (try a(frame, row), try b(frame, row))
                if first.isMissing { return first }
                return second.isMissing ? second : try work(first, second)
            }
        }
    }

    /// Any count of arguments, none of them missing.
    static func present(_ work: @escaping @Sendable ([Value]) throws -> Value) -> Self {
        .scalar { arguments in
            { frame, row in
                let values = try arguments.map { try $0(frame, row) }
                return try values.first { $0.isMissing } ?? work(values)
            }
        }
    }

    /// Any count of arguments, missing ones too.
    static func all(_ work: @escaping @Sendable ([Value]) throws -> Value) -> Self {
        .scalar { arguments in
            { frame, row in try work(arguments.map { try $0(frame, row) }) }
        }
    }
}
