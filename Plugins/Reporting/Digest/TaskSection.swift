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
    let units = try Units(session).during(request.period)
    let below = Set(Units.under(request.unit.code, among: units).map(\.id))
    let tasks = try PlanTask.all(session).filter { task in
        below.contains(task.owner)
            && (request.period.contains(task.due)
                || task.done.map(request.period.contains) ?? (task.due < request.period.first))
    }
    let difficulties = try Difficulty.all(session, in: request.period).filter { below.contains($0.unit) }
    return taskBlocks(tasks, on: day) + difficultyBlocks(difficulties)
}

private func taskBlocks(_ tasks: [PlanTask], on day: Day) -> [Block] {
    guard !tasks.isEmpty else { return [] }
    let rows = tasks.map { task -> [Value] in
        [
            .text(task.title), .text(task.ownerCode), .date(task.due), task.done.value, task.state(on: day).value,
            task.section.value,
        ]
    }
    return [
        .table(
            TableBlock(
                Table(taskPaperColumns, rows: rows), caption: Text("Tasks of the plan", vi: "Nhiệm vụ theo kế hoạch")))
    ]
}

private func difficultyBlocks(_ difficulties: [Difficulty]) -> [Block] {
    guard !difficulties.isEmpty else { return [] }
    let items = difficulties.map { found in
        let proposal = found.proposal.map { Text(" Proposal: \($0).", vi: " Kiến nghị: \($0).") } ?? Text(verbatim: "")
        return RichText(Text(verbatim: "\(found.unitCode): \(found.words).") + proposal)
    }
    return [
        .paragraph(RichText(Text("Difficulties that units report:", vi: "Khó khăn, vướng mắc do đơn vị phản ánh:"))),
        .items(items, numbered: false),
    ]
}

private let taskPaperColumns = Schema([
    ColumnInfo("title", .text, Text("Task", vi: "Nhiệm vụ")),
    ColumnInfo("owner", .code("unit"), Text("Owner", vi: "Đơn vị thực hiện")),
    ColumnInfo("due", .date, Text("Due", vi: "Hạn")),
    ColumnInfo("done", .date, Text("Done", vi: "Hoàn thành")),
    ColumnInfo("state", TaskState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("section", .text, Text("Section", vi: "Mục")),
])
