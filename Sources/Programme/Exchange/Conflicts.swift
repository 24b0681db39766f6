import Commands
import Database
import Syntax
import Values

/// What packages say otherwise than what stands here, until somebody decides.
struct Conflicts {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// A figure that a package gives otherwise.
    struct Open {
        /// The row.
        let id: Int64
        /// The code of the office that says so.
        let office: String
        /// What it says.
        let line: FigureLine
        /// The lasting id of the unit.
        let unit: Int64
        /// The entry of the package.
        let entry: Int
    }

    /// Keeps a conflict of a package that is being received.
    func keep(_ conflict: Receipt.Conflict, package: Int64, office: Int64) throws {
        let (line, claim) = (conflict.line, conflict.line.claim)
        try session.database.execute(
            """
            INSERT INTO exchange_conflict
                (package, partner, element, unit, period, total, women, state, recorded)
            VALUES (\(package), \(office), \(line.element), \(conflict.unit), \(line.period), \(claim.total),
                \(claim.women), \(claim.state), \(session.entry))
            """)
    }

    /// Ends the conflict about a figure with an office, if there is one.
    func end(element: String, unit: Int64, period: Period, office: Int64) throws {
        try session.database.execute(
            """
            UPDATE exchange_conflict SET retired = \(session.entry)
            WHERE partner = \(office) AND element = \(element) AND period = \(period) AND unit = \(unit)
                AND retired IS NULL
            """)
    }

    /// The conflicts that nobody has decided, in the order in which they came.
    func open() throws -> [Open] {
        try session.database.rows(
            """
            SELECT c.id, o.code, c.element, u.code, c.period, c.total, c.women, c.state, c.unit, c.recorded
            FROM exchange_conflict c JOIN unit o ON o.id = c.partner JOIN unit u ON u.id = c.unit
            WHERE \(session.visible("c")) ORDER BY c.id
            """
        ).map { row in
            let claim = FigureClaim(total: try row.value(5), women: try row.value(6), state: try row.value(7))
            return Open(
                id: try row.value(0), office: try row.text(1),
                line: FigureLine(
                    element: try row.text(2), unit: try row.text(3), period: try row.value(4), claim: claim),
                unit: try row.value(8), entry: try row.value(9))
        }
    }

    /// What stands here of a figure now.
    func standing(_ line: FigureLine, _ unit: Int64) throws -> Standing? {
        guard let element = try Elements(session).element(line.element) else { return nil }
        guard let id = element.id else {
            return try Elements(session).figures(derivedAs: line.element, line.period)[unit].map {
                Standing(claim: FigureClaim(total: $0.total, women: $0.women), entry: nil)
            }
        }
        return try session.database.first(
            """
            SELECT total, women, state, recorded FROM figure
            WHERE element = \(id) AND period = \(line.period) AND unit = \(unit) AND \(session.visible())
            """
        ).map { row in
            Standing(
                claim: FigureClaim(total: try row.value(0), women: try row.value(1), state: try row.value(2)),
                entry: try row.value(3))
        }
    }
}

extension FigureClaim {
    /// The figure in a cell of a table: `40, 30 women`, or why there is none.
    var words: Text {
        guard state == .reported, let total else { return state.meaning }
        guard let women else { return Text(verbatim: "\(total)") }
        return Text("\(total), \(women) women", vi: "\(total), nữ \(women)")
    }
}

extension FigureLine {
    /// The line to type to take what an office says instead of what stands here.
    func taking(from office: String) -> String {
        "resolve conflict \(SourceForm.word(element)) unit: \(SourceForm.word(unit)) period: \(period) "
            + "from: \(SourceForm.word(office)) take: theirs"
    }
}
