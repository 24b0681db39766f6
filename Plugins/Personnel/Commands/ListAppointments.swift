import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list appointments` shows the new appointments to leading posts.
let listAppointments = Command(
    "list appointments",
    Text("Shows the new appointments to leading posts, by day.", vi: "Liệt kê các lần bổ nhiệm mới theo ngày."),
    lists: appointmentColumns, by: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ trong kỳ này."))
    belowUnit
} examples: {
    Example("list appointments period: 2025 under: SGD-HP").prints("deputy")
    Example("list appointments under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list appointments`.
let appointmentColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("post", LeaderPost.type, Text("Post", vi: "Chức vụ")),
    ColumnInfo("on", .date, Text("Day", vi: "Ngày bổ nhiệm")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("decision", .text, Text("Decision", vi: "Số quyết định")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("a")]
    if let period { conditions.append("a.on_day BETWEEN \(period.first) AND \(period.last)") }
    if let under { conditions.append("a.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    return Listing(
        appointmentColumns,
        [
            .code("u.code", id: "a.unit", of: "unit"), .text("a.post"), .date("a.on_day"), .integer("a.total"),
            .integer("a.women"), .text("a.decision"),
        ],
        from: "leader_appointment a JOIN unit u ON u.id = a.unit", where: conditions.joined(" AND "),
        orderedBy: ["a.on_day", "u.code", "a.id"])
}
