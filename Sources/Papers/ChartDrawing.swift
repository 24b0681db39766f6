import Documents
import Values

/// One chart as it is drawn: title, legend, axis, then bars or lines.
struct ChartDrawing {
    static let size = 13.0
    static let lineHeight = 16.0

    let chart: Chart
    let language: DisplayLanguage
    let width: Double
    let scale: ChartScale
    private(set) var marks: [ChartMark] = []
    /// Where the next thing below begins, at the end the height.
    var top = 0.0

    /// Draws a chart at a width in points.
    static func of(_ chart: Chart, _ language: DisplayLanguage, width: Double) -> ChartDrawing {
        if chart.kind == .spark { return spark(chart, language) }
        var drawing = ChartDrawing(chart, language, width: max(width, 240))
        drawing.title()
        drawing.legend()
        switch chart.kind {
        case .line: drawing.drawLines()
        case .dots: drawing.drawDots()
        case .panels: drawing.drawPanels()
        case .bar, .stacked, .spark: drawing.drawBars()
        }
        return drawing
    }

    init(_ chart: Chart, _ language: DisplayLanguage, width: Double) {
        self.chart = chart
        self.language = language
        self.width = width
        scale = ChartScale(chart)
    }

    mutating func text(
        _ text: String, _ x: Double, _ y: Double, anchor: ChartMark.Anchor = .start, size: Double = ChartDrawing.size,
        bold: Bool = false
    ) {
        marks.append(.words(.init(text: text, x: x, y: y, anchor: anchor, size: size, bold: bold)))
    }

    mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String, dash: Bool = false) {
        marks.append(.rule(from: (x1, y1), to: (x2, y2), colour: stroke, dashed: dash))
    }

    mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, series: Int) {
        let (width, height) = (max(0, width), max(0, height))
        marks.append(.box(x: x, y: y, width: width, height: height, colour: ChartMark.colour(series)))
        marks += ChartMark.hatching(x: x, y: y, width: width, height: height, series: series)
    }

    mutating func field(_ points: [ChartMark.Point], _ colour: String) {
        if points.count > 2 { marks.append(.field(points, colour: colour)) }
    }

    /// A value, readable across whatever lies behind it.
    mutating func value(_ words: String, _ x: Double, _ y: Double, anchor: ChartMark.Anchor = .start) {
        marks.append(.words(.init(text: words, x: x, y: y, anchor: anchor, halo: true)))
    }

    /// The sign of a series.
    mutating func sign(_ x: Double, _ y: Double, series: Int) { marks.append(.sign((x, y), series: series)) }

    /// A line through points, broken where there is none; each series has its own dashes.
    mutating func path(_ points: [ChartMark.Point?], series: Int, signs: Bool = true) {
        var parts: [[ChartMark.Point]] = []
        var drawing = false
        for point in points {
            if let point {
                if drawing { parts[parts.count - 1].append(point) } else { parts.append([point]) }
            }
            drawing = point != nil
        }
        marks.append(.path(parts, series: series))
        guard signs else { return }
        marks += points.compactMap { $0.map { .sign($0, series: series) } }
    }

    func written(_ number: Number) -> String { chart.written(number, in: language) }

    func measure(_ text: String) -> Double { PrintWidth.of(text, size: ChartDrawing.size) }

    /// The room for the words at the axis on the left.
    var axisWidth: Double {
        (scale.ticks.map { measure(scale.label($0, chart, in: language)) }.max() ?? 0) + 14
    }

    private mutating func title() {
        for line in PrintWidth.lines(chart.title(in: language), width: width - 60, size: 15) where !line.isEmpty {
            top += 20
            text(line, width / 2, top - 4, anchor: .middle, size: 15, bold: true)
        }
    }

    private mutating func legend() {
        let named = chart.series.count > 1 && chart.kind != .panels
        var entries = named ? chart.series.map { $0.name(in: language) } : []
        if let fan = chart.fan { entries.append(fan.name(in: language)) }
        if let target = chart.target { entries.append("\(target.name(in: language)): \(written(target.value))") }
        var x = 10.0
        guard !entries.isEmpty else { return top += 8 }
        top += 18
        for (index, entry) in entries.enumerated() {
            let words = PrintWidth.shortened(entry, width: width - 60, size: ChartDrawing.size)
            if x > 10, x + 30 + measure(words) > width - 10 {
                x = 10
                top += 18
            }
            swatch(named && index < chart.series.count ? index : nil, isLast: index == entries.count - 1, x)
            text(words, x + 30, top - 3)
            x += 30 + measure(words) + 18
        }
        top += 8
    }

    /// The sign in front of an entry of the legend: a series, the fan or the target.
    private mutating func swatch(_ series: Int?, isLast: Bool, _ x: Double) {
        guard let series else {
            if isLast, chart.target != nil { return rule(x, top - 7, x + 24, top - 7, "b00020", dash: true) }
            return field(
                [(x, top - 13), (x + 24, top - 13), (x + 24, top - 2), (x, top - 2)], ChartDrawing.fanColour)
        }
        switch chart.kind {
        case .line: path([x, x + 12, x + 24].map { (x: $0, y: top - 7) }, series: series)
        case .dots: sign(x + 12, top - 7, series: series)
        default: box(x + 4, top - 13, 16, 11, series: series)
        }
    }

    static let fanColour = "d5dbe3"

    /// A line the height of a letter.
    private static func spark(_ chart: Chart, _ language: DisplayLanguage) -> ChartDrawing {
        var drawing = ChartDrawing(chart, language, width: 120)
        drawing.top = 24
        for (index, series) in chart.series.enumerated() {
            let step = 120 / Double(max(1, series.values.count - 1))
            let points = series.values.enumerated().map { place, value in
                value.map { value in
                    (x: 4 + Double(place) * step * 0.93, y: 20 - drawing.scale.share(value.approximation) * 16)
                }
            }
            drawing.path(points, series: index, signs: false)
        }
        return drawing
    }
}
