import Diagnostics
import Tables
import Testing
import Values
import Workbooks

@testable import Papers

/// The office's own workbooks, filled.
@Suite struct WorkbookTemplateTests {
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of one sheet with cells and names.
    static func file(_ rows: String, names: [String: String], behind: String = "") throws -> [UInt8] {
        let defined = names.sorted { $0.key < $1.key }.map {
            "<definedName name=\"\($0.key)\">S!\($0.value)</definedName>"
        }
        let parts = [
            "[Content_Types].xml": """
            <Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """,
            "_rels/.rels": """
            <Relationships><Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """,
            "xl/_rels/workbook.xml.rels": """
            <Relationships><Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """,
            "xl/workbook.xml": """
            <workbook><sheets><sheet name="S" r:id="rId1"/></sheets><definedNames>\(defined.joined())</definedNames></workbook>
            """,
            "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData>\(behind)</worksheet>",
        ]
        return try ZipFile.bytes(
            parts.sorted { $0.key < $1.key }.map { ZipFile.Part($0.key, bytes: Array($0.value.utf8)) })
    }

    static func sheet(_ bytes: [UInt8], _ part: String = "xl/worksheets/sheet1.xml") throws -> String {
        try #require(try ZipReader.parts(of: bytes).first { $0.name == part }).text
    }

    static func filled(_ rows: String, names: [String: String], behind: String = "") throws -> [UInt8] {
        let template = try Template(file(rows, names: names, behind: behind), name: "mau.xlsx")
        return try template.filled(with: TemplateTests.values, in: .vietnamese)
    }

