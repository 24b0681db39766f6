import Commands
import Database
import Programme
import Values

/// How many people were appointed in some days, by the unit's lasting id.
func appointments(from first: Day, to last: Day, _ session: Session) throws -> [Int64: DerivedFigure] {
    var found: [Int64: DerivedFigure] = [:]
    try session.database.forEach(
        """
        SELECT unit, sum(total), sum(women) FROM leader_appointment
        WHERE on_day BETWEEN \(first) AND \(last) AND \(session.visible()) GROUP BY unit
        """
    ) { row in
        found[try row.value(0)] = DerivedFigure(
            total: Number(try row.integer(1)), women: Number(try row.integer(2)))
    }
    return found
}

/// How many cadres of a group studied in a year, by the unit's lasting id.
func studied(_ group: CadreGroup, _ course: Course, in year: Period, _ session: Session) throws -> [Int64:
    DerivedFigure]
{
    var found: [Int64: DerivedFigure] = [:]
    try session.database.forEach(
        """
        SELECT unit, total, women FROM cadre_study
        WHERE cadres = \(group) AND course = \(course) AND year = \(year) AND \(session.visible())
        """
    ) { row in
        found[try row.value(0)] = DerivedFigure(
            total: Number(try row.integer(1)), women: Number(try row.integer(2)))
    }
    return found
}
