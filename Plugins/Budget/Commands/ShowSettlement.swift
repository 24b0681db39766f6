import Commands
import Documents
import Programme
import Values

/// `show settlement` shows the separate explanation (thuyết minh riêng) of this spending at the end of a year.
let showSettlement = Command(
    "show settlement",
    Text(
        "Shows the separate year-end explanation of this spending, by category.",
        vi: "Lập thuyết minh riêng về kinh phí khi quyết toán năm, theo nội dung chi."),
    effect: .reads, returns: .table(settlementColumns), run: show
) {
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("show settlement year: 2025 under: SGD-HP").prints("Sáu trăm nghìn đồng")
    Example("show settlement year: 2025-Q1").reports(.notABudgetYear)
}

private func show(session: Session, year: Period, under: UnitCode?) throws -> Document {
    let settlement = try Settlement(of: year, under: under, session)
    return Document([
        settlement.categoryTable(caption: settlement.title), .fields(try settlement.fields()),
        .reservation(Circular191.standing),
    ])
}
