import Documents
import Values

extension ChartDrawing {
    /// Lines over the categories; values are printed where they have room.
    mutating func drawLines() {
        let (left, height) = (axisWidth, 230.0)
        let room = width - left - 30
        let (first, bottom) = (top + 14, top + 14 + height)
        let step = room / Double(max(1, chart.categories.count - 1))
        let scale = scale
        let y = { (value: Double) in bottom - scale.share(value) * height }
        let x = { (place: Int) in left + 14 + Double(place) * step * (room - 14) / room }
        for tick in scale.ticks {
            rule(left, y(tick), width - 10, y(tick), tick == scale.low || tick == 0 ? "333333" : "dddddd")
            text(scale.label(tick, chart, in: language), left - 6, y(tick) + 4, anchor: .end)
        }
        if let target = chart.target {
            rule(left, y(target.value.approximation), width - 10, y(target.value.approximation), "b00020", dash: true)
        }
        for (place, low, high) in chart.fan?.steps ?? [] {
            // A step reaches from its place to the next one that is expected too.
            guard let next = chart.fan?.steps.first(where: { $0.place == place + 1 }) else { continue }
            field(
                [(x(place), y(low)), (x(place), y(high)), (x(place + 1), y(next.high)), (x(place + 1), y(next.low))],
                ChartDrawing.fanColour)
        }
        for (index, series) in chart.series.enumerated() {
            let points = chart.categories.indices.map { place in
                chart.value(of: index, at: place).map { (x: x(place), y: y($0.approximation)) }
            }
            path(points, series: index)
            if chart.series.count == 1 { values(of: series, points, above: first) }
        }
        names(x, at: bottom + 16)
        top = bottom + 26
    }

    /// The values of the only line, above their points; those without room are left out.
    private mutating func values(of series: Chart.Series, _ points: [(x: Double, y: Double)?], above: Double) {
        var free = -Double.infinity
        for (point, number) in zip(points, series.values) {
            guard let point, let number else { continue }
            let words = written(number)
            let half = measure(words) / 2
            let x = min(point.x, width - 4 - half)
            guard x - half > free else { continue }
            free = x + half + 6
            value(words, x, max(point.y - 8, above - 4), anchor: .middle)
        }
    }

    private mutating func names(_ x: (Int) -> Double, at y: Double) {
        var free = -Double.infinity
        for (place, category) in chart.categories.enumerated() {
            let words = PrintWidth.shortened(category(in: language), width: 120, size: ChartDrawing.size)
            let half = measure(words) / 2
            let middle = min(max(x(place), half), width - half)
            guard middle - half > free else { continue }
            free = middle + half + 8
            text(words, middle, y, anchor: .middle)
        }
    }
}

extension Chart.Fan {
    /// The places that have both ends.
    var steps: [(place: Int, low: Double, high: Double)] {
        zip(low, high).enumerated().compactMap { place, ends in
            guard let low = ends.0, let high = ends.1 else { return nil }
            return (place, low.approximation, high.approximation)
        }
    }
}
