import Commands
import Diagnostics
import Documents
import Papers
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
    Label<FilePath?>(
        "template",
        Text(
            "A Word file or workbook of the office that is filled with it.",
            vi: "Mẫu Word hoặc Excel của cơ quan để điền số liệu vào."))
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
    session: Session, name: ReportName, period: Period, under: UnitCode?, unit: UnitCode?, to: FilePath,
    template: FilePath?, once: Bool?, unaccepted: Bool?
) throws -> Document {
    let under = try reportedUnit(under, unit, session)
    let writer = try template == nil ? writer(for: to, session) : nil
    let filled = try template.map { try Template.read($0, to: to, session) }
    let (document, request) = try Report.printed(name, period, under, unaccepted: unaccepted == true, session)
    let language = session.surroundings.language
    let bytes: [UInt8]
    if let filled {
        let values = try ReportValues(document, of: name.code, request, session)
        try values.requirePlaceForReservations(in: filled)
        bytes = try filled.filled(with: values.values, in: language)
    } else {
        bytes = try writer?.bytes(document, language) ?? []
    }
    let from = template.map { " template: \(SourceForm.text($0.path))" } ?? ""
    let allowing = unaccepted == true ? " unaccepted: yes" : ""
    let command = """
        render report \(name.code) period: \(period) under: \(under.code)\(from) to: \(SourceForm.text(to.path))\
        \(allowing)
        """
    return try PrintedPapers.publish(bytes, to: to, command, once: once == true, session)
}

private func writer(for to: FilePath, _ session: Session) throws -> PaperWriter {
    let writers = session.surroundings.paperWriters
    guard let writer = writers.first(where: { $0.format == to.format }) else {
        throw unknownFormat(to, writers.map(\.format))
    }
    return writer
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
}
