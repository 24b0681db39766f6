import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `note remark` keeps what a unit says of its work in a period.
let noteRemark = Command(
    "note remark",
    Text(
        "Keeps what a unit says of its work in a period: a result, a difficulty or a proposal.",
        vi: "Ghi ý kiến của đơn vị về một kỳ: kết quả, khó khăn hoặc kiến nghị."),
    effect: .writes, run: note
) {
    Argument<String>("text", Text("What it says; no names of people.", vi: "Nội dung; không ghi tên người."))
    Label<RemarkKind>("kind", Text("What it tells.", vi: "Loại ý kiến."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
} examples: {
    Example("note remark \"Thiếu báo cáo viên về giới\" kind: difficulty unit: LE-CHAN period: 2025").prints("Noted")
    Example("note remark \"…\" kind: difficulty unit: LE-CHAN period: 2025").reports(.noWords)
    Example("note remark \"Thiếu sách\" kind: complaint unit: LE-CHAN period: 2025").reports("not-a-choice")
}

private func note(session: Session, text: String, kind: RemarkKind, unit: UnitCode, period: Period) throws -> Document {
    try requireWords(text, "text")
    let id = try Units(session).id(of: unit, openIn: period)
    try session.database.execute(
        """
        INSERT INTO unit_remark (unit, period, kind, text, recorded)
        VALUES (\(id), \(period), \(kind), \(text), \(session.entry))
        """)
    return .done(Text("Noted for \(unit.code), \(period).", vi: "Đã ghi cho \(unit.code), kỳ \(period)."))
}
