public import Database
public import Values

/// Something that holds in every sound database, which a pack knows of its own tables; `check database` looks at it.
public struct DatabaseLaw: Contribution {
    /// What is looked at, in a few words.
    public let name: Text
    /// Looks: what was looked through, and what is wrong with it. The rows of records are right; what is derived from
    /// them is made again.
    public let faults: @Sendable (any Connection) throws -> (extent: Text, faults: [Text])

    /// Declares a law.
    public init(
        _ name: Text, faults: @escaping @Sendable (any Connection) throws -> (extent: Text, faults: [Text])
    ) {
        self.name = name
        self.faults = faults
    }
}
