import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `accept return` finds a return in order.
let acceptReturn = Command(
    "accept return", Text("Accepts a return that has come in.", vi: "Duyệt báo cáo đã nhận."), effect: .writes,
    run: accept
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<UnitCode>("unit", Text("The unit whose return it is.", vi: "Đơn vị nộp báo cáo."))
    Label<Day>(
        "on", Text("The day it was accepted.", vi: "Ngày duyệt."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("accept return BC-2025 unit: LE-CHAN").reports(.returnNotReceived)
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("accept return BC-2025 unit: LE-CHAN").prints("Accepted the return of LE-CHAN")
    Example("accept return BC-2025 unit: LE-CHAN").reports(.returnAccepted)
}

private func accept(session: Session, code: RoundCode, unit: UnitCode, on: Day) throws -> Document {
    let round = try Round.named(code, session)
    let owed = try round.openReturn(of: unit, session)
    let receipt = try round.decidable(owed, on: on, session)
    if receipt.step == .accepted, let day = receipt.decided {
        throw Diagnostic(
            .returnAccepted,
            Text(
                "The return of \(unit.code) was accepted on \(day).",
                vi: "Báo cáo của \(unit.code) đã duyệt ngày \(day.formatted(in: .vietnamese))."),
            subject: "unit")
    }
    try round.succeed(receipt, of: owed.unit, .accepted, decided: on, session)
    return .done(Text("Accepted the return of \(unit.code).", vi: "Đã duyệt báo cáo của \(unit.code)."))
}

extension Diagnostic.Code {
    /// A return that is accepted already.
    static let returnAccepted: Self = "return-accepted"
}
