import Commands
import Documents
import Programme
import Values

/// `retract estimate` ends a line of an estimate that was recorded by mistake.
let retractEstimate = Command(
    "retract estimate",
    Text("Takes back a line of an estimate that was recorded by mistake.", vi: "Rút một dòng dự trù đã ghi nhầm."),
    effect: .writes, run: retractRecord
) {
    Argument<EstimateCode>("estimate", Text("The estimate.", vi: "Dòng dự trù."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract estimate DT-1 reason: \"Ghi nhầm\"").prints("Retracted DT-1")
    Example("retract estimate DT-9 reason: \"Ghi nhầm\"").reports(.unknownCode)
}

private func retractRecord(session: Session, estimate: EstimateCode, reason: String) throws -> Document {
    try retract(estimate.code, from: estimateTable, reason: reason, session)
    return .done(Text("Retracted \(estimate.code): \(reason)", vi: "Đã rút \(estimate.code): \(reason)"))
}
