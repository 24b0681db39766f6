import Commands
import Diagnostics
import Documents
import Values

/// `check figures` gives a work list of what is to be looked at, unit by unit.
let checkFigures = Command(
    "check figures",
    Text(
        "Gives a work list by unit: broken rules, unusual figures, open questions.",
        vi: "Lập danh sách cần xem theo đơn vị: trái quy tắc, số liệu khác thường, câu hỏi chưa xong."),
    effect: .reads, returns: .table(FigureFindings.columns), run: check
) {
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    for line in ExampleIndicator.lines { Example(line) }
    Example(
        "define rule R-1 \"Women are half\" vi: \"Nữ chiếm một nửa\" left: \"women(school-heads) * 2\""
            + " operator: at-least right: \"school-heads\" instruction: \"Look again.\" instruction-vi: \"Xem lại.\"")
    Example("check figures period: 2025").prints("Women are half: 88 against 100")
    Example("check figures period: 2025 under: NOWHERE").reports(.unknownCode)
}

private func check(session: Session, period: Period, under: UnitCode?) throws -> Document {
    var findings = try FigureFindings(session, period, under: under)
    let unreadable = try findings.look()
    let table = findings.table(session.surroundings.language)
    var document = Document.table(
        table,
        remark: Text(
            "Unusual: more than 3.5 median deviations from the other figures, which say what is usual.",
            vi: "Khác thường: cách trung vị của các số khác trên 3,5 lần độ lệch trung vị."))
    if !unreadable.isEmpty {
        let codes = unreadable.joined(separator: ", ")
        document.blocks.append(
            .reservation(
                Text(
                    "\(codes): names an element that is no longer there; the rule was left out.",
                    vi: "\(codes): có số liệu không còn trong danh mục nên bỏ qua quy tắc này.")))
    }
    return document
}
