import Documents
import Rendering
import Tables
import Testing
import Values

@Suite struct DocumentTextTests {
    static let document = Document(
        [
            .heading(Text("Results", vi: "Kết quả"), level: 2),
            .paragraph(
                RichText([
                    .init(Text("# of *units*: ", vi: "# số *đơn vị*: ")), .init(Text(verbatim: "206"), .strong),
                    .init(Text(verbatim: " ")), .init(Text(verbatim: "list `x`"), .code),
                ])),
            .fields([Field(Text("As of", vi: "Tính đến"), .date(TableFormatTests.day), .date)]),
            .table(
                TableBlock(
                    Table(
                        Schema([
                            ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
                            ColumnInfo("n", .number, Text("Sessions", vi: "Số buổi")),
                        ]),
                        rows: [[.text("A|B"), .number(1250)]]),
                    caption: Text("Table 1", vi: "Bảng 1"), remark: Text("all units", vi: "mọi đơn vị"))),
            .reservation(Text("not verified", vi: "chưa đối chiếu")),
            .chart(
                Chart(
                    .bar, title: Text("Share", vi: "Tỷ lệ"), categories: [Text(verbatim: "A"), Text(verbatim: "```")],
                    series: [.init(Text("women", vi: "nữ"), [Number("0.5"), nil])], type: .percent)),
            .items([RichText(Text("one", vi: "một")), RichText(Text("1. two", vi: "1. hai"))], numbered: false),
        ],
        letterhead: Letterhead(
            superior: "UBND THÀNH PHỐ", issuer: "SỞ GDĐT", symbol: "BC-SGDĐT", place: "Hải Phòng",
            date: TableFormatTests.day, kind: Text("REPORT", vi: "BÁO CÁO"), subject: Text("Work", vi: "Công tác nữ"),
            signatory: "GIÁM ĐỐC", recipients: ["Như trên", "Lưu: VT"]))

    @Test func papersSayWhatAWordOfAListMeans() {
        let states = Choices("state", [Choice("due", Text("not yet due", vi: "chưa đến hạn"))])
        let table = Table(
            Schema([ColumnInfo("state", .choice(states))]),
            rows: [[.text("due")], [.text("other")], [.missing(.notReported)]])
        #expect(table.printed(0, in: .vietnamese) == ["chưa đến hạn", "other", "chưa báo cáo"])
        let markdown = MarkdownDocument.bytes(Document([.table(TableBlock(table))]), in: .english)
        #expect(String(decoding: markdown, as: UTF8.self).contains("| not yet due |"))
    }

    @Test func markdown() {
        let text = String(decoding: MarkdownDocument.bytes(Self.document, in: .vietnamese), as: UTF8.self)
        let bars = String(repeating: "█", count: 60)
        let gap = String(repeating: "\u{A0}", count: 6)
        #expect(
            text == ##"""
                UBND THÀNH PHỐ\
                **SỞ GDĐT**\
                Số:\##(gap)/BC-SGDĐT

                **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\
                **Độc lập - Tự do - Hạnh phúc**\
                *Hải Phòng, ngày 14 tháng 3 năm 2025*

                # BÁO CÁO

                **Công tác nữ**

                ## Kết quả

                \# số \*đơn vị\*: **206** `` list `x` ``

                - **Tính đến:** 14/03/2025

                **Bảng 1**

                | Đơn vị | Số buổi |
                | --- | ---: |
                | A\|B | 1.250 |

                *mọi đơn vị*

                > *chưa đối chiếu*

                ````text
                Tỷ lệ
                  A    \##(bars)   50 %
                  ```  \##(String(repeating: " ", count: 60))      ·
                ````

                |  | nữ |
                | --- | ---: |
                | A | 50 % |
                | \`\`\` |  |

                - một
                - 1\. hai

                **GIÁM ĐỐC**

                ***Nơi nhận:***

                - Như trên;
                - Lưu: VT.

                """##)
    }

    /// Plain text shows the headings of columns, where a terminal shows their names.
    @Test func plain() {
        let text = String(decoding: PlainDocument.bytes(Self.document, in: .vietnamese), as: UTF8.self)
        #expect(text.contains("\n  Đơn vị  Số buổi\n  A|B       1.250\n"))
        #expect(text.hasPrefix("UBND THÀNH PHỐ\nSỞ GDĐT\n"))
        #expect(text.hasSuffix("GIÁM ĐỐC\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"))
    }
}
