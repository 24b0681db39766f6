import Commands
import Documents
import Programme
import Tables
import Values

/// “Kết quả các chỉ tiêu”: every indicator that has figures, with both parts, coverage and target.
let indicatorSection = ReportSection(of: digestName, order: 50, Text("Indicators", vi: "Kết quả các chỉ tiêu")) {
    session, request in
    guard let year = Period(.year, year: request.period.last.year) else { return [] }
    var computation = try IndicatorComputation(session, period: year, under: UnitCode(code: request.unit.code))
    var results: [IndicatorResult] = []
    for indicator in try Indicators(session).all() where indicator.numerator != nil {
        results += try computation.results(indicator).filter { $0.counted > 0 }
    }
    guard !results.isEmpty else { return [] }
    let whole = IndicatorTable.table(results, session.surroundings.language)
    let names = ["indicator", "name", "numerator", "denominator", "value", "target", "gap", "status", "coverage"]
    let places = names.compactMap { whole.schema.index(of: $0) }
    let table = Table(Schema(places.map { whole.schema.columns[$0] }), columns: places.map { whole.cells($0) })
    let caption = Text("Indicators, \(year.words.english)", vi: "Kết quả các chỉ tiêu, \(year.words.vietnamese)")
    return [.table(TableBlock(table, caption: caption))] + chart(results)
        + IndicatorTable.reservations(results).map { .reservation($0) }
}

/// The shares that have a target, beside it.
private func chart(_ results: [IndicatorResult]) -> [Block] {
    let shares = results.filter { $0.indicator.unit == .percent && $0.value != nil && $0.target != nil }
    guard shares.count > 1 else { return [] }
    return [
        .chart(
            Chart(
                .bar, title: Text("Values and targets", vi: "Kết quả so với mức chỉ tiêu"),
                categories: shares.map { Text(verbatim: $0.indicator.code) },
                series: [
                    Chart.Series(Text("value", vi: "kết quả"), shares.map(\.value)),
                    Chart.Series(
                        Text("target", vi: "mức chỉ tiêu"),
                        shares.map { result in result.target.map(result.indicator.level) }),
                ], type: .percent))
    ]
}
