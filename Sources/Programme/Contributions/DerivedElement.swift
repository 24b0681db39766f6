public import Commands
public import Values

/// An element whose figures come from a pack's records instead of being typed, such as participants of trainings.
public struct DerivedElement: Contribution {
    /// The element's code: `training-participants`.
    public let code: String
    /// What is counted.
    public let name: Text
    /// What the records say for each unit, by the unit's lasting id, in a period. A unit that is left out did not
    /// report; nought is a value.
    public let figures: @Sendable (Session, Period) throws -> [Int64: DerivedFigure]

    /// Declares an element.
    public init(
        _ code: String, _ name: Text, figures: @escaping @Sendable (Session, Period) throws -> [Int64: DerivedFigure]
    ) {
        self.code = code
        self.name = name
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
