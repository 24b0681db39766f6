import Commands
import Database
import Programme
import Values

/// The element `sessions`: how many sessions each unit held.
let sessionCount = DerivedElement(
    "sessions", Text("communication sessions", vi: "số cuộc truyền thông"), overTime: .sum
) { session, period in
    try figures(session, period) { DerivedFigure(total: Number($0.sessions), women: nil) }
}

/// The element `session-participants`: who took part in them.
let sessionParticipants = DerivedElement(
    "session-participants", Text("participants of communication sessions", vi: "lượt người dự các cuộc truyền thông"),
    overTime: .sum
) { session, period in
    try figures(session, period) { DerivedFigure(total: Number($0.participants), women: Number($0.women)) }
}

/// Divisions count with their department, as under the yearly rule. Sessions are complete records, so an open unit
/// without any has nought. That holds from the year of the first session on record; before it nobody kept the book, and
/// a unit without sessions did not report.
private func figures(
    _ session: Session, _ period: Period, _ figure: (SessionCounts) -> DerivedFigure
) throws -> [Int64: DerivedFigure] {
    guard period.first <= session.today else { return [:] }
    let units = try Units(session).all(on: min(period.last, session.today))
    var counts = try SessionCounts.byUnit(from: period.first, to: period.last, session).withDepartments(units)
    if let began = try Day.firstSession(session), period.first.year >= began.year {
        for unit in units where unit.kind.holdsSessions { counts[unit.id, default: SessionCounts()] += SessionCounts() }
    }
    return counts.mapValues(figure)
}

extension Day {
    /// The day of the first session on record, or `nil`.
    fileprivate static func firstSession(_ session: Session) throws -> Day? {
        try session.database.first(
            "SELECT min(held_on) FROM communication_session WHERE \(session.visible())")?.value(0, as: Day?.self) ?? nil
    }
}
