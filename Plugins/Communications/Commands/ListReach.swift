import Commands
import Documents
import Programme
import Tables
import Values

/// `list reach` shows who was reached by sessions and products, by audience.
let listReach = Command(
    "list reach",
    Text(
        "Shows who took part in sessions and whom products reached, by audience and sex.",
        vi: "Cho biết lượt người dự truyền thông và tiếp cận sản phẩm, theo đối tượng và giới."),
    effect: .reads, returns: .table(reachColumns), run: list
) {
    Label<Period>(
        "period", Text("The period.", vi: "Kỳ."),
        default: .now(Text("this year", vi: "năm nay")) { .period(Period(.year, containing: $0.today)) })
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("list reach period: 2025 under: SGD-HP").prints("students")
    Example("list reach under: SGD-HN").reports(.unknownCode)
}

/// The columns of `list reach`.
let reachColumns = Schema([
    ColumnInfo("audience", Audience.type, Text("Audience", vi: "Đối tượng")),
    ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
    ColumnInfo("women", .number, Text("Women in sessions", vi: "Lượt nữ dự")),
    ColumnInfo("men", .number, Text("Men in sessions", vi: "Lượt nam dự")),
    ColumnInfo("products", .number, Text("Products", vi: "Số sản phẩm")),
    ColumnInfo("reach", .number, Text("Reached by products", vi: "Lượt tiếp cận sản phẩm")),
    ColumnInfo("reached_women", .number, Text("Women among them", vi: "Trong đó nữ")),
])

private func list(session: Session, period: Period, under: UnitCode?) throws -> Document {
    let units = try Units(session).scope(period, under: under)
    let found = try Reach.byAudience(.days(period.first, period.last), of: units, session)
    return .table(
        Table(reachColumns, rows: Reach.rows(found, session.surroundings.language)),
        remark: Text(
            "people are counted once for each session and each product",
            vi: "tính theo lượt người; một người dự nhiều cuộc hoặc xem nhiều sản phẩm được tính nhiều lượt"))
}
