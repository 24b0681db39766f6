import Commands
import Database
import Values

/// The recorded figures, as readers of a session see them.
struct Figures {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// The kind of period by which an element is recorded, by its definition or its figures; `nil` while neither tells.
    func periodKind(of element: FigureElement) throws -> Period.Kind? {
        if let every = element.every { return every.kind }
        return try session.database.first(
            "SELECT period FROM figure WHERE element = \(element.id) AND \(session.visible()) LIMIT 1"
        )?.value(0, as: Period.self).kind
    }

    /// Where the figures of an element stand, or those of one of its categories; conditions follow with AND.
    static func rows(_ element: Int64, _ category: String?) -> SQL {
        guard let category else { return "figure WHERE element = \(element)" }
        return "figure_part WHERE element = \(element) AND category = \(category)"
    }

    /// The figure that stands for an element, a unit and a period, or `nil`.
    func current(_ element: Int64, _ unit: Int64, _ period: Period) throws -> FigureClaim? {
        try session.database.first(
            """
            SELECT total, women, state FROM figure
            WHERE element = \(element) AND period = \(period) AND unit = \(unit) AND \(session.visible())
            """
        ).map { FigureClaim(total: try $0.value(0), women: try $0.value(1), state: try $0.value(2)) }
    }

    /// Records a figure; one that stands already is retired, with what was noted beside it. `cell` is where it stood in
    /// the file it comes from.
    func record(
        _ claim: FigureClaim, _ element: Int64, _ unit: Int64, _ period: Period, replacing: Bool, cell: String? = nil
    ) throws {
        if replacing {
            try session.database.execute(
                """
                UPDATE figure_mark SET retired = \(session.entry)
                WHERE retired IS NULL AND figure IN (
                    SELECT id FROM figure WHERE element = \(element) AND period = \(period) AND unit = \(unit)
                      AND retired IS NULL)
                """)
            try session.database.execute(
                """
                UPDATE figure SET retired = \(session.entry)
                WHERE element = \(element) AND period = \(period) AND unit = \(unit) AND retired IS NULL
                """)
        }
        try session.database.execute(
            """
            INSERT INTO figure (element, unit, period, total, women, state, cell, recorded)
            VALUES (
                \(element), \(unit), \(period), \(claim.total), \(claim.women), \(claim.state), \(cell),
                \(session.entry))
            """)
    }
}
