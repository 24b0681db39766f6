import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// What the campaign report tells of a campaign.
struct CampaignAccount {
    private let session: Session
    private let campaign: Campaign
    private let units: [OfficeUnit]
    private let byUnit: [Int64: SessionCounts]
    private let reach: [Audience?: Reach]
    private var total = SessionCounts()

    /// Gathers what units did in a campaign.
    init(_ campaign: Campaign, _ units: [OfficeUnit], _ session: Session) throws {
        self.session = session
        self.campaign = campaign
        self.units = units
        var counts: [Int64: SessionCounts] = [:]
        try session.database.forEach(
            """
            SELECT unit, count(*), sum(women), sum(men) FROM communication_session
            WHERE campaign = \(campaign.id) AND \(session.visible()) GROUP BY unit
            """
        ) { row in
            counts[try row.value(0)] = SessionCounts(
                sessions: try row.value(1), women: try row.value(2), men: try row.value(3))
        }
        byUnit = counts
        for unit in units { total += counts[unit.id] ?? SessionCounts() }
        reach = try Reach.byAudience(.campaign(campaign.id), of: units, session)
    }

    /// The part of the report: sentences, units, products, audiences.
    func blocks() throws -> [Block] {
        let products = try productTable()
        return [
            .heading(Text(verbatim: campaign.name), level: 2), .paragraph(RichText(days)), .paragraph(RichText(work)),
        ]
            + unitTable + products + reachTable + untold
    }

    private var days: Text {
        let theme = campaign.theme.map { Text(" Theme: “\($0)”.", vi: " Chủ đề: “\($0)”.") } ?? Text(verbatim: "")
        let source =
            campaign.source.map { Text(" By \($0).", vi: " Căn cứ: \($0).") } ?? Text(verbatim: "")
        let (begins, ends) = (campaign.begins, campaign.ends)
        let state =
            ends > session.today
            ? Text(" The campaign is not over: results are partial.", vi: " Đợt chưa kết thúc: kết quả chưa đầy đủ.")
            : Text(verbatim: "")
        return Text(
            "From \(begins.formatted(in: .english)) to \(ends.formatted(in: .english)).",
            vi:
                "Thời gian: từ ngày \(begins.formatted(in: .vietnamese)) đến hết ngày "
                + "\(ends.formatted(in: .vietnamese))."
        ) + theme + source + state
    }

    private var work: Text {
        let holders = units.filter { byUnit[$0.id] != nil }.count
        let products = reach.values.reduce(into: 0) { $0 += $1.products }
        guard total.sessions > 0 || products > 0 else {
            return Text("Nothing is on record for it yet.", vi: "Chưa ghi nhận hoạt động nào của đợt này.")
        }
        let share = Share.written(total.women, of: total.participants)
        let made =
            products == 0
            ? Text(".", vi: ".")
            : Text(
                ", and made \(products.counted("product")).",
                vi: "; thực hiện \(products.vietnamese) sản phẩm truyền thông.")
        return Text(
            "\(holders) of \(units.count) units held \(total.sessions.counted("session")) with "
                + "\(total.participants.counted("participant")), \(total.women.english) of them women\(share.english)",
            vi: "Có \(holders.vietnamese)/\(units.count.vietnamese) đơn vị tổ chức \(total.sessions.vietnamese) cuộc "
                + "truyền thông với \(total.participants.vietnamese) lượt người tham gia, trong đó "
                + "\(total.women.vietnamese) lượt nữ\(share.vietnamese)") + made
    }

    private var unitTable: [Block] {
        guard total.sessions > 0 else { return [] }
        let holders = units.filter { byUnit[$0.id] != nil }
        var rows = holders.enumerated().map { index, unit -> [Value] in
            [.number(Number(index + 1)), .text(unit.name)] + cells(byUnit[unit.id] ?? SessionCounts())
        }
        rows.append(
            [.missing, .text(Text("Total", vi: "Tổng cộng")(in: session.surroundings.language))] + cells(total))
        return [
            .table(
                TableBlock(
                    Table(CampaignAccount.unitColumns, rows: rows),
                    caption: Text("Sessions by unit", vi: "Các cuộc truyền thông theo đơn vị")))
        ]
    }

