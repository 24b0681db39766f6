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

    /// The chance that the target of the year with which a period ends is met; `nil` where the year has none, one that
    /// must be met exactly, or one for each sex, whose values go their own ways.
    func chance(_ forecast: Forecast, _ step: Int) -> (target: Target, chance: Double)? {
        guard let period = period(step), let target = target(endingWith: period) else { return nil }
        let unit = series.indicator.unit
        func between(_ low: Number, _ high: Number) -> Double {
            guard low <= high else { return 0 }
            return forecast.chance(ofAtLeast: low.approximation, step)
                - forecast.chance(ofAtLeast: high.approximation, step)
        }
        let goal = target.level(unit)
        let rest = Number(1).subtracting(goal) ?? .zero
        let atLeast = forecast.chance(ofAtLeast: goal.approximation, step)
        switch (target.dimension, target.comparison) {
        case (.eachSex, _), (_, .equal), (.lesserSex, .about): return nil
        case (.total, .atLeast): return (target, atLeast)
        case (.total, .atMost), (.total, .lessThan): return (target, 1 - atLeast)
        case (.total, .about): return target.span(unit).map { (target, between($0.lowerBound, $0.upperBound)) }
        // The lesser share is at least 40 % where the share lies between 40 and 60 %.
        case (.lesserSex, .atLeast): return (target, between(goal, rest))
        case (.lesserSex, .atMost), (.lesserSex, .lessThan): return (target, 1 - between(goal, rest))
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
