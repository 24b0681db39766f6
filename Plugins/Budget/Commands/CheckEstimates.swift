import Commands
import Documents
import Programme
import Tables
import Values

/// `check estimates` tells which units made the estimate that is due before 20 July.
let checkEstimates = Command(
    "check estimates",
    Text(
        "Shows which units have made their estimate of a year, due before 20 July of the year before.",
        vi: "Cho biết đơn vị nào đã lập dự trù của năm, hạn trước ngày 20/7 năm trước."),
    effect: .reads, returns: .table(estimateStandingColumns), run: check
) {
    Label<Period>(
        "year", Text("The year of the budget.", vi: "Năm ngân sách."),
        default: .now(Text("next year", vi: "năm sau")) {
            .period(Period(.year, containing: $0.today).advanced(by: 1))
        })
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("check estimates year: 2025 under: SGD-HP").prints("made")
    Example("check estimates").prints("missing")
    Example("check estimates year: 2026-Q1").reports(.notABudgetYear)
}

/// The columns of `check estimates`.
let estimateStandingColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("lines", .number, Text("Lines", vi: "Số dòng")),
    ColumnInfo("amount", .money, Text("Amount", vi: "Số tiền")),
    ColumnInfo("state", EstimateState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("in_time", .yesNo, Text("Entered before 20 July", vi: "Nhập trước ngày 20/7")),
])

private func check(session: Session, year: Period, under: UnitCode?) throws -> Document {
    let number = try budgetYear(year, session)
    let all = try EstimateStandings(of: number, under: under, session)
    let rows = all.standings.map { standing -> [Value] in
        [
            .text(standing.unit.code), .text(standing.unit.name), .number(Number(standing.lines)),
            standing.state == .made ? .money(standing.amount) : .missing(.notReported), standing.state.value,
            standing.isInTime.map { .yesNo($0) } ?? .missing,
        ]
    }
    return .table(
        Table(estimateStandingColumns, rows: rows),
        remark: Text(
            "\(all.made) of \(all.standings.count.counted("unit")); due before 20 July \(number - 1) "
                + "(\(Circular191.name), Article 4)",
            vi: "\(all.made)/\(all.standings.count) đơn vị; hạn trước ngày 20/7/\(number - 1) "
                + "(\(Circular191.name), Điều 4)"))
}
