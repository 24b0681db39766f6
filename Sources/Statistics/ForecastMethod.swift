/// A published way to continue a series of values at equal distances.
public enum ForecastMethod: Sendable, Hashable, CaseIterable {
    /// The last value.
    case naive
    /// The last value and the mean change (random walk with drift).
    case drift
    /// Simple exponential smoothing.
    case simple
    /// Holt's linear trend.
    case holt
    /// Holt's trend that fades (Gardner and McKenzie, 1985).
    case dampedHolt

    /// The fewest values from which the method can be worked out with anything left to judge it by.
    public var leastCount: Int {
        switch self {
        case .naive: 2
        case .drift: 3
        case .simple: 4
        case .holt: 6
        case .dampedHolt: 7
        }
    }

    /// Works the method out for a series, with what fitted its beginning as a hint; `nil` for a series that is too
    /// short or holds a value that is not finite.
    public func fitted(to series: [Double], near shorter: FittedForecast? = nil) -> FittedForecast? {
        guard series.count >= leastCount, series.allSatisfy(\.isFinite), let last = series.last else { return nil }
        guard let form else { return FittedForecast(walk: series, last: last, hasDrift: self == .drift) }
        return Smoothing.fitted(to: series, form, near: shorter?.smoothing?.weights).map { FittedForecast(self, $0) }
    }

    private var form: Smoothing.Form? {
        switch self {
        case .naive, .drift: nil
        case .simple: .level
        case .holt: .trend
        case .dampedHolt: .dampedTrend
        }
    }
}

/// A method worked out for a series.
public struct FittedForecast: Sendable, Hashable {
    /// The method.
    public let method: ForecastMethod
    /// The smoothing model, where the method is one.
    public let smoothing: Smoothing?
    /// The error of a single step: the root of the sum of squared errors over the degrees of freedom.
    public let deviation: Double
    /// The degrees of freedom that are left.
    public let degrees: Int
    private let last: Double
    private let drift: Double
    private let changes: Int

    init(_ method: ForecastMethod, _ smoothing: Smoothing) {
        self.method = method
        self.smoothing = smoothing
        degrees = max(smoothing.errors.count - smoothing.form.parameterCount, 1)
        deviation = (smoothing.squaredErrors / Double(degrees)).squareRoot()
        last = smoothing.last.level
        drift = 0
        changes = smoothing.errors.count
    }

    init(walk series: [Double], last: Double, hasDrift: Bool) {
        method = hasDrift ? .drift : .naive
        smoothing = nil
        self.last = last
        changes = series.count - 1
        let drift = hasDrift ? (last - series[0]) / Double(changes) : 0
        self.drift = drift
        degrees = max(changes - (hasDrift ? 1 : 0), 1)
        let squares = zip(series, series.dropFirst()).reduce(0) { sum, pair in
            let error = pair.1 - pair.0 - drift
            return sum + error * error
        }
        deviation = (squares / Double(degrees)).squareRoot()
    }

    /// The forecast so many steps behind the end, from 1.
    public func mean(_ steps: Int) -> Double {
        smoothing?.mean(steps) ?? last + drift * Double(steps)
    }

    /// The standard error of that forecast.
    public func error(_ steps: Int) -> Double {
        if let smoothing { return deviation * smoothing.spread(steps).squareRoot() }
        let steps = Double(steps)
        // The mean change is itself an estimate: Hyndman and Athanasopoulos, Forecasting, section 5.5.
        let ofDrift = method == .drift ? steps / Double(changes) : 0
        return deviation * (steps * (1 + ofDrift)).squareRoot()
    }
}
