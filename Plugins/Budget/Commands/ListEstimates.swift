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
    lists: estimateColumns, by: list
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
    ColumnInfo("measure", .text, Text("Measure", vi: "Đơn vị tính")),
    ColumnInfo("note", .text, Text("Note", vi: "Ghi chú")),
])

private func list(session: Session, year: Period, under: UnitCode?, category: CostCategory?) throws -> Listing {
    var conditions = [session.visible("e")]
    conditions.append("e.year = \(try budgetYear(year, session))")
    if let under { conditions.append("e.unit IN (\(ids: try Units(session).scope(year, under: under).map(\.id)))") }
    if let category { conditions.append("e.category = \(category)") }
    let paragraphs = CostCategory.allCases.enumerated().map { place, one -> SQL in "WHEN \(one) THEN \(place)" }
    return Listing(
        estimateColumns,
        [
            .text("e.code"), .code("u.code", id: "e.unit", of: "unit"), .text("e.category"), .text("e.what"),
            .text("e.role"),
            .integer("e.people"), .integer("e.sessions"), .money("e.norm"), .money("e.amount"), .text("e.source"),
            .text("e.measure"), .text("e.note"),
        ],
        from: "budget_estimate e JOIN unit u ON u.id = e.unit", where: conditions.joined(" AND "),
        orderedBy: ["CASE e.category \(paragraphs.joined(" ")) END", "u.code", "e.id"]
    ) { table in
        let sum = try totalRemark(table)
        return Text(
            "\(sum.english) · \(Circular191.otherAmounts.english)",
            vi: "\(sum.vietnamese) · \(Circular191.otherAmounts.vietnamese)")
    }
}
