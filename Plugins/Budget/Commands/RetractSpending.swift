import Commands
import Documents
import Programme
import Values

/// `retract spending` ends a payment that was recorded by mistake.
let retractSpending = Command(
    "retract spending",
    Text("Takes back a payment that was recorded by mistake.", vi: "Rút một khoản chi đã ghi nhầm."),
    effect: .writes, run: retractRecord
) {
    Argument<SpendingCode>("spending", Text("The spending.", vi: "Khoản chi."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract spending CHI-1 reason: \"Ghi nhầm\"").prints("Retracted CHI-1")
    Example("retract spending CHI-9 reason: \"Ghi nhầm\"").reports(.unknownCode)
}

private func retractRecord(session: Session, spending: SpendingCode, reason: String) throws -> Document {
    try retract(spending.code, from: spendingTable, reason: reason, session)
    return .done(Text("Retracted \(spending.code): \(reason)", vi: "Đã rút \(spending.code): \(reason)"))
}
