import Values

extension Table {
    /// In how many rows at least one of the columns is missing; names that are no columns count for nothing.
    public func rowsMissing(anyOf names: [String]) -> Int {
        let lists = names.compactMap { schema.index(of: $0) }.compactMap { column($0).missingReasons }
        guard let first = lists.first else { return 0 }
        let reasons = lists.dropFirst().reduce(first) { joined, other in zip(joined, other).map { $0 | $1 } }
        return reasons.count { $0 != 0 }
    }
}
