import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list allocations` shows what units were given for a year.
let listAllocations = Command(
    "list allocations",
    Text(
        "Shows what units were given for a year, by day.", vi: "Liệt kê các khoản kinh phí giao cho đơn vị trong năm."),
    lists: allocationColumns, by: list
) {
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("list allocations year: 2025 under: SGD-HP").prints("Năm triệu đồng")
    Example("list allocations under: SGD-HN").reports(.unknownCode)
}

/// The columns of `list allocations`.
let allocationColumns = Schema([
    ColumnInfo("allocation", .code("allocation"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Date", vi: "Ngày")),
    ColumnInfo("amount", .money, Text("Amount", vi: "Số tiền")),
    ColumnInfo("source", FundSource.type, Text("Source", vi: "Nguồn")),
    ColumnInfo("document", .text, Text("Decision", vi: "Văn bản giao")),
])

private func list(session: Session, year: Period, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("a")]
    conditions.append("a.year = \(try budgetYear(year, session))")
    if let under { conditions.append("a.unit IN (\(ids: try Units(session).scope(year, under: under).map(\.id)))") }
    return Listing(
        allocationColumns,
        [
            .text("a.code"), .code("u.code", id: "a.unit", of: "unit"), .date("a.decided_on"), .money("a.amount"),
            .text("a.source"),
            .text("a.document"),
        ],
        from: "budget_allocation a JOIN unit u ON u.id = a.unit", where: conditions.joined(" AND "),
        orderedBy: ["a.decided_on", "u.code", "a.id"]
    ) { try totalRemark($0) }
}
