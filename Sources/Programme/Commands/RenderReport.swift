import Commands
import Diagnostics
import Documents
import Syntax
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
    Label<UnitCode?>(
        "under",
        Text("The unit at the top; the one above all others when left out.", vi: "Đơn vị cấp trên cùng (mặc định)."))
    Label<UnitCode?>(
        "unit",
        Text("The unit whose own report it is, in place of ‘under’.", vi: "Đơn vị lập báo cáo, thay cho ‘under’."))
    Label<FilePath>("to", Text("The file.", vi: "Tệp kết quả."))
    Label<Bool?>(
        "once",
        Text("Whether a paper that is there already stays as it is.", vi: "Giữ nguyên văn bản đã lập trước đó."))
    Label<Bool?>(
        "unaccepted",
        Text("Whether figures that are not accepted yet may show.", vi: "Cho phép dùng số liệu chưa được duyệt."))
} examples: {
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.md\"").prints("out/indicators.md")
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.md\" once: yes")
        .prints("is printed already")
    Example("render report indicators period: 2025 to: \"out/indicators.md\"").prints("out/indicators.md")
    Example("render report indicators period: 2025 under: SGD-HP unit: SGD-HP to: \"out/indicators.md\"")
        .reports(.reportUnitUnclear)
    Example("register unit LE-CHAN \"Trường THPT Lê Chân\" kind: thpt under: SGD-HP")
    Example("render report indicators period: 2025 under: LE-CHAN to: \"out/indicators.md\" once: yes")
        .reports(.paperPrinted)
    Example("render report indicators period: 2025 under: SGD-HP to: \"out/indicators.odt\"").reports(.unknownFormat)
    Example("render report indicator period: 2025 under: SGD-HP to: \"out/indicators.md\"").reports(.unknownCode)
}

private func render(
    session: Session, name: ReportName, period: Period, under: UnitCode?, unit: UnitCode?, to: FilePath, once: Bool?,
    unaccepted: Bool?
) throws -> Document {
    let under = try reportedUnit(under, unit, session)
    guard let writer = session.surroundings.paperWriters.first(where: { $0.format == to.format }) else {
        throw unknownFormat(to, session.surroundings.paperWriters.map(\.format))
    }
    let document = try Report.printed(name, period, under, unaccepted: unaccepted == true, session)
    let bytes = try writer.bytes(document, session.surroundings.language)
    if once == true, let printed = try? session.surroundings.files.read(to.path) {
        guard printed == bytes else { throw paperPrinted(to) }
        return .says(
            Text("\(to.path) is printed already, the same.", vi: "\(to.path) đã được lập, không có gì thay đổi."))
    }
    let command = """
        render report \(name.code) period: \(period) under: \(under.code) to: \(SourceForm.text(to.path))
        """
    try PrintedPapers.write(bytes, to: to.path, command, session)
    return .done(Text("Wrote \(to.path).", vi: "Đã ghi \(to.path)."))
}

/// The unit of which a report tells: the one that is named, or the one above all others.
private func reportedUnit(_ under: UnitCode?, _ unit: UnitCode?, _ session: Session) throws -> UnitCode {
    let named = [under, unit].compactMap(\.self)
    if let only = named.first, named.count == 1 { return only }
    if named.isEmpty, let top = try Units(session).top() { return UnitCode(code: top.code) }
    throw Diagnostic(
        .reportUnitUnclear,
        Text("It is not clear of which unit the report tells.", vi: "Chưa rõ báo cáo của đơn vị nào."),
        subject: named.isEmpty ? nil : "unit",
        notes: [
            Text(
                "Give ‘under’ with the unit at the top, or ‘unit’ for a unit's own report.",
                vi: "Hãy ghi ‘under’ với đơn vị cấp trên cùng, hoặc ‘unit’ với đơn vị lập báo cáo.")
        ])
}

private func paperPrinted(_ path: FilePath) -> Diagnostic {
    Diagnostic(
        .paperPrinted,
        Text(
            "‘\(path.path)’ is printed already, and would now say something else.",
            vi: "‘\(path.path)’ đã được lập trước đó, nay nội dung sẽ khác."), subject: "to",
        notes: [
            Text(
                "Give another file, or leave out `once` to write over it.",
                vi: "Hãy chọn tên tệp khác, hoặc bỏ `once` để ghi đè.")
        ])
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
    /// A report of no unit, or of two.
    static let reportUnitUnclear: Self = "report-unit-unclear"
    /// A paper that is there already would change.
    static let paperPrinted: Self = "paper-printed"
}
