import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record appointment` records how many people were newly appointed to a post.
let recordAppointment = Command(
    "record appointment",
    Text(
        "Records how many people were newly appointed to a leading post, and the women among them.",
        vi: "Ghi số người được bổ nhiệm mới vào một chức vụ lãnh đạo, quản lý, trong đó nữ."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<LeaderPost>("post", Text("The post.", vi: "Chức vụ."))
    Label<Day>("on", Text("The day from which they are appointed.", vi: "Ngày bổ nhiệm có hiệu lực."))
    Label<Int>(
        "total", Text("Women and men together.", vi: "Tổng số cả nam và nữ."), default: .value(.number(1)))
    countWomen
    Label<String?>("decision", Text("The number of the decision.", vi: "Số quyết định."))
} examples: {
    Example("record appointment LL-02 post: deputy on: 2025-08-01 women: 1 decision: \"88/QĐ-UBND\"")
        .prints("1, of them 1 woman")
    Example("record appointment LL-02 post: deputy on: 2025-08-01 women: 0").reports(.countDoubled)
    Example("record appointment LL-02 post: head on: 2025-08-01 total: 2 women: 1").reports(.severalHeads)
    Example("record appointment LL-02 post: head on: 2025-08-01 total: 0 women: 0").reports(.nobodyCounted)
    Example("record appointment LL-02 post: team-lead on: 2025-08-01 women: 2").reports(.womenOverTotal)
}

private func record(
    session: Session, unit: UnitCode, post: LeaderPost, on: Day, total: Int, women: Int, decision: String?
) throws -> Document {
    let count = Headcount(on: on, total: total, women: women)
    try count.check(someone: true, oneHead: post)
    try refuseFuture(on, "on", session)
    if let decision { try requireWords(decision, "decision") }
    let id = try openUnit(unit, on: on, session)
    let earlier = try session.database.first(
        """
        SELECT total, women FROM leader_appointment
        WHERE unit = \(id) AND post = \(post) AND on_day = \(on) AND \(session.visible())
        """)
    if let earlier {
        throw Headcount.doubled(
            unit, on, "appointments", total: try earlier.integer(0), women: try earlier.integer(1))
    }
    try session.database.execute(
        """
        INSERT INTO leader_appointment (unit, post, on_day, total, women, decision, recorded)
        VALUES (\(id), \(post), \(on), \(total), \(women), \(decision), \(session.entry))
        """)
    return .done(
        Text(
            "Recorded appointments at \(unit.code) as \(post.rawValue): \(count.inWords.english), on \(on).",
            vi: "Đã ghi bổ nhiệm mới tại \(unit.code) (\(post.meaning.vietnamese)): \(count.inWords.vietnamese), "
                + "ngày \(on)."))
}

extension Headcount {
    /// The count in a sentence: `3, of them 1 woman`.
    var inWords: Text {
        Text("\(total), of them \(women) \(women == 1 ? "woman" : "women")", vi: "\(total), trong đó \(women) nữ")
    }

    /// Refuses numbers that cannot be of people who hold a post.
    func check(someone: Bool, oneHead post: LeaderPost) throws {
        try check()
        guard total > 0 || !someone else { throw Headcount.nobody }
        guard post != .head || total <= 1 else { throw Headcount.severalHeads }
    }

    /// What is said of nobody where only people who were there are counted.
    static let nobody = Diagnostic(
        .nobodyCounted,
        Text("There must be someone to count.", vi: "Phải có ít nhất một người."), subject: "total",
        notes: [
            Text(
                "Where there was nobody, nothing is recorded.", vi: "Không có ai thì không ghi.")
        ])
}

extension Diagnostic.Code {
    /// Nobody, where only those who were there are counted.
    static let nobodyCounted: Self = "nobody-counted"
}
