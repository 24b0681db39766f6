import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list board plans` shows the yearly plans of boards.
let listBoardPlans = Command(
    "list board plans",
    Text("Shows the yearly plans of boards.", vi: "Liệt kê kế hoạch năm của Ban VSTBPN các đơn vị."),
    lists: boardPlanColumns, by: list
) {
    belowUnit
} examples: {
    Example("record board plan TP-01 year: 2025 on: 2025-02-10 document: \"15/KH-TP\"")
    Example("list board plans under: SGD-HP").prints("15/KH-TP")
    Example("list board plans under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list board plans`.
let boardPlanColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("year", .period, Text("Year", vi: "Năm")),
    ColumnInfo("on", .date, Text("Of", vi: "Ngày ban hành")),
    ColumnInfo("document", .text, Text("Document", vi: "Số kế hoạch")),
])

private func list(session: Session, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("p")]
    if let under { conditions.append("p.unit IN (\(ids: try Units(session).scope(nil, under: under).map(\.id)))") }
    return Listing(
        boardPlanColumns,
        [.code("u.code", id: "p.unit", of: "unit"), .period("p.year"), .date("p.on_day"), .text("p.document")],
        from: "board_plan p JOIN unit u ON u.id = p.unit", where: conditions.joined(" AND "),
        orderedBy: ["p.year", "u.code", "p.id"])
}
