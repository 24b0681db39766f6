import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list spending` shows what units spent.
let listSpending = Command(
    "list spending",
    Text("Shows what units spent in a period, by day.", vi: "Liệt kê các khoản chi của đơn vị trong kỳ theo ngày."),
    lists: spendingColumns, by: list
) {
    Label<Period>("period", Text("The period.", vi: "Kỳ."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<CostCategory?>("category", Text("Only this category.", vi: "Chỉ nội dung chi này."))
} examples: {
    Example("list spending period: 2025-03 under: SGD-HP").prints("Sáu trăm nghìn đồng")
    Example("list spending category: seminar").reports(.notAChoice)
}

/// The columns of `list spending`.
let spendingColumns = Schema([
    ColumnInfo("spending", .code("spending"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Date", vi: "Ngày")),
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("what", .text, Text("For", vi: "Nội dung chi")),
    ColumnInfo("amount", .money, Text("Amount", vi: "Số tiền")),
    ColumnInfo("source", FundSource.type, Text("Source", vi: "Nguồn")),
    ColumnInfo("document", .text, Text("Voucher", vi: "Chứng từ")),
])

private func list(session: Session, period: Period, under: UnitCode?, category: CostCategory?) throws -> Listing {
    var conditions = [session.visible("s")]
    conditions.append("s.spent_on BETWEEN \(period.first) AND \(period.last)")
    if let under { conditions.append("s.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    if let category { conditions.append("s.category = \(category)") }
    return Listing(
        spendingColumns,
        [
            .text("s.code"), .code("u.code", id: "s.unit", of: "unit"), .date("s.spent_on"), .text("s.category"),
            .text("s.what"),
            .money("s.amount"), .text("s.source"), .text("s.document"),
        ],
        from: "budget_spending s JOIN unit u ON u.id = s.unit", where: conditions.joined(" AND "),
        orderedBy: ["s.spent_on", "u.code", "s.id"]
    ) { try totalRemark($0) }
}
