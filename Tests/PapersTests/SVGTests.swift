import Documents
import Papers
import Testing
import Values

@Suite struct SVGTests {
    static let charts = (Sample.report.blocks + Sample.hostile.blocks).compactMap { block in
        if case .chart(let chart) = block { chart } else { nil }
    }

    @Test(arguments: charts.indices) func wellFormed(_ place: Int) {
        let chart = Self.charts[place]
        for width in [0.0, 240, 640, 1200] {
            let svg = SVGChart.svg(chart, in: .vietnamese, width: width)
            #expect(fault(inXML: svg) == nil)
            #expect(!svg.contains("nan") && !svg.contains("inf"))
        }
    }

    /// Charts without values, with one value, with equal values and with the largest numbers are drawn too.
    @Test(arguments: Chart.Kind.allCases) func edges(_ kind: Chart.Kind) {
        let name = Text(verbatim: "x")
        let columns: [[Number?]] = [
            [], [nil], [0], [5], [-5, -5], [Number(Int64.max), Number(Int64.min + 1)], [Number("0.000000000000000001")],
        ]
        for values in columns {
            let chart = Chart(kind, title: name, categories: values.map { _ in name }, series: [.init(name, values)])
            #expect(fault(inXML: SVGChart.svg(chart, in: .english)) == nil)
        }
        #expect(fault(inXML: SVGChart.svg(Chart(kind, title: name, categories: [], series: []), in: .english)) == nil)
    }

    @Test func saysWhatItShows() {
        let svg = SVGChart.svg(Sample.charts[0], in: .vietnamese, name: "c1")
        #expect(svg.contains("role=\"img\" aria-labelledby=\"c1-title c1-words\""))
        #expect(svg.contains("<title id=\"c1-title\">Tỷ lệ đơn vị có nữ trong ban lãnh đạo theo cấp học</title>"))
        #expect(svg.contains("Tiểu học: 74,25 %; THCS: 51,2 %") || svg.contains("Tiểu học: 74,25 %; THCS: 51,20 %"))
        #expect(svg.contains("GDTX: không có số liệu. Mục tiêu 2025: 60 %."))
        #expect(svg.contains("stroke-dasharray=\"7 4\""))
    }

    /// A missing value breaks the line in two.
    @Test func gapsInLines() throws {
        let svg = SVGChart.svg(Sample.charts[1], in: .vietnamese)
        let lines = svg.components(separated: "<path d=\"").filter { $0.contains("fill=\"none\"") }
        #expect(lines.filter { $0.prefix { $0 != "\"" }.filter { $0 == "M" }.count == 2 }.count == 2)
    }

    /// Names along the axis never run into each other, however many there are.
    @Test(arguments: [2, 12, 60, 300]) func namesKeepApart(_ count: Int) throws {
        let chart = Chart(
            .line, title: Text(verbatim: ""), categories: (0..<count).map { Text(verbatim: "Tháng \($0)") },
            series: [.init(Text(verbatim: "x"), (0..<count).map { Number($0) })])
        let texts = SVGChart.svg(chart, in: .vietnamese).components(separated: "<text x=\"")
        let places = texts.filter { $0.contains("Tháng") }.compactMap { Double($0.prefix { $0 != "\"" }) }
        #expect(places.count >= 2)
        for (left, right) in zip(places, places.dropFirst()) { #expect(right - left >= 40) }
    }
}
