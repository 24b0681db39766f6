import Commands
import Database
import Values

/// The value of an indicator from which progress is measured.
struct Baseline: Hashable {
    /// The year at whose end it held.
    let year: Int
    /// The value in the measure in which values are computed: a fraction for a percent.
    let level: Number
    /// The document or the figures that it comes from.
    let source: Text
}

/// The baselines that were set, as readers of a session see them.
struct Baselines {
    private var known: [Key: Baseline] = [:]

    private struct Key: Hashable {
        let indicator: String
        let unit: String?
    }

    init(_ session: Session) throws {
        try session.database.forEach(
            """
            SELECT i.code, u.code, b.year, b.value, b.source, i.unit
            FROM baseline b JOIN indicator i ON i.id = b.indicator LEFT JOIN unit u ON u.id = b.unit
            WHERE \(session.visible("b")) AND \(session.visible("i"))
            """
        ) { row in
            let value: Number = try row.value(3)
            let unit: IndicatorUnit = try row.value(5)
            known[Key(indicator: try row.text(0), unit: try row.value(1))] = Baseline(
                year: try row.value(2), level: unit.level(value), source: Text(verbatim: try row.text(4)))
        }
    }

    /// The baseline of an indicator for a unit; the general one counts for the whole register only, since a unit's own
    /// way cannot be measured from where all stood.
    func baseline(of indicator: Indicator, unit: String?) -> Baseline? {
        known[Key(indicator: indicator.code, unit: unit)]
    }
}

extension IndicatorUnit {
    /// A value as it is typed, 60 for 60 %, in the measure in which values are computed.
    func level(_ value: Number) -> Number { self == .percent ? value.divided(by: 100) ?? value : value }
}
