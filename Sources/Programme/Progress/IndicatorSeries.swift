import Commands
import Database
import Values

/// The results of one indicator, for one unit or kind of units, over consecutive periods.
struct IndicatorSeries {
    /// The indicator.
    let indicator: Indicator
    /// The unit at the top, or the one unit; `nil` for the whole register.
    let unit: String?
    /// The kind of units, where they are told apart by kind.
    let level: UnitKind?
    /// The results, one for each period in which there was anything to work out, the earliest first.
    var results: [IndicatorResult]

    /// The series of indicators over periods in order, each period read once.
    ///
    /// Where units changed in between, all of them are told by the units of the last day, so that a merger is no leap:
    /// what cannot be told so is missing.
    static func all(
        _ indicators: [Indicator], over periods: [Period], _ session: Session, _ request: IndicatorRequest
    ) throws -> (series: [IndicatorSeries], reservations: [Text]) {
        guard let first = periods.first?.first, let last = periods.last?.last else { return ([], []) }
        let changes = try UnitRecast.changes(session, from: first, to: last)
        let catalogue = try Indicators(session).formulaCatalogue()
        var computed = IndicatorResults(
            session, periods, request, catalogue, structure: changes.isEmpty ? nil : last)
        var places: [Key: Int] = [:]
        var series: [IndicatorSeries] = []
        for result in try computed.all(indicators) {
            let key = Key(indicator: result.indicator.code, unit: result.unit, level: result.level)
            if let place = places[key] {
                series[place].results.append(result)
            } else {
                places[key] = series.count
                series.append(
                    IndicatorSeries(
                        indicator: result.indicator, unit: result.unit, level: result.level, results: [result]))
            }
        }
        let sorted = series.sorted {
            ($0.indicator.code, $0.unit ?? "", $0.level?.rawValue ?? "")
                < ($1.indicator.code, $1.unit ?? "", $1.level?.rawValue ?? "")
        }
        return (sorted, changes.isEmpty ? [] : [IndicatorSeries.told(on: last, changes)] + computed.untold)
    }

    private static func told(on day: Day, _ changes: [Day]) -> Text {
        let some = changes.suffix(5).map(\.description).joined(separator: ", ")
        let days = changes.count > 5 ? "…, " + some : some
        return Text(
            "Told by the units of \(day); units changed on \(days).",
            vi: "Tính theo cơ cấu đơn vị tại ngày \(day); các đơn vị có thay đổi vào ngày \(days).")
    }

    private struct Key: Hashable {
        let indicator: String
        let unit: String?
        let level: UnitKind?
    }
}

extension IndicatorResult {
    /// The month, counted from the year nought, at whose end the period ends.
    var lastMonth: Int {
        let (year, month, _) = period.last.parts
        return year * 12 + month
    }
}

extension UnitRecast {
    /// The days behind the first and up to the last on which units followed others or went to another manager, in
    /// order.
    static func changes(_ session: Session, from first: Day, to last: Day) throws -> [Day] {
        var days: Set<Day> = []
        try session.database.forEach(
            """
            SELECT DISTINCT on_day FROM unit_succession
            WHERE on_day > \(first) AND on_day <= \(last) AND \(session.visible())
            """
        ) { days.insert(try $0.value(0)) }
        try session.database.forEach(
            """
            SELECT DISTINCT v.since FROM unit_version v JOIN unit_version b ON b.unit = v.unit AND b.until = v.since
            WHERE v.since > \(first) AND v.since <= \(last)
              AND coalesce(v.manager, 0) <> coalesce(b.manager, 0)
              AND \(session.visible("v")) AND \(session.visible("b"))
            """
        ) { days.insert(try $0.value(0)) }
        return days.sorted()
    }
}
