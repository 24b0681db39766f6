public import Commands
public import Values

/// An element whose figures come from a pack's records instead of being typed, such as participants of trainings.
public struct DerivedElement: Contribution {
    /// The element's code: `training-participants`.
    public let code: String
    /// What is counted.
    public let name: Text
    /// How what is counted in shorter periods makes the count of a longer one; `none` where it does not.
    public let overTime: OverTime
    /// What the records say for each unit, by the unit's lasting id, in a period. A unit that is left out did not
    /// report; nought is a value.
    public let figures: @Sendable (Session, Period) throws -> [Int64: DerivedFigure]
    /// The records behind the counts of a period; `nil` where the pack does not tell them.
    public let records: (@Sendable (Session, Period) throws -> [DerivedRecord])?

    /// Declares an element.
    public init(
        _ code: String, _ name: Text, overTime: OverTime = .none,
        records: (@Sendable (Session, Period) throws -> [DerivedRecord])? = nil,
        figures: @escaping @Sendable (Session, Period) throws -> [Int64: DerivedFigure]
    ) {
        self.code = code
        self.name = name
        self.overTime = overTime
        self.records = records
        self.figures = figures
    }
}

/// A count that comes from records.
public struct DerivedFigure: Sendable, Hashable {
    /// All of them.
    public let total: Number
    /// The women among them; `nil` for what is not counted by sex.
    public let women: Number?

    /// Holds a count.
    public init(total: Number, women: Number?) {
        self.total = total
        self.women = women
    }
}

/// A record behind a derived count, with its share of it.
public struct DerivedRecord: Sendable, Hashable {
    /// The lasting id of the unit.
    public let unit: Int64
    /// The code of the record, or the day on which it was made.
    public let code: String
    /// What it adds to the count.
    public let figure: DerivedFigure
    /// The entry of the journal that brought it.
    public let entry: Int

    /// Holds a record.
    public init(unit: Int64, code: String, figure: DerivedFigure, entry: Int) {
        self.unit = unit
        self.code = code
        self.figure = figure
        self.entry = entry
    }

    /// Whether records add up to a count, so that they tell all of it.
    static func add(_ records: [DerivedRecord], upTo figure: DerivedFigure) -> Bool {
        let women = records.compactMap(\.figure.women)
        return !records.isEmpty && Number.sum(records.map(\.figure.total)) == figure.total
            && (figure.women == nil || women.count == records.count && Number.sum(women) == figure.women)
    }
}
