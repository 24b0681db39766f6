/// How far a method was off when it forecast a series from each of its earlier ends (rolling origin; Tashman, 2000).
public struct Backtest: Sendable, Hashable {
    /// The method.
    public let method: ForecastMethod
    /// The errors by steps, from 1: what came less what was forecast.
    public let errors: [[Double]]

    /// Forecasts from each end behind so many values, up to so many steps; `nil` when the method cannot from one.
    public init?(_ method: ForecastMethod, _ series: [Double], from first: Int, steps: Int) {
        guard first >= method.leastCount, first < series.count, steps > 0 else { return nil }
        var shorter: FittedForecast?
        var errors = [[Double]](repeating: [], count: min(steps, series.count - first))
        for end in first..<series.count {
            guard let fitted = method.fitted(to: Array(series[..<end]), near: shorter) else { return nil }
            shorter = fitted
            for step in 1...errors.count where end + step <= series.count {
                errors[step - 1].append(series[end + step - 1] - fitted.mean(step))
            }
        }
        self.method = method
        self.errors = errors
    }

    /// How many forecasts were held against what came.
    public var count: Int { errors.reduce(0) { $0 + $1.count } }

    /// The mean of the errors without their signs.
    public var meanAbsoluteError: Double {
        count > 0 ? errors.joined().reduce(0) { $0 + abs($1) } / Double(count) : .infinity
    }

    /// The root of the mean squared error of forecasts so many steps ahead; `nil` with fewer than three of them.
    public func deviation(_ steps: Int) -> Double? {
        guard errors.indices.contains(steps - 1), errors[steps - 1].count >= 3 else { return nil }
        let list = errors[steps - 1]
        return (list.reduce(0) { $0 + $1 * $1 } / Double(list.count)).squareRoot()
    }
}

extension ForecastMethod {
    /// The backtests of all methods that a series is long enough for, over the same ends and steps, the best first.
    ///
    /// The naive one is always among them; on equal errors the simpler method stands first. Empty for a series of fewer
    /// than ``leastSeries`` values.
    public static func compared(on series: [Double], steps: Int) -> [Backtest] {
        guard series.count >= leastSeries else { return [] }
        // Half of the series teaches, so that no method is judged by a single forecast.
        let first = max(3, (series.count + 1) / 2)
        return
            allCases
            .compactMap { Backtest($0, series, from: first, steps: steps) }
            .enumerated()
            .sorted { ($0.element.meanAbsoluteError, $0.offset) < ($1.element.meanAbsoluteError, $1.offset) }
            .map(\.element)
    }

    /// The fewest values that may be forecast from.
    public static let leastSeries = 4
}
