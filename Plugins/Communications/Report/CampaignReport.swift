import Commands
import Documents
import Programme
import Tables
import Values

/// The name of the report.
let campaignReportName = "campaign-report"

/// The campaign report: for each campaign of a period its days and theme, who held sessions, what was made and whom
/// both reached, by audience and sex. Packs may add sections of their own.
let campaignReport = Report(
    campaignReportName,
    Text(
        "What was done in the campaigns of a period, and whom it reached.",
        vi: "Kết quả các đợt truyền thông trong kỳ và lượt người tiếp cận.")
) { session, request in
    let paper = OfficialPaper.report(
        Text(
            "Results of communication campaigns, \(request.period.words.english)",
            vi: "Kết quả các đợt truyền thông về bình đẳng giới \(request.period.words.vietnamese)"))
    let day = min(request.period.last, session.today)
    let units = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code))
    var blocks: [Block] = [
        .paragraph(
            RichText(
                Text(
                    "\(request.unit.name) and all units below it, as recorded by "
                        + "\(session.today.formatted(in: .english)).",
                    vi: "\(request.unit.name) và các đơn vị trực thuộc, theo số liệu ghi nhận đến ngày "
                        + "\(session.today.formatted(in: .vietnamese)).")))
    ]
    let campaigns = try Campaign.between(request.period.first, day, session)
    guard !campaigns.isEmpty else {
        blocks.append(
            .paragraph(
                RichText(
                    Text(
                        "No campaign is on record for \(request.period.words.english).",
                        vi: "Chưa ghi nhận đợt truyền thông nào trong \(request.period.words.vietnamese)."))))
        return try paper.document(of: request.unit, blocks, session)
    }
    for campaign in campaigns {
        blocks += try CampaignAccount(campaign, units, session).blocks()
    }
    blocks += try ReportSection.blocks(of: campaignReportName, session, request)
    return try paper.document(of: request.unit, blocks, session)
}
