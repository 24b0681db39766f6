extension Number {
    /// Holds a whole number divided by ten to the power of `decimals`, at most 18; zeros at the end are dropped.
    @inlinable
    public init(scaled word: Int64, decimals: UInt8) {
        // An odd number has no nought at its end.
        if decimals == 0 || word & 1 == 1 {
            self.init(canonical: word, decimals: decimals)
        } else {
            self.init(stripping: word, decimals: decimals)
        }
    }

    @usableFromInline
    init(stripping word: Int64, decimals: UInt8) {
        var (digits, places) = (word, decimals)
        if places >= 8, digits % 100_000_000 == 0 { (digits, places) = (digits / 100_000_000, places - 8) }
        while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
        self.init(canonical: digits, decimals: places)
    }

    /// Ten to a power that fits a machine word; `nil` for others.
    public static func power(of10 exponent: Int) -> Int64? {
        guard (0...18).contains(exponent) else { return nil }
        return wordPowers[exponent]
    }

    static let wordPowers: [Int64] = (0...18).map { exponent in (0..<exponent).reduce(Int64(1)) { n, _ in n * 10 } }
}

extension Period {
    /// The period as a machine word; `init(word:)` reads it. Equal periods have equal words; their order is not that of
    /// periods.
    public var word: Int64 {
        (Int64(year) << 8) | (Int64(Kind.allCases.firstIndex(of: kind) ?? 0) << 4) | Int64(index)
    }

    /// Reads ``word``.
    public init(word: Int64) {
        let kind = Kind.allCases[min(Int((word >> 4) & 15), Kind.allCases.count - 1)]
        self.init(unchecked: kind, year: Int(word >> 8), index: Int(word & 15))
    }
}
