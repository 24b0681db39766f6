import Commands
import Documents
import Programme
import Tables
import Values

/// The plan against what was done, as a table of a paper.
struct PlanPaper {
    let account: PlanAccount
    let language: DisplayLanguage

    /// The table, the sections of the plan as rows above their tasks.
    func table(caption: Text?) -> Block {
        var number = 0
        let groups = account.sections.map { ($0, account.lines(of: $0)) as (PlanSection?, [PlanAccount.Line]) }
        let rows = (groups + [(nil, account.lines(of: nil))]).flatMap { section, lines -> [[Value]] in
            guard !lines.isEmpty else { return [] }
            let title = section.map { "\($0.number). \($0.title)" }
            let head = title.map { [[.missing, .text($0)] + Array(repeating: Value.missing, count: 7)] } ?? []
            return head
                + lines.map { line in
                    number += 1
                    return row(number, line)
                }
        }
        return .table(
            TableBlock(
                Table(PlanPaper.columns, rows: rows), caption: caption,
                remark: Text(
                    "States as of \(account.day.formatted(in: .english)).",
                    vi: "Tình trạng tính đến hết ngày \(account.day.formatted(in: .vietnamese)).")))
    }

    private func row(_ number: Int, _ line: PlanAccount.Line) -> [Value] {
        let (task, count) = (line.task, line.count)
        return [
            .number(Number(number)), .text(task.title), .text(line.owner), .date(task.due), task.done.value,
            .text(line.state.meaning(in: language)), task.lateCell(on: account.day),
            count.map { .text($0.name(in: language)) } ?? .missing,
            count.map { .text($0.written(in: language)) } ?? .missing,
        ]
    }

    private static let columns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("title", .text, Text("Task", vi: "Nội dung nhiệm vụ")),
        ColumnInfo("owner", .text, Text("Owner", vi: "Đơn vị thực hiện")),
        ColumnInfo("due", .date, Text("Due", vi: "Hạn")),
        ColumnInfo("done", .date, Text("Done", vi: "Hoàn thành")),
        ColumnInfo("state", .text, Text("State", vi: "Tình trạng")),
        ColumnInfo("late", .number, Text("Days late", vi: "Số ngày chậm")),
        ColumnInfo("counts", .text, Text("Counted", vi: "Nội dung đo")),
        ColumnInfo("reached", .text, Text("Done/planned", vi: "Thực hiện/ kế hoạch")),
    ])
}
