import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `record staff` records how many people hold a post at a unit.
let recordStaff = Command(
    "record staff",
    Text(
        "Records how many people hold a post at a unit on a day.",
        vi: "Ghi số người ở một vị trí của đơn vị tại ngày chốt."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<StaffPost>("post", Text("What is counted.", vi: "Vị trí, nhóm được đếm."))
    countDay
    countTotal
    countWomen
} examples: {
    Example("record staff TP-01 post: party-member on: 2025-09-15 total: 40 women: 26").prints("40, of them 26 women")
    Example("record staff TP-01 post: support on: 2025-09-15 total: 5 women: 6").reports(.womenOverTotal)
    Example("record staff TP-01 post: support on: 2025-09-15 total: 5 women: -1").reports(.negativeCount)
    Example("record staff TP-01 post: head on: 2025-10-01 total: 2 women: 1").reports(.severalHeads)
    Example("record staff TP-01 post: staff on: 2025-09-15 total: 93 women: 61").reports(.countDoubled)
    Example("record staff TP-01 post: staff on: 1950-01-01 total: 93 women: 61").reports(.unitNotOpen)
}

private func record(
    session: Session, unit: UnitCode, post: StaffPost, on: Day, total: Int, women: Int
) throws -> Document {
    let count = Headcount(on: on, total: total, women: women)
    try count.check()
    guard post != .head || total <= 1 else {
        throw Headcount.severalHeads
    }
    try Headcounts<StaffPost>(session).record(count, post: post, unit: unit)
    return .done(
        Text(
            "Recorded \(unit.code) \(post.rawValue): \(total), of them \(women) women, on \(on).",
            vi: "Đã ghi \(unit.code) \(post.rawValue): \(total), trong đó \(women) nữ, ngày \(on)."))
}

extension Headcount {
    /// What is said of more than one head.
    static let severalHeads = Diagnostic(
        .severalHeads,
        Text(
            "A unit has one head, or none while the post is vacant.",
            vi: "Mỗi đơn vị chỉ có một người đứng đầu, hoặc khuyết."),
        subject: "total", notes: [Text("Deputies are counted as post: deputy.", vi: "Cấp phó ghi ở post: deputy.")])
}

extension Diagnostic.Code {
    /// More than one head.
    static let severalHeads: Self = "several-heads"
}
