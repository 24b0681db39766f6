import Commands
import Database
import Programme
import Values

/// What an office has resolved to do in a year.
struct YearMeasure {
    let unit: Int64
    let unitCode: String
    let words: String

    /// The measures for a year, in the order in which they were recorded.
    static func all(_ session: Session, year: Period) throws -> [YearMeasure] {
        try session.database.rows(
            """
            SELECT m.unit, u.code, m.words FROM reporting_measure m JOIN unit u ON u.id = m.unit
            WHERE m.year = \(year) AND \(session.visible("m")) AND \(session.visible("u"))
            ORDER BY m.recorded, m.id
            """
        ).map { row in
            YearMeasure(unit: try row.value(0), unitCode: try row.text(1), words: try row.text(2))
        }
    }
}
