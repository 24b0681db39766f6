import Documents
import Tables
import Testing
import Values

@testable import Papers

/// Widths of printed tables, and which rows keep together.
@Suite struct ColumnFitTests {
    private func block(_ rows: [[Value]], _ headings: [String], remark: Text? = nil) -> TableBlock {
        let columns = headings.enumerated().map { place, heading in
            let type: ValueType =
                switch rows.first?[place] {
                case .number: .number
                case .money: .money
                default: .text
                }
            return ColumnInfo("c\(place)", type, Text(verbatim: heading))
        }
        return TableBlock(Table(Schema(columns), rows: rows), remark: remark)
    }

    /// A column of short words does not take the room that the long texts beside it need.
    @Test func longTextsGetTheRoom() {
        let rows = ["Tập huấn nghiệp vụ cho Ban VSTBPN", "Kiểm tra việc thực hiện kế hoạch", "Tổng cộng"].map { what in
            [.text(what), .text("báo cáo"), .text("7"), .money(19_800_000)] as [Value]
        }
        let fit = ColumnFit(block(rows, ["Nội dung chi", "Đơn vị tính", "Khoản", "Thành tiền"]), in: .vietnamese)
        #expect(!fit.landscape && fit.size == 13)
        #expect(fit.widths[0] > fit.widths[1] * 2)
        #expect(fit.widths.reduce(0, +) <= OfficialPage.width(landscape: false))
        #expect(PrintWidth.of(rows[0][0].written(in: .vietnamese), size: 13) * 20 <= Double(fit.widths[0]))
    }

    /// Whatever the texts are, the columns fill the page and no amount is broken.
    @Test func widthsFillThePage() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let columns = Int.random(in: 1...9, using: &dice)
            let rows = (0..<Int.random(in: 1...20, using: &dice)).map { _ in
                (0..<columns).map { column -> Value in
                    column % 2 == 0
                        ? .text(String(repeating: "chữ ", count: Int.random(in: 0...30, using: &dice)))
                        : .number(Number(Int.random(in: 0...9_999_999, using: &dice)))
                }
            }
            let fit = ColumnFit(block(rows, (0..<columns).map { "Cột \($0)" }), in: .vietnamese)
            let room = OfficialPage.width(landscape: fit.landscape)
            #expect((room - columns...room).contains(fit.widths.reduce(0, +)))
            for (row, column) in rows.flatMap({ row in row.indices.map { (row, $0) } }) where column % 2 == 1 {
                let words = PrintWidth.of(row[column].written(in: .vietnamese), size: Double(fit.size)) * 20
                #expect(words <= Double(fit.widths[column]))
            }
        }
    }

    @Test func rowsKeepTogether() {
        let long = block((0..<9).map { [.number(Number($0))] }, ["n"])
        #expect((0..<9).filter { long.keepsNext(row: $0) } == [0, 7])
        let short = block((0..<4).map { [.number(Number($0))] }, ["n"], remark: Text("r", vi: "r"))
        #expect((0..<4).filter { short.keepsNext(row: $0) } == [0, 1, 2, 3])
    }

    /// A label takes what its values leave, and at least nine twentieths of the line.
    @Test func labelsTakeWhatValuesLeave() {
        let label = Text(verbatim: "Nữ trong số lãnh đạo, cán bộ quy hoạch được bồi dưỡng trong năm")
        let width = OfficialPage.width(landscape: false)
        #expect([Field(label, .number(5))].labelWidth(in: .vietnamese) > width * 3 / 4)
        let long = Value.text(String(repeating: "một giá trị dài ", count: 9))
        #expect([Field(label, long)].labelWidth(in: .vietnamese) == width * 45 / 100)
    }
}
