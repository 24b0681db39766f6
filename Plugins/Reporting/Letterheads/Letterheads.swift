import Commands
import Database
import Documents
import Programme
import Values

/// The head of a unit's paper of a kind; `nil` when nobody has set one.
func letterhead(of unit: OfficeUnit, kind: Text, abbreviation: String, subject: Text, _ session: Session) throws
    -> Letterhead?
{
    let row = try session.database.first(
        """
        SELECT superior, symbol, place, signatory, recipients FROM reporting_letterhead
        WHERE unit = \(unit.id) AND \(session.visible())
        """)
    return try row.map { row in
        Letterhead(
            superior: try row.value(0), issuer: unit.name.uppercased(), symbol: "\(abbreviation)-\(try row.text(1))",
            place: try row.text(2), date: session.today, kind: kind, subject: subject, signatory: try row.value(3),
            recipients: try row.text(4).split(separator: "\n").map(String.init))
    }
}
