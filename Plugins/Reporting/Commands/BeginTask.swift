import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `begin task` records that work on a task has begun.
let beginTask = Command(
    "begin task",
    Text("Records that work on a task of the plan has begun.", vi: "Ghi nhận một nhiệm vụ đã bắt đầu thực hiện."),
    effect: .writes, run: begin
) {
    Argument<TaskCode>("task", Text("The task.", vi: "Nhiệm vụ."))
    Label<Day>(
        "on", Text("The day it began.", vi: "Ngày bắt đầu."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("begin task NV-1 on: 2025-09-15").prints("Began NV-1")
    Example("complete task NV-1 on: 2025-10-20")
    Example("begin task NV-1 on: 2025-10-21").reports(.taskDone)
    Example("begin task NV-9").reports("unknown-code")
}

private func begin(session: Session, code: TaskCode, on: Day) throws -> Document {
    try refuseFuture(on, "on", session)
    guard let task = try PlanTask.all(session, code: code.code).first else { return .says(Text(verbatim: code.code)) }
    try task.refuseDone()
    try task.mark(begun: on, done: nil, session)
    let day = on.formatted(in: .vietnamese)
    return .done(Text("Began \(code.code) on \(on).", vi: "Nhiệm vụ \(code.code) bắt đầu từ ngày \(day)."))
}
