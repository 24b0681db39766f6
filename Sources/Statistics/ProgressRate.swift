private import Glibc

/// How fast something moved from a baseline, held against how fast it had to move to reach a target in time.
public struct ProgressRate: Sendable, Hashable {
    /// How a pace is measured.
    public enum Pace: Sendable, Hashable {
        /// The same distance every year; has a meaning for any numbers.
        case linear
        /// The same share every year, (b ÷ a)^(1 ÷ years) − 1; needs numbers above nought.
        case compound
    }

    /// What was measured: compound pace is only worked out where it exists.
    public let pace: Pace
    /// What was reached a year since the baseline.
    public let actual: Double
    /// What was needed a year from the baseline to the target.
    public let required: Double

    /// Works the paces out; `nil` when no time passed, or the target was no distance away at the baseline.
    ///
    /// Where a compound pace does not exist, the linear one stands in, and says so: a baseline of nought is not
    /// replaced by a small number.
    public init?(from base: Double, to value: Double, in years: Double, target: Double, in all: Double, _ pace: Pace) {
        guard years > 0, all > 0, base != target, [base, value, target].allSatisfy(\.isFinite) else { return nil }
        if pace == .compound, base > 0, value > 0, target > 0 {
            self.pace = .compound
            actual = pow(value / base, 1 / years) - 1
            required = pow(target / base, 1 / all) - 1
        } else {
            self.pace = .linear
            actual = (value - base) / years
            required = (target - base) / all
        }
    }

    /// The actual pace in required ones: 1 is just in time, below nought is the wrong way.
    public var ratio: Double { actual / required }
}
