import Documents
import Testing
import Values

@testable import Papers

/// The kinds of charts of official papers: each in every output, told apart without colours, labelled in Vietnamese.
@Suite struct ChartKindTests {
    private static let forecast = Sample.charts[4]

    @Test(arguments: Sample.charts.indices) func everyOutput(_ place: Int) throws {
        let chart = Sample.charts[place]
        let svg = SVGChart.svg(chart, in: .vietnamese)
        #expect(fault(inXML: svg) == nil && svg.contains("<desc"))
        let document = Document([.chart(chart)])
        #expect(try PDFPaper.bytes(document, in: .vietnamese).starts(with: Array("%PDF-".utf8)))
        #expect(try PNGCharts.bytes(document, in: .vietnamese).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        for words in chart.series.map(\.name.vietnamese) where chart.series.count > 1 && chart.kind != .panels {
            #expect(svg.contains(">\(words)</text>"))
        }
    }

    @Test func theKindsThatPapersNeed() {
        #expect(Set(Sample.charts.map(\.kind)) == [.bar, .line, .stacked, .dots, .panels])
        #expect(Self.forecast.fan != nil && Self.forecast.target != nil)
    }

    /// Neighbouring series differ in lightness, or one of them is hatched.
    @Test func barsDifferInGrey() {
        let light = { (series: Int) -> Double in
            let number = UInt32(ChartMark.colour(series), radix: 16) ?? 0
            let part = { (shift: UInt32) in Double((number >> shift) & 255) / 255 }
            return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        }
        for series in 0..<ChartMark.colours.count - 1 {
            let hatched = [series, series + 1].map {
                !ChartMark.hatching(x: 0, y: 0, width: 40, height: 40, series: $0).isEmpty
            }
            let apart = abs(light(series) - light(series + 1))
            #expect(apart > 0.15 || hatched[0] != hatched[1], "\(series) and \(series + 1)")
        }
    }

    /// Lines differ in their dashes and signs, not in colour alone.
    @Test func linesDifferInDashes() {
        #expect(Set((0..<4).map { ChartMark.dashes($0) }).count == 4)
        let drawing = ChartDrawing.of(Sample.charts[1], .vietnamese, width: 640)
        let signs = drawing.marks.compactMap { if case .sign(_, let series) = $0 { series } else { nil } }
        #expect(Set(signs) == [0, 1])
    }

    /// The fan stands behind the line, and who does not see it hears its ends.
    @Test func forecastsHaveTheirFan() throws {
        let marks = ChartDrawing.of(Self.forecast, .vietnamese, width: 640).marks
        let field = try #require(marks.firstIndex { if case .field = $0 { true } else { false } })
        let line = try #require(marks.lastIndex { if case .path = $0 { true } else { false } })
        #expect(field < line)
        #expect(Self.forecast.summary(in: .vietnamese).contains("Khoảng dự báo 80 % – 2025: 38–42; 2026: 38–46"))
    }

    /// Women and men of a unit stand on one line, at their values.
    @Test func womenAndMenShareALine() {
        let marks = ChartDrawing.of(Sample.charts[5], .vietnamese, width: 640).marks
        let points = marks.compactMap { mark -> (ChartMark.Point, Int)? in
            if case .sign(let point, let series) = mark { (point, series) } else { nil }
        }
        let rows = Dictionary(grouping: points) { $0.0.y }.values.filter { $0.count == 2 }
        #expect(rows.count >= 5)
        #expect(rows.allSatisfy { Set($0.map(\.1)) == [0, 1] })
    }

    /// Small charts share one scale: equal values stand equally high above their panel's ground.
    @Test func panelsShareTheirScale() {
        let name = { (text: String) in Text(verbatim: text) }
        let chart = Chart(
            .panels, title: name("x"), categories: ["1", "2"].map(name),
            series: [.init(name("a"), [1, 5]), .init(name("b"), [5, 50]), .init(name("c"), [5, 5])])
        let paths = ChartDrawing.of(chart, .vietnamese, width: 640).marks.compactMap { mark -> [ChartMark.Point]? in
            if case .path(let parts, _) = mark { parts.first } else { nil }
        }
        #expect(paths.count == 3 && paths[0][1].y == paths[1][0].y && paths[2][0].y == paths[2][1].y)
    }
}
