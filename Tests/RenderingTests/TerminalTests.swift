import Diagnostics
import Documents
import Glibc
import Rendering
import Tables
import Testing
import Values

/// The C library's own measure, which its header hides from Swift.
@_silgen_name("wcwidth") private func wcwidth(_ character: Int32) -> Int32

@Suite struct DisplayWidthTests {
    static let samples = [
        "THCS Chu Văn An", "Nguyễn Thị Hồng Ngọc", "Đường Lê Đại Hành – quận Hải Châu", "ưỡng nghiệp",
        "Nguye\u{302}\u{303}n", "日本語 한국어", "…‘’“”≥−·│█▏▐", "e\u{301}\u{323}", "đồng ₫",
    ]

    /// The program's own table agrees with the C library's for every text an office writes.
    @Test(arguments: samples) func agreesWithTheCLibrary(_ text: String) throws {
        #expect(try text.displayWidth == columns(of: text.unicodeScalars))
    }

    /// All letters of Vietnamese, composed and decomposed: one column each.
    @Test func everyVietnameseLetterIsOneColumn() throws {
        let ranges: [ClosedRange<UInt32>] = [
            0xC0...0x24F, 0x1E00...0x1EFF, 0x300...0x36F, 0x2010...0x2027, 0x2500...0x259F,
        ]
        for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
            #expect(try String(scalar).displayWidth == columns(of: [scalar]), "U+\(String(scalar.value, radix: 16))")
        }
    }

    /// The columns by the C library, in a locale of this thread only: other tests run beside this one.
    private func columns(of scalars: some Sequence<Unicode.Scalar>) throws -> Int {
        let unicode = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
        let before = uselocale(unicode)
        defer {
            uselocale(before)
            freelocale(unicode)
        }
        return scalars.reduce(0) { $0 + Int(wcwidth(Int32($1.value))) }
    }
}

@Suite struct TerminalTests {
    static let schema = Schema([
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")), ColumnInfo("name", .text, Text("Name", vi: "Tên")),
        ColumnInfo("n", .number, Text("Sessions", vi: "Số buổi")),
    ])
    static let table = Table(
        schema,
        rows: [
            [.text("HP-017"), .text("THCS Chu Văn An"), .number(0)],
            [.text("HP-044"), .text("THPT chuyên Trần Phú"), .number(1250)],
            [.text("HP-045"), .missing, .missing(.notReported)],
        ])

    func screen(_ document: Document, _ width: Int?, _ language: DisplayLanguage = .english) -> String {
        Terminal.render(document, style: .init(width: width, colour: false, language: language))
    }

