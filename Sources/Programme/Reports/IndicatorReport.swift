import Commands
import Documents
import Tables
import Values

/// The report `indicators`: every indicator that can be computed, with its target, and what must be said beside it.
let indicatorReport = Report(
    "indicators", Text("Indicators with their targets and sources", vi: "Kết quả các chỉ tiêu so với mức chỉ tiêu")
) { session, request in
    var computation = try IndicatorComputation(
        session, period: request.period, under: UnitCode(code: request.unit.code))
    var results: [IndicatorResult] = []
    for indicator in try Indicators(session).all() where indicator.numerator != nil {
        results += try computation.results(indicator)
    }
    let day = { (language: DisplayLanguage) in session.today.formatted(in: language) }
    let paper = OfficialPaper.report(
        Text(
            "Indicators, \(request.period.words.english)",
            vi: "Kết quả thực hiện chỉ tiêu, \(request.period.words.vietnamese)"))
    var blocks: [Block] = [
        .paragraph(
            RichText(
                Text(
                    "\(request.unit.name) and all units below it, as recorded by \(day(.english)).",
                    vi:
                        "\(request.unit.name) và các đơn vị trực thuộc, theo số liệu ghi đến \(day(.vietnamese))."
                )))
    ]
    guard !results.isEmpty else {
        blocks.append(
            .paragraph(RichText(Text("No indicator has a formula yet.", vi: "Chưa có chỉ tiêu nào có công thức."))))
        return try paper.document(of: request.unit, blocks, session)
    }
    blocks.append(.table(TableBlock(paperTable(results, session.surroundings.language))))
    blocks += IndicatorTable.reservations(results).map { .reservation($0) }
    if let chart = chart(results) { blocks.append(.chart(chart)) }
    blocks += try ReportSection.blocks(of: "indicators", session, request)
    return try paper.document(of: request.unit, blocks, session)
}

/// The columns that a paper has room for.
private func paperTable(_ results: [IndicatorResult], _ language: DisplayLanguage) -> Table {
    let whole = IndicatorTable.table(results, language)
    let names = [
        "indicator", "name", "numerator", "denominator", "value", "coverage", "target", "target-year", "gap", "status",
        "confidence",
    ]
    let places = names.compactMap { whole.schema.index(of: $0) }
    return Table(
        Schema(places.map { whole.schema.columns[$0] }), columns: places.map { whole.cells($0) })
}

/// Shares as bars; nothing when there are fewer than two.
private func chart(_ results: [IndicatorResult]) -> Chart? {
    let shares = results.filter { $0.indicator.unit == .percent && $0.value != nil }
    guard shares.count > 1 else { return nil }
    return Chart(
        .bar, title: Text("Values and targets", vi: "Kết quả và mức chỉ tiêu"),
        categories: shares.map { Text(verbatim: $0.indicator.code) },
        series: [
            Chart.Series(Text("value", vi: "kết quả"), shares.map(\.value)),
            Chart.Series(
                Text("target", vi: "mức chỉ tiêu"), shares.map { result in result.target.map(result.indicator.level) }),
        ], type: .percent)
}
