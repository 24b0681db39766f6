import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `reopen round` opens a round again that was closed.
let reopenRound = Command(
    "reopen round",
    Text(
        "Opens a round again that was closed; its returns and figures can change.",
        vi: "Mở lại đợt báo cáo đã chốt; báo cáo và số liệu lại sửa được."),
    effect: .writes, run: reopen
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<String>("reason", Text("Why.", vi: "Lý do."))
} examples: {
    Example("reopen round BC-2025 reason: \"Bổ sung\"").reports(.roundOpen)
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("close round BC-2025")
    Example("reopen round BC-2025 reason: \"Bộ yêu cầu bổ sung\"").prints("Reopened BC-2025")
}

private func reopen(session: Session, code: RoundCode, reason: String) throws -> Document {
    try requireWords(reason, "reason")
    let round = try Round.named(code, session)
    guard round.closed != nil else {
        throw Diagnostic(
            .roundOpen, Text("\(code.code) is open.", vi: "Đợt \(code.code) đang mở."), subject: "round",
            notes: [Text("‘close round \(code.code)’ closes it.", vi: "Muốn chốt, gõ ‘close round \(code.code)’.")])
    }
    try session.database.execute(
        "UPDATE reporting_closing SET retired = \(session.entry) WHERE round = \(round.id) AND retired IS NULL")
    return .done(Text("Reopened \(code.code): \(reason)", vi: "Đã mở lại \(code.code): \(reason)"))
}

extension Diagnostic.Code {
    /// A round that is open and is to be opened again.
    static let roundOpen: Self = "round-open"
}
