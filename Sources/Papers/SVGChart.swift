public import Documents
public import Values

/// Draws charts as SVG: readable in grey, with values in the reader's number format and words for who does not see it.
public enum SVGChart {
    /// The chart as one `svg` element; the name keeps the charts of one page apart.
    public static func svg(
        _ chart: Chart, in language: DisplayLanguage, width: Double = 640, name: String = "chart"
    ) -> String {
        markup(chart, in: language, width: width, name: name).source
    }

    static func markup(_ chart: Chart, in language: DisplayLanguage, width: Double, name: String) -> Markup {
        let drawing = ChartDrawing.of(chart, language, width: width)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="\(name)-title \(name)-words" \
            viewBox="0 0 \(drawing.width) \(drawing.top)" width="\(drawing.width)" height="\(drawing.top)" \
            font-family="'Times New Roman','Liberation Serif',serif" font-size="\(ChartDrawing.size)">\
            <title id="\(name)-title">\(chart.title(in: language))</title>\
            <desc id="\(name)-words">\(chart.summary(in: language))</desc>\(drawing.marks.map(markup))</svg>
            """
    }

    private static func markup(_ mark: ChartMark) -> Markup {
        switch mark {
        case .words(let words): return text(words)
        case .rule(let from, let to, let colour, let dashed):
            let dashes: Markup = dashed ? " stroke-width=\"2\" stroke-dasharray=\"7 4\"" : ""
            return """
                <line x1="\(from.x)" y1="\(from.y)" x2="\(to.x)" y2="\(to.y)" stroke="#\(colour)"\(dashes)/>
                """
        case .box(let x, let y, let width, let height, let colour):
            return """
                <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill="#\(colour)" stroke="#333" \
                stroke-width="0.5"/>
                """
        case .path(let parts, let series):
            let dashes = ChartMark.dashes(series).map { String(Int($0)) }.joined(separator: " ")
            return """
                <path d="\(parts.map(steps))" fill="none" stroke="#\(ChartMark.colour(series))" stroke-width="2" \
                stroke-dasharray="\(dashes.isEmpty ? "none" : dashes)"/>
                """
        case .sign(let point, let series): return sign(point, series: series)
        case .field(let points, let colour): return "<path d=\"\(steps(points))Z\" fill=\"#\(colour)\"/>"
        }
    }

    private static func steps(_ points: [ChartMark.Point]) -> Markup {
        "\(points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" as Markup })"
    }

    private static func text(_ words: ChartMark.Words) -> Markup {
        let place: Markup = words.anchor == .start ? "" : " text-anchor=\"\(words.anchor.rawValue)\""
        let halo: Markup = words.halo ? " stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"" : ""
        let bold: Markup = words.bold ? " font-weight=\"bold\"" : ""
        let size: Markup = words.size == ChartDrawing.size ? "" : " font-size=\"\(words.size)\""
        return "<text x=\"\(words.x)\" y=\"\(words.y)\"\(place)\(halo)\(bold)\(size)>\(words.text)</text>"
    }

    private static func sign(_ point: ChartMark.Point, series: Int) -> Markup {
        let colour = ChartMark.colour(series)
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
