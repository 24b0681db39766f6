/// One step in the making of a pack's tables. A step that has been published is never changed: another one follows.
public struct Migration: Sendable, Equatable {
    /// The pack that owns the tables.
    public let pack: String
    /// The number of the step within the pack, from 1.
    public let number: Int
    /// What it runs, in order.
    public let statements: [SQL]

    /// Names a step.
    public init(pack: String, number: Int, _ statements: [SQL]) {
        self.pack = pack
        self.number = number
        self.statements = statements
    }
}
