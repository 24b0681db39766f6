import Commands
import Database
import Programme
import Values

/// A board for the advancement of women as a decision sets it up or reviews it.
struct Board: Hashable {
    /// The number of the decision.
    let decision: String
    /// Its day, with the members.
    let members: Headcount
    /// Who holds its roles.
    let roles: BoardRoles
    /// Whether it has working rules; `nil` when nobody told.
    let regulation: Bool?
    /// Whether it has a plan of the year; `nil` when nobody told.
    let plan: Bool?
    /// How many members were trained; `nil` when nobody told.
    let trained: Int?

    /// The day of the decision.
    var on: Day { members.on }
}

/// The boards of units, as readers of a session see them.
struct Boards {
    private let session: Session

    /// Opens the boards.
    init(_ session: Session) {
        self.session = session
    }

    /// The last board of each unit at or before a day, by the unit's lasting id.
    func last(by day: Day) throws -> [Int64: Board] {
        var found: [Int64: Board] = [:]
        try session.database.forEach(
            """
            SELECT b.unit, b.decision, b.on_day, b.members, b.women, b.regulation, b.plan, b.trained, b.chair,
                b.deputies, b.women_deputies, b.secretary
            FROM board b
            WHERE b.on_day <= \(day) AND \(session.visible("b"))
              AND NOT EXISTS (
                SELECT 1 FROM board n
                WHERE n.unit = b.unit AND n.on_day <= \(day) AND \(session.visible("n"))
                  AND (n.on_day > b.on_day OR (n.on_day = b.on_day AND n.id > b.id)))
            """
        ) { row in
            let members = Headcount(on: try row.value(2), total: try row.integer(3), women: try row.integer(4))
            let roles = BoardRoles(
                chair: try row.value(8), deputies: try row.value(9), womenDeputies: try row.value(10),
                secretary: try row.value(11))
            found[try row.value(0)] = Board(
                decision: try row.text(1), members: members, roles: roles, regulation: try row.value(5),
                plan: try row.value(6),
                trained: try row.value(7))
        }
        return found
    }

    /// The units that made a plan of a year up to a day, by their lasting ids.
    func planned(year: Period, by day: Day) throws -> Set<Int64> {
        Set(
            try session.database.rows(
                """
                SELECT unit FROM board_plan WHERE year = \(year) AND on_day <= \(day) AND \(session.visible())
                """
            ).map { try $0.value(0) })
    }

    /// Whether a unit has a decision of that number.
    func has(_ decision: String, unit: Int64) throws -> Bool {
        try session.database.first(
            "SELECT 1 FROM board WHERE unit = \(unit) AND decision = \(decision) AND \(session.visible())") != nil
    }

    /// Records a board.
    func record(_ board: Board, unit: Int64) throws {
        try session.database.execute(
            """
            INSERT INTO board (
                unit, decision, on_day, members, women, regulation, plan, trained, chair, deputies, women_deputies,
                secretary, recorded)
            VALUES (\(unit), \(board.decision), \(board.on), \(board.members.total), \(board.members.women),
                \(board.regulation), \(board.plan), \(board.trained), \(board.roles.chair), \(board.roles.deputies),
                \(board.roles.womenDeputies), \(board.roles.secretary), \(session.entry))
            """)
    }
}
