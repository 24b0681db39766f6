import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `extend round` gives all units more time.
let extendRound = Command(
    "extend round",
    Text(
        "Gives all units of a round more time; who owes a return stays as it was.",
        vi: "Gia hạn đợt báo cáo cho mọi đơn vị; danh sách phải nộp giữ nguyên."),
    effect: .writes, run: extend
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<Day>("until", Text("The new last day.", vi: "Ngày cuối cùng mới."))
    Label<String>("reason", Text("Why.", vi: "Lý do."))
} examples: {
    Example("extend round BC-2025 until: 2025-12-04 reason: \"Bão\"").reports(.extensionNotLater)
    Example("extend round BC-2025 until: 2025-12-12 reason: \"Bão, mất điện diện rộng\"").prints("until 12 Dec 2025")
    Example("list rounds").prints("12 Dec 2025")
}

private func extend(session: Session, code: RoundCode, until: Day, reason: String) throws -> Document {
    try requireWords(reason, "reason")
    let round = try Round.named(code, session)
    try round.refuseClosed()
    guard until > round.lastDay else { throw Diagnostic.extensionNotLater(round.lastDay) }
    try session.database.execute(
        """
        INSERT INTO reporting_extension (round, until, reason, recorded)
        VALUES (\(round.id), \(until), \(reason), \(session.entry))
        """)
    return .done(
        Text(
            "Extended \(code.code) until \(until.formatted(in: .english)): \(reason)",
            vi: "Đã gia hạn \(code.code) đến hết ngày \(until.formatted(in: .vietnamese)): \(reason)"))
}

extension Diagnostic {
    /// Says that more time must be more than there is.
    static func extensionNotLater(_ last: Day) -> Diagnostic {
        Diagnostic(
            .extensionNotLater,
            Text(
                "There is time until the end of \(last) already.",
                vi: "Hạn hiện nay đã là hết ngày \(last.formatted(in: .vietnamese))."),
            subject: "until",
            notes: [
                Text(
                    "‘undo entry: …’ takes an extension back; ‘amend round’ puts the day of the call right.",
                    vi: "Muốn rút gia hạn, gõ ‘undo entry: …’; muốn sửa hạn ghi nhầm, gõ ‘amend round’.")
            ])
    }
}

extension Diagnostic.Code {
    /// An extension that gives no more time.
    static let extensionNotLater: Self = "extension-not-later"
}
