import Documents
import Papers
import Testing
import Values

@Suite struct PDFTests {
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
}
