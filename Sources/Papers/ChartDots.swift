import Documents
import Values

extension ChartDrawing {
    /// One line a category, with the sign of each series at its value.
    mutating func drawDots() {
        let names = chart.categories.map { measure($0(in: language)) }
        let left = min(width * 0.36, (names.max() ?? 0) + 16)
        let (room, slot, first) = (max(60, width - left - 24), 26.0, top + 4)
        let bottom = first + slot * Double(chart.categories.count)
        let scale = scale
        let x = { (value: Double) in left + scale.share(value) * room }
        var free = -Double.infinity
        for tick in scale.ticks {
            rule(x(tick), first, x(tick), bottom, tick == 0 ? "333333" : "dddddd")
            let words = scale.label(tick, chart, in: language)
            guard x(tick) - measure(words) / 2 > free else { continue }
            free = x(tick) + measure(words) / 2 + 8
            text(words, x(tick), bottom + 15, anchor: .middle)
        }
        for place in chart.categories.indices {
            let middle = first + (Double(place) + 0.5) * slot
            let values = chart.series.indices.map { chart.value(of: $0, at: place)?.approximation }
            let known = values.compactMap { $0 }
            if let low = known.min(), let high = known.max(), low < high {
                rule(x(low), middle, x(high), middle, "333333")
            }
            for (series, value) in values.enumerated() {
                if let value { sign(x(value), middle, series: series) }
            }
            let words = PrintWidth.shortened(
                chart.categories[place](in: language), width: left - 12, size: ChartDrawing.size)
            text(words, left - 8, middle + 4, anchor: .end)
        }
        if let target = chart.target {
            rule(x(target.value.approximation), first, x(target.value.approximation), bottom, "b00020", dash: true)
        }
        top = bottom + 24
    }

    /// A small chart for each series, three in a row, all with one scale; the ends of each line have their values.
    mutating func drawPanels() {
        let (columns, height, gap) = (min(3, max(1, chart.series.count)), 74.0, 18.0)
        let left = axisWidth
        let room = (width - left - 10 - gap * Double(columns - 1)) / Double(columns)
        let scale = scale
        let start = top
        for (index, series) in chart.series.enumerated() {
            let (row, column) = (index / columns, index % columns)
            let x = left + Double(column) * (room + gap)
            let y = start + Double(row) * (height + 56) + 20
            let name = PrintWidth.shortened(series.name(in: language), width: room, size: ChartDrawing.size)
            text(name, x, y - 6, bold: true)
            for tick in [scale.low, scale.high] {
                let level = y + height - scale.share(tick) * height
                rule(x, level, x + room, level, tick == scale.low ? "333333" : "dddddd")
                if column == 0 { text(scale.label(tick, chart, in: language), x - 6, level + 4, anchor: .end) }
            }
            if let target = chart.target {
                let level = y + height - scale.share(target.value.approximation) * height
                rule(x, level, x + room, level, "b00020", dash: true)
            }
            let step = (room - 12) / Double(max(1, chart.categories.count - 1))
            let points = chart.categories.indices.map { place in
                chart.value(of: index, at: place).map {
                    (x: x + 6 + Double(place) * step, y: y + height - scale.share($0.approximation) * height)
                }
            }
            path(points, series: 0)
            panelEnds(points, index, top: y)
            panelNames(x, room, y + height + 15)
            top = y + height + 36
        }
    }

    /// The first and the last category below a panel.
    private mutating func panelNames(_ x: Double, _ room: Double, _ y: Double) {
        let names = chart.categories.map {
            PrintWidth.shortened($0(in: language), width: room / 2 - 4, size: ChartDrawing.size)
        }
        if let first = names.first { text(first, x, y) }
        if names.count > 1, let last = names.last { text(last, x + room, y, anchor: .end) }
    }

    /// The last value of a panel: above its point, or below it at the top.
    private mutating func panelEnds(_ points: [ChartMark.Point?], _ series: Int, top: Double) {
        guard let place = points.lastIndex(where: { $0 != nil }), let point = points[place],
            let number = chart.value(of: series, at: place)
        else { return }
        value(written(number), point.x + 4, point.y - 7 < top + 10 ? point.y + 17 : point.y - 7, anchor: .end)
    }
}
