import Documents
import Values

/// A chart in letters: bars of eighth blocks with their values, or a line the height of a letter.
struct ChartText {
    let chart: Chart
    let language: DisplayLanguage
    let width: Int?
    var paint = Paint(colour: false)

    init(_ chart: Chart, language: DisplayLanguage, width: Int?) {
        self.chart = chart
        self.language = language
        self.width = width
    }

    var lines: [String] {
        let title = chart.title(in: language).harmless
        let body =
            switch chart.kind {
            case .bar: bars
            case .stacked: stacked
            case .line, .spark, .panels: sparks
            case .dots: dots
            }
        return (title.isEmpty ? [] : [paint(title, .strong)]) + body + targetLine
    }

    private var targetLine: [String] {
        guard let target = chart.target else { return [] }
        let mark = chart.kind == .bar || chart.kind == .stacked ? "│ " : ""
        return ["  " + paint("\(mark)\(target.name(in: language).harmless): \(written(target.value))", .muted)]
    }

    func written(_ number: Number?) -> String {
        number.map { chart.written($0, in: language) } ?? "·"
    }

    func label(_ text: Text) -> String {
        let limit = max(8, (width ?? 100) * 2 / 5)
        let parts = Flow.cut(text(in: language).harmless, width: limit)
        return parts.count > 1 ? (Flow.cut(parts[0], width: limit - 1).first ?? "") + "…" : parts.first ?? ""
    }

    // MARK: Bars

    private var bars: [String] {
        let many = chart.series.count > 1
        var rows: [(label: String, value: Number?, head: Bool)] = []
        for (place, category) in chart.categories.enumerated() {
            if many { rows.append((label(category), nil, true)) }
            for (index, series) in chart.series.enumerated() {
                let name = many ? "  " + label(series.name) : label(category)
                rows.append((name, chart.value(of: index, at: place), false))
            }
        }
        let wide = rows.filter { !$0.head }.map(\.label.displayWidth).max() ?? 0
        let values = rows.map { $0.head ? "" : written($0.value) }
        let field = BarField(
            values: rows.compactMap(\.value), target: chart.target?.value,
            width: barWidth(labels: wide, values: values))
        let right = values.map(\.displayWidth).max() ?? 0
        return zip(rows, values).map { row, value in
            if row.head { return "  " + row.label }
            return "  \(row.label.padded(to: wide))  \(field.bar(row.value))  \(value.padded(to: right, right: true))"
        }
    }

    private func barWidth(labels: Int, values: [String]) -> Int {
        let rest = 7 + labels + (values.map(\.displayWidth).max() ?? 0)
        return min(60, max(8, (width ?? 80) - rest))
    }

    private var stacked: [String] {
        let sums = chart.categories.indices.map { place in
            Number.sum(chart.series.indices.compactMap { chart.value(of: $0, at: place) }) ?? .zero
        }
        let values = sums.map { written($0) }
        let labels = chart.categories.map(label)
        let wide = labels.map(\.displayWidth).max() ?? 0
        let right = values.map(\.displayWidth).max() ?? 0
        let ends = chart.categories.indices.flatMap { place in
            let parts = chart.series.indices.compactMap { chart.value(of: $0, at: place) }
            return [parts.filter { !$0.isNegative }, parts.filter(\.isNegative)].compactMap { Number.sum($0) }
        }
        let field = BarField(values: ends, target: chart.target?.value, width: barWidth(labels: wide, values: values))
        let rows = chart.categories.indices.map { place in
            let parts = chart.series.indices.map { chart.value(of: $0, at: place) }
            let value = values[place].padded(to: right, right: true)
            return "  \(labels[place].padded(to: wide))  \(field.stack(parts))  \(value)"
        }
        let legend = chart.series.enumerated().map { "\(BarField.fill($0)) \(label($1.name))" }
        return rows + ["  " + legend.joined(separator: "  ")]
    }

    // MARK: Dots

    /// One line a category; each series has its own mark on it.
    private var dots: [String] {
        let known =
            chart.series.flatMap(\.values).compactMap { $0?.approximation } + [chart.target?.value.approximation ?? 0]
        let (low, high) = (min(0, known.min() ?? 0), max(known.max() ?? 0, 0))
        let labels = chart.categories.map(label)
        let wide = labels.map(\.displayWidth).max() ?? 0
        let room = barWidth(labels: wide, values: [])
        let column = { (value: Number) in
            high > low ? Int(((value.approximation - low) / (high - low) * Double(room - 1)).rounded()) : 0
        }
        let rows = chart.categories.indices.map { place in
            var cells = Array(repeating: "·", count: room)
            if let target = chart.target { cells[column(target.value)] = "│" }
            for series in chart.series.indices {
                guard let value = chart.value(of: series, at: place) else { continue }
                cells[column(value)] = ChartText.marks[series % ChartText.marks.count]
            }
            let values = chart.series.indices.map { written(chart.value(of: $0, at: place)) }
            return "  \(labels[place].padded(to: wide))  \(cells.joined())  \(values.joined(separator: " / "))"
        }
        let legend = chart.series.enumerated().map { index, series in
            "\(ChartText.marks[index % ChartText.marks.count]) \(label(series.name))"
        }
        return rows + ["  " + legend.joined(separator: "  ")]
    }

