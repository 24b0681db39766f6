import Documents
import Values

/// One chart as it is drawn: title, legend, axis, then bars or lines.
struct SVGDrawing {
    static let size = 13.0
    static let lineHeight = 16.0

    let chart: Chart
    let language: DisplayLanguage
    let width: Double
    let scale: ChartScale
    var parts: [Markup] = []
    /// Where the next thing below begins.
    var top = 0.0

    init(_ chart: Chart, _ language: DisplayLanguage, width: Double) {
        self.chart = chart
        self.language = language
        self.width = width
        scale = ChartScale(chart)
        title()
        legend()
    }

    func finished(name: String) -> Markup {
        SVGChart.frame(chart, in: language, width: width, height: top, name: name, "\(parts)")
    }

    mutating func text(
        _ text: String, _ x: Double, _ y: Double, anchor: String = "start", look: Markup = ""
    ) {
        let place: Markup = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
        parts.append("<text x=\"\(x)\" y=\"\(y)\"\(place)\(look)>\(text)</text>")
    }

    mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String, dash: Bool = false) {
        let dashes: Markup = dash ? " stroke-width=\"2\" stroke-dasharray=\"7 4\"" : ""
        parts.append(
            "<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" stroke=\"#\(stroke)\"\(dashes)/>")
    }

    mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, series: Int) {
        parts.append(
            """
            <rect x="\(x)" y="\(y)" width="\(max(0, width))" height="\(max(0, height))" \
            fill="#\(SVGChart.colour(series))" stroke="#333" stroke-width="0.5"/>
            """)
    }

    /// A value, readable across whatever lies behind it.
    mutating func value(_ words: String, _ x: Double, _ y: Double, anchor: String = "start") {
        text(words, x, y, anchor: anchor, look: " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"")
    }

    func written(_ number: Number) -> String { chart.written(number, in: language) }

    func measure(_ text: String) -> Double { PrintWidth.of(text, size: SVGDrawing.size) }

    private mutating func title() {
        for line in PrintWidth.lines(chart.title(in: language), width: width - 60, size: 15) where !line.isEmpty {
            top += 20
            text(line, width / 2, top - 4, anchor: "middle", look: " font-weight=\"bold\" font-size=\"15\"")
        }
    }

    private mutating func legend() {
        var entries = chart.series.count > 1 ? chart.series.map { $0.name(in: language) } : []
        if let target = chart.target { entries.append("\(target.name(in: language)): \(written(target.value))") }
        var x = 10.0
        guard !entries.isEmpty else { return top += 8 }
        top += 18
        for (index, entry) in entries.enumerated() {
            let words = PrintWidth.shortened(entry, width: width - 60, size: SVGDrawing.size)
            if x > 10, x + 30 + measure(words) > width - 10 {
                x = 10
                top += 18
            }
            swatch(index, isTarget: chart.target != nil && index == entries.count - 1, x)
            text(words, x + 30, top - 3)
            x += 30 + measure(words) + 18
        }
        top += 8
    }

    private mutating func swatch(_ index: Int, isTarget: Bool, _ x: Double) {
        if isTarget {
            rule(x, top - 7, x + 24, top - 7, "b00020", dash: true)
        } else if chart.kind == .line {
            let points = [x, x + 12, x + 24].map { (x: $0, y: top - 7) }
            parts.append(SVGDrawing.path(points, series: index, markers: true))
        } else {
            box(x + 4, top - 13, 16, 11, series: index)
        }
    }

    /// A line through points, broken where there is none; each series has its own dashes.
    static func path(_ points: [(x: Double, y: Double)?], series: Int, markers: Bool) -> Markup {
        var steps: Markup = ""
        var marks: Markup = ""
        var drawing = false
        for point in points {
            if let point {
                steps += "\(drawing ? "L" : "M")\(point.x) \(point.y)"
                marks += marker(point, series: series)
            }
            drawing = point != nil
        }
        let dashes = ["none", "6 3", "2 2", "9 3 2 3"][series % 4]
        let colour = SVGChart.colour(series)
        let line: Markup = """
            <path d="\(steps)" fill="none" stroke="#\(colour)" stroke-width="2" stroke-dasharray="\(dashes)"/>
            """
        return markers ? line + marks : line
    }

    private static func marker(_ point: (x: Double, y: Double), series: Int) -> Markup {
        let colour = SVGChart.colour(series)
        switch series % 3 {
        case 0: return "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"3\" fill=\"#\(colour)\"/>"
        case 1:
            return """
                <rect x="\(point.x - 3)" y="\(point.y - 3)" width="6" height="6" fill="#\(colour)" stroke="#333" \
                stroke-width="0.5"/>
                """
        default:
            return """
                <path d="M\(point.x) \(point.y - 4)L\(point.x + 4) \(point.y + 3)L\(point.x - 4) \(point.y + 3)Z" \
                fill="#\(colour)" stroke="#333" stroke-width="0.5"/>
                """
        }
    }
}
