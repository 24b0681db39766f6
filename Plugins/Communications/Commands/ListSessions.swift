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
    lists: sessionColumns, by: list
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
    ColumnInfo("audience", Audience.type, Text("Audience", vi: "Đối tượng")),
    ColumnInfo("campaign", .code("campaign"), Text("Campaign", vi: "Đợt")),
])

private func list(session: Session, period: Period?, under: UnitCode?, campaign: CampaignCode?) throws -> Listing {
    var conditions = [session.visible("s")]
    if let period { conditions.append("s.held_on BETWEEN \(period.first) AND \(period.last)") }
    if let under { conditions.append("s.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    if let campaign { conditions.append("c.code = \(campaign.code)") }
    return Listing(
        sessionColumns,
        [
            .text("s.code"), .code("u.code", id: "s.unit", of: "unit"), .date("s.held_on"), .text("s.topic"),
            .text("s.form"),
            .integer("s.women"), .integer("s.men"), .text("s.audience"),
            .code("c.code", id: "s.campaign", of: "campaign"),
        ],
        from: "communication_session s JOIN unit u ON u.id = s.unit LEFT JOIN campaign c ON c.id = s.campaign",
        where: conditions.joined(" AND "), orderedBy: ["s.held_on", "u.code", "s.id"])
}
