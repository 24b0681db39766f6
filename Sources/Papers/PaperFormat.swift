public import Documents
public import Values

/// A way to write a document as a paper, chosen by the ending of the file: `to: "out/digest.docx"`.
public struct PaperFormat: Sendable {
    /// The ending of its files: `docx`.
    public let ending: String
    /// Writes a document for readers of a language.
    public let bytes: @Sendable (Document, DisplayLanguage) throws -> [UInt8]

    /// Names a way to write papers.
    public init(_ ending: String, bytes: @escaping @Sendable (Document, DisplayLanguage) throws -> [UInt8]) {
        self.ending = ending
        self.bytes = bytes
    }

    /// A document for word processors.
    public static let docx = PaperFormat("docx", bytes: DOCXPaper.bytes)
    /// One page for browsers, which holds everything it needs.
    public static let html = PaperFormat("html", bytes: HTMLPaper.bytes)

    /// Pages as they are printed.
    public static let pdf = PaperFormat("pdf", bytes: PDFPaper.bytes)

    /// A workbook with a sheet for each table and chart.
    public static let xlsx = PaperFormat("xlsx") { try XLSXBook.bytes($0, in: $1) }

    /// A picture of the charts.
    public static let png = PaperFormat("png", bytes: PNGCharts.bytes)

    /// Every way that this room brings.
    public static let all = [docx, pdf, html, xlsx, png]
}
