import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `open campaign` records a campaign of a year: its days, its theme and the document that asks for it.
let openCampaign = Command(
    "open campaign",
    Text(
        "Records a campaign of a year with its days, theme and document.",
        vi: "Ghi một đợt truyền thông trong năm: thời gian, chủ đề và văn bản."),
    effect: .writes, run: open
) {
    Argument<NewCode>("code", Text("A short code that no other campaign has.", vi: "Mã ngắn chưa đợt nào dùng."))
    Argument<String>("name", Text("The name in full.", vi: "Tên đầy đủ."))
    Label<Day>("from", Text("The first day.", vi: "Ngày đầu."))
    Label<Day>("to", Text("The last day.", vi: "Ngày cuối."))
    Label<String?>("theme", Text("The theme of the year.", vi: "Chủ đề của năm."))
    Label<Occasion?>(
        "occasion",
        Text(
            "The occasion whose usual days it replaces in the calendar of that year.",
            vi: "Dịp mà đợt này thay cho trong lịch của năm đó."))
    Label<String?>("source", Text("The document that asks for it.", vi: "Văn bản yêu cầu."))
} examples: {
    Example(
        "open campaign PCBLGD-2025 \"Tháng hành động phòng, chống bạo lực gia đình\" from: 2025-06-01 to: 2025-06-30 "
            + "occasion: family-violence-month"
    ).prints("Opened PCBLGD-2025")
    Example("open campaign BDG-2025 \"Đợt khác\" from: 2025-11-01 to: 2025-11-30").reports(.codeTaken)
    Example("open campaign BDG-2025B \"Đợt khác\" from: 2025-11-30 to: 2025-11-01").reports(.campaignBackwards)
    Example("open campaign BDG-2025B \"Đợt khác\" from: 2025-11-01 to: 2025-11-30 occasion: equality-month")
        .reports(.occasionTaken)
}

private func open(
    session: Session, code: NewCode, name: String, from: Day, to: Day, theme: String?, occasion: Occasion?,
    source: String?
) throws -> Document {
    try requireWords(name, "name")
    if let theme { try requireWords(theme, "theme") }
    if let source { try requireWords(source, "source") }
    guard from <= to else {
        throw Diagnostic(
            .campaignBackwards,
            Text("The campaign would end before it begins.", vi: "Ngày cuối đứng trước ngày đầu của đợt."),
            subject: "to",
            notes: [Text("‘from:’ is the first day, ‘to:’ the last.", vi: "‘from:’ là ngày đầu, ‘to:’ là ngày cuối.")])
    }
    try refuseTaken(code, in: campaignTable, session)
    if let occasion { try refuseSecond(occasion, from.year, session) }
    try session.database.execute(
        """
        INSERT INTO campaign (code, name, begins, ends, theme, occasion, source, recorded)
        VALUES (\(code.code), \(name), \(from), \(to), \(theme), \(occasion), \(source), \(session.entry))
        """)
    return .done(
        Text(
            "Opened \(code.code) \(name), \(from) to \(to).", vi: "Đã mở \(code.code) \(name), từ \(from) đến \(to)."))
}

/// One campaign stands for an occasion in a year, so that the calendar knows whose days hold.
private func refuseSecond(_ occasion: Occasion, _ year: Int, _ session: Session) throws {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else { return }
    let other = try Campaign.between(first, last, session).first { $0.occasion == occasion && $0.begins.year == year }
    guard let other else { return }
    throw Diagnostic(
        .occasionTaken,
        Text(
            "\(other.code) stands for ‘\(occasion.rawValue)’ in \(year) already.",
            vi: "Năm \(year), dịp ‘\(occasion.rawValue)’ đã có đợt \(other.code)."),
        subject: "occasion",
        notes: [
            Text(
                "Leave ‘occasion:’ out, or type ‘retract campaign \(other.code) reason: \"…\"’ first.",
                vi: "Bỏ ‘occasion:’, hoặc gõ ‘retract campaign \(other.code) reason: \"…\"’ trước.")
        ])
}

extension Diagnostic.Code {
    /// A last day before the first.
    static let campaignBackwards: Self = "campaign-backwards"
    /// A second campaign for one occasion of a year.
    static let occasionTaken: Self = "occasion-taken"
}
