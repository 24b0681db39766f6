import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list staff` shows the last counts of staff by unit and post.
let listStaff = Command(
    "list staff",
    Text(
        "Shows the last counts of staff by unit and post.",
        vi: "Liệt kê số liệu đội ngũ mới nhất theo đơn vị và vị trí."),
    effect: .reads, returns: .table(staffColumns), run: list
) {
    asOfPeriod
    belowUnit
    Label<StaffPost?>("post", Text("Only this post.", vi: "Chỉ vị trí này."))
} examples: {
    Example("list staff under: TP-01 post: staff").prints("92")
    Example("list staff post: techer").reports(.notAChoice)
}

/// The columns of `list staff`.
let staffColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("post", StaffPost.type, Text("Post", vi: "Vị trí")),
    ColumnInfo("on", .date, Text("As of", vi: "Ngày chốt")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ, %")),
])

private func list(session: Session, period: Period?, under: UnitCode?, post: StaffPost?) throws -> Document {
    let day = closingDay(period, session)
    let units = try listedUnits(under: under, on: day, session)
    let counts = Headcounts<StaffPost>(session)
    let posts = post.map { [$0] } ?? StaffPost.allCases
    let last = try posts.map { ($0, try counts.last($0, by: day)) }
    let rows = units.flatMap { unit in
        last.compactMap { post, counts in counts[unit.id].map { countRow(unit, post, $0) } }
    }
    let silent = units.filter { unit in !last.contains { $0.1[unit.id] != nil } }.count
    return .table(Table(staffColumns, rows: rows), remark: notReported(silent, of: units.count, on: day))
}

/// A row of counted people.
func countRow(_ unit: OfficeUnit, _ post: some ChoiceType, _ count: Headcount) -> [Value] {
    [
        .text(unit.code), post.value, .date(count.on), .number(Number(count.total)), .number(Number(count.women)),
        count.share,
    ]
}

/// How many units are not in a list because they did not report.
func notReported(_ silent: Int, of units: Int, on day: Day) -> Text {
    Text(
        "last counts by \(day); \(silent) of \(units) units did not report",
        vi: "số liệu mới nhất đến \(day); \(silent) trên \(units) đơn vị chưa báo cáo")
}
