import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list variance` holds what each unit spent against its estimate, by category.
let listVariance = Command(
    "list variance",
    Text(
        "Shows for each unit and category what was estimated and spent, and the difference.",
        vi: "Đối chiếu số dự trù và số đã chi của từng đơn vị theo nội dung chi."),
    lists: varianceColumns, by: list
) {
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("list variance year: 2025 under: SGD-HP").prints("2,200,000 đ")
    Example("list variance year: 2025 | where difference > 0 đ").prints("no rows")
    Example("list variance year: 2025-10").reports(.notABudgetYear)
}

/// The columns of `list variance`.
let varianceColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
    ColumnInfo("spent", .money, Text("Spent", vi: "Đã chi")),
    ColumnInfo("difference", .money, Text("Spent less estimated", vi: "Chênh lệch so với dự trù")),
])

private func list(session: Session, year: Period, under: UnitCode?) throws -> Listing {
    let number = try budgetYear(year, session)
    let last = min(year.last, session.today)
    let amounts: SQL = """
        (SELECT unit, category, sum(planned) AS estimated, sum(paid) AS spent
         FROM (
           SELECT e.unit, e.category, e.amount AS planned, 0 AS paid FROM budget_estimate e
           WHERE e.year = \(number) AND \(session.visible("e"))
           UNION ALL
           SELECT s.unit, s.category, 0 AS planned, s.amount AS paid FROM budget_spending s
           WHERE s.spent_on BETWEEN \(year.first) AND \(last) AND \(session.visible("s"))
         ) line GROUP BY unit, category) v JOIN unit u ON u.id = v.unit
        """
    let condition: SQL =
        try under.map { "v.unit IN (\(ids: try Units(session).scope(year, under: $0).map(\.id)))" } ?? "1 = 1"
    let paragraphs = CostCategory.allCases.enumerated().map { place, one -> SQL in "WHEN \(one) THEN \(place)" }
    return Listing(
        varianceColumns,
        [
            .code("u.code", id: "v.unit", of: "unit"), .text("v.category"), .money("v.estimated"), .money("v.spent"),
            .money("v.spent - v.estimated"),
        ],
        from: amounts, where: condition,
        orderedBy: ["u.code", "CASE v.category \(paragraphs.joined(" ")) END", "u.code || v.category"]
    ) { _ in
        Text(
            "A category without an estimate or payment stands with 0 đ.",
            vi: "Nội dung chi không có dự trù hoặc chưa chi được ghi 0 đồng.")
    }
}