    private func cells(_ counts: SessionCounts) -> [Value] {
        [
            .number(Number(counts.sessions)), .number(Number(counts.participants)), .number(Number(counts.women)),
            .number(Number(counts.men)),
            Share.value(counts.women, of: counts.participants).map { .percent($0) } ?? .missing(.notApplicable),
        ]
    }

    private func productTable() throws -> [Block] {
        let ids = Set(units.map(\.id))
        let language = session.surroundings.language
        let rows = try session.database.rows(
            """
            SELECT p.unit, p.title, p.kind, p.channel, p.pieces, p.reach, p.women FROM communication_product p
            WHERE p.campaign = \(campaign.id) AND \(session.visible("p")) ORDER BY p.made_on, p.id
            """
        ).filter { ids.contains(try $0.value(0)) }.enumerated().map { index, row -> [Value] in
            let kind: ProductKind = try row.value(2)
            let channel: Channel? = try row.value(3)
            let (reached, women): (Int?, Int?) = (try row.value(5), try row.value(6))
            return [
                .number(Number(index + 1)), .text(try row.text(1)), .text(kind.meaning(in: language)),
                channel.map { .text($0.meaning(in: language)) } ?? .missing,
                .number(Number(try row.integer(4))), reached.map { .number(Number($0)) } ?? .missing(.notReported),
                women.map { .number(Number($0)) } ?? .missing(.notReported),
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                TableBlock(
                    Table(CampaignAccount.productColumns, rows: rows),
                    caption: Text("Products", vi: "Sản phẩm truyền thông")))
        ]
    }

    private var reachTable: [Block] {
        let language = session.surroundings.language
        let rows = (Audience.allCases.map { $0 as Audience? } + [nil]).compactMap { audience -> [Value]? in
            guard let found = reach[audience] else { return nil }
            let name = audience?.meaning ?? Text("not told", vi: "chưa ghi đối tượng")
            return [.text(name(in: language))] + found.cells
        }
        let isTold = reach.contains { $0.key != nil || $0.value.products > 0 }
        guard isTold else { return [] }
        return [
            .table(
                TableBlock(
                    Table(CampaignAccount.reachColumns, rows: rows),
                    caption: Text("Whom it reached, by audience and sex", vi: "Lượt tiếp cận theo đối tượng và giới")))
        ]
    }

    /// What the sums leave out.
    private var untold: [Block] {
        guard reach.values.contains(where: { $0.products > 0 && $0.reached == nil }) else { return [] }
        return [
            .reservation(
                Text(
                    "Some products do not tell how many people they reached; the sums leave them out.",
                    vi: "Một số sản phẩm chưa ghi lượt tiếp cận; không tính vào tổng."))
        ]
    }

    private static let unitColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
        ColumnInfo("participants", .number, Text("Participants", vi: "Lượt người")),
        ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
        ColumnInfo("men", .number, Text("Men", vi: "Nam")),
        ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
    ])

    private static let productColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("title", .text, Text("Title", vi: "Tên sản phẩm")),
        ColumnInfo("kind", .text, Text("Kind", vi: "Loại")),
        ColumnInfo("channel", .text, Text("Channel", vi: "Kênh")),
        ColumnInfo("pieces", .number, Text("Pieces", vi: "Số lượng")),
        ColumnInfo("reach", .number, Text("People reached", vi: "Lượt tiếp cận")),
        ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ])

    private static let reachColumns = Schema([
        ColumnInfo("audience", .text, Text("Audience", vi: "Đối tượng")),
        ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
        ColumnInfo("women", .number, Text("Women", vi: "Nữ dự")),
        ColumnInfo("men", .number, Text("Men", vi: "Nam dự")),
        ColumnInfo("products", .number, Text("Products", vi: "Số sản phẩm")),
        ColumnInfo("reach", .number, Text("Reached by products", vi: "Lượt tiếp cận sản phẩm")),
        ColumnInfo("reached_women", .number, Text("Women among them", vi: "Trong đó nữ")),
    ])
}
