import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `send back return` asks a unit for a better return.
let sendBackReturn = Command(
    "send back return",
    Text(
        "Sends a return back with comments; the unit submits it again.",
        vi: "Trả lại báo cáo kèm ý kiến để đơn vị nộp lại."),
    effect: .writes, run: sendBack
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<UnitCode>("unit", Text("The unit whose return it is.", vi: "Đơn vị nộp báo cáo."))
    Label<String>("with", Text("What is to be put right.", vi: "Nội dung cần sửa, bổ sung."))
    Label<Day>(
        "on", Text("The day it was sent back.", vi: "Ngày trả lại."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("send back return BC-2025 unit: LE-CHAN with: \"Thiếu Phụ lục 1\" on: 2025-11-27").reports(.beforeStep)
    Example("send back return BC-2025 unit: LE-CHAN with: \"Thiếu Phụ lục 1\" on: 2025-11-29").prints("Sent back")
    Example("send back return BC-2025 unit: LE-CHAN with: \"Thiếu chữ ký\"").reports(.returnSentBack)
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-30").prints("again")
    Example("list returns BC-2025").prints("1 of 1 received, 1 on time")
}

private func sendBack(session: Session, code: RoundCode, unit: UnitCode, with comments: String, on: Day) throws
    -> Document
{
    try requireWords(comments, "with")
    let round = try Round.named(code, session)
    let owed = try round.openReturn(of: unit, session)
    let receipt = try round.decidable(owed, on: on, session)
    try round.succeed(receipt, of: owed.unit, .sentBack, decided: on, comments: comments, session)
    return .done(
        Text(
            "Sent back the return of \(unit.code): \(comments)", vi: "Đã trả lại báo cáo của \(unit.code): \(comments)")
    )
}
