import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `complete task` records that a task is done.
let completeTask = Command(
    "complete task", Text("Records that a task of the plan is done.", vi: "Ghi nhận một nhiệm vụ đã hoàn thành."),
    effect: .writes, run: complete
) {
    Argument<TaskCode>("task", Text("The task.", vi: "Nhiệm vụ."))
    Label<Day>(
        "on", Text("The day it was done.", vi: "Ngày hoàn thành."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("complete task NV-1 on: 2025-10-20").prints("Completed NV-1")
    Example("complete task NV-1 on: 2025-10-20").reports(.taskDone)
    Example("complete task NV-9").reports("unknown-code")
}

private func complete(session: Session, code: TaskCode, on: Day) throws -> Document {
    try refuseFuture(on, "on", session)
    guard let task = try PlanTask.all(session, code: code.code).first else { return .says(Text(verbatim: code.code)) }
    try task.refuseDone()
    try task.mark(begun: task.begun, done: on, session)
    return .done(Text("Completed \(code.code).", vi: "Đã hoàn thành \(code.code)."))
}

extension PlanTask {
    /// Refuses a task that is done.
    func refuseDone() throws {
        guard let done else { return }
        throw Diagnostic(
            .taskDone,
            Text("\(code) was done on \(done).", vi: "\(code) đã hoàn thành ngày \(done.formatted(in: .vietnamese))."),
            subject: "task")
    }
}

extension Diagnostic.Code {
    /// A task that is done already.
    static let taskDone: Self = "task-done"
}
