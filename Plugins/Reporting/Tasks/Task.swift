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
    let done: Day?

    /// The tasks in the order of their due days.
    static func all(_ session: Session, code: String? = nil) throws -> [PlanTask] {
        let condition: SQL = code.map { "t.code = \($0)" } ?? "1 = 1"
        return try session.database.rows(
            """
            SELECT t.id, t.code, t.title, t.owner, u.code, t.due, t.section, t.done
            FROM reporting_task t JOIN unit u ON u.id = t.owner
            WHERE \(condition) AND \(session.visible("t")) AND \(session.visible("u")) ORDER BY t.due, t.code
            """
        ).map { row in
            PlanTask(
                id: try row.value(0), code: try row.text(1), title: try row.text(2), owner: try row.value(3),
                ownerCode: try row.text(4), due: try row.value(5), section: try row.value(6), done: try row.value(7))
        }
    }

    /// How it stands with the task on a day.
    func state(on day: Day) -> TaskState {
        if let done { return done <= due ? .done : .doneLate }
        return day <= due ? .open : .overdue
    }
}

/// How it stands with a task.
enum TaskState: String, ChoiceType {
    case open, done, doneLate = "done-late", overdue

    static let listName = "task state"

    var meaning: Text {
        switch self {
        case .open: Text("to be done", vi: "đang thực hiện")
        case .done: Text("done", vi: "đã hoàn thành")
        case .doneLate: Text("done late", vi: "hoàn thành muộn")
        case .overdue: Text("overdue", vi: "quá hạn")
        }
    }
}
