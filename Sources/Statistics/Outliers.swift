/// How far a value lies from others of its kind, by medians; the value itself is never among those it is held against.
///
/// Deviations are measured on the value's own side of the median (double MAD), so that a skewed kind of figures does
/// not flag its long tail: Iglewicz and Hoaglin, *How to Detect and Handle Outliers* (1993), with 3.5 as their limit.
public struct RobustScore: Sendable, Hashable {
    /// The median of the others.
    public let median: Double
    /// The median deviation of the others on the value's side, times 1.4826; 0 when they are alike.
    public let deviation: Double
    /// The value less the median, in deviations; `nil` when the others are alike, so that no measure exists.
    public let score: Double?

    /// The fewest others that say what is usual.
    public static let leastOthers = 5
    /// From where on a value is looked at.
    public static let limit = 3.5

    /// Holds a value against others; `nil` when they are too few.
    public init?(of value: Double, among others: [Double]) {
        let others = others.filter(\.isFinite)
        guard value.isFinite, others.count >= RobustScore.leastOthers, let middle = others.median else { return nil }
        median = middle
        let side = others.filter { value >= middle ? $0 >= middle : $0 <= middle }
        let near = side.map { abs($0 - middle) }.median ?? 0
        let all = others.map { abs($0 - middle) }.median ?? 0
        // A side with few values must not make the measure narrower than the whole is.
        deviation = 1.4826 * max(near, all)
        score = deviation > 0 ? (value - middle) / deviation : nil
    }

    /// Whether the value is to be looked at: it lies far out, or differs where all others are alike.
    public func isOutlier(_ value: Double) -> Bool {
        score.map { abs($0) > RobustScore.limit } ?? (value != median)
    }
}

extension [Double] {
    /// The middle value, or the mean of the two in the middle; `nil` when there are none.
    public var median: Double? {
        guard !isEmpty else { return nil }
        let ordered = sorted()
        let middle = count / 2
        return count.isMultiple(of: 2) ? (ordered[middle - 1] + ordered[middle]) / 2 : ordered[middle]
    }
}
