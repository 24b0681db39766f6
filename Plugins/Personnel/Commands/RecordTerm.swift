import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record term` records how many leaders hold a post for a term.
let recordTerm = Command(
    "record term",
    Text(
        "Records how many leaders of a unit hold a post for a term.",
        vi: "Ghi số lãnh đạo giữ một chức vụ theo nhiệm kỳ, trong đó nữ."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<LeaderPost>("post", Text("The post.", vi: "Chức vụ."))
    Label<Day>("from", Text("The first day of the term.", vi: "Ngày bắt đầu nhiệm kỳ."))
    Label<Day>("to", Text("The last day of the term.", vi: "Ngày kết thúc nhiệm kỳ."))
    Label<Int>(
        "total", Text("Women and men together.", vi: "Tổng số cả nam và nữ."), default: .value(.number(1)))
    countWomen
} examples: {
    Example("record term TP-01 post: deputy from: 2023-09-01 to: 2028-08-31 total: 2 women: 1")
        .prints("2, of them 1 woman")
    Example("record term TP-01 post: deputy from: 2023-09-01 to: 2028-08-31 women: 0").reports(.countDoubled)
    Example("record term TP-01 post: deputy from: 2023-09-01 to: 2023-08-31 women: 0").reports(.termBackwards)
}

private func record(
    session: Session, unit: UnitCode, post: LeaderPost, from: Day, to: Day, total: Int, women: Int
) throws -> Document {
    let count = Headcount(on: from, total: total, women: women)
    try count.check(someone: true, oneHead: post)
    guard from <= to else {
        throw Diagnostic(
            .termBackwards,
            Text("The term would end before it begins.", vi: "Ngày kết thúc đứng trước ngày bắt đầu nhiệm kỳ."),
            subject: "to",
            notes: [Text("‘from:’ is the first day, ‘to:’ the last.", vi: "‘from:’ là ngày đầu, ‘to:’ là ngày cuối.")])
    }
    let id = try openUnit(unit, on: from, session)
    let earlier = try session.database.first(
        """
        SELECT total, women FROM leader_term
        WHERE unit = \(id) AND post = \(post) AND begins = \(from) AND ends = \(to) AND \(session.visible())
        """)
    if let earlier {
        throw Headcount.doubled(unit, from, "terms", total: try earlier.integer(0), women: try earlier.integer(1))
    }
    try session.database.execute(
        """
        INSERT INTO leader_term (unit, post, begins, ends, total, women, recorded)
        VALUES (\(id), \(post), \(from), \(to), \(total), \(women), \(session.entry))
        """)
    return .done(
        Text(
            "Recorded the term of \(unit.code) \(post.rawValue): \(count.inWords.english), \(from) to \(to).",
            vi: "Đã ghi nhiệm kỳ tại \(unit.code) (\(post.meaning.vietnamese)): \(count.inWords.vietnamese), "
                + "từ \(from) đến \(to)."))
}

extension Diagnostic.Code {
    /// A last day before the first.
    static let termBackwards: Self = "term-backwards"
}
