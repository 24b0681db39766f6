import Commands
import Database
import Programme
import Values

/// The code of a session: `TT-12`.
struct SessionCode: CodeType {
    static let kind = "session"
    let code: String
}

/// The table of sessions.
let sessionTable: SQL = "communication_session"

/// Sessions as a record kind: their codes are completed and checked.
let sessionKind = codedKind(
    "session", Text("session", vi: "cuộc truyền thông"), in: sessionTable, shownBy: "topic")

/// How many sessions there were, and who took part.
struct SessionCounts {
    var sessions = 0
    var women = 0
    var men = 0

    var participants: Int { women + men }

    static func += (left: inout SessionCounts, right: SessionCounts) {
        left.sessions += right.sessions
        left.women += right.women
        left.men += right.men
    }

    /// The counts of each unit that held sessions from one day to another, by the unit's lasting id.
    static func byUnit(from first: Day, to last: Day, _ session: Session) throws -> [Int64: SessionCounts] {
        var counts: [Int64: SessionCounts] = [:]
        try session.database.forEach(
            """
            SELECT unit, count(*), sum(women), sum(men) FROM communication_session
            WHERE held_on BETWEEN \(first) AND \(last) AND \(session.visible()) GROUP BY unit
            """
        ) { row in
            counts[try row.value(0)] = SessionCounts(
                sessions: try row.value(1), women: try row.value(2), men: try row.value(3))
        }
        return counts
    }
}
