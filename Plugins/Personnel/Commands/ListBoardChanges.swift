import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list board changes` shows the members who left boards.
let listBoardChanges = Command(
    "list board changes",
    Text(
        "Shows the members who left boards, as counts.", vi: "Liệt kê thành viên thôi tham gia Ban VSTBPN (số người)."),
    lists: boardChangeColumns, by: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ trong kỳ này."))
    belowUnit
} examples: {
    Example("record board change TP-01 on: 2025-08-01 role: member women: 1 why: \"Chuyển công tác\"")
    Example("list board changes period: 2025 under: SGD-HP").prints("Chuyển công tác")
    Example("list board changes under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list board changes`.
let boardChangeColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Day", vi: "Ngày")),
    ColumnInfo("role", BoardRole.type, Text("Role", vi: "Vai trò")),
    ColumnInfo("members", .number, Text("Left", vi: "Số người")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("why", .text, Text("Why", vi: "Lý do")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("c")]
    if let period { conditions.append("c.on_day BETWEEN \(period.first) AND \(period.last)") }
    if let under { conditions.append("c.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    return Listing(
        boardChangeColumns,
        [
            .code("u.code", id: "c.unit", of: "unit"), .date("c.on_day"), .text("c.role"), .integer("c.members"),
            .integer("c.women"), .text("c.why"),
        ],
        from: "board_change c JOIN unit u ON u.id = c.unit", where: conditions.joined(" AND "),
        orderedBy: ["c.on_day", "u.code", "c.id"])
}
