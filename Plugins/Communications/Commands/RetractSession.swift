import Commands
import Documents
import Programme
import Values

/// `retract session` ends a communication session that was recorded by mistake.
let retractSession = Command(
    "retract session",
    Text(
        "Takes back a communication session that was recorded by mistake.", vi: "Rút một cuộc truyền thông đã ghi nhầm."
    ),
    effect: .writes, run: retractRecord
) {
    Argument<SessionCode>("session", Text("The session.", vi: "Cuộc truyền thông."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract session TT-1 reason: \"Ghi trùng\"").prints("Retracted TT-1")
    Example("retract session TT-9 reason: \"Ghi trùng\"").reports(.unknownCode)
}

private func retractRecord(session: Session, record: SessionCode, reason: String) throws -> Document {
    try retract(record.code, from: sessionTable, reason: reason, session)
    return .done(Text("Retracted \(record.code): \(reason)", vi: "Đã rút \(record.code): \(reason)"))
}
