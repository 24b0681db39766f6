import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `forecast indicators` continues indicators, with intervals and the chance to reach each milestone.
let forecastIndicators = Command(
    "forecast indicators",
    Text(
        "Continues indicators: value, intervals, and the chance to reach each milestone.",
        vi: "Dự báo các chỉ tiêu: kết quả, khoảng dự báo và khả năng đạt từng mốc."),
    effect: .reads, returns: .table(ForecastTable.columns), run: forecast
) {
    Label<Period>("period", Text("The last period that is known.", vi: "Kỳ cuối cùng đã có số liệu."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<IndicatorCode?>("indicator", Text("Only this indicator.", vi: "Chỉ chỉ tiêu này."))
    Label<IndicatorComputation.Division>(
        "by", Text("How the results are divided.", vi: "Cách chia kết quả."), default: .value(.text("total")))
    IndicatorRequest.at
    Label<Int>("years", Text("How many years ahead.", vi: "Dự báo trước bao nhiêu năm."), default: .value(.number(5)))
    Label<Int>(
        "back", Text("How many years back the series begins.", vi: "Chuỗi số liệu lấy từ bao nhiêu năm trước."),
        default: .value(.number(10)))
} examples: {
    for line in ExampleIndicator.lines { Example(line) }
    Example("forecast indicators period: 2025 indicator: T-02 years: 2").prints("2027")
    Example("forecast indicators period: 2025 years: 0").reports(.outOfRange)
}

private func forecast(
    session: Session, period: Period, under: UnitCode?, code: IndicatorCode?,
    by division: IndicatorComputation.Division, at heads: [UnitKind]?, years: Int, back: Int
) throws -> Document {
    try requireYears(years)
    try requireYears(back)
    let indicators = try Indicators(session).all().filter {
        code == nil ? $0.numerator != nil : $0.code == code?.code
    }
    let count = back * 12 / period.kind.months
    let (series, told) = try IndicatorSeries.all(
        indicators, over: (0...count).map { period.advanced(by: $0 - count) }, session,
        IndicatorRequest(top: under, division: division).at(heads))
    let forecasts = series.map { IndicatorForecast($0, steps: years * 12 / period.kind.months) }
    let language = session.surroundings.language
    var document = Document.table(
        ForecastTable.table(forecasts, language),
        remark: Text(
            "Not a promise: what the past would continue as. Intervals hold the value with 80 % and 95 %.",
            vi: "Không phải cam kết: chỉ là xu thế cũ tiếp diễn. Khoảng dự báo ứng với xác suất 80 % và 95 %."))
    if let chart = forecasts.count == 1 ? forecasts[0].chart : nil { document.blocks.append(.chart(chart)) }
    let judged = ForecastTable.backtests(forecasts, language)
    if judged.rowCount > 0 {
        document.blocks.append(
            .table(
                TableBlock(
                    judged,
                    caption: Text(
                        "How the methods did when they forecast what has come since",
                        vi: "Phương pháp đã dự báo đúng đến đâu so với số liệu thực tế"))))
    }
    document.blocks += told.map { .reservation($0) }
    document.blocks += ForecastTable.refusals(forecasts).map { .reservation($0) }
    document.blocks += IndicatorTable.reservations(forecasts.compactMap(\.series.results.last)).map { .reservation($0) }
    return document
}
