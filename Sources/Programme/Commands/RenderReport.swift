import Commands
import Diagnostics
import Documents
import Values

/// `render report` writes a report to a file.
let renderReport = Command(
    "render report",
    Text(
        "Writes a report to a file; the name's ending tells the format.",
        vi: "Lập báo cáo ra tệp; đuôi tệp cho biết định dạng."),
    effect: .exports, run: render
) {
    Argument<ReportName>("report", Text("The report.", vi: "Báo cáo."))
    Label<Period>("period", Text("The period it tells of.", vi: "Kỳ báo cáo."))
    Label<UnitCode>("under", Text("The unit at the top.", vi: "Đơn vị cấp trên cùng."))
    Label<FilePath>("to", Text("The file.", vi: "Tệp kết quả."))
} examples: {
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.md\"").prints("out/indicators.md")
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.odt\"").reports(.unknownFormat)
    Example("render report indicator period: 2025 under: SGD-HP to: \"out/indicators.md\"").reports(.unknownCode)
}

private func render(session: Session, name: ReportName, period: Period, under: UnitCode, to: FilePath) throws
    -> Document
{
    guard let writer = session.surroundings.paperWriters.first(where: { $0.format == to.format }) else {
        throw unknownFormat(to, session.surroundings.paperWriters.map(\.format))
    }
    let document = try Report.made(name, period, under, session)
    let bytes = try writer.bytes(document, session.surroundings.language)
    try session.write(bytes, to: to.path)
    return .done(Text("Wrote \(to.path).", vi: "Đã ghi \(to.path)."))
}

private func unknownFormat(_ path: FilePath, _ formats: [String]) -> Diagnostic {
    let known = formats.joined(separator: ", ")
    return Diagnostic(
        .unknownFormat,
        Text("Papers cannot be written as ‘.\(path.format)’.", vi: "Không lập được báo cáo dạng ‘.\(path.format)’."),
        subject: "to", notes: [Text("Formats: \(known).", vi: "Các định dạng: \(known).")])
}

extension Diagnostic.Code {
    /// A file ending that no writer has.
    static let unknownFormat: Self = "unknown-format"
}
