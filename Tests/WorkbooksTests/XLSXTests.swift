import Diagnostics
import TestSupport
import Testing
import Values

@testable import Workbooks

@Suite struct XLSXTests {
    static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

    /// A workbook of one sheet, whose parts a test may exchange.
    static func book(
        sheet: String, texts: String = "", workbook: String = "<workbookPr/>", state: String = "", styles: String = "",
        extra: [(name: String, content: String)] = []
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return PlainZip.bytes(
            [
                ("[Content_Types].xml", "<Types/>"),
                (
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"/xl/wb.xml\"/>"
                        + "</Relationships>"
                ),
                (
                    "xl/wb.xml",
                    "<workbook \(space) xmlns:r=\"\(office)\">\(workbook)<sheets>"
                        + "<sheet name=\"Số liệu\" r:id=\"r7\" \(state)/></sheets></workbook>"
                ),
                (
                    "xl/_rels/wb.xml.rels",
                    "<Relationships><Relationship Id=\"r7\" Type=\"\(office)/worksheet\" Target=\"s/one.xml\"/>"
                        + "<Relationship Id=\"r8\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r9\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
                ("xl/sharedStrings.xml", "<sst \(space)>\(texts)</sst>"),
                ("xl/styles.xml", "<styleSheet \(space)>\(styles)</styleSheet>"),
                ("xl/s/one.xml", sheet),
            ] + extra)
    }

    static func sheet(_ rows: String, before: String = "", behind: String = "") -> String {
        "<x:worksheet xmlns:x=\"a\">\(before)<sheetData>\(rows)</sheetData>\(behind)</x:worksheet>"
    }

    private func cells(_ bytes: [UInt8]) throws -> [[String]] {
        try XLSXFile.read(bytes, name: "a.xlsx").sheets[0].rows.map { $0.cells.map { $0?.typed ?? "·" } }
    }

    @Test func textsNumbersAndWhatIsNotThere() throws {
        let rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>0.1</v></c><c r="D2"><v>333.84000000000003</v></c></row>
            <row><c t="inlineStr"><is><r><t>Lê </t></r><r><t>Chân</t></r></is></c><c t="b"><v>1</v></c></row>
            <row r="9" hidden="1"><c r="B9" t="e"><v>#DIV/0!</v></c><c t="str"><f>A1</f><v>x_x000D_y &amp; z</v></c></row>
            <row r="10"><c r="A10"/></row>
            """
        let texts = "<si><r><t>Hòa</t></r><r><t> Bình</t></r><rPh><t>no</t></rPh></si>"
        let sheet = try XLSXFile.read(Self.book(sheet: Self.sheet(rows), texts: texts), name: "a").sheets[0]
        #expect(sheet.name == "Số liệu")
        #expect(sheet.rows.map(\.number) == [2, 3, 9])
        #expect(sheet.rows.map(\.isHidden) == [false, false, true])
        #expect(
            sheet.rows.map { $0.cells.map { $0?.typed ?? "·" } } == [
                ["Hòa Bình", "·", "0.1", "333.84"], ["Lê Chân", "yes"], ["·", "#DIV/0!", "xy & z"],
            ])
    }

    @Test func daysAndPercentsByTheirStyle() throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd\\ mmm&quot;h&quot;"/>\
            <numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs>
            """
        let values = [
            (1, "45992"), (2, "45992.75"), (3, "5"), (4, "0.335"), (1, "59"), (1, "61"), (1, "-3"),
        ]
        let rows = "<row>" + values.map { "<c s=\"\($0)\"><v>\($1)</v></c>" }.joined() + "</row>"
        let book = Self.book(sheet: Self.sheet(rows), styles: styles)
        #expect(try cells(book) == [["2025-12-01", "2025-12-01", "5", "33.5%", "1900-02-28", "1900-03-01", "-3"]])
        let late = Self.book(
            sheet: Self.sheet("<row><c s=\"1\"><v>0</v></c></row>"), workbook: "<workbookPr date1904=\"1\"/>",
            styles: styles)
        #expect(try cells(late) == [["1904-01-01"]])
    }

    @Test func mergesAndWhatIsHidden() throws {
        let text = Self.sheet(
            "<row><c><v>1</v></c></row>", before: "<cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols>",
            behind: "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"C3:A1\"/></mergeCells>")
        let sheet = try XLSXFile.read(Self.book(sheet: text, state: "state=\"veryHidden\""), name: "a").sheets[0]
        #expect(sheet.isHidden)
        #expect(sheet.hiddenColumns == [1, 2])
        #expect(sheet.merges == [SheetRange(rows: 1...2, columns: 0...2)])
    }

    @Test func textsOfOldFontsBecomeUnicode() throws {
        let rows =
            "<row>" + ["§éc lËp", "H¹nh phóc", "2025"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
        let book = try XLSXFile.read(Self.book(sheet: Self.sheet(rows)), name: "a")
        #expect(book.encoding == .tcvn3)
        #expect(book.sheets[0].rows[0].cells.map { $0?.typed } == ["Độc lập", "Hạnh phúc", "2025"])
    }

    private func refusal(_ bytes: [UInt8]) -> Diagnostic.Code? {
        do {
            _ = try XLSXFile.read(bytes, name: "a.xlsx")
            return nil
        } catch {
            return (error as? Diagnostic)?.code
        }
    }

    @Test func hostileFilesAreRefused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\">]><worksheet><sheetData/></worksheet>"
        #expect(refusal(Self.book(sheet: bomb)) == .workbookHostile)
        #expect(refusal(Self.book(sheet: "<worksheet><sheetData>")) == .notAWorkbook)
        #expect(refusal(Self.book(sheet: Self.sheet(""), extra: [("XL/s/ONE.xml", "<a/>")])) == .workbookHostile)
        #expect(refusal(Self.book(sheet: Self.sheet(""), extra: [("../up.xml", "<a/>")])) == .workbookHostile)
        #expect(refusal([]) == .notAWorkbook)
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]) == .workbookTooOld)
        let locked = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 255), 0] }
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0] + locked) == .workbookLocked)
        #expect(refusal(PlainZip.bytes([("xl/workbook.xml", "<workbook/>")], declaring: 1000)) == .notAWorkbook)
    }

    @Test func rowsThatNoSheetHasAreLeftOut() throws {
        let cell = "<c><v>1</v></c>"
        for number in [String(Int.max), String(Int.min), "0", "1048577"] {
            let rows = "<row r=\"3\">\(cell)</row><row r=\"\(number)\">\(cell)</row>"
            let sheet = try XLSXFile.read(Self.book(sheet: Self.sheet(rows)), name: "a").sheets[0]
            #expect(sheet.rows.map(\.number) == [3])
        }
        let last = "<row r=\"\(Int.max)\">\(cell)</row><row>\(cell)</row>"
        #expect(try XLSXFile.read(Self.book(sheet: Self.sheet(last)), name: "a").sheets[0].rows.isEmpty)
    }

    /// A short file cannot fill the memory with empty cells before its own.
    @Test func emptyCellsCount() {
        let row = "<row><c r=\"XFD1\"><v>1</v></c></row>"
        #expect(refusal(Self.book(sheet: Self.sheet(String(repeating: row, count: 1300)))) == .workbookHostile)
    }

    @Test func damageNeverTraps() {
        let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12</v></c></row>"
        let whole = Self.book(sheet: Self.sheet(rows), texts: "<si><t>a</t></si>")
        var dice = SystemRandomNumberGenerator()
        var read = 0
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &dice) {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            if Bool.random(using: &dice) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice)) }
            if refusal(bytes) == nil { read += 1 }
        }
        #expect(read < 2000)
    }

    @Test(arguments: [("A1", 1, 0), ("$AB$12", 12, 27), ("XFD1048576", 1_048_576, 16_383)])
    func addresses(_ text: String, _ row: Int, _ column: Int) {
        let address = CellAddress(text)
        #expect(address == CellAddress(row: row, column: column))
        #expect(address?.description == text.filter { $0 != "$" })
    }

    @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B", "AAAAAAAAAAAAAAAAAAAAAAAA1"])
    func noAddresses(_ text: String) { #expect(CellAddress(text) == nil) }
}
