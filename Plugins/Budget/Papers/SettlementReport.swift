import Commands
import Documents
import Programme
import Tables
import Values

/// The separate year-end explanation as a paper: by category, by source, by unit.
let settlementReport = Report(
    "budget-settlement",
    Text(
        "The separate year-end explanation of this spending (Circular 191/2009, Article 4).",
        vi: "Thuyết minh riêng kinh phí khi quyết toán năm (Điều 4 Thông tư 191/2009).")
) { session, request in
    let settlement = try Settlement(
        of: request.period, under: UnitCode(code: request.unit.code), session, "period")
    let spent = try settlement.spent().inFiguresAndWords
    let opening = Text(
        "\(request.unit.name) and all units below it; budgets on record: \(settlement.accounts.count) of "
            + "\(settlement.units.count) units. Spent in all: \(spent.english).",
        vi: "\(request.unit.name) và các đơn vị trực thuộc; có \(settlement.accounts.count)/\(settlement.units.count) "
            + "đơn vị ghi nhận kinh phí. Tổng số đã chi: \(spent.vietnamese).")
    let paper = OfficialPaper.report(settlement.title)
    var blocks: [Block] = [.paragraph(RichText(opening))]
    guard !settlement.accounts.isEmpty else {
        return try paper.document(of: request.unit, blocks + [.reservation(Circular191.standing)], session)
    }
    blocks += [
        try settlement.paperTable(), try settlement.sourceTable(),
        unitTable(settlement), .reservation(Circular191.standing),
    ]
    return try paper.document(of: request.unit, blocks, session)
}

private func unitTable(_ settlement: Settlement) -> Block {
    let rows = settlement.accounts.enumerated().map { index, line -> [Value] in
        [.number(Number(index + 1)), .text(line.unit.name)] + line.account.cells
    }
    return .table(
        TableBlock(
            Table(unitColumns, rows: rows), caption: Text("By unit", vi: "Theo đơn vị"),
            remark: Text(
                "Without an allocation on record no balance is known.", vi: "Chưa ghi số được giao thì chưa tính số dư."
            )))
}

private let unitColumns = Schema([
    ColumnInfo("number", .number, Text("No.", vi: "TT")),
    ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("estimated", .money, Text("Estimated", vi: "Dự trù")),
    ColumnInfo("allocated", .money, Text("Allocated", vi: "Được giao")),
    ColumnInfo("spent", .money, Text("Spent", vi: "Đã chi")),
    ColumnInfo("balance", .money, Text("Balance", vi: "Còn lại")),
])
