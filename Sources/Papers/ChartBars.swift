import Documents
import Values

/// The field in which bars stand or lie.
private struct BarField {
    let lying: Bool
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    let scale: ChartScale

    /// The room of one category along its axis.
    func slot(_ count: Int) -> Double { (lying ? height : width) / Double(max(1, count)) }

    /// The place of a value on its axis.
    func place(_ value: Double) -> Double {
        lying ? x + scale.share(value) * width : y + height - scale.share(value) * height
    }
}

extension ChartDrawing {
    /// Standing bars where all names and values fit below and above them, else lying ones.
    mutating func drawBars() {
        let field = standing() ?? lying()
        axis(field)
        let slot = field.slot(chart.categories.count)
        for place in chart.categories.indices {
            let start = (field.lying ? field.y : field.x) + Double(place) * slot
            if chart.kind == .stacked {
                stack(place, field, from: start + slot * 0.18, thick: slot * 0.64)
            } else {
                group(place, field, from: start + slot * 0.12, thick: slot * 0.76 / Double(max(1, chart.series.count)))
            }
            name(place, field, middle: start + slot / 2)
        }
        target(field)
        for place in chart.categories.indices {
            labels(place, field, from: (field.lying ? field.y : field.x) + Double(place) * slot, slot: slot)
        }
        top = field.y + field.height + (field.lying ? 24 : 10 + ChartDrawing.lineHeight * Double(nameLines(slot)))
    }

    private func standing() -> BarField? {
        let left = axisWidth
        let room = width - left - 10
        let slot = room / Double(max(1, chart.categories.count))
        let bar = slot * (chart.kind == .stacked ? 1 : 0.76 / Double(max(1, chart.series.count)))
        let names = chart.categories.map { $0(in: language) }
        let fits =
            values.allSatisfy { measure($0) + 4 <= bar }
            && names.allSatisfy { PrintWidth.longestWord($0, size: ChartDrawing.size) <= slot - 4 }
            && nameLines(slot) <= 2
        return fits ? BarField(lying: false, x: left, y: top + 16, width: room, height: 230, scale: scale) : nil
    }

    private func lying() -> BarField {
        let names = chart.categories.map { measure($0(in: language)) }
        let left = min(width * 0.36, (names.max() ?? 0) + 16)
        let bars = chart.kind == .stacked ? 1 : max(1, chart.series.count)
        let slot = max(Double(bars) * 19 + 8, names.contains { $0 > left - 12 } ? 38 : 27)
        let right = (values.map(measure).max() ?? 0) + 14
        return BarField(
            lying: true, x: left, y: top + 4, width: max(60, width - left - right),
            height: slot * Double(chart.categories.count), scale: scale)
    }

    /// The texts at the ends of the bars.
    private var values: [String] {
        chart.kind == .stacked
            ? chart.categories.indices.map { written(sum($0)) }
            : chart.series.flatMap { $0.values.compactMap { $0.map(written) } }
    }

    private func sum(_ place: Int) -> Number {
        Number.sum(chart.series.indices.compactMap { chart.value(of: $0, at: place) }) ?? .zero
    }

    private func nameLines(_ slot: Double) -> Int {
        let lines = chart.categories.map {
            PrintWidth.lines($0(in: language), width: slot - 4, size: ChartDrawing.size).count
        }
        return lines.max() ?? 1
    }

    private mutating func axis(_ field: BarField) {
        var free = -Double.infinity
        for tick in scale.ticks {
            let place = field.place(tick)
            let words = scale.label(tick, chart, in: language)
            let stroke = tick == 0 ? "333333" : "dddddd"
            if field.lying {
                rule(place, field.y, place, field.y + field.height, stroke)
                guard place - measure(words) / 2 > free else { continue }
                free = place + measure(words) / 2 + 8
                text(words, place, field.y + field.height + 15, anchor: .middle)
            } else {
                rule(field.x, place, field.x + field.width, place, stroke)
                text(words, field.x - 6, place + 4, anchor: .end)
            }
        }
    }

    private mutating func group(_ place: Int, _ field: BarField, from start: Double, thick: Double) {
        for series in chart.series.indices {
            guard let value = chart.value(of: series, at: place) else { continue }
            let along = start + Double(series) * thick
            bar(field, series, along, thick * 0.92, from: 0, to: value.approximation)
        }
    }

    private mutating func stack(_ place: Int, _ field: BarField, from start: Double, thick: Double) {
        var (above, below) = (0.0, 0.0)
        for series in chart.series.indices {
            guard let value = chart.value(of: series, at: place)?.approximation else { continue }
            let from = value < 0 ? below : above
            bar(field, series, start, thick, from: from, to: from + value)
            if value < 0 { below += value } else { above += value }
        }
    }

    /// The values of one category: of each bar, or the sum of a stack.
    private mutating func labels(_ place: Int, _ field: BarField, from start: Double, slot: Double) {
        let values = chart.series.indices.map { chart.value(of: $0, at: place) }
        guard chart.kind == .bar else {
            let known = values.compactMap { $0?.approximation }
            let above = known.filter { $0 > 0 }.reduce(0, +)
            return label(sum(place), field, start + slot / 2, at: above > 0 ? above : known.reduce(0, +))
        }
        let thick = slot * 0.76 / Double(max(1, values.count))
        for (series, value) in values.enumerated() {
            guard let value else { continue }
            label(value, field, start + slot * 0.12 + (Double(series) + 0.46) * thick, at: value.approximation)
        }
    }

    private mutating func bar(
        _ field: BarField, _ series: Int, _ along: Double, _ thick: Double, from: Double, to: Double
    ) {
        let (a, b) = (field.place(from), field.place(to))
        if field.lying {
            box(min(a, b), along, abs(b - a), thick, series: series)
        } else {
            box(along, min(a, b), thick, abs(b - a), series: series)
        }
    }

    /// The value at the end of its bar; behind nought for bars that lie below it.
    private mutating func label(_ number: Number, _ field: BarField, _ middle: Double, at point: Double) {
        let end = field.place(point)
        if field.lying {
            value(written(number), point < 0 ? field.place(0) + 4 : end + 4, middle + 4)
        } else {
            value(written(number), middle, point < 0 ? end + 13 : end - 4, anchor: .middle)
        }
    }

    private mutating func name(_ place: Int, _ field: BarField, middle: Double) {
        let words = chart.categories[place](in: language)
        let room = field.lying ? field.x - 12 : field.slot(chart.categories.count) - 4
        var lines = PrintWidth.lines(words, width: room, size: ChartDrawing.size)
        if lines.count > 2 { lines = [lines[0], lines[1...].joined(separator: " ")] }
        for (index, line) in lines.enumerated() {
            let line = PrintWidth.shortened(line, width: room, size: ChartDrawing.size)
            let down = Double(index) * ChartDrawing.lineHeight
            if field.lying {
                let first = middle + 4 - Double(lines.count - 1) * ChartDrawing.lineHeight / 2
                text(line, field.x - 8, first + down, anchor: .end)
            } else {
                text(line, middle, field.y + field.height + 15 + down, anchor: .middle)
            }
        }
    }

    private mutating func target(_ field: BarField) {
        guard let target = chart.target else { return }
        let place = field.place(target.value.approximation)
        if field.lying {
            rule(place, field.y, place, field.y + field.height, "b00020", dash: true)
        } else {
            rule(field.x, place, field.x + field.width, place, "b00020", dash: true)
        }
    }
}
