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
    effect: .reads, returns: .table(allocationColumns), run: list
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

private func list(session: Session, year: Period, under: UnitCode?) throws -> Document {
    let number = try budgetYear(year, session)
    let wanted = try under.map { Set(try Units(session).scope(year, under: $0).map(\.id)) }
    var rows: [[Value]] = []
    var amounts: [Int64] = []
    try session.database.forEach(
        """
        SELECT a.unit, a.code, u.code, a.decided_on, a.amount, a.source, a.document
        FROM budget_allocation a JOIN unit u ON u.id = a.unit
        WHERE a.year = \(number) AND \(session.visible("a")) ORDER BY a.decided_on, u.code, a.id
        """
    ) { row in
        guard try wanted?.contains(row.value(0)) ?? true else { return }
        amounts.append(try row.value(4))
        rows.append([
            .text(try row.text(1)), .text(try row.text(2)), .date(try row.value(3)), .money(try row.value(4)),
            .text(try row.text(5)), try row.value(6, as: String?.self).value,
        ])
    }
    let sum = try total(amounts).inFiguresAndWords
    return .table(
        Table(allocationColumns, rows: rows),
        remark: Text("Total \(sum.english)", vi: "Tổng cộng \(sum.vietnamese)"))
}
