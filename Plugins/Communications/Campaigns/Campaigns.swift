import Commands
import Database
import Programme
import Values

/// The code of a campaign: `BDG-2025`.
struct CampaignCode: CodeType {
    static let kind = "campaign"
    let code: String
}

/// The table of campaigns.
let campaignTable: SQL = "campaign"

/// Campaigns as a record kind: their codes are completed and checked.
let campaignKind = codedKind("campaign", Text("campaign", vi: "đợt truyền thông"), in: campaignTable, shownBy: "name")

/// A campaign: what is done around an occasion, in a year, with its theme.
struct Campaign {
    let id: Int64
    let code: String
    let name: String
    let begins: Day
    let ends: Day
    let theme: String?
    let occasion: Occasion?
    let source: String?

    /// The campaigns of which at least one day lies between two days, in the order of time.
    static func between(_ first: Day, _ last: Day, _ session: Session) throws -> [Campaign] {
        try session.database.rows(
            """
            SELECT id, code, name, begins, ends, theme, occasion, source FROM campaign
            WHERE begins <= \(last) AND ends >= \(first) AND \(session.visible()) ORDER BY begins, code
            """
        ).map { row in
            Campaign(
                id: try row.value(0), code: try row.text(1), name: try row.text(2), begins: try row.value(3),
                ends: try row.value(4), theme: try row.value(5), occasion: try row.value(6), source: try row.value(7))
        }
    }

    /// The campaign in the calendar. With the usual days of its occasion it is as sure as those.
    var duty: Duty {
        let usual = occasion?.days(in: begins.year)
        let isUsual = usual.map { $0.first == begins && $0.last == ends } ?? false
        let origin = isUsual ? occasion?.origin : nil
        return Duty(
            Text(verbatim: name), from: begins, to: ends, source: source ?? origin?.source ?? "",
            confidence: origin?.confidence ?? .local)
    }
}

/// The id of the campaign that a record belongs to, or `nil`.
func campaignID(_ campaign: CampaignCode?, _ session: Session) throws -> Int64? {
    try campaign.flatMap { try recordID(of: $0.code, in: campaignTable, session) }
}
