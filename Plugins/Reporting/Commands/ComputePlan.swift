import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `compute plan` holds what the plan asks for against what was done.
let computePlan = Command(
    "compute plan",
    Text(
        "Holds the tasks of the plan against what was done: by whom, when, how late, how many.",
        vi: "Đối chiếu kế hoạch với kết quả: đơn vị thực hiện, thời gian, chậm bao lâu, đạt bao nhiêu."),
    effect: .reads, returns: .table(PlanAccount.columns), run: compute
) {
    Label<Period>("period", Text("Tasks due in this period.", vi: "Nhiệm vụ đến hạn trong kỳ."))
    Label<UnitCode?>("under", Text("Only tasks of this unit and all below it.", vi: "Chỉ nhiệm vụ của đơn vị này."))
} examples: {
    Example("compute plan period: 2025 under: SGD-HP").prints("NV-1")
    Example("compute plan period: 2025 | where late > 30").prints("NV-1")
    Example("compute plan under: SGD-HP").reports("missing-argument")
}

private func compute(session: Session, period: Period, under: UnitCode?) throws -> Document {
    let account = try PlanAccount(session, period, under: under)
    guard !account.lines.isEmpty else { return .table(account.table) }
    let tally = account.tally
    return Document([
        .table(TableBlock(account.table, remark: Text("\(tally.english)", vi: "\(tally.vietnamese)")))
    ])
}
