import Commands
import Database
import Values

/// The counts that other offices worked out from their records and sent here.
struct ReceivedCounts {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// Keeps a count; one that was sent before is retired.
    func record(_ line: FigureLine, _ unit: Int64, replacing: Bool) throws {
        if replacing {
            try session.database.execute(
                """
                UPDATE exchange_count SET retired = \(session.entry)
                WHERE element = \(line.element) AND period = \(line.period) AND unit = \(unit) AND retired IS NULL
                """)
        }
        try session.database.execute(
            """
            INSERT INTO exchange_count (element, unit, period, total, women, recorded)
            VALUES (\(line.element), \(unit), \(line.period), \(line.claim.total), \(line.claim.women),
                \(session.entry))
            """)
    }
}

extension Elements {
    /// What records say of each unit in a period: those of this office, and for units that have none here, what the
    /// unit's own office worked out from its records and sent for this very period.
    func figures(derivedAs code: String, _ period: Period) throws -> [Int64: DerivedFigure] {
        let own = try source(of: code)?.figures(session, period) ?? [:]
        return try received(code, period).merging(own) { _, own in own }
    }

    /// What units' own offices sent of an element for a period.
    func received(_ code: String, _ period: Period) throws -> [Int64: DerivedFigure] {
        var figures: [Int64: DerivedFigure] = [:]
        try session.database.forEach(
            """
            SELECT unit, total, women FROM exchange_count
            WHERE element = \(code) AND period = \(period) AND \(session.visible())
            """
        ) { row in
            figures[try row.value(0)] = DerivedFigure(total: try row.value(1), women: try row.value(2))
        }
        return figures
    }
}
