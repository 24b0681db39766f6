import Commands
import Documents
import Programme
import Tables
import Values

/// The plan against what was done: each task with who does it, how it stands, how late, and what of its number is
/// there.
struct PlanAccount {
    /// A task with what is known of it.
    struct Line {
        let task: PlanTask
        let owner: String
        let state: TaskState
        let daysLate: Int
        let count: TaskCount?
    }

    let sections: [PlanSection]
    /// In the order of the plan's sections, then of the days on which they are due.
    let lines: [Line]
    /// The day for which the states are told.
    let day: Day

    /// Gathers the tasks that a unit and all below it own and that are due in a period.
    init(_ session: Session, _ period: Period, under top: UnitCode?) throws {
        let day = min(period.last, session.today)
        self.day = day
        sections = try Period(.year, year: period.year).map { try PlanSection.all(session, year: $0) } ?? []
        let owners = Dictionary(try Units(session).scope(period, under: top).map { ($0.id, $0.name) }) { $1 }
        var counts = TaskCounts(session)
        var lines: [Line] = []
        for task in try PlanTask.all(session) where period.contains(task.due) {
            guard let owner = owners[task.owner] else { continue }
            lines.append(
                Line(
                    task: task, owner: owner, state: task.state(on: day), daysLate: task.daysLate(on: day),
                    count: try counts.count(task)))
        }
        self.lines = lines.enumerated().sorted { one, other in
            let (left, right) = (one.element.task.section, other.element.task.section)
            guard left != right else { return one.offset < other.offset }
            guard let left, let right else { return left != nil }
            return PlanSection.isBefore(left, right)
        }.map(\.element)
    }

    /// The lines of a section, or of none that stands on record.
    func lines(of section: PlanSection?) -> [Line] {
        let known = Set(sections.map(\.number))
        return lines.filter { line in
            section.map { line.task.section == $0.number } ?? !known.contains(line.task.section ?? "")
        }
    }

    /// How many tasks are in a state.
    func count(_ state: TaskState) -> Int { lines.filter { $0.state == state }.count }

    /// How many tasks there are in each state, as a part of a sentence.
    var tally: Text {
        let states = TaskState.allCases.filter { count($0) > 0 }
        return Text(
            states.map { "\(count($0)) \($0.meaning.english)" }.joined(separator: ", "),
            vi: states.map { "\(count($0).vietnamese) nhiệm vụ \($0.meaning.vietnamese)" }.joined(separator: ", "))
    }

    /// What commands answer with.
    static let columns = Schema([
        ColumnInfo("section", .text, Text("Section", vi: "Mục kế hoạch")),
        ColumnInfo("task", .code("task"), Text("Code", vi: "Mã")),
        ColumnInfo("title", .text, Text("Task", vi: "Nhiệm vụ")),
        ColumnInfo("owner", .code("unit"), Text("Owner", vi: "Đơn vị thực hiện")),
        ColumnInfo("due", .date, Text("Due", vi: "Hạn")),
        ColumnInfo("done", .date, Text("Done", vi: "Hoàn thành")),
        ColumnInfo("state", TaskState.type, Text("State", vi: "Tình trạng")),
        ColumnInfo("late", .number, Text("Days late", vi: "Số ngày chậm")),
        ColumnInfo("counts", .text, Text("Counts", vi: "Chỉ số đo")),
        ColumnInfo("planned", .number, Text("Planned", vi: "Kế hoạch")),
        ColumnInfo("reached", .number, Text("Reached", vi: "Thực hiện")),
        ColumnInfo("met", .yesNo, Text("Met", vi: "Đạt")),
    ])

    /// The account as a table of commands.
    var table: Table {
        let rows = lines.map { line -> [Value] in
            let (task, count) = (line.task, line.count)
            return [
                task.section.value, .text(task.code), .text(task.title), .text(task.ownerCode), .date(task.due),
                task.done.value, line.state.value, task.lateCell(on: day), count?.code.value ?? .missing,
                count?.planned.map { .number($0) } ?? .missing, count?.reached.map { .number($0) } ?? .missing,
                count?.isMet.map { .yesNo($0) } ?? .missing,
            ]
        }
        return Table(PlanAccount.columns, rows: rows)
    }
}
