import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list tasks` shows the tasks of the plan and how they stand.
let listTasks = Command(
    "list tasks",
    Text("Shows the tasks of the plan and how they stand.", vi: "Liệt kê các nhiệm vụ và tình trạng thực hiện."),
    effect: .reads, returns: .table(taskColumns), run: list
) {
    Label<Period?>("period", Text("Only tasks due in this period.", vi: "Chỉ nhiệm vụ đến hạn trong kỳ."))
    Label<TaskState?>("state", Text("Only those in this state.", vi: "Chỉ nhiệm vụ ở tình trạng này."))
} examples: {
    Example("list tasks state: overdue").prints("NV-1")
    Example("list tasks state: overdu").reports("not-a-choice")
}

/// The columns of `list tasks`.
let taskColumns = Schema([
    ColumnInfo("task", .code("task"), Text("Code", vi: "Mã")),
    ColumnInfo("title", .text, Text("Task", vi: "Nhiệm vụ")),
    ColumnInfo("owner", .code("unit"), Text("Owner", vi: "Đơn vị thực hiện")),
    ColumnInfo("due", .date, Text("Due", vi: "Hạn")),
    ColumnInfo("begun", .date, Text("Begun", vi: "Bắt đầu")),
    ColumnInfo("done", .date, Text("Done", vi: "Hoàn thành")),
    ColumnInfo("state", TaskState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("late", .number, Text("Days late", vi: "Số ngày chậm")),
    ColumnInfo("section", .text, Text("Section", vi: "Mục kế hoạch")),
])

private func list(session: Session, period: Period?, state: TaskState?) throws -> Document {
    let today = session.today
    let tasks = try PlanTask.all(session).filter { task in
        (period?.contains(task.due) ?? true) && (state == nil || task.state(on: today) == state)
    }
    let rows = tasks.map { task -> [Value] in
        [
            .text(task.code), .text(task.title), .text(task.ownerCode), .date(task.due), task.begun.value,
            task.done.value, task.state(on: today).value, task.lateCell(on: today), task.section.value,
        ]
    }
    return .table(Table(taskColumns, rows: rows))
}
