import Diagnostics
import Documents
import Papers
import Tables
import Testing
import Values

/// One after another: threads that draw with one font at once bring cairo 1.16 down. The program draws with one.
@Suite(.serialized) struct PDFTests {
    @Test(arguments: Sample.names) func drawsAndIsTheSameTwice(_ name: String) throws {
        let document = Sample.named(name)
        let bytes = try PDFPaper.bytes(document, in: .vietnamese)
        #expect(bytes.starts(with: "%PDF-1.".utf8))
        #expect(try PDFPaper.bytes(document, in: .vietnamese) == bytes)
        let tail = String(decoding: bytes.suffix(1_500), as: UTF8.self)
        #expect(tail.contains("/Lang (vi)") && tail.hasSuffix("%%EOF\n"))
    }

    /// Every chart of the report has its words for who does not see it, and each file says what it is.
    @Test func chartsHaveWords() throws {
        let text = String(decoding: try PDFPaper.bytes(Sample.report, in: .vietnamese), as: UTF8.self)
        #expect(text.components(of: "/Alt <FEFF") == Sample.charts.count)
        #expect(text.contains("/CreationDate (20250205"))
    }

    @Test func chartsAsAPicture() throws {
        let bytes = try PNGCharts.bytes(Sample.report, in: .vietnamese)
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 50_000)
        #expect(try PNGCharts.bytes(Sample.report, in: .vietnamese) == bytes)
        let finding = #expect(throws: Diagnostic.self) { try PNGCharts.bytes(Document(), in: .vietnamese) }
        #expect(finding?.code == .noPicture)
    }

    /// Rows higher than a page, many lines and single words wider than a column go on over pages.
    @Test func longTextsGoOn() throws {
        let words = Text(verbatim: String(repeating: "bình đẳng giới ", count: 2_000))
        let table = Table(
            Schema([ColumnInfo("a", .text), ColumnInfo("b", .text)]),
            rows: [[.text(words.english), .text(String(repeating: "x", count: 3_000))], [.text("y"), .text("z")]])
        let document = Document(
            [.paragraph(RichText(words)), .table(TableBlock(table)), .items([RichText(words)], numbered: true)],
            letterhead: Sample.letterhead)
        #expect(try PDFPaper.bytes(document, in: .vietnamese).count > 50_000)
    }
}
