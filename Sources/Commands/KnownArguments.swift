public import Values

/// The arguments of a sentence as far as they are known before it runs.
public struct KnownArguments: Sendable {
    /// Those that are written out, by the names of their parameters.
    public private(set) var values: [String: Value] = [:]
    /// Those that are given and known only when the sentence runs.
    public private(set) var later: Set<String> = []

    /// Knows of no argument.
    public init() {}

    /// Takes an argument: its value, or `nil` when it is known later.
    public mutating func take(_ name: String, _ value: Value?) {
        if let value { values[name] = value } else { later.insert(name) }
    }
}
