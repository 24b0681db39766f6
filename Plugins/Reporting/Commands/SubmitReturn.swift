import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `submit return` records that a unit's return has come in.
let submitReturn = Command(
    "submit return",
    Text(
        "Records that a unit's return has come in, or has come again after it was sent back.",
        vi: "Ghi nhận báo cáo của một đơn vị, hoặc bản nộp lại sau khi bị trả lại."),
    effect: .writes, run: submit
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<UnitCode>("unit", Text("The unit whose return it is.", vi: "Đơn vị nộp báo cáo."))
    Label<Day>(
        "on", Text("The day it came in.", vi: "Ngày nhận."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
    Label<String?>("note", Text("A remark.", vi: "Ghi chú."))
} examples: {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28").prints("on time")
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-29").reports(.returnDoubled)
    Example("submit return BC-2025 unit: SGD-HP on: 2025-11-29").reports(.returnNotOwed)
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-12-24").reports("future-day")
}

private func submit(session: Session, code: RoundCode, unit: UnitCode, on: Day, note: String?) throws -> Document {
    try refuseFuture(on, "on", session)
    let round = try Round.named(code, session)
    let owed = try round.openReturn(of: unit, session)
    try round.receive(owed, on: on, note: note, session)
    if owed.receipt != nil {
        return .done(
            Text("Received the return of \(unit.code) again.", vi: "Đã nhận lại báo cáo của \(unit.code)."))
    }
    let onTime = on <= owed.lastDay
    return .done(
        Text(
            "Received the return of \(unit.code), \(onTime ? "on time" : "late").",
            vi: "Đã nhận báo cáo của \(unit.code), \(onTime ? "đúng hạn" : "muộn")."))
}
