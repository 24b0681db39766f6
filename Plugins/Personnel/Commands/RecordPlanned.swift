import Commands
import Documents
import Programme
import Values

/// `record planned` records how many cadres are planned for management posts.
let recordPlanned = Command(
    "record planned",
    Text(
        "Records how many cadres of a unit are planned for management posts.",
        vi: "Ghi số cán bộ của đơn vị trong quy hoạch."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<PlannedPost>(
        "post",
        Text("For which post; any counts each person once.", vi: "Chức danh quy hoạch; any: mỗi người tính một lần."),
        default: .value(.text("any")))
    countDay
    countTotal
    countWomen
} examples: {
    Example("record planned LL-02 on: 2025-03-31 total: 4 women: 3").prints("4, of them 3 women")
    Example("record planned LL-02 on: 2025-03-31 total: 4 women: 3").reports(.countDoubled)
}

private func record(
    session: Session, unit: UnitCode, post: PlannedPost, on: Day, total: Int, women: Int
) throws -> Document {
    try Headcounts<PlannedPost>(session).record(Headcount(on: on, total: total, women: women), post: post, unit: unit)
    return .done(
        Text(
            "Recorded \(unit.code) planned for \(post.rawValue): \(total), of them \(women) women, on \(on).",
            vi: "Đã ghi quy hoạch \(unit.code) (\(post.rawValue)): \(total), trong đó \(women) nữ, ngày \(on)."))
}
