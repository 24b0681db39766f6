import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `retract campaign` ends a campaign that was recorded by mistake.
let retractCampaign = Command(
    "retract campaign",
    Text(
        "Takes back a campaign that was recorded by mistake.", vi: "Rút một đợt truyền thông đã ghi nhầm."),
    effect: .writes, run: retractRecord
) {
    Argument<CampaignCode>("campaign", Text("The campaign.", vi: "Đợt truyền thông."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract campaign BDG-2025 reason: \"Ghi nhầm năm\"").reports(.campaignInUse)
    Example("open campaign PN-2025 \"Ngày Phụ nữ Việt Nam\" from: 2025-10-20 to: 2025-10-20")
    Example("retract campaign PN-2025 reason: \"Ghi nhầm\"").prints("Retracted PN-2025")
}

private func retractRecord(session: Session, campaign: CampaignCode, reason: String) throws -> Document {
    let id = try campaignID(campaign, session)
    let used = try session.database.first(
        """
        SELECT (SELECT count(*) FROM communication_session WHERE campaign = \(id) AND \(session.visible()))
            + (SELECT count(*) FROM communication_product WHERE campaign = \(id) AND \(session.visible()))
        """)
    let count = try used?.integer(0) ?? 0
    guard count == 0 else {
        throw Diagnostic(
            .campaignInUse,
            Text(
                "\(campaign.code) has sessions and products on record: \(count.english).",
                vi: "\(campaign.code) đang có \(count.vietnamese) cuộc hoặc sản phẩm truyền thông."),
            subject: "campaign",
            notes: [
                Text(
                    "‘list sessions campaign: \(campaign.code)’ tells which; retract them first.",
                    vi: "Gõ ‘list sessions campaign: \(campaign.code)’ để xem; hãy rút các bản ghi đó trước.")
            ])
    }
    try retract(campaign.code, from: campaignTable, reason: reason, session)
    return .done(Text("Retracted \(campaign.code): \(reason)", vi: "Đã rút \(campaign.code): \(reason)"))
}

extension Diagnostic.Code {
    /// A campaign that sessions or products belong to.
    static let campaignInUse: Self = "campaign-in-use"
}
