import Documents
import Statistics
import Values

/// The series of an indicator continued, or why it is not.
struct IndicatorForecast {
    /// The series.
    let series: IndicatorSeries
    /// The results that were continued: the last of them without a gap in between.
    let known: [IndicatorResult]
    /// How many steps it is continued.
    let steps: Int
    /// The forecast, or why there is none.
    let outcome: Result<Forecast, Forecast.Refusal>

    init(_ series: IndicatorSeries, steps: Int) {
        self.series = series
        var known: [IndicatorResult] = []
        for result in series.results.reversed() {
            if result.value == nil {
                if known.isEmpty { continue }
                break
            }
            if let next = known.last, result.period.advanced(by: 1) != next.period { break }
            known.append(result)
        }
        self.known = known.reversed()
        self.steps = steps
        let values = self.known.compactMap { $0.value?.approximation }
        let scale: Forecast.Scale = series.indicator.unit == .percent ? .share : .plain
        outcome = Result { () throws(Forecast.Refusal) in try Forecast(values, scale, steps: steps) }
    }

    /// A period so many steps behind the last that is known.
    func period(_ step: Int) -> Period? { known.last?.period.advanced(by: step) }

    /// The chance that the target of the year with which a period ends is met; `nil` where the year has none, or one
    /// that must be met exactly.
    func chance(_ forecast: Forecast, _ step: Int) -> (target: Target, chance: Double)? {
        guard let period = period(step), let target = target(endingWith: period) else { return nil }
        let atLeast = forecast.chance(ofAtLeast: series.indicator.level(target).approximation, step)
        switch target.comparison {
        case .atLeast: return (target, atLeast)
        case .atMost, .lessThan: return (target, 1 - atLeast)
        case .equal: return nil
        }
    }

    /// The target of a year, for the period with which the year ends.
    private func target(endingWith period: Period) -> Target? {
        series.indicator.targets(of: series.unit).first {
            Period(.year, year: $0.year)?.last == period.last
                || (period.kind == .schoolYear && $0.year == period.last.year)
        }
    }

    /// What was and what is expected, as lines.
    var chart: Chart? {
        guard case .success(let forecast) = outcome else { return nil }
        let indicator = series.indicator
        let steps = Array(1...max(steps, 1))
        func line(_ name: Text, _ value: (Int) -> Double) -> Chart.Series {
            Chart.Series(name, known.map { _ in nil } + steps.map { IndicatorForecast.number(value($0)) })
        }
        return Chart(
            .line, title: indicator.name,
            categories: (known.map(\.period) + steps.compactMap(period)).map { Text(verbatim: "\($0)") },
            series: [
                Chart.Series(Text("value", vi: "kết quả"), known.map(\.value) + steps.map { _ in nil }),
                line(Text("forecast", vi: "dự báo"), forecast.value),
            ], type: indicator.unit == .percent ? .percent : .number,
            fan: Chart.Fan(
                Text("expected with 80 %", vi: "khoảng dự báo 80 %"),
                low: line(Text(verbatim: ""), { forecast.interval($0, 0.8).lowerBound }).values,
                high: line(Text(verbatim: ""), { forecast.interval($0, 0.8).upperBound }).values))
    }

    /// A number for show; what is expected has no exact decimals.
    static func number(_ value: Double) -> Number? { Number(rounding: value, decimals: 6) }
}
