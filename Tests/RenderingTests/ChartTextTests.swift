import Documents
import Rendering
import Testing
import Values

@Suite struct ChartTextTests {
    func screen(_ chart: Chart, _ width: Int? = 40) -> String {
        Terminal.render(Document([.chart(chart)]), style: .init(width: width, colour: false, language: .vietnamese))
    }

    func same(_ texts: String...) -> [Text] { texts.map { Text(verbatim: $0) } }

    @Test func barsWithTarget() {
        let chart = Chart(
            .bar, title: Text("Share", vi: "Tỷ lệ nữ"), categories: same("THPT", "THCS", "MN"),
            series: [.init(Text("women", vi: "nữ"), [Number("0.25"), nil, Number("0.5")])], type: .percent,
            target: (Text("target", vi: "chỉ tiêu"), Number("0.5") ?? 1))
        #expect(
            screen(chart) == """
                Tỷ lệ nữ
                  THPT  ████████████▌            │  25 %
                  THCS                           │     ·
                  MN    █████████████████████████│  50 %
                  │ chỉ tiêu: 50 %

                """)
    }

    @Test func negativeBarsGrowToTheLeft() {
        let chart = Chart(
            .bar, title: Text(verbatim: "Δ"), categories: same("a", "b"),
            series: [.init(Text(verbatim: "x"), [-2, 2])])
        let lines = screen(chart, 20).split(separator: "\n")
        #expect(lines[1] == "  a  █████        -2")
        #expect(lines[2] == "  b       █████    2")
    }

    @Test func groupedAndStacked() {
        let series = [
            Chart.Series(Text("women", vi: "Nữ"), [4, 2]), Chart.Series(Text("men", vi: "Nam"), [4, nil]),
        ]
        let bar = screen(Chart(.bar, title: Text(verbatim: "t"), categories: same("2024", "2025"), series: series), 24)
        #expect(
            bar == """
                t
                  2024
                    Nữ   ███████████   4
                    Nam  ███████████   4
                  2025
                    Nữ   █████▌        2
                    Nam                ·

                """)
        let chart = Chart(.stacked, title: Text(verbatim: "t"), categories: same("2024", "2025"), series: series)
        #expect(
            screen(chart, 24) == """
                t
                  2024  ██████▒▒▒▒▒▒   8
                  2025  ███            2
                  █ Nữ  ▒ Nam

                """)
    }

    @Test func linesAreAsHighAsALetter() {
        let chart = Chart(
            .line, title: Text(verbatim: "t"), categories: same("2020", "2021", "2022", "2023"),
            series: [.init(Text("women", vi: "Nữ"), [1, 4, nil, 8])])
        #expect(screen(chart) == "t\n  Nữ  ▁▄ █  1 → 8\n      2020 … 2023\n")
        let equal = [Chart.Series(Text(verbatim: "x"), [3, 3])]
        let flat = Chart(.spark, title: Text(verbatim: ""), categories: [], series: equal)
        #expect(screen(flat) == "  x  ▅▅  3 → 3\n")
        #expect(screen(Chart(.spark, title: Text(verbatim: ""), categories: [], series: [])) == "  ·\n")
    }
}
