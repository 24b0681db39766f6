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
    effect: .reads, returns: .table(spendingColumns), run: list
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

private func list(session: Session, period: Period, under: UnitCode?, category: CostCategory?) throws -> Document {
    let wanted = try under.map { Set(try Units(session).scope(period, under: $0).map(\.id)) }
    var rows: [[Value]] = []
    var amounts: [Int64] = []
    try session.database.forEach(
        """
        SELECT s.unit, s.code, u.code, s.spent_on, s.category, s.what, s.amount, s.source, s.document
        FROM budget_spending s JOIN unit u ON u.id = s.unit
        WHERE s.spent_on BETWEEN \(period.first) AND \(period.last)
          AND (\(category) IS NULL OR s.category = \(category)) AND \(session.visible("s"))
        ORDER BY s.spent_on, u.code, s.id
        """
    ) { row in
        guard try wanted?.contains(row.value(0)) ?? true else { return }
        amounts.append(try row.value(6))
        rows.append([
            .text(try row.text(1)), .text(try row.text(2)), .date(try row.value(3)), .text(try row.text(4)),
            .text(try row.text(5)), .money(try row.value(6)), .text(try row.text(7)),
            try row.value(8, as: String?.self).value,
        ])
    }
    let sum = try total(amounts).inFiguresAndWords
    return .table(
        Table(spendingColumns, rows: rows),
        remark: Text("Total \(sum.english)", vi: "Tổng cộng \(sum.vietnamese)"))
}
