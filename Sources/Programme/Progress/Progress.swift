import Statistics
import Values

/// How an indicator moves towards one of its targets, with everything that the status was worked out from.
///
/// Paces and gaps are exact; the ratio alone is worked out in binary numbers, since a compound pace has no decimals.
struct Progress {
    /// The result of the period.
    let result: IndicatorResult
    /// The target; `nil` while none is known.
    let target: Target?
    /// The value that is held against the target, the one of all where none is known.
    let held: Number?
    /// Where it started, in the same terms as the value held.
    let baseline: Baseline?
    /// By which method the status is given.
    let method: ProgressMethod
    /// What was reached a year since the baseline, in percentage points or in the indicator's unit.
    let pace: Number?
    /// What is needed a year from now on; `nil` when the year is over or the target is met.
    let requiredPace: Number?
    /// The actual pace in required ones.
    let rate: ProgressRate?
    /// The status.
    let status: ProgressStatus

    init(_ result: IndicatorResult, _ target: Target?, _ baseline: Baseline?, _ method: ProgressMethod) {
        self.result = result
        self.target = target
        self.baseline = baseline
        self.method = method
        let indicator = result.indicator
        let held = target.map { $0.held(result) } ?? result.value
        self.held = held
        let months = baseline.map { result.lastMonth - ($0.year * 12 + 12) } ?? 0
        pace = baseline.flatMap { indicator.pace(from: $0.level, to: held, months) }
        let goal = target.map(indicator.level)
        let isMet = Progress.isMet(held, indicator, target)
        let left = target.map { $0.year * 12 + 12 - result.lastMonth } ?? 0
        requiredPace = held.flatMap { value in
            isMet ? nil : goal.flatMap { indicator.pace(from: value, to: $0, left) }
        }
        rate = Progress.rate(held, indicator, target, baseline, method, months)
        guard held != nil else {
            status = result.obstacle == .belowMinimum ? .withheld : .noData
            return
        }
        guard let target else {
            status = .targetUnknown
            return
        }
        if isMet {
            status = .achieved
        } else if left <= 0 {
            status = .missed
        } else if let baseline, months > 0 {
            let wasMet = target.isMet(baseline.level, indicator.unit)
            status = wasMet ? .deteriorating : rate.map { method.status($0.ratio) } ?? .deteriorating
        } else {
            status = .noBaseline
        }
    }

    /// The distance from the target as a share of it, in the direction in which it must still go; 0 when it is met. An
    /// office orders its work by it.
    var shortfall: Number? {
        guard let value = held, let target else { return nil }
        guard !Progress.isMet(value, result.indicator, target) else { return .zero }
        let goal = result.indicator.level(target)
        guard let distance = value.subtracting(goal)?.magnitude else { return nil }
        return goal == .zero ? distance : goal.magnitude.flatMap { distance.divided(by: $0) }
    }

    /// The value minus the target, in percentage points or in the indicator's unit.
    var gap: Number? {
        let indicator = result.indicator
        return target.flatMap { held?.subtracting(indicator.level($0)) }.flatMap {
            indicator.unit == .percent ? $0.multiplied(by: 100) : $0
        }
    }

    private static func isMet(_ held: Number?, _ indicator: Indicator, _ target: Target?) -> Bool {
        guard let held, let target else { return false }
        return target.isMet(held, indicator.unit)
    }

    private static func rate(
        _ held: Number?, _ indicator: Indicator, _ target: Target?, _ baseline: Baseline?, _ method: ProgressMethod,
        _ months: Int
    ) -> ProgressRate? {
        guard let value = held?.approximation, let target, let baseline else { return nil }
        let goal = indicator.level(target).approximation
        let base = baseline.level.approximation
        let all = Double(target.year - baseline.year)
        let years = Double(months) / 12
        // Towards an exact value the distance counts, from whichever side it shrinks.
        guard target.comparison != .equal && target.comparison != .about else {
            return ProgressRate(from: -abs(base - goal), to: -abs(value - goal), in: years, target: 0, in: all, .linear)
        }
        let pace: ProgressRate.Pace = method == .canada ? .compound : .linear
        return ProgressRate(from: base, to: value, in: years, target: goal, in: all, pace)
    }
}

extension Indicator {
    /// What changes a year from one level to another within so many months, in points or in the indicator's unit.
    fileprivate func pace(from base: Number, to value: Number?, _ months: Int) -> Number? {
        guard months > 0, let distance = value?.subtracting(base) else { return nil }
        let shown = unit == .percent ? distance.multiplied(by: 100) : distance
        return shown?.multiplied(by: 12)?.divided(by: Number(months))
    }
}

extension Number {
    /// The number without its sign.
    fileprivate var magnitude: Number? { isNegative ? Number.zero.subtracting(self) : self }
}
