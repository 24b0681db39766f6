public import Commands
import Database
import Diagnostics
import Values

/// The catalogue of indicators, as readers of a session see it.
public struct Indicators {
    private let session: Session

    /// Opens the catalogue.
    public init(_ session: Session) {
        self.session = session
    }

    /// All indicators, by code.
    public func all() throws -> [Indicator] {
        try rows("1 = 1")
    }

    /// The indicator of a code, or `nil`.
    public func indicator(_ code: String) throws -> Indicator? {
        try rows("i.code = \(code)").first
    }

    /// What the formulas of this session can name.
    func formulaCatalogue() throws -> FormulaCatalogue {
        FormulaCatalogue(
            elements: Dictionary(try Elements(session).all().map { ($0.code, $0) }) { first, _ in first },
            indicators: Dictionary(try all().map { ($0.code, $0) }) { first, _ in first },
            labels: try UnitLabels(session).labels())
    }

    func exists(_ code: String) throws -> Bool {
        try id(of: code) != nil
    }

    func id(of code: String) throws -> Int64? {
        try session.database.first("SELECT id FROM indicator WHERE code = \(code) AND \(session.visible())")?.value(0)
    }

    /// The targets of all indicators, by the lasting id of the indicator and then by year.
    func targets() throws -> [Int64: [Target]] {
        var targets: [Int64: [Target]] = [:]
        try session.database.forEach(
            """
            SELECT t.indicator, t.year, t.value, t.operator, t.source, t.confidence, u.code,
                t.dimension, t.tolerance, t.lasting
            FROM target t LEFT JOIN unit u ON u.id = t.unit
            WHERE \(session.visible("t")) ORDER BY t.indicator, t.year, u.code
            """
        ) { row in
            targets[try row.value(0), default: []].append(
                Target(
                    year: try row.value(1), value: try row.value(2), comparison: try row.value(3),
                    source: try row.text(4), confidence: try row.value(5), unit: try row.value(6),
                    dimension: try row.value(7) ?? .total, tolerance: try row.value(8),
                    isLasting: try row.value(9) ?? false))
        }
        return targets
    }

    private func rows(_ condition: SQL) throws -> [Indicator] {
        let targets = try targets()
        return try session.database.rows(
            """
            SELECT i.id, i.code, i.name, i.name_vi, i.goal, i.numerator, i.denominator, i.unit, i.decimals, i.direction,
                i.minimum, i.every, i.source, i.confidence, i.among, i.annualised
            FROM indicator i WHERE \(condition) AND \(session.visible("i")) ORDER BY i.code
            """
        ).map { row in
            Indicator(
                code: try row.text(1), name: Text(try row.text(2), vi: try row.text(3)), goal: try row.value(4),
                numerator: try row.value(5), denominator: try row.value(6), unit: try row.value(7),
                decimals: try row.value(8), direction: try row.value(9), minimum: try row.value(10),
                every: try row.value(11), source: try row.text(12), confidence: try row.value(13),
                among: try row.value(14), annualised: try row.value(15), targets: targets[try row.value(0)] ?? [])
        }
    }
}
