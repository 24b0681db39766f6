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
} examples: {
    Example("record task NV-2 \"Hội thảo chuyên đề\" owner: LE-CHAN due: 2025-12-20 section: \"III.1\"").prints("NV-2")
    Example("record task NV-1 \"Lặp\" owner: LE-CHAN due: 2025-12-20").reports(.codeTaken)
}

private func record(
    session: Session, code: NewCode, title: String, owner: UnitCode, due: Day, section: String?
) throws -> Document {
    try refuseTaken(code, in: taskTable, session)
    try requireWords(title, "title")
    let owner = try Units(session).id(of: owner)
    try session.database.execute(
        """
        INSERT INTO reporting_task (code, title, owner, due, section, recorded)
        VALUES (\(code.code), \(title), \(owner), \(due), \(section), \(session.entry))
        """)
    return .done(
        Text("Recorded \(code.code), due \(due).", vi: "Đã ghi \(code.code), hạn \(due.formatted(in: .vietnamese))."))
}
