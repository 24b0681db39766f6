import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `log session` records a communication session that a unit held.
let logSession = Command(
    "log session",
    Text("Records a communication session that a unit held.", vi: "Ghi một cuộc truyền thông mà đơn vị đã tổ chức."),
    effect: .writes, run: log
) {
    Argument<UnitCode>("unit", Text("The unit that held it.", vi: "Đơn vị tổ chức."))
    Argument<String>("topic", Text("What it was about.", vi: "Nội dung truyền thông."))
    Label<Day>("on", Text("The day.", vi: "Ngày tổ chức."))
    Label<Int>("women", Text("How many women took part.", vi: "Số nữ tham dự."))
    Label<Int>("men", Text("How many men took part.", vi: "Số nam tham dự."))
    Label<CampaignCode?>("campaign", Text("The campaign it belongs to.", vi: "Thuộc đợt truyền thông nào."))
    Label<SessionForm?>("form", Text("How it was held.", vi: "Hình thức tổ chức."))
    Label<Audience?>("audience", Text("For whom it was.", vi: "Đối tượng."))
    Label<NewCode>(
        "code", Text("The code of the record.", vi: "Mã của bản ghi."), default: numbered("TT", in: sessionTable))
} examples: {
    Example("log session NGO-QUYEN \"Phòng, chống bạo lực gia đình\" on: 2025-06-12 women: 85 men: 60 form: seminar")
        .prints("Logged TT-2")
    Example("log session NGO-QUYEN \"Phòng, chống bạo lực gia đình\" on: 2025-06-12 women: 85 men: 60")
        .reports(.sessionDoubled)
    Example("log session NGO-QUYEN \"Bình đẳng giới\" on: 2026-03-08 women: 10 men: 5").reports("future-day")
    Example("log session LE-CHAN \"Bình đẳng giới\" on: 2004-03-08 women: 10 men: 5").reports("unit-not-open")
    Example("log session NGO-QUYEN \"Bình đẳng giới\" on: 2025-03-08 women: -1 men: 5").reports(.countOutOfRange)
    Example("log session NGO-QUYEN \"Bình đẳng giới\" on: 2025-03-08 women: 0 men: 0").reports(.nobodyThere)
    Example("log session NGO-QUYEN \"…\" on: 2025-03-08 women: 10 men: 5").reports(.noWords)
}

private func log(
    session: Session, unit: UnitCode, topic: String, on: Day, women: Int, men: Int, campaign: CampaignCode?,
    form: SessionForm?, audience: Audience?, code: NewCode
) throws -> Document {
    try requireWords(topic, "topic")
    try refuseFuture(on, "on", session)
    let id = try Units(session).id(of: unit, openOn: on)
    try requireCount(women, "women")
    try requireCount(men, "men")
    guard women + men > 0 || form == .broadcast else { throw nobody }
    try refuseTaken(code, in: sessionTable, session)
    let twin = try session.database.first(
        """
        SELECT code FROM communication_session
        WHERE unit = \(id) AND held_on = \(on) AND topic = \(topic) AND \(session.visible())
        """)
    if let twin { throw doubled(unit, on, by: try twin.text(0)) }
    let campaign = try campaignID(campaign, session)
    try session.database.execute(
        """
        INSERT INTO communication_session (
            code, unit, topic, held_on, form, women, men, campaign, audience, recorded)
        VALUES (
            \(code.code), \(id), \(topic), \(on), \(form), \(women), \(men), \(campaign), \(audience),
            \(session.entry))
        """)
    return .done(
        Text(
            "Logged \(code.code): \(unit.code), \(on), \(women.english) women and \(men.english) men.",
            vi: "Đã ghi \(code.code): \(unit.code), ngày \(on), \(women.vietnamese) nữ và \(men.vietnamese) nam."))
}

private let nobody = Diagnostic(
    .nobodyThere,
    Text("A session needs someone who took part.", vi: "Cuộc truyền thông phải có người tham dự."), subject: "women",
    notes: [
        Text(
            "A broadcast whose listeners nobody counted takes ‘form: broadcast’; a poster or post is a product: "
                + "‘record product’.",
            vi: "Buổi phát thanh không đếm được người nghe thì ghi ‘form: broadcast’; áp phích, bài đăng là sản phẩm: "
                + "‘record product’.")
    ])

private func doubled(_ unit: UnitCode, _ day: Day, by code: String) -> Diagnostic {
    Diagnostic(
        .sessionDoubled,
        Text(
            "\(code) records this session already: \(unit.code), \(day), the same topic.",
            vi: "Cuộc này đã được ghi ở \(code): \(unit.code), ngày \(day), cùng nội dung."),
        subject: "topic",
        notes: [
            Text(
                "A second session on the same day needs a topic that tells it apart.",
                vi: "Nếu là cuộc thứ hai trong ngày, hãy ghi nội dung để phân biệt.")
        ])
}

extension Diagnostic.Code {
    /// A session that is on record already.
    static let sessionDoubled: Self = "session-doubled"
    /// A session in which nobody took part.
    static let nobodyThere: Self = "nobody-there"
}
