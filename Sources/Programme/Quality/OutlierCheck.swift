import Commands
import Database
private import Glibc
import Statistics
import Values

/// Figures far from what is usual: for the same unit before, or for units of its kind in the same period.
///
/// Counts are compared on the scale of log(1 + x), where schools of different sizes spread evenly. The figure itself is
/// never among those that say what is usual, and with fewer than five of those nothing is said.
struct OutlierCheck {
    private let session: Session
    private let period: Period
    private let units: [Int64: OfficeUnit]

    init(_ session: Session, _ period: Period, _ units: [OfficeUnit]) {
        self.session = session
        self.period = period
        self.units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A figure far from what is usual.
    struct Outlier {
        let figure: Int64
        let unit: OfficeUnit
        let value: Number
        /// What is usual: the median of the others.
        let usual: Number
        /// How many deviations lie between.
        let score: Double?
        /// How many others there are, and whether they are earlier figures of the same unit.
        let others: Int
        let isHistory: Bool
    }

    private struct Recorded {
        let id: Int64
        let unit: Int64
        let period: Period
        let total: Number
    }

    /// The outliers of an element in the period.
    func outliers(of element: Int64) throws -> [Outlier] {
        var tested: [Recorded] = []
        var history: [Int64: [Double]] = [:]
        try session.database.forEach(
            """
            SELECT id, unit, period, total FROM figure
            WHERE element = \(element) AND state = 'reported' AND \(session.visible()) ORDER BY unit, period
            """
        ) { row in
            guard let total: Number = try row.value(3) else { return }
            let one = Recorded(id: try row.value(0), unit: try row.value(1), period: try row.value(2), total: total)
            guard units[one.unit] != nil, one.period.kind == period.kind else { return }
            if one.period == period { tested.append(one) }
            if one.period < period { history[one.unit, default: []].append(scaled(total)) }
        }
        let byKind = Dictionary(grouping: tested) { units[$0.unit]?.kind }
        return tested.compactMap { one in
            if let found = outlier(one, among: history[one.unit] ?? [], isHistory: true) { return found }
            let peers = (byKind[units[one.unit]?.kind] ?? []).filter { $0.id != one.id }.map { scaled($0.total) }
            return outlier(one, among: peers, isHistory: false)
        }
    }

    private func outlier(_ one: Recorded, among others: [Double], isHistory: Bool) -> Outlier? {
        let value = scaled(one.total)
        guard let unit = units[one.unit], let score = RobustScore(of: value, among: others), score.isOutlier(value),
            let usual = Number(rounding: exp(score.median) - 1, decimals: 0)
        else { return nil }
        return Outlier(
            figure: one.id, unit: unit, value: one.total, usual: usual, score: score.score, others: others.count,
            isHistory: isHistory)
    }

    private func scaled(_ number: Number) -> Double { log1p(max(number.approximation, 0)) }
}
