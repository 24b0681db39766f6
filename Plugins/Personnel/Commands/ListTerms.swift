import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list terms` shows the terms of leaders, those that end first above.
let listTerms = Command(
    "list terms",
    Text("Shows the terms of leaders, by their ends.", vi: "Liệt kê nhiệm kỳ của lãnh đạo theo ngày kết thúc."),
    lists: termColumns, by: list
) {
    Label<Period?>("ending", Text("Only those that end in this period.", vi: "Chỉ nhiệm kỳ kết thúc trong kỳ này."))
    belowUnit
} examples: {
    Example("list terms under: TP-01").prints("ending")
    Example("list terms ending: 2019").prints("no rows")
    Example("list terms under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list terms`.
let termColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("post", LeaderPost.type, Text("Post", vi: "Chức vụ")),
    ColumnInfo("begins", .date, Text("From", vi: "Từ ngày")),
    ColumnInfo("ends", .date, Text("To", vi: "Đến ngày")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("state", TermState.type, Text("State", vi: "Tình trạng")),
])

private func list(session: Session, ending: Period?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("t")]
    if let ending { conditions.append("t.ends BETWEEN \(ending.first) AND \(ending.last)") }
    if let under { conditions.append("t.unit IN (\(ids: try Units(session).scope(nil, under: under).map(\.id)))") }
    let today = session.today
    let state: SQL = """
        CASE WHEN t.begins > \(today) THEN 'coming' WHEN t.ends < \(today) THEN 'over'
        WHEN t.ends <= \(today.adding(days: TermState.notice)) THEN 'ending' ELSE 'running' END
        """
    return Listing(
        termColumns,
        [
            .code("u.code", id: "t.unit", of: "unit"), .text("t.post"), .date("t.begins"), .date("t.ends"),
            .integer("t.total"), .integer("t.women"), .text(state),
        ],
        from: "leader_term t JOIN unit u ON u.id = t.unit", where: conditions.joined(" AND "),
        orderedBy: ["t.ends", "u.code", "t.id"]
    ) { _ in
        Text(
            "ending: within 180 days, a working rule of our own",
            vi: "ending: hết nhiệm kỳ trong 180 ngày tới, mốc nhắc việc do chúng tôi đặt")
    }
}
