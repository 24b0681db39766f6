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
        if chart.kind == .spark { return SVGSpark.markup(chart, in: language, name: name) }
        var drawing = SVGDrawing(chart, language, width: max(width, 240))
        if chart.kind == .line { drawing.drawLines() } else { drawing.drawBars() }
        return drawing.finished(name: name)
    }

    /// The outer element with title and description.
    static func frame(
        _ chart: Chart, in language: DisplayLanguage, width: Double, height: Double, name: String, _ inner: Markup
    ) -> Markup {
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="\(name)-title \(name)-words" \
        viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
        font-family="'Times New Roman','Liberation Serif',serif" font-size="\(SVGDrawing.size)">\
        <title id="\(name)-title">\(chart.title(in: language))</title>\
        <desc id="\(name)-words">\(chart.summary(in: language))</desc>\(inner)</svg>
        """
    }

    /// The greys and hues of series: each differs from its neighbours in lightness too.
    static let colours = ["1f4e79", "e08e0b", "9ecae1", "5b2a6e", "6aa84f", "d9d9d9"]

    static func colour(_ series: Int) -> String { colours[series % colours.count] }
}

/// A line the height of a letter.
enum SVGSpark {
    static func markup(_ chart: Chart, in language: DisplayLanguage, name: String) -> Markup {
        let scale = ChartScale(chart)
        let (width, height) = (120.0, 24.0)
        let lines = chart.series.enumerated().map { index, series in
            let step = width / Double(max(1, series.values.count - 1))
            let points = series.values.enumerated().map { place, value in
                value.map { value in
                    (4 + Double(place) * step * 0.93, height - 4 - scale.share(value.approximation) * (height - 8))
                }
            }
            return SVGDrawing.path(points, series: index, markers: false)
        }
        return SVGChart.frame(chart, in: language, width: width, height: height, name: name, "\(lines)")
    }
}
