import Commands
import Database
import Programme
import Values

/// What hinders a unit.
struct Difficulty {
    let unit: Int64
    let unitCode: String
    let words: String
    let noted: Day
    let proposal: String?

    /// The difficulties noted in a period, or all of them, in the order of their days.
    static func all(_ session: Session, in period: Period? = nil) throws -> [Difficulty] {
        try session.database.rows(
            """
            SELECT d.unit, u.code, d.words, d.noted, d.proposal
            FROM reporting_difficulty d JOIN unit u ON u.id = d.unit
            WHERE \(session.visible("d")) AND \(session.visible("u")) ORDER BY d.noted, u.code
            """
        ).map { row in
            Difficulty(
                unit: try row.value(0), unitCode: try row.text(1), words: try row.text(2), noted: try row.value(3),
                proposal: try row.value(4))
        }.filter { period?.contains($0.noted) ?? true }
    }
}
