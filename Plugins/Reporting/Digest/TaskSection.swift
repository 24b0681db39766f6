import Commands
import Documents
import Programme
import Tables
import Values

/// “Nhiệm vụ và khó khăn”: what the plan asked for in the period, what is overdue, and what hinders the units.
let taskSection = ReportSection(
    of: digestName, order: 70, Text("Tasks and difficulties", vi: "Nhiệm vụ và khó khăn, vướng mắc")
) {
    session, request in
    let day = min(request.period.last, session.today)
    let units = try Units(session).scope(request.period, under: UnitCode(code: request.unit.code))
    let names = Dictionary(units.map { ($0.id, $0.name) }) { $1 }
    let tasks = try PlanTask.all(session).filter { task in
        names[task.owner] != nil
            && (request.period.contains(task.due)
                || task.done.map(request.period.contains) ?? (task.due < request.period.first))
    }
    return late(tasks, names, on: day) + taskTable(tasks, names, on: day)
        + (try UnitWords(session, request.period, of: units).blocks)
}

/// What is late, in a sentence.
private func late(_ tasks: [PlanTask], _ names: [Int64: String], on day: Day) -> [Block] {
    let late = tasks.filter { $0.state(on: day) == .overdue }
    guard !late.isEmpty else { return [] }
    let items = late.map { task in
        let (days, owner) = (task.daysLate(on: day), names[task.owner] ?? task.ownerCode)
        return RichText(
            Text(
                "\(task.title) (\(owner)): \(days.counted("day")) late.",
                vi: "\(task.title) (\(owner)): chậm \(days.vietnamese) ngày."))
    }
    return [
        .paragraph(RichText(Text("What is late:", vi: "Nhiệm vụ quá hạn, chưa hoàn thành:"))),
        .items(items, numbered: false),
    ]
}

private func taskTable(_ tasks: [PlanTask], _ names: [Int64: String], on day: Day) -> [Block] {
    guard !tasks.isEmpty else { return [] }
    let rows = tasks.map { task -> [Value] in
        [
            .text(task.title), .text(names[task.owner] ?? task.ownerCode), .date(task.due), task.done.value,
            task.state(on: day).value, task.section.value,
        ]
    }
    return [
        .table(
            TableBlock(
                Table(taskPaperColumns, rows: rows), caption: Text("Tasks of the plan", vi: "Nhiệm vụ theo kế hoạch")))
    ]
}

private let taskPaperColumns = Schema([
    ColumnInfo("title", .text, Text("Task", vi: "Nhiệm vụ")),
    ColumnInfo("owner", .text, Text("Owner", vi: "Đơn vị thực hiện")),
    ColumnInfo("due", .date, Text("Due", vi: "Hạn")),
    ColumnInfo("done", .date, Text("Done", vi: "Hoàn thành")),
    ColumnInfo("state", TaskState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("section", .text, Text("Section", vi: "Mục")),
])
