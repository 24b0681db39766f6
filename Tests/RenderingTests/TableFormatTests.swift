import Rendering
import Tables
import Testing
import Values

@Suite struct TableFormatTests {
    static let day = Day(year: 2025, month: 3, day: 14) ?? Day(number: 0)
    static let table = Table(
        Schema([
            ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
            ColumnInfo("share", .percent, Text("Share", vi: "Tỷ lệ")),
            ColumnInfo("cost", .money, Text("Cost", vi: "Kinh phí")), ColumnInfo("on", .date, Text("On", vi: "Ngày")),
            ColumnInfo("ok", .yesNo, Text("OK", vi: "Đạt")),
        ]),
        rows: [
            [.text("A, \"B\"\nC|D"), .percent(Number("0.4257") ?? 0), .money(-1_250_000), .date(day), .yesNo(true)],
            [.text("=1+2"), .missing(.notReported), .missing, .missing, .yesNo(false)],
            [.text(""), .percent(Number("0.5") ?? 0), .money(0), .date(day), .missing],
        ])

    func text(_ format: TableFormat, _ language: DisplayLanguage = .vietnamese) -> String {
        String(decoding: format.bytes(Self.table, language), as: UTF8.self)
    }

    @Test func csv() {
        #expect(
            text(.csv) == """
                unit,share,cost,on,ok
                "A, ""B""
                C|D",42.57,-1250000,2025-03-14,yes
                '=1+2,,,,no
                "",50,0,2025-03-14,

                """)
    }

    @Test func tsv() {
        #expect(
            text(.tsv) == "unit\tshare\tcost\ton\tok\nA, \"B\"\\nC|D\t42.57\t-1250000\t2025-03-14\tyes\n"
                + "'=1+2\t\t\t\tno\n\t50\t0\t2025-03-14\t\n")
    }

    @Test func json() {
        #expect(
            text(.json) == #"""
                [
                {"unit":"A, \"B\"\nC|D","share":42.57,"cost":-1250000,"on":"2025-03-14","ok":true},
                {"unit":"=1+2","share":null,"cost":null,"on":null,"ok":false},
                {"unit":"","share":50,"cost":0,"on":"2025-03-14","ok":null}
                ]

                """#)
        #expect(TableFormat.json.bytes(Table(Schema([]), rows: []), .english) == Array("[\n]\n".utf8))
    }

    @Test func markdown() {
        #expect(
            text(.markdown) == #"""
                | Đơn vị | Tỷ lệ | Kinh phí | Ngày | Đạt |
                | --- | ---: | ---: | --- | --- |
                | A, "B" C\|D | 42,57 % | -1.250.000 đ | 14/03/2025 | có |
                | =1+2 | chưa báo cáo |  |  | không |
                |  | 50 % | 0 đ | 14/03/2025 |  |

                """#)
    }

    @Test func namesOfFormats() {
        #expect(TableFormat.named("markdown")?.ending == "md")
        #expect(TableFormat.named("CSV")?.ending == "csv")
        #expect(TableFormat.named("xlsx") == nil)
    }

    @Test func variantsOfCSV() {
        let table = Table(Schema([ColumnInfo("a", .text)]), rows: [[.missing], [.text("-x")]])
        #expect(SeparatedText.csv().bytes(table) == Array("a\n\"\"\n'-x\n".utf8))
        let old = SeparatedText.csv(byteOrderMark: true, carriageReturns: true, guardsFormulas: false)
        #expect(old.bytes(table) == [0xEF, 0xBB, 0xBF] + Array("a\r\n\"\"\r\n-x\r\n".utf8))
    }

    /// What is written is read back, whatever the texts hold; and no cell of a spreadsheet begins a formula.
    @Test func csvReadsBack() {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("ab,\"\n\r =+-@'ế日\t;")
        for _ in 0..<300 {
            let rows = (0..<4).map { _ in
                (0..<3).map { _ in
                    let length = Int.random(in: 0...6, using: &generator)
                    return String((0..<length).map { _ in letters.randomElement(using: &generator) ?? "a" })
                }
            }
            let schema = Schema([ColumnInfo("a", .text), ColumnInfo("b", .text), ColumnInfo("c", .text)])
            let table = Table(schema, rows: rows.map { $0.map { .text($0) } })
            let read = CSVReader.rows(SeparatedText.csv(guardsFormulas: false).bytes(table))
            #expect(read == [["a", "b", "c"]] + rows)
            for cell in CSVReader.rows(SeparatedText.csv().bytes(table)).joined() {
                #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first.map(String.init) ?? ""))
            }
        }
    }
}

/// A reader of RFC 4180, just large enough to test the writer.
private enum CSVReader {
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case 34 where quoted && next == 34:
                cell.append(34)
                index += 1
            case 34: quoted.toggle()
            case 44 where !quoted, 10 where !quoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 10 {
                    rows.append(row)
                    row = []
                }
            default: cell.append(byte)
            }
            index += 1
        }
        return rows
    }
}