    @Test func tableThatFits() {
        let remark = Text("at least 2 are asked for", vi: "cần ít nhất 2")
        #expect(
            screen(.table(Self.table, remark: remark), 60, .vietnamese) == """
                  unit    name                             n
                  HP-017  THCS Chu Văn An                  0
                  HP-044  THPT chuyên Trần Phú         1.250
                  HP-045  ·                     chưa báo cáo
                                      3 dòng · cần ít nhất 2

                """)
    }

    @Test func narrowTableWrapsTexts() {
        #expect(
            screen(.table(Self.table), 40) == """
                  unit    name                         n
                  HP-017  THCS Chu Văn An              0
                  HP-044  THPT chuyên Trần         1,250
                          Phú
                  HP-045  ·                 not reported
                                                  3 rows

                """)
    }

    @Test func narrowerTableLeavesOutMiddleColumns() {
        let text = screen(.table(Self.table), 26)
        #expect(text.contains("  … 1 more column: name\n"))
        #expect(text.hasPrefix("  unit               n\n"))
    }

    /// No line is wider than the screen, and each cell or the name of its column is shown, at any width.
    @Test(arguments: 34...130) func fitsAnyWidth(_ width: Int) {
        let columns = (0..<7).map { ColumnInfo("column_\($0)", $0 % 3 == 2 ? .number : .text) }
        let rows = (0..<5).map { row in
            (0..<7).map { column -> Value in
                column % 3 == 2 ? .number(Number(row * 1000 + column)) : .text("trường số \(row) của cột \(column)")
            }
        }
        let text = screen(.table(Table(Schema(columns), rows: rows)), width)
        for line in text.split(separator: "\n") { #expect(String(line).displayWidth <= width) }
        for column in columns { #expect(text.contains(column.name)) }
    }

    @Test func nothingIsCutWithoutAWidth() {
        let long = String(repeating: "rất dài ", count: 100) + "hết"
        let table = Table(
            Schema([ColumnInfo("a", .text), ColumnInfo("b", .text)]), rows: [[.text(long), .text(long)]])
        #expect(screen(.table(table), nil).split(separator: "\n")[1] == "  \(long)  \(long)")
        #expect(screen(Document([.paragraph(RichText(Text(verbatim: long)))]), nil) == long + "\n")
    }

    @Test func controlCharactersNeverReachTheScreen() {
        let evil = "a\u{1B}[2Jb\u{7}c\u{9B}d\u{202E}e\nf\tg\u{7F}"
        let table = Table(Schema([ColumnInfo("x", .text)]), rows: [[.text(evil)]])
        let text = screen(
            Document([
                .table(TableBlock(table)), .message(RichText(Text(verbatim: evil)), remark: Text(verbatim: evil)),
                .fields([Field(Text(verbatim: evil), .text(evil))]), .reservation(Text(verbatim: evil)),
                .chart(Chart(.bar, title: Text(verbatim: evil), categories: [Text(verbatim: evil)], series: [])),
            ]), nil)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0 ~= $0.value)) })
        #expect(text.contains("a␛[2Jb␇c\u{FFFD}d\u{FFFD}e f g␡"))
    }

    @Test func remarkStandsAtTheRightEnd() {
        let remark = Text("entry 418 · undo", vi: "mục 418")
        let done = Document.done(Text("registered HP-301", vi: "đã ghi HP-301"), remark: remark)
        #expect(screen(done, 50) == "registered HP-301" + String(repeating: " ", count: 17) + "entry 418 · undo\n")
        #expect(screen(done, 24) == "registered HP-301\n        entry 418 · undo\n")
        #expect(screen(done, nil) == "registered HP-301 · entry 418 · undo\n")
    }

    @Test func colourOnlyWhereWanted() {
        let done = Document.done(Text("done", vi: "xong"))
        let text = Terminal.render(done, style: .init(width: 80, colour: true, language: .english))
        #expect(text == "\u{1B}[32mdone\u{1B}[0m\n")
    }

    @Test func fieldsItemsAndReservations() {
        let document = Document([
            .heading(Text("Round", vi: "Đợt báo cáo"), level: 2),
            .fields([
                Field(Text("Due", vi: "Hạn nộp"), .date(Day(year: 2025, month: 12, day: 5) ?? Day(number: 0)), .date),
                Field(Text("Received", vi: "Đã nhận"), .number(206), .number),
                Field(Text("Note", vi: "Ghi chú"), .missing),
            ]),
            .items([RichText(Text("one", vi: "một")), RichText(Text("two", vi: "hai"))], numbered: true),
            .items(
                [RichText([.init(Text("try ", vi: "thử ")), .init(Text(verbatim: "undo"), .code)])], numbered: false),
            .reservation(Text("target not verified", vi: "chỉ tiêu chưa kiểm chứng")),
        ])
        #expect(
            screen(document, 60, .vietnamese) == """
                Đợt báo cáo
                  Hạn nộp  05/12/2025
                  Đã nhận  206
                  Ghi chú  ·

                  1. một
                  2. hai

                  - thử undo
                  ! chỉ tiêu chưa kiểm chứng

                """)
    }

    /// What leaves the terminal is byte for byte what was written; what stays on it steers nothing.
    @Test func verbatimText() {
        let document = Document([.verbatim("a\tb\u{1B}\n\nc\n")])
        #expect(screen(document, nil) == "a\tb\u{1B}\n\nc\n")
        #expect(screen(document, 80) == "a\tb␛\n\nc\n")
    }

    @Test func emptyTable() {
        #expect(screen(.table(Table(Self.schema, rows: [])), 40) == "  unit  name  n\n        no rows\n")
        #expect(screen(.table(Table(Schema([]), rows: [])), 40) == "  no rows\n")
    }
}
