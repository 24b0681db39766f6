import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record task` puts a task of the plan on record.
let recordTask = Command(
    "record task", Text("Puts a task of the plan on record.", vi: "Ghi một nhiệm vụ trong kế hoạch."), effect: .writes,
    run: record
) {
    Argument<NewCode>("code", Text("The code of the task.", vi: "Mã nhiệm vụ."))
    Argument<String>("title", Text("What is to be done.", vi: "Nội dung nhiệm vụ."))
    Label<UnitCode>("owner", Text("The unit that does it.", vi: "Đơn vị thực hiện."))
    Label<Day>("due", Text("The last day.", vi: "Hạn hoàn thành."))
    Label<String?>("section", Text("The section of the plan.", vi: "Mục trong kế hoạch."))
    Label<ElementCode?>("element", Text("What it counts.", vi: "Chỉ số dùng để đo kết quả."))
    Label<Number?>("planned", Text("How many the plan asks for.", vi: "Số lượng theo kế hoạch."))
    Label<IndicatorCode?>(
        "indicator", Text("The indicator that it brings to its target.", vi: "Chỉ tiêu mà nhiệm vụ phải đạt."))
} examples: {
    Example("record task NV-2 \"Hội thảo chuyên đề\" owner: LE-CHAN due: 2025-12-20 section: \"III.1\"").prints("NV-2")
    Example(
        "record task NV-3 \"Mở lớp tập huấn\" owner: SGD-HP due: 2025-11-30 element: trainings planned: 40"
    ).prints("NV-3")
    Example("record task NV-4 \"Mở lớp tập huấn\" owner: SGD-HP due: 2025-11-30 element: trainings")
        .reports(.countUnclear)
    Example("record task NV-1 \"Lặp\" owner: LE-CHAN due: 2025-12-20").reports(.codeTaken)
}

private func record(
    session: Session, code: NewCode, title: String, owner: UnitCode, due: Day, section: String?,
    element: ElementCode?, planned: Number?, indicator: IndicatorCode?
) throws -> Document {
    try refuseTaken(code, in: taskTable, session)
    try requireWords(title, "title")
    try requireClearCount(element, planned, indicator)
    let owner = try Units(session).id(of: owner)
    try session.database.execute(
        """
        INSERT INTO reporting_task (code, title, owner, due, section, element, planned, indicator, recorded)
        VALUES (
            \(code.code), \(title), \(owner), \(due), \(section), \(element?.code), \(planned),
            \(indicator?.code), \(session.entry))
        """)
    return .done(
        Text("Recorded \(code.code), due \(due).", vi: "Đã ghi \(code.code), hạn \(due.formatted(in: .vietnamese))."))
}

/// What is counted and the number that is asked for go together, and a task counts one thing.
private func requireClearCount(_ element: ElementCode?, _ planned: Number?, _ indicator: IndicatorCode?) throws {
    let isClear = (element == nil) == (planned == nil) && (element == nil || indicator == nil)
    guard !isClear || planned.map({ $0 <= .zero }) ?? false else { return }
    throw Diagnostic(
        .countUnclear,
        Text(
            "It is not clear what the task counts.",
            vi: "Chưa rõ nhiệm vụ được đo bằng gì."), subject: planned == nil ? "element" : "planned",
        notes: [
            Text(
                "Give `element` with `planned`, a number above 0, or `indicator` alone: its targets say what is asked.",
                vi: "Hãy ghi `element` kèm `planned` lớn hơn 0, hoặc chỉ ghi `indicator`: mức đã đặt là yêu cầu.")
        ])
}

extension Diagnostic.Code {
    /// A task that says unclearly what it counts.
    static let countUnclear: Self = "count-unclear"
}