    private static let marks = ["●", "○", "■", "□", "▲", "△"]

    // MARK: Lines

    private var sparks: [String] {
        let known = chart.series.flatMap(\.values).compactMap { $0 }
        guard let low = known.min(), let high = known.max() else { return ["  ·"] }
        let names = chart.series.map { label($0.name) }
        let wide = names.map(\.displayWidth).max() ?? 0
        var rows = zip(names, chart.series).map { name, series in
            let line = series.values.map { ChartText.spark($0, low: low, high: high) }.joined()
            let present = series.values.compactMap { $0 }
            let ends = present.count > 1 ? [present.first, present.last] : [present.first]
            return "  \(name.padded(to: wide))  \(line)  \(ends.map(written).joined(separator: " → "))"
        }
        if let fan = chart.fan { rows += fanRow(fan, wide: wide) }
        if chart.kind != .spark, let first = chart.categories.first, let last = chart.categories.last, first != last {
            rows.append("  " + "".padded(to: wide) + "  " + paint("\(label(first)) … \(label(last))", .muted))
        }
        return rows
    }

    /// The ends of what is expected, at the last place that has any.
    private func fanRow(_ fan: Chart.Fan, wide: Int) -> [String] {
        guard let place = fan.high.lastIndex(where: { $0 != nil }), chart.categories.indices.contains(place),
            fan.low.indices.contains(place)
        else { return [] }
        let ends = "\(written(fan.low[place])) … \(written(fan.high[place]))"
        return ["  \(label(fan.name).padded(to: wide))  \(label(chart.categories[place])): \(ends)"]
    }

    private static func spark(_ value: Number?, low: Number, high: Number) -> String {
        guard let value else { return " " }
        let span = high.approximation - low.approximation
        let share = span > 0 ? (value.approximation - low.approximation) / span : 0.5
        let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return steps[min(7, max(0, Int((share * 7).rounded())))]
    }
}

/// The field in which bars are drawn: one column more than its width, so that a target at the far end has room.
private struct BarField {
    let low: Double
    let span: Double
    let width: Int
    let zero: Int
    let target: Int?

    init(values: [Number], target: Number?, width: Int) {
        let all = (values + [target].compactMap { $0 }).map(\.approximation)
        low = min(0, all.min() ?? 0)
        let high = max(0, all.max() ?? 0)
        span = high > low ? high - low : 1
        self.width = width
        let (origin, range) = (low, span)
        let column = { (point: Double) in Int(((point - origin) / range * Double(width)).rounded()) }
        zero = column(0)
        self.target = target.map { column($0.approximation) }
    }

    static func fill(_ series: Int) -> String { ["█", "▒", "▓", "░"][series % 4] }

    /// The bar of one value.
    func bar(_ value: Number?) -> String {
        var cells = Array(repeating: " ", count: width + 1)
        if let value, value != .zero {
            let eighths = max(1, Int((abs(value.approximation) / span * Double(width) * 8).rounded()))
            let blocks = value.isNegative ? left(eighths) : right(eighths)
            for (offset, block) in blocks.enumerated() {
                put(block, at: value.isNegative ? zero - 1 - offset : zero + offset, in: &cells)
            }
        }
        return finished(cells)
    }

    /// The bar of several values, one behind the other.
    func stack(_ values: [Number?]) -> String {
        var cells = Array(repeating: " ", count: width + 1)
        var (above, below) = (0.0, 0.0)
        for (series, value) in values.enumerated() {
            guard let amount = value?.approximation else { continue }
            let from = amount < 0 ? below + amount : above
            let cell = { (point: Double) in zero + Int((point / span * Double(width)).rounded()) }
            let stretch = cell(from)..<max(cell(from), cell(from + abs(amount)))
            for place in stretch { put(BarField.fill(series), at: place, in: &cells) }
            if amount < 0 { below += amount } else { above += amount }
        }
        return finished(cells)
    }

    private func right(_ eighths: Int) -> [String] {
        let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let rest = eighths % 8
        return Array(repeating: "█", count: eighths / 8) + (rest > 0 ? [parts[rest - 1]] : [])
    }

    /// Blocks that grow to the left exist only in halves.
    private func left(_ eighths: Int) -> [String] {
        let halves = max(1, (eighths + 2) / 4)
        return Array(repeating: "█", count: halves / 2) + (halves % 2 > 0 ? ["▐"] : [])
    }

    private func put(_ block: String, at place: Int, in cells: inout [String]) {
        if cells.indices.contains(place) { cells[place] = block }
    }

    private func finished(_ cells: [String]) -> String {
        var cells = cells
        if let target { put("│", at: min(target, width), in: &cells) }
        return cells.joined()
    }
}
