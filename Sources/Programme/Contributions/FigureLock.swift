public import Commands
public import Values

/// How a pack keeps figures as they are, such as those of a round of returns that is closed.
public struct FigureLock: Contribution {
    /// The figures that are closed.
    public let closed: @Sendable (Session) throws -> [ClosedFigures]
    /// Refuses that an entry, which is undoing or doing again, has changed records of the pack that are closed.
    public let refuseTakingBack: @Sendable (Session, _ entry: Int) throws -> Void

    /// Declares a lock.
    public init(
        closed: @escaping @Sendable (Session) throws -> [ClosedFigures],
        refuseTakingBack: @escaping @Sendable (Session, _ entry: Int) throws -> Void
    ) {
        self.closed = closed
        self.refuseTakingBack = refuseTakingBack
    }
}

/// Figures that nobody changes until they are opened again.
public struct ClosedFigures: Sendable {
    /// The codes of their elements.
    let elements: Set<String>
    /// The period in which they lie.
    let period: Period
    /// What closed them, as a part of a sentence: “the round BC-2025 was closed on 2025-12-20”.
    let name: Text
    /// How they are opened again, as a sentence.
    let reopening: Text
    /// Whether the figures of a unit, by its lasting id, are among them.
    let covers: @Sendable (Session, Int64) throws -> Bool

    /// Closes the figures of elements that lie in a period.
    public init(
        elements: Set<String>, period: Period, name: Text, reopening: Text,
        covers: @escaping @Sendable (Session, Int64) throws -> Bool
    ) {
        self.elements = elements
        self.period = period
        self.name = name
        self.reopening = reopening
        self.covers = covers
    }
}
