/// One value: what a cell of a table, an argument or a variable holds.
///
/// Codes and choices are texts here; their kind stands in the ``ValueType`` beside the value.
public enum Value: Sendable, Hashable {
    /// Nothing, and why.
    case missing(Missing)
    /// A text, in NFC.
    case text(String)
    /// An exact decimal number.
    case number(Number)
    /// A share: 0.335 is 33.5 %.
    case percent(Number)
    /// Whole đồng.
    case money(Int64)
    /// A day.
    case date(Day)
    /// A stretch of the calendar.
    case period(Period)
    /// An amount of time.
    case time(TimeAmount)
    /// Yes or no.
    case yesNo(Bool)
    /// Several values.
    case list([Value])
    /// Named values.
    case record(Record)

    /// The plain missing value.
    public static let missing = Value.missing(.empty)

    /// Whether there is no value, for any reason.
    public var isMissing: Bool {
        if case .missing = self { true } else { false }
    }
}

/// Why a value is not there. A reported nought is a value and none of these.
public enum Missing: String, Sendable, Hashable, CaseIterable {
    /// Nothing was entered.
    case empty
    /// It was due and nobody reported it.
    case notReported = "not-reported"
    /// The question does not arise for this unit.
    case notApplicable = "not-applicable"
    /// It is known and kept back, because it would identify people.
    case withheld
    /// It is not due yet.
    case notYetDue = "not-yet-due"

    /// What readers see in its place.
    public var mark: Text {
        switch self {
        case .empty: Text("", vi: "")
        case .notReported: Text("not reported", vi: "chưa báo cáo")
        case .notApplicable: Text("n/a", vi: "không áp dụng")
        case .withheld: Text("withheld", vi: "không công bố")
        case .notYetDue: Text("not yet due", vi: "chưa đến hạn")
        }
    }
}

/// Named values in their order, such as one row of a table.
public struct Record: Sendable, Hashable {
    /// The names, each once.
    public let names: [String]
    /// The values, one for each name.
    public let values: [Value]

    /// Pairs names with values; names without a value get a missing one.
    public init(names: [String], values: [Value]) {
        self.names = names
        self.values = names.indices.map { $0 < values.count ? values[$0] : .missing }
    }

    /// The value of a name, or `nil` when the record has no such name.
    public subscript(name: String) -> Value? {
        names.firstIndex(of: name).map { values[$0] }
    }
}
