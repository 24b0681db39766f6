import Commands
import Database
import Programme
import Values

/// The table of tasks, for codes.
let taskTable: SQL = "reporting_task"

/// Tasks as a record kind.
let taskKind = codedKind("task", Text("task", vi: "nhiệm vụ"), in: taskTable, shownBy: "title")

/// The code of a task.
struct TaskCode: CodeType {
    static let kind = "task"
    let code: String
}

/// A task of the plan.
struct PlanTask {
    let id: Int64
    let code: String
    let title: String
    let owner: Int64
    let ownerCode: String
    let due: Day
    let section: String?
    let begun: Day?
    let done: Day?
    /// The code of the element that it counts, and the number that the plan asks for.
    let element: String?
    let planned: Number?
    /// The code of the indicator that it is to bring to its target.
    let indicator: String?

    /// The tasks in the order of their due days.
    static func all(_ session: Session, code: String? = nil) throws -> [PlanTask] {
        let condition: SQL = code.map { "t.code = \($0)" } ?? "1 = 1"
        return try session.database.rows(
            """
            SELECT t.id, t.code, t.title, t.owner, u.code, t.due, t.section, t.begun, t.done, t.element, t.planned,
                t.indicator
            FROM reporting_task t JOIN unit u ON u.id = t.owner
            WHERE \(condition) AND \(session.visible("t")) AND \(session.visible("u")) ORDER BY t.due, t.code
            """
        ).map { row in
            PlanTask(
                id: try row.value(0), code: try row.text(1), title: try row.text(2), owner: try row.value(3),
                ownerCode: try row.text(4), due: try row.value(5), section: try row.value(6), begun: try row.value(7),
                done: try row.value(8), element: try row.value(9), planned: try row.value(10),
                indicator: try row.value(11))
        }
    }

    /// How it stands with the task on a day.
    func state(on day: Day) -> TaskState {
        if let done { return done <= due ? .done : .doneLate }
        if day > due { return .overdue }
        return begun.map { $0 <= day } ?? false ? .goingOn : .notBegun
    }

    /// By how many days it was done late, or is late on a day; 0 while it is not.
    func daysLate(on day: Day) -> Int { max(0, Int((done ?? day).number) - Int(due.number)) }

    /// The same as a cell, empty while it is not late.
    func lateCell(on day: Day) -> Value {
        let days = daysLate(on: day)
        return days > 0 ? .number(Number(Int64(days))) : .missing
    }

    /// Puts a row in its place that says when it was begun and done.
    func mark(begun: Day?, done: Day?, _ session: Session) throws {
        try session.database.execute(
            "UPDATE reporting_task SET retired = \(session.entry) WHERE id = \(id) AND retired IS NULL")
        try session.database.execute(
            """
            INSERT INTO reporting_task (
                code, title, owner, due, section, begun, done, element, planned, indicator, recorded)
            VALUES (
                \(code), \(title), \(owner), \(due), \(section), \(begun), \(done), \(element), \(planned),
                \(indicator), \(session.entry))
            """)
    }
}

/// How it stands with a task.
enum TaskState: String, ChoiceType {
    case notBegun = "not-begun", goingOn = "going-on", done, doneLate = "done-late", overdue

    static let listName = "task state"

    var meaning: Text {
        switch self {
        case .notBegun: Text("not begun", vi: "chưa thực hiện")
        case .goingOn: Text("going on", vi: "đang thực hiện")
        case .done: Text("done in time", vi: "hoàn thành đúng hạn")
        case .doneLate: Text("done late", vi: "hoàn thành muộn")
        case .overdue: Text("overdue", vi: "quá hạn")
        }
    }
}
