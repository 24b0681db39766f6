import Commands
import Database
import Programme
import Values

/// The members who left boards, as readers of a session see them.
struct BoardChanges {
    private let session: Session

    /// Opens the changes.
    init(_ session: Session) {
        self.session = session
    }

    /// Who left up to a day, by the unit's lasting id, each with the day.
    func upTo(_ day: Day) throws -> [Int64: [Headcount]] {
        var found: [Int64: [Headcount]] = [:]
        try session.database.forEach(
            """
            SELECT unit, on_day, members, women FROM board_change
            WHERE on_day <= \(day) AND \(session.visible()) ORDER BY on_day, id
            """
        ) { row in
            let left = Headcount(on: try row.value(1), total: try row.integer(2), women: try row.integer(3))
            found[try row.value(0), default: []].append(left)
        }
        return found
    }
}
