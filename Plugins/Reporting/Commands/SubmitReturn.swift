import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `submit return` records that a unit's return has come in.
let submitReturn = Command(
    "submit return", Text("Records that a unit's return has come in.", vi: "Ghi nhận báo cáo của một đơn vị."),
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
    guard let round = try Round.all(session, code: code.code).first,
        let owed = try round.returns(session).first(where: { $0.unit.code == unit.code })
    else {
        throw Diagnostic(
            .returnNotOwed,
            Text(
                "\(unit.code) owes no return in \(code.code).",
                vi: "\(unit.code) không phải nộp báo cáo trong đợt \(code.code)."),
            subject: "unit",
            notes: [
                Text(
                    "‘list returns \(code.code)’ shows which units do.",
                    vi: "Gõ ‘list returns \(code.code)’ để xem đơn vị phải nộp.")
            ])
    }
    if let received = owed.received {
        throw Diagnostic(
            .returnDoubled,
            Text(
                "The return of \(unit.code) came in on \(received).",
                vi: "Báo cáo của \(unit.code) đã nhận ngày \(received.formatted(in: .vietnamese))."),
            subject: "unit")
    }
    try round.receive(owed.unit.id, on: on, note: note, session)
    let onTime = on <= round.lastDay
    return .done(
        Text(
            "Received the return of \(unit.code), \(onTime ? "on time" : "late").",
            vi: "Đã nhận báo cáo của \(unit.code), \(onTime ? "đúng hạn" : "muộn")."))
}

extension Diagnostic.Code {
    /// A return of a unit that owes none.
    static let returnNotOwed: Self = "return-not-owed"
    /// A return that has come in already.
    static let returnDoubled: Self = "return-doubled"
}
