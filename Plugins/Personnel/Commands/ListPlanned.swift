import Commands
import Documents
import Programme
import Tables
import Values

/// `list planned` shows the last counts of planned cadres.
let listPlanned = Command(
    "list planned",
    Text("Shows the last counts of cadres planned for management posts.", vi: "Liệt kê số liệu quy hoạch mới nhất."),
    effect: .reads, returns: .table(plannedColumns), run: list
) {
    asOfPeriod
    belowUnit
} examples: {
    Example("list planned under: SGD-HP").prints("62")
    Example("list planned under: SGD-HQ").reports(.unknownCode)
}

/// The columns of `list planned`.
let plannedColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("post", PlannedPost.type, Text("Planned for", vi: "Chức danh quy hoạch")),
    ColumnInfo("on", .date, Text("As of", vi: "Ngày chốt")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ, %")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Document {
    let day = closingDay(period, session)
    let units = try listedUnits(under: under, on: day, session)
    let counts = Headcounts<PlannedPost>(session)
    let last = try PlannedPost.allCases.map { ($0, try counts.last($0, by: day)) }
    let rows = units.flatMap { unit in
        last.compactMap { post, counts in counts[unit.id].map { countRow(unit, post, $0) } }
    }
    let silent = units.filter { unit in !last.contains { $0.1[unit.id] != nil } }.count
    return .table(Table(plannedColumns, rows: rows), remark: notReported(silent, of: units.count, on: day))
}