    @Test func namedCellsKeepTheirLook() throws {
        let bytes = try Self.filled(
            "<row r=\"2\"><c r=\"B2\" s=\"7\" t=\"s\"><v>3</v></c><c r=\"C2\"><v>1</v></c></row>",
            names: ["place": "$B$2", "rows.count": "$D$2"])
        let sheet = try Self.sheet(bytes)
        #expect(
            sheet.contains("<c r=\"B2\" s=\"7\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Hải Phòng</t></is></c>"))
        #expect(sheet.contains("<c r=\"C2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"))
    }

    @Test func rowsBelowMoveWithTheirFormulas() throws {
        let bytes = try Self.filled(
            """
            <row r="5"><c r="A5"/><c r="B5"/><c r="C5"><f>C4+B5*$B$1</f><v>9</v></c></row>\
            <row r="6"><c r="B6"><f>SUM(B5:B5)</f></c><c r="C6"><f t="shared" ref="C6:C7" si="0">SUM(C5)</f></c></row>\
            <row r="7"><c r="C7"><f t="shared" si="0"/></c></row>
            """, names: ["rows": "$A$5:$C$5", "name": "$A$5", "women": "$B$5"],
            behind: "<mergeCells count=\"1\"><mergeCell ref=\"A6:A7\"/></mergeCells>")
        let sheet = try Self.sheet(bytes)
        for part in [
            "<f>C4+B5*$B$1</f>", "<f>C5+B6*$B$1</f>", "<c r=\"B7\"><f>SUM(B5:B6)</f></c>",
            "<c r=\"C7\"><f>SUM(C5:C6)</f></c>",
            "<c r=\"C8\"><f>SUM(C7)</f></c>", "<mergeCell ref=\"A7:A8\"/>",
        ] { #expect(sheet.contains(part), "\(part) in \(sheet)") }
        #expect(!sheet.contains("<v>9</v>"))
        let book = try Self.sheet(bytes, "xl/workbook.xml")
        #expect(book.contains(">S!$A$5:$C$6<") && book.contains("fullCalcOnLoad=\"1\""))
        let read = try XLSXFile.read(bytes, name: "x.xlsx")
        #expect(read.sheets.first?.rows.map(\.number) == [5, 6])
    }

    @Test(arguments: [
        ("SUM(B5:B5)+\"B9\"", "SUM(B5:B7)+\"B9\""), ("B5+B6", "B5+B8"),
        ("IF(A1,SUM($B$5),B$7)", "IF(A1,SUM($B$5:$B$7),B$9)"),
        ("'O''Hare'!B9+S!B9+T!B9", "'O''Hare'!B9+S!B11+T!B9"),
        ("Rows[B9]+B9x+LOG10(B9)+B9.5", "Rows[B9]+B9x+LOG10(B11)+B9.5"),
        ("[1]S!B9+'[1]S'!B9", "[1]S!B9+'[1]S'!B9"), ("COUNT(S!B5)*B5", "COUNT(S!B5:B7)*B5"), ("A1:A4", "A1:A4"),
        ("\"n: \"&SUM(B5)", "\"n: \"&SUM(B5:B7)"), ("SUM(\"x\",B5)", "SUM(\"x\",B5:B7)"),
        ("SUM(Rows[n])+B9", "SUM(Rows[n])+B11"), ("IF(A1=\"[x]\",B9,1)", "IF(A1=\"[x]\",B11,1)"),
        ("[1]!B9+B9", "[1]!B9+B11"), ("\"", "\""), ("'S", "'S"), ("SUM(B5", "SUM(B5"), ("]]((B9", "]]((B11"),
        ("B99999999", "B99999999"),
    ])
    func formulasFollowTheRows(_ old: String, _ new: String) {
        let moves = WorkbookMoves(sheets: ["s": RowMoves([(row: 5, more: 2)])])
        #expect(moves.mapped(old, on: "S") == new)
    }

    @Test func formulasWithoutMovesStay() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "A1", "$B$2", "'x y'!", "S!", "(", ")", "\"", "'", "[", "]", ":", ",", "SUM", "é", "1", ".", "+", " ", "{",
            "#REF!",
        ]
        for _ in 0..<2000 {
            let formula = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            #expect(WorkbookMoves().mapped(formula, on: "S") == formula)
            _ = WorkbookMoves(sheets: ["s": RowMoves([(row: 1, more: 9)])]).mapped(formula, on: "S", row: 1, copy: 3)
        }
    }

    @Test(arguments: [
        "<row r=\"9223372036854775807\"/><row/>", "<row r=\"9223372036854775807\"/>",
        "<row r=\"-9223372036854775808\"/>",
    ])
    func rowsThatNoSheetHasAreRefused(_ rows: String) throws {
        let finding = #expect(throws: Diagnostic.self) {
            try Self.filled("<row r=\"1\"><c r=\"A1\"/></row>" + rows, names: ["rows": "$A$1:$B$1", "name": "$A$1"])
        }
        #expect(finding?.code == .templateTooLarge)
    }

    @Test func breaksBelowTheLastRowStay() throws {
        let bytes = try Self.filled(
            "<row r=\"1\"><c r=\"A1\"/></row>", names: ["rows": "$A$1:$B$1", "name": "$A$1"],
            behind: "<rowBreaks><brk id=\"9223372036854775807\"/><brk id=\"1\"/></rowBreaks>")
        #expect(try Self.sheet(bytes).contains("<brk id=\"9223372036854775807\"/><brk id=\"2\"/>"))
    }

    @Test func saysWhatItCannotFill() throws {
        func code(_ names: [String: String], _ rows: String = "<row r=\"1\"><c r=\"A1\"/></row>") -> Diagnostic.Code? {
            do {
                _ = try Self.filled(rows, names: names)
                return nil
            } catch {
                return Diagnostics.of(error).first?.code
            }
        }
        #expect(code(["plaec": "$A$1"]) == .templateNameMissing)
        #expect(code(["women": "$A$1"]) == .templateNameMissing)
        #expect(code(["rows": "$A$1:$C$1"]) == .templateMalformed)
        #expect(code(["list": "$A$1:$A$9", "sum": "$B$1"], "<row r=\"1\"><c r=\"B1\"><f>1</f></c></row>") == nil)
        #expect(code(["rows": "$A$1:$B$1", "name": "$A$1", "rows.x": "$A$1:$B$1"]) == .templateNameMissing)
    }
}
