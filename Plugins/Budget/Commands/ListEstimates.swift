import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list estimates` shows the lines of the estimates of a year.
let listEstimates = Command(
    "list estimates",
    Text(
        "Shows the lines of the units' estimates, by category.",
        vi: "Liệt kê các dòng dự trù kinh phí theo nội dung chi."),
    effect: .reads, returns: .table(estimateColumns), run: list
) {
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<CostCategory?>("category", Text("Only this category.", vi: "Chỉ nội dung chi này."))
} examples: {
    Example("list estimates year: 2025 under: SGD-HP").prints("Hai triệu tám trăm nghìn đồng")
    Example("list estimates category: k7").prints("Báo cáo viên tọa đàm 8/3")
    Example("list estimates year: 2025-10").reports(.notABudgetYear)
}

/// The columns of `list estimates`.
let estimateColumns = Schema([
    ColumnInfo("estimate", .code("estimate"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("what", .text, Text("For", vi: "Nội dung chi")),
    ColumnInfo("role", SeminarRole.type, Text("Role", vi: "Vai trò")),
    ColumnInfo("people", .number, Text("People", vi: "Số người")),
    ColumnInfo("sessions", .number, Text("Sessions", vi: "Số buổi")),
    ColumnInfo("norm", .money, Text("Norm", vi: "Định mức")),
    ColumnInfo("amount", .money, Text("Amount", vi: "Thành tiền")),
    ColumnInfo("source", FundSource.type, Text("Source", vi: "Nguồn")),
])

private func list(session: Session, year: Period, under: UnitCode?, category: CostCategory?) throws -> Document {
    let number = try budgetYear(year, session)
    let wanted = try under.map { Set(try Units(session).scope(year, under: $0).map(\.id)) }
    var lines: [(category: CostCategory, row: [Value], amount: Int64)] = []
    try session.database.forEach(
        """
        SELECT e.unit, e.code, u.code, e.category, e.what, e.role, e.people, e.sessions, e.norm, e.amount, e.source
        FROM budget_estimate e JOIN unit u ON u.id = e.unit
        WHERE e.year = \(number) AND (\(category) IS NULL OR e.category = \(category)) AND \(session.visible("e"))
        ORDER BY u.code, e.id
        """
    ) { row in
        guard try wanted?.contains(row.value(0)) ?? true else { return }
        let cells: [Value] = [
            .text(try row.text(1)), .text(try row.text(2)), .text(try row.text(3)), .text(try row.text(4)),
            try row.value(5, as: String?.self).value, .number(Number(try row.integer(6))),
            .number(Number(try row.integer(7))), .money(try row.value(8)), .money(try row.value(9)),
            .text(try row.text(10)),
        ]
        lines.append((try row.value(3), cells, try row.value(9)))
    }
    let rows = CostCategory.allCases.flatMap { one in lines.filter { $0.category == one }.map(\.row) }
    let sum = try total(lines.map(\.amount)).inFiguresAndWords
    return .table(
        Table(estimateColumns, rows: rows),
        remark: Text(
            "Total \(sum.english) · \(Circular191.otherAmounts.english)",
            vi: "Tổng cộng \(sum.vietnamese) · \(Circular191.otherAmounts.vietnamese)"))
}
