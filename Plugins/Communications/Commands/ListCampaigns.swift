import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list campaigns` shows the campaigns with what was done in each.
let listCampaigns = Command(
    "list campaigns",
    Text(
        "Shows the campaigns, each with its sessions and participants.",
        vi: "Liệt kê các đợt truyền thông, số cuộc và lượt người dự."),
    effect: .reads, returns: .table(campaignColumns), run: list
) {
    Label<Period?>("period", Text("Only those with a day in this period.", vi: "Chỉ các đợt có ngày trong kỳ này."))
    Label<Occasion?>("occasion", Text("Only those for this occasion.", vi: "Chỉ các đợt nhân dịp này."))
} examples: {
    Example("list campaigns period: 2025").prints("BDG-2025")
    Example("list campaigns occasion: equality-mont").reports(.notAChoice)
}

/// The columns of `list campaigns`.
let campaignColumns = Schema([
    ColumnInfo("campaign", .code("campaign"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đợt")),
    ColumnInfo("begins", .date, Text("From", vi: "Từ ngày")),
    ColumnInfo("ends", .date, Text("To", vi: "Đến ngày")),
    ColumnInfo("occasion", Occasion.type, Text("Occasion", vi: "Dịp")),
    ColumnInfo("theme", .text, Text("Theme", vi: "Chủ đề")),
    ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("men", .number, Text("Men", vi: "Nam")),
    ColumnInfo("source", .text, Text("Document", vi: "Văn bản")),
])

private func list(session: Session, period: Period?, occasion: Occasion?) throws -> Document {
    let first = period?.first ?? Day(number: .min / 2)
    let last = period?.last ?? Day(number: .max / 2)
    let campaigns = try Campaign.between(first, last, session).filter { occasion == nil || $0.occasion == occasion }
    var counts: [Int64: SessionCounts] = [:]
    try session.database.forEach(
        """
        SELECT campaign, count(*), sum(women), sum(men) FROM communication_session
        WHERE campaign IS NOT NULL AND \(session.visible()) GROUP BY campaign
        """
    ) { row in
        counts[try row.value(0)] = SessionCounts(
            sessions: try row.value(1), women: try row.value(2), men: try row.value(3))
    }
    let rows = campaigns.map { campaign -> [Value] in
        let count = counts[campaign.id] ?? SessionCounts()
        return [
            .text(campaign.code), .text(campaign.name), .date(campaign.begins), .date(campaign.ends),
            campaign.occasion.value, campaign.theme.value, .number(Number(count.sessions)),
            .number(Number(count.women)), .number(Number(count.men)), campaign.source.value,
        ]
    }
    return .table(Table(campaignColumns, rows: rows))
}
