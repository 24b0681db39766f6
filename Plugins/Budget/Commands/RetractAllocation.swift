import Commands
import Documents
import Programme
import Values

/// `retract allocation` ends an allocation that was recorded by mistake.
let retractAllocation = Command(
    "retract allocation",
    Text("Takes back an allocation that was recorded by mistake.", vi: "Rút một khoản kinh phí được giao đã ghi nhầm."),
    effect: .writes, run: retractRecord
) {
    Argument<AllocationCode>("allocation", Text("The allocation.", vi: "Khoản kinh phí được giao."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract allocation PB-1 reason: \"Ghi nhầm\"").prints("Retracted PB-1")
    Example("retract allocation PB-9 reason: \"Ghi nhầm\"").reports(.unknownCode)
}

private func retractRecord(session: Session, allocation: AllocationCode, reason: String) throws -> Document {
    try retract(allocation.code, from: allocationTable, reason: reason, session)
    return .done(Text("Retracted \(allocation.code): \(reason)", vi: "Đã rút \(allocation.code): \(reason)"))
}
