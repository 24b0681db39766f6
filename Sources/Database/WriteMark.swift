/// Counts the statements of a connection that may have changed rows of a table.
public final class WriteMark {
    /// How many there were.
    public private(set) var count = 0

    /// Begins at nought.
    public init() {}

    /// Counts one more.
    public func note() { count += 1 }
}
