import Commands
import Database
import Programme
import Values

/// How many leaders of a unit hold a post for the same term.
struct LeaderTerm: Hashable {
    let unit: Int64
    let post: LeaderPost
    /// The first day, with the leaders.
    let count: Headcount
    let ends: Day

    /// The first day.
    var begins: Day { count.on }

    /// Whether a day lies within the term.
    func isRunning(on day: Day) -> Bool { begins <= day && day <= ends }

    /// Whether the term runs on a day and ends soon after it.
    func isEnding(on day: Day) -> Bool { isRunning(on: day) && ends <= day.adding(days: TermState.notice) }
}

/// The terms of leaders, as readers of a session see them.
struct LeaderTerms {
    private let session: Session

    /// Opens the terms.
    init(_ session: Session) {
        self.session = session
    }

    /// All terms, by their ends.
    func all() throws -> [LeaderTerm] {
        try session.database.rows(
            """
            SELECT unit, post, begins, ends, total, women FROM leader_term
            WHERE \(session.visible()) ORDER BY ends, id
            """
        ).map { row in
            LeaderTerm(
                unit: try row.value(0), post: try row.value(1),
                count: Headcount(on: try row.value(2), total: try row.integer(4), women: try row.integer(5)),
                ends: try row.value(3))
        }
    }
}
