public import Values

/// What arithmetic and comparisons see of a type: codes and choices are texts to them.
enum Family: Sendable, Hashable, CaseIterable {
    case number, percent, money, text, date, period, time, yesNo, list, record, table, nothing
}

extension ValueType {
    var family: Family {
        switch self {
        case .text, .path, .code, .newCode, .choice: .text
        case .number: .number
        case .percent: .percent
        case .money: .money
        case .date: .date
        case .period: .period
        case .time: .time
        case .yesNo: .yesNo
        case .list: .list
        case .record: .record
        case .table, .anyTable: .table
        case .nothing: .nothing
        }
    }

    /// The type in a sentence: “a number”, “số”.
    public var noun: Text {
        switch self {
        case .text: Text("a text", vi: "đoạn chữ")
        case .path: Text("a file name", vi: "tên tệp")
        case .number: Text("a number", vi: "số")
        case .percent: Text("a percent", vi: "tỷ lệ phần trăm")
        case .money: Text("an amount of money", vi: "số tiền")
        case .date: Text("a date", vi: "ngày")
        case .period: Text("a period", vi: "kỳ")
        case .time: Text("a duration", vi: "khoảng thời gian")
        case .yesNo: Text("yes or no", vi: "có hoặc không")
        case .code(let kind), .newCode(let kind): Text("a \(kind) code", vi: "mã (\(kind))")
        case .choice(let choices):
            Text("one of a list (\(choices.name))", vi: "một mục trong danh sách (\(choices.name))")
        case .list: Text("a list", vi: "danh sách")
        case .record: Text("a record", vi: "bản ghi")
        case .table, .anyTable: Text("a table", vi: "bảng")
        case .nothing: Text("nothing", vi: "không có giá trị")
        }
    }

    /// Whether a value of another type may stand where this type is expected.
    public func accepts(_ given: ValueType) -> Bool {
        switch (self, given) {
        case (.choice(let wanted), .choice(let other)): wanted.name == other.name
        case (.choice, _): false
        case (.code(let wanted), .code(let other)), (.newCode(let wanted), .newCode(let other)): wanted == other
        case (.list(let wanted), .list(let other)): wanted.accepts(other)
        case (.record(let wanted), .record(let other)), (.table(let wanted), .table(let other)): wanted.accepts(other)
        default: family == given.family
        }
    }

    /// The type of both, where two values of these types may stand for each other; `nil` where they may not.
    func unified(with other: ValueType) -> ValueType? {
        if self == other { return self }
        guard family == other.family else { return nil }
        switch (self, other) {
        case (.list(let left), .list(let right)): return left.unified(with: right).map { .list($0) }
        case (.record, _), (.table, _), (.anyTable, _): return nil
        case (.choice(let left), .choice(let right)) where left.name == right.name: return self
        default: return family == .text ? .text : self
        }
    }

    /// Whether values of this type stand in an order.
    var isOrdered: Bool {
        switch self {
        case .choice: false
        default: [.number, .percent, .money, .text, .date, .period, .time].contains(family)
        }
    }

    /// Whether rows can be sorted by values of this type; lists of choices and yes/no can, in their written order.
    var isSortable: Bool { family == .text || family == .yesNo || isOrdered }

    /// The type of the items of a list.
    var element: ValueType? {
        if case .list(let element) = self { element } else { nil }
    }

    /// Whether it is a table, known or not.
    var isTable: Bool { family == .table }
}

extension Schema {
    /// Whether another schema has all these columns, each of a type that may stand for this one's.
    func accepts(_ other: Schema) -> Bool {
        columns.allSatisfy { column in other[column.name].map { column.type.accepts($0.type) } ?? false }
    }
}

extension Value {
    /// The type that shows in the value itself; codes and choices show as texts. `nil` for a missing value.
    public var evidentType: ValueType? {
        switch self {
        case .missing: nil
        case .text: .text
        case .number: .number
        case .percent: .percent
        case .money: .money
        case .date: .date
        case .period: .period
        case .time: .time
        case .yesNo: .yesNo
        case .list(let values): .list(values.lazy.compactMap(\.evidentType).first ?? .text)
        case .record(let record):
            .record(Schema(zip(record.names, record.values).map { ColumnInfo($0, $1.evidentType ?? .text) }))
        }
    }

    /// Whether the value is a plain yes; a missing answer is none.
    var isYes: Bool {
        if case .yesNo(true) = self { true } else { false }
    }

    /// The value as the language writes it, without quotes: `33.5%`, `1250000 đ`, `2025-03-14`.
    var canonical: String {
        switch self {
        case .missing: ""
        case .text(let text): text
        case .number(let number): number.description
        case .percent(let share): "\(share.multiplied(by: 100) ?? share)%"
        case .money(let amount): "\(amount) đ"
        case .date(let day): day.description
        case .period(let period): period.description
        case .time(let time): time.description
        case .yesNo(let yes): yes ? "yes" : "no"
        case .list(let values): values.map(\.canonical).joined(separator: ", ")
        case .record(let record):
            zip(record.names, record.values).map { "\($0): \($1.canonical)" }.joined(separator: ", ")
        }
    }
}
