public import Commands
public import Values

/// How a pack tells what its rounds ask for, and takes note that a return has come in with a package.
public struct FigureCall: Contribution {
    /// What a round asks for, by its code; `nil` when there is no such round.
    public let asked: @Sendable (Session, _ round: String) throws -> AskedFigures?
    /// Which units owe a return, by their lasting ids, and on which day it came in.
    public let returns: @Sendable (Session, _ round: String) throws -> [Int64: Day?]
    /// Notes that the return of a unit that owes one came in on a day.
    public let receive: @Sendable (Session, _ round: String, _ unit: Int64, Day) throws -> Void

    /// Declares rounds.
    public init(
        asked: @escaping @Sendable (Session, _ round: String) throws -> AskedFigures?,
        returns: @escaping @Sendable (Session, _ round: String) throws -> [Int64: Day?],
        receive: @escaping @Sendable (Session, _ round: String, _ unit: Int64, Day) throws -> Void
    ) {
        self.asked = asked
        self.returns = returns
        self.receive = receive
    }
}

/// What a round asks for.
public struct AskedFigures: Sendable, Hashable {
    /// The period.
    public let period: Period
    /// The codes of the elements; none where the round does not say.
    public let elements: [String]

    /// Asks for elements in a period.
    public init(period: Period, elements: [String]) {
        self.period = period
        self.elements = elements
    }
}
