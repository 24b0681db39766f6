import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list plan sections` shows the sections of a year's plan.
let listPlanSections = Command(
    "list plan sections", Text("Shows the sections of a year's plan.", vi: "Liệt kê các mục của kế hoạch năm."),
    effect: .reads, returns: .table(columns), run: list
) {
    Label<Period>("year", Text("The year of the plan.", vi: "Năm kế hoạch."))
} examples: {
    Example("list plan sections year: 2025").prints("no rows")
    Example("list plan sections year: 2025-H1").reports(.notAPlanYear)
}

private let columns = Schema([
    ColumnInfo("number", .text, Text("Section", vi: "Mục")),
    ColumnInfo("title", .text, Text("Title", vi: "Tên mục")),
    ColumnInfo("tasks", .number, Text("Tasks", vi: "Số nhiệm vụ")),
    ColumnInfo("indicators", .text, Text("Indicators", vi: "Chỉ tiêu")),
])

private func list(session: Session, year: Period) throws -> Document {
    _ = try planYear(year)
    let tasks = try PlanTask.all(session).filter { year.contains($0.due) }
    let rows = try PlanSection.all(session, year: year).map { section -> [Value] in
        let owned = tasks.filter { $0.section == section.number }.count
        return [
            .text(section.number), .text(section.title), .number(Number(owned)),
            section.indicators.isEmpty ? .missing : .text(section.indicators.joined(separator: ", ")),
        ]
    }
    return .table(Table(columns, rows: rows))
}
