import Commands
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
    static func all(
        _ indicators: [Indicator], over periods: [Period], _ session: Session, under top: UnitCode?,
        by division: IndicatorComputation.Division
    ) throws -> [IndicatorSeries] {
        var places: [Key: Int] = [:]
        var series: [IndicatorSeries] = []
        for period in periods {
            var computation = try IndicatorComputation(session, period: period, under: top)
            for indicator in indicators {
                for result in try computation.results(indicator, by: division) {
                    let key = Key(indicator: indicator.code, unit: result.unit, level: result.level)
                    if let place = places[key] {
                        series[place].results.append(result)
                    } else {
                        places[key] = series.count
                        series.append(
                            IndicatorSeries(
                                indicator: indicator, unit: result.unit, level: result.level, results: [result]))
                    }
                }
            }
        }
        return series.sorted {
            ($0.indicator.code, $0.unit ?? "", $0.level?.rawValue ?? "")
                < ($1.indicator.code, $1.unit ?? "", $1.level?.rawValue ?? "")
        }
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
