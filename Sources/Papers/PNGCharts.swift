public import Diagnostics
public import Documents
public import Values

/// The charts of a document as one picture, below each other, for slides and messages.
public enum PNGCharts {
    /// The picture, two dots a point.
    public static func bytes(_ document: Document, in language: DisplayLanguage) throws -> [UInt8] {
        let drawings = document.blocks.compactMap { block in
            if case .chart(let chart) = block { ChartDrawing.of(chart, language, width: 640) } else { nil }
        }
        guard !drawings.isEmpty else { throw Diagnostic.noChart }
        let gap = 24.0
        let height = drawings.reduce(gap) { $0 + $1.top + gap }
        guard height < 14_000 else { throw Diagnostic.tooManyCharts }
        let canvas = try Canvas.picture(width: 640 + 2 * gap, height: height, scale: 2, language: language)
        var top = gap
        for drawing in drawings {
            canvas.draw(drawing, x: gap + (640 - drawing.width) / 2, y: top, scale: 1)
            top += drawing.top + gap
        }
        return try canvas.png()
    }
}

extension Diagnostic.Code {
    /// A picture was asked for of a document that has no chart, or too many.
    public static let noPicture: Self = "no-picture"
}

extension Diagnostic {
    fileprivate static let noChart = Diagnostic(
        .noPicture,
        Text("There is no chart to make a picture of.", vi: "Không có biểu đồ nào để vẽ thành hình."),
        notes: [Text("Write a .pdf or .docx file instead.", vi: "Hãy ghi ra tệp .pdf hoặc .docx.")])
    fileprivate static let tooManyCharts = Diagnostic(
        .noPicture,
        Text("The charts are too many for one picture.", vi: "Quá nhiều biểu đồ cho một hình."),
        notes: [Text("Write a .pdf or .docx file instead.", vi: "Hãy ghi ra tệp .pdf hoặc .docx.")])
}
