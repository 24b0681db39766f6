import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list sessions` shows the sessions that were held.
let listSessions = Command(
    "list sessions",
    Text("Shows the communication sessions that units held.", vi: "Liệt kê các cuộc truyền thông đơn vị đã tổ chức."),
    effect: .reads, returns: .table(sessionColumns), run: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ các cuộc trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<CampaignCode?>("campaign", Text("Only those of this campaign.", vi: "Chỉ các cuộc của đợt này."))
} examples: {
    Example("list sessions period: 2025 under: SGD-HP").prints("Bình đẳng giới trên không gian mạng")
    Example("list sessions campaign: BDG-2024").reports(.unknownCode)
}

/// The columns of `list sessions`.
let sessionColumns = Schema([
    ColumnInfo("session", .code("session"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Date", vi: "Ngày")),
    ColumnInfo("topic", .text, Text("Topic", vi: "Nội dung")),
    ColumnInfo("form", SessionForm.type, Text("Form", vi: "Hình thức")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("men", .number, Text("Men", vi: "Nam")),
    ColumnInfo("campaign", .code("campaign"), Text("Campaign", vi: "Đợt")),
])

private func list(session: Session, period: Period?, under: UnitCode?, campaign: CampaignCode?) throws -> Document {
    let wanted = try under.map { Set(try Units(session).scope(period, under: $0).map(\.id)) }
    var rows: [[Value]] = []
    try session.database.forEach(
        """
        SELECT s.unit, s.code, u.code, s.held_on, s.topic, s.form, s.women, s.men, c.code
        FROM communication_session s JOIN unit u ON u.id = s.unit LEFT JOIN campaign c ON c.id = s.campaign
        WHERE (\(period?.first) IS NULL OR s.held_on >= \(period?.first))
          AND (\(period?.last) IS NULL OR s.held_on <= \(period?.last))
          AND (\(campaign?.code) IS NULL OR c.code = \(campaign?.code)) AND \(session.visible("s"))
        ORDER BY s.held_on, u.code, s.id
        """
    ) { row in
        guard try wanted?.contains(row.value(0)) ?? true else { return }
        rows.append([
            .text(try row.text(1)), .text(try row.text(2)), .date(try row.value(3)), .text(try row.text(4)),
            try row.value(5, as: String?.self).value, .number(Number(try row.integer(6))),
            .number(Number(try row.integer(7))), try row.value(8, as: String?.self).value,
        ])
    }
    return .table(Table(sessionColumns, rows: rows))
}
