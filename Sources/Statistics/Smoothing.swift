/// An exponential smoothing model with additive errors and its state at the end of a series.
///
/// Hyndman, Koehler, Ord and Snyder, *Forecasting with Exponential Smoothing* (2008): the models (A,N,N), (A,A,N) and
/// (A,Ad,N). With `error = value − (level + damping·trend)`:
/// `level ← level + damping·trend + alpha·error`, `trend ← damping·trend + beta·error`.
public struct Smoothing: Sendable, Hashable {
    /// What a model smooths.
    public enum Form: Sendable, Hashable, CaseIterable {
        /// A level alone (simple exponential smoothing).
        case level
        /// A level and a trend (Holt).
        case trend
        /// A level and a trend that fades (damped Holt).
        case dampedTrend

        /// How many numbers are worked out from the series: weights and the state at its beginning.
        public var parameterCount: Int {
            switch self {
            case .level: 2
            case .trend: 4
            case .dampedTrend: 5
            }
        }
    }

    /// What a model weighs errors and trends with.
    public struct Weights: Sendable, Hashable {
        /// How much of an error goes into the level, 0…1.
        public var alpha: Double
        /// How much of an error goes into the trend, 0…alpha.
        public var beta: Double
        /// What is left of the trend after a step, 0…1; 1 for a trend that lasts.
        public var damping: Double

        /// Gathers weights; a level alone has neither trend nor damping.
        public init(alpha: Double, beta: Double = 0, damping: Double = 1) {
            self.alpha = alpha
            self.beta = beta
            self.damping = damping
        }
    }

    /// The level and the trend at one moment.
    public struct State: Sendable, Hashable {
        /// The level.
        public var level: Double
        /// The trend a step; 0 for a level alone.
        public var trend: Double

        /// Gathers a state.
        public init(level: Double, trend: Double = 0) {
            self.level = level
            self.trend = trend
        }
    }

    /// What it smooths.
    public let form: Form
    /// The weights.
    public let weights: Weights
    /// The state before the first value.
    public let first: State
    /// The state behind the last value.
    public let last: State
    /// What each value differed from the forecast a step before it.
    public let errors: [Double]

    /// Runs a series through a model.
    public init(_ series: [Double], _ form: Form, _ weights: Weights, from first: State) {
        self.form = form
        self.weights = weights
        self.first = first
        var state = first
        errors = series.map { Smoothing.take($0, &state, weights) }
        last = state
    }

    /// Moves a state past a value; gives the error of the forecast for it.
    static func take(_ value: Double, _ state: inout State, _ weights: Weights) -> Double {
        let step = weights.damping * state.trend
        let error = value - (state.level + step)
        state.level += step + weights.alpha * error
        state.trend = step + weights.beta * error
        return error
    }

    /// The sum of the squared errors.
    public var squaredErrors: Double {
        errors.reduce(0) { $0 + $1 * $1 }
    }

    /// The forecast so many steps behind the end, from 1.
    public func mean(_ steps: Int) -> Double {
        var (sum, damping) = (0.0, 1.0)
        for _ in 0..<max(steps, 0) {
            damping *= weights.damping
            sum += damping
        }
        return last.level + sum * last.trend
    }

    /// The variance of that forecast where a single error has the variance 1 (the same book, table 6.1, as a sum).
    public func spread(_ steps: Int) -> Double {
        var (variance, sum, damping) = (1.0, 0.0, 1.0)
        for _ in 1..<max(steps, 1) {
            damping *= weights.damping
            sum += damping
            let share = weights.alpha + weights.beta * sum
            variance += share * share
        }
        return variance
    }
}
