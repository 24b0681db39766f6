import Commands
import Documents
import Programme
import Tables
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

/// The columns of `show settlement`.
let settlementColumns = Schema([
    ColumnInfo("category", CostCategory.type, Text("Paragraph", vi: "Khoản")),
    ColumnInfo("name", .text, Text("For", vi: "Nội dung chi")),
    ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
    ColumnInfo("state", .money, Text("State budget", vi: "Chi từ NSNN")),
    ColumnInfo("contribution", .money, Text("Contributions", vi: "Chi từ đóng góp")),
    ColumnInfo("other", .money, Text("Other sources", vi: "Chi từ nguồn khác")),
    ColumnInfo("spent", .money, Text("Spent", vi: "Tổng chi")),
    ColumnInfo("difference", .money, Text("Spent less estimated", vi: "Chênh lệch so với dự trù")),
])

private func show(session: Session, year: Period, under: UnitCode?) throws -> Document {
    let number = try budgetYear(year, session)
    let all = try Units(session).scope(year, under: under)
    let last = min(year.last, session.today)
    let accounts = try CategoryAccounts(of: all, from: year.first, to: last, estimateOf: number, session).inOrder
    let language = session.surroundings.language
    let isEstimated = accounts.contains { $0.account.estimated > 0 }
    let rows = try accounts.map { category, account -> [Value] in
        let spent = try account.total()
        let estimated = isEstimated ? Value.money(account.estimated) : .missing(.notReported)
        let difference = isEstimated ? Value.money(spent - account.estimated) : .missing(.notReported)
        return [category.value, .text(category.meaning(in: language)), estimated]
            + FundSource.allCases.map { .money(account.spent[$0] ?? 0) } + [.money(spent), difference]
    }
    let spent = try total(accounts.map { try $0.account.total() })
    let ofUnits = try UnitAccounts(of: number, until: session.today, session).among(all).map(\.account)
    var document = Document.table(
        Table(settlementColumns, rows: rows),
        caption: Text(
            "Separate explanation of spending on gender equality and the advancement of women, \(number)",
            vi: "Thuyết minh kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ năm \(number)"),
        remark: year.last <= session.today
            ? nil
            : Text(
                "The year is not over: up to \(last.formatted(in: .english)).",
                vi: "Chưa hết năm: số liệu tính đến hết ngày \(last.formatted(in: .vietnamese))."))
    document.blocks += [.fields(try fields(spent, ofUnits)), .reservation(Circular191.standing)]
    return document
}

private func fields(_ spent: Int64, _ accounts: [UnitAccount]) throws -> [Field] {
    [
        Field(Text("allocated", vi: "được giao"), try sum(accounts.compactMap(\.allocated)), .money),
        Field(Text("spent", vi: "đã chi"), .money(spent), .money),
        Field(Text("in words", vi: "bằng chữ"), .text(moneyInWords(spent))),
        Field(
            Text("balance of units with an allocation", vi: "còn lại của các đơn vị đã được giao"),
            try sum(accounts.compactMap(\.balance)), .money),
    ]
}

private func sum(_ amounts: [Int64]) throws -> Value {
    amounts.isEmpty ? .missing(.notReported) : .money(try total(amounts))
}
