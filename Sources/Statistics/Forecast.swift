private import Glibc

/// A series continued by the method that would have continued it best before.
///
/// Shares are continued on the logit scale, so that no forecast leaves 0…1. An interval is Student's, of the method's
/// own standard error or of the backtest's, whichever is wider.
public struct Forecast: Sendable, Hashable {
    /// What the values of a series are.
    public enum Scale: Sendable, Hashable {
        /// Any numbers.
        case plain
        /// Shares of a whole, 0…1.
        case share
    }

    /// The method that was chosen, worked out for the whole series.
    public let fitted: FittedForecast
    /// The backtests of the methods that were compared, the chosen one first; on the scale that was used.
    public let backtests: [Backtest]
    /// The scale that was used: shares that touch 0 or 1 have no logit and are continued as they are.
    public let scale: Scale
    /// Whether values are shares, so that intervals end at 0 and 1.
    private let areShares: Bool

    /// Why a series is not continued.
    public enum Refusal: Error, Sendable, Hashable {
        /// It has fewer than so many values.
        case tooShort(least: Int)
        /// A value is not finite, or a share lies outside 0…1.
        case outOfRange
    }

    /// Chooses a method by rolling origin over so many steps and works it out.
    public init(_ series: [Double], _ scale: Scale = .plain, steps: Int) throws(Refusal) {
        guard series.count >= ForecastMethod.leastSeries else { throw .tooShort(least: ForecastMethod.leastSeries) }
        guard series.allSatisfy(\.isFinite), scale == .plain || series.allSatisfy({ (0...1).contains($0) }) else {
            throw .outOfRange
        }
        areShares = scale == .share
        let hasLogits = areShares && series.allSatisfy { $0 > 0 && $0 < 1 }
        self.scale = hasLogits ? .share : .plain
        let values = hasLogits ? series.map { log($0 / (1 - $0)) } : series
        backtests = ForecastMethod.compared(on: values, steps: max(steps, 1))
        guard let fitted = (backtests.first?.method ?? .naive).fitted(to: values) else { throw .outOfRange }
        self.fitted = fitted
    }

    /// The naive method's backtest, against which every other is held.
    public var naive: Backtest? { backtests.first { $0.method == .naive } }

    /// The middle of what is expected so many steps ahead, from 1.
    public func value(_ steps: Int) -> Double { back(fitted.mean(steps)) }

    /// The range in which the value will lie with a chance of 0…1.
    public func interval(_ steps: Int, _ chance: Double) -> ClosedRange<Double> {
        let half = student.quantile((1 + chance) / 2) * error(steps)
        let mean = fitted.mean(steps)
        let (low, high) = (back(mean - half), back(mean + half))
        return low <= high ? low...high : high...low
    }

    /// The chance that the value will be at least this one, so many steps ahead.
    public func chance(ofAtLeast value: Double, _ steps: Int) -> Double {
        let goal: Double
        if scale == .share {
            guard value > 0 else { return 1 }
            guard value < 1 else { return 0 }
            goal = log(value / (1 - value))
        } else {
            goal = value
        }
        let (mean, error) = (fitted.mean(steps), error(steps))
        guard error > 0 else { return mean >= goal ? 1 : 0 }
        return 1 - student.probability(upTo: (goal - mean) / error)
    }

    private var student: StudentDistribution { StudentDistribution(degrees: Double(fitted.degrees)) }

    private func error(_ steps: Int) -> Double {
        max(fitted.error(steps), backtests.first?.deviation(steps) ?? 0)
    }

    private func back(_ value: Double) -> Double {
        if scale == .share { return 1 / (1 + exp(-value)) }
        return areShares ? min(max(value, 0), 1) : value
    }
}
