import Commands
import Documents
import Programme
import Values

/// “Truyền thông” in the monthly digest: what was held and made, who took part, and who is below the yearly number.
let digestSection = ReportSection(
    of: "monthly-digest", order: 20, Text("Communications", vi: "Truyền thông")
) { session, request in
    guard request.period.first <= session.today else { return [] }
    let digest = try CommunicationsDigest(session, request)
    return try digest.summary + digest.campaigns() + digest.sessionTable + digest.chart() + digest.products()
        + digest.lessons() + digest.yearlyRule()
}

/// What the section tells, gathered once.
struct CommunicationsDigest {
    let session: Session
    let period: Period
    /// The last day that is told of.
    let day: Day
    let top: UnitCode
    let units: [OfficeUnit]
    let counts: [Int64: SessionCounts]
    let total: SessionCounts

    init(_ session: Session, _ request: ReportRequest) throws {
        self.session = session
        period = request.period
        day = min(request.period.last, session.today)
        top = UnitCode(code: request.unit.code)
        let units = try Units(session).scope(request.period, under: top)
        let counts = try SessionCounts.byUnit(from: request.period.first, to: day, session)
        self.units = units
        self.counts = counts
        total = units.reduce(into: SessionCounts()) { $0 += counts[$1.id] ?? SessionCounts() }
    }

    /// Sentences that say how many sessions there were and who took part.
    var summary: [Block] {
        guard total.sessions > 0 else {
            return [
                .paragraph(
                    RichText(
                        Text(
                            "No communication session is on record for \(period.words.english).",
                            vi: "Trong \(period.words.vietnamese) chưa ghi nhận cuộc truyền thông nào.")))
            ]
        }
        let count = units.filter { counts[$0.id] != nil }.count
        let holders =
            units.count == 1
            ? Text("the unit", vi: "đơn vị") : Text(count.counted("unit"), vi: "\(count.vietnamese) đơn vị")
        let share = Share.written(total.women, of: total.participants)
        return [
            .paragraph(
                RichText(
                    Text(
                        "In \(period.words.english), \(holders.english) held "
                            + "\(total.sessions.counted("communication session")) with "
                            + "\(total.participants.counted("participant")), \(total.women.english) of them women"
                            + "\(share.english).",
                        vi: "Trong \(period.words.vietnamese), \(holders.vietnamese) đã tổ chức "
                            + "\(total.sessions.vietnamese) cuộc truyền thông với \(total.participants.vietnamese) "
                            + "lượt người tham gia, trong đó có \(total.women.vietnamese) lượt nữ\(share.vietnamese)."))
            )
        ]
    }

    /// The campaigns that were under way.
    func campaigns() throws -> [Block] {
        let campaigns = try Campaign.between(period.first, period.last, session)
        guard !campaigns.isEmpty else { return [] }
        return [
            .paragraph(
                RichText(Text("Campaigns under way:", vi: "Các đợt truyền thông diễn ra trong kỳ:"))),
            .items(campaigns.map { RichText($0.sentence) }, numbered: false),
        ]
    }
}

/// A share of a whole in brackets, or nothing without a whole.
enum Share {
    static func written(_ part: Int, of whole: Int) -> Text {
        guard let share = value(part, of: whole) else { return Text(verbatim: "") }
        return Text(
            " (\(Value.percent(share).written(in: .english)))",
            vi: " (\(Value.percent(share).written(in: .vietnamese)))")
    }

    static func value(_ part: Int, of whole: Int) -> Number? {
        Number(part).divided(by: Number(whole))
    }
}

extension Campaign {
    /// The campaign in a sentence of a paper.
    fileprivate var sentence: Text {
        let english = theme.map { "; theme: “\($0)”" } ?? ""
        let vietnamese = theme.map { "; chủ đề: “\($0)”" } ?? ""
        return Text(
            "\(name) (\(begins.formatted(in: .english)) to \(ends.formatted(in: .english)))\(english)"
                + (source.map { "; by \($0)" } ?? "") + ".",
            vi: "\(name) (\(Campaign.span(begins, ends)))\(vietnamese)" + (source.map { "; theo \($0)" } ?? "") + ".")
    }

    private static func span(_ first: Day, _ last: Day) -> String {
        let (from, to) = (first.formatted(in: .vietnamese), last.formatted(in: .vietnamese))
        return first == last ? "ngày \(from)" : "từ ngày \(from) đến ngày \(to)"
    }
}
