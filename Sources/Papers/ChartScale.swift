import Documents
import Values

/// The axis of a chart's values: its ends and its steps, all round numbers.
struct ChartScale {
    let low: Double
    let high: Double
    let ticks: [Double]
    let step: Double
    private let decimals: Int

    /// Covers the values of a chart and its target; bars always include nought.
    init(_ chart: Chart) {
        var values =
            chart.kind == .stacked
            ? ChartScale.stacks(chart) : chart.series.flatMap(\.values).compactMap { $0?.approximation }
        for end in chart.fan?.steps ?? [] { values += [end.low, end.high] }
        if let target = chart.target { values.append(target.value.approximation) }
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if chart.kind == .bar || chart.kind == .stacked || (low > 0 && low < high / 2) { low = min(low, 0) }
        if chart.kind == .bar || chart.kind == .stacked { high = max(high, 0) }
        if high <= low { (low, high) = low == 0 ? (0, 1) : (min(low, 0), max(low, 0)) }
        let step = ChartScale.step((high - low) / 5)
        let first = (low / step).rounded(.down)
        let last = (high / step - 1e-9).rounded(.up)
        self.low = first * step
        self.high = last * step
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
        self.step = step
        decimals = ChartScale.decimals(step)
    }

    /// The end that is further from nought.
    var largest: Double { max(high, -low) }

    /// Where a value lies between the ends, 0 to 1.
    func share(_ value: Double) -> Double { (value - low) / (high - low) }

    /// The words at a step of the axis, short enough for it.
    func label(_ tick: Double, _ chart: Chart, in language: DisplayLanguage) -> String {
        if chart.type == .money, largest >= 1e6 {
            let billions = largest >= 1e9
            let unit = billions ? Text("bn", vi: "tỷ") : Text("m", vi: "triệu")
            let number = Number(rounding: tick / (billions ? 1e9 : 1e6), decimals: 3) ?? .zero
            return number.formatted(in: language) + " " + unit(in: language)
        }
        return chart.written(Number(rounding: tick, decimals: min(12, decimals)) ?? .zero, in: language)
    }

    /// The sums of what lies above and below nought.
    private static func stacks(_ chart: Chart) -> [Double] {
        chart.categories.indices.flatMap { place in
            let parts = chart.series.indices.compactMap { chart.value(of: $0, at: place)?.approximation }
            return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
        }
    }

    /// The next of 1, 2 and 5 with noughts.
    private static func step(_ rough: Double) -> Double {
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough, power > 1e-12 { power /= 10 }
        for factor in [1.0, 2, 5] where factor * power >= rough { return factor * power }
        return 10 * power
    }

    private static func decimals(_ step: Double) -> Int {
        var (places, step) = (0, step)
        while step < 0.999, places < 12 {
            step *= 10
            places += 1
        }
        return places
    }
}
