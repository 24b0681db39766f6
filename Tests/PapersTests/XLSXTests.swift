import Diagnostics
import Documents
import Papers
import Tables
import Testing
import Values

@Suite struct XLSXTests {
    func parts(_ bytes: [UInt8]) throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try ZipReader.parts(of: bytes).map { ($0.name, $0.text) })
    }

    @Test(arguments: Sample.names) func everyPartIsWellFormed(_ name: String) throws {
        let bytes = try XLSXBook.bytes(Sample.named(name), in: .vietnamese)
        #expect(try XLSXBook.bytes(Sample.named(name), in: .vietnamese) == bytes)
        for (name, text) in try parts(bytes) { #expect(fault(inXML: text) == nil, "\(name)") }
    }

    @Test func aTableHasFormatsAndAFrozenHead() throws {
        let table = Table(
            Schema([
                ColumnInfo("u", .text, Text("Unit", vi: "Đơn vị")), ColumnInfo("n", .number), ColumnInfo("p", .percent),
                ColumnInfo("m", .money), ColumnInfo("d", .date),
            ]),
            rows: [
                [
                    .text("A & B"), .number(1250), .percent(Number("0.4257") ?? 0), .money(12_500_000),
                    .date(Sample.day(2025, 2, 5)),
                ], [.text(" x"), .missing(.notReported), .missing, .missing, .date(Sample.day(1899, 1, 1))],
            ])
        let sheet = try #require(try parts(XLSXBook.bytes(table, in: .vietnamese))["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<pane ySplit=\"1\""))
        #expect(sheet.contains("<autoFilter ref=\"A1:E3\"/>"))
        let row = try #require(sheet.components(separated: "<row ").first { $0.hasPrefix("r=\"2\"") })
        #expect(row.contains("<t>A &amp; B</t>") && row.contains("<c r=\"B2\" s=\"3\"><v>1250</v></c>"))
        #expect(row.contains("<c r=\"C2\" s=\"5\"><v>0.4257</v></c>"))
        #expect(row.contains("<c r=\"D2\" s=\"6\"><v>12500000</v></c>"))
        #expect(row.contains("<c r=\"E2\" s=\"7\"><v>45693</v></c>"))
        #expect(sheet.contains("<t xml:space=\"preserve\"> x</t>") && sheet.contains("chưa báo cáo"))
        #expect(sheet.contains("01/01/1899"))
    }

    /// Heads over columns are merged; each chart finds its values on its own sheet.
    @Test func sheetsOfAReport() throws {
        let files = try parts(XLSXBook.bytes(Sample.report, in: .vietnamese))
        let book = try #require(files["xl/workbook.xml"])
        #expect(book.contains("name=\"Báo cáo\"") && book.contains("name=\"Biểu đồ (7)\""))
        #expect(book.contains("_xlnm.Print_Titles"))
        #expect(files.values.contains { $0.contains("<mergeCell ref=\"C2:D2\"/>") })
        let chart = try #require(files["xl/charts/chart1.xml"])
        #expect(chart.contains("<c:f>'Biểu đồ'!$B$2:$B$6</c:f>"))
        #expect(files.keys.count { $0.hasPrefix("xl/charts/") } == Sample.charts.count)
    }

    @Test func whatAWorksheetCannotHold() throws {
        let columns = (0..<16_385).map { ColumnInfo("c\($0)", .number) }
        let finding = #expect(throws: Diagnostic.self) {
            try XLSXBook.bytes(Table(Schema(columns), rows: []), in: .vietnamese)
        }
        #expect(finding?.code == .sheetTooLarge)
    }
}
