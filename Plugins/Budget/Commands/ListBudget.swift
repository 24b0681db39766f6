import Commands
import Documents
import Programme
import Tables
import Values

/// `list budget` shows each unit's year: estimated, allocated, spent, left.
let listBudget = Command(
    "list budget",
    Text(
        "Shows what each unit estimated, was allocated, spent and has left in a year.",
        vi: "Cho biết số dự trù, được giao, đã chi và còn lại của từng đơn vị trong năm."),
    effect: .reads, returns: .table(budgetColumns), run: list
) {
    Label<Period>("year", Text("The year of the budget.", vi: "Năm ngân sách."), default: thisYear)
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("list budget year: 2025 under: SGD-HP").prints("4,400,000 đ")
    Example("list budget year: 2025-2026").reports(.notABudgetYear)
}

/// The columns of `list budget`.
let budgetColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
    ColumnInfo("allocated", .money, Text("Allocated", vi: "Được giao")),
    ColumnInfo("spent", .money, Text("Spent", vi: "Đã chi")),
    ColumnInfo("balance", .money, Text("Balance", vi: "Còn lại")),
])

private func list(session: Session, year: Period, under: UnitCode?) throws -> Document {
    let number = try budgetYear(year, session)
    let all = try Units(session).scope(year, under: under)
    let accounts = try UnitAccounts(of: number, until: session.today, session).among(all)
    let rows = accounts.map { unit, account -> [Value] in
        [.text(unit.code), .text(unit.name)] + account.cells
    }
    return .table(
        Table(budgetColumns, rows: rows),
        remark: Text(
            "budgets on record: \(accounts.count) of \(all.count) units; without an allocation no balance is known",
            vi:
                "\(accounts.count)/\(all.count) đơn vị có số liệu kinh phí; chưa ghi số được giao thì chưa tính số dư"
        ))
}

extension UnitAccount {
    /// Estimated, allocated, spent and left, as the cells of a row.
    var cells: [Value] {
        [estimated, allocated, spent ?? (allocated == nil ? nil : 0), balance]
            .map { $0.map { .money($0) } ?? .missing(.notReported) }
    }
}
