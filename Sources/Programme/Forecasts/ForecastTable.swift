import Commands
import Documents
import Statistics
import Tables
import Values

/// Forecasts as tables: what was and is expected, and how the methods did before.
enum ForecastTable {
    static let columns = Schema([
        ColumnInfo("indicator", .code("indicator"), Text("Indicator", vi: "Mã chỉ tiêu")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("level", UnitKind.type, Text("Kind", vi: "Loại")),
        ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
        ColumnInfo("expected", .yesNo, Text("Forecast", vi: "Dự báo")),
        ColumnInfo("value", .percent, Text("Value", vi: "Kết quả")),
        ColumnInfo("low-80", .percent, Text("80 % low", vi: "80 % thấp")),
        ColumnInfo("high-80", .percent, Text("80 % high", vi: "80 % cao")),
        ColumnInfo("low-95", .percent, Text("95 % low", vi: "95 % thấp")),
        ColumnInfo("high-95", .percent, Text("95 % high", vi: "95 % cao")),
        ColumnInfo("target", .percent, Text("Target", vi: "Chỉ tiêu")),
        ColumnInfo("chance", .percent, Text("Chance to meet it", vi: "Khả năng đạt")),
    ])

    static func table(_ forecasts: [IndicatorForecast], _ language: DisplayLanguage) -> Table {
        Table(columns, rows: forecasts.flatMap { known($0) + expected($0) })
    }

    private static func head(_ forecast: IndicatorForecast, _ period: Period) -> [Value] {
        let series = forecast.series
        return [
            .text(series.indicator.code), series.unit.map { .text($0) } ?? .missing, series.level.value,
            .period(period),
        ]
    }

    private static func known(_ forecast: IndicatorForecast) -> [[Value]] {
        forecast.series.results.drop { $0.value == nil }.map { result in
            let indicator = result.indicator
            return head(forecast, result.period) + [
                .yesNo(false), result.value.map(indicator.unit.cell) ?? .missing(.notReported), .missing, .missing,
                .missing, .missing, .missing, .missing,
            ]
        }
    }

    private static func expected(_ forecast: IndicatorForecast) -> [[Value]] {
        guard case .success(let continued) = forecast.outcome, forecast.steps > 0 else { return [] }
        let indicator = forecast.series.indicator
        func cell(_ value: Double) -> Value {
            IndicatorForecast.number(value).map(indicator.unit.cell) ?? .missing
        }
        return (1...forecast.steps).compactMap { step in
            guard let period = forecast.period(step) else { return nil }
            let (inner, outer) = (continued.interval(step, 0.8), continued.interval(step, 0.95))
            let milestone = forecast.chance(continued, step)
            return head(forecast, period) + [
                .yesNo(true), cell(continued.value(step)), cell(inner.lowerBound), cell(inner.upperBound),
                cell(outer.lowerBound), cell(outer.upperBound),
                milestone.map { indicator.unit.cell(indicator.level($0.target)) } ?? .missing,
                milestone.flatMap { shown($0.chance) }.map { .percent($0) } ?? .missing,
            ]
        }
    }

    /// A chance in whole percent; what is only very unlikely is not shown as impossible, and what is likely not as
    /// sure.
    private static func shown(_ chance: Double) -> Number? {
        let isCertain = chance <= 0 || chance >= 1
        return Number(rounding: isCertain ? chance : min(max(chance, 0.01), 0.99), decimals: 2)
    }

    /// The methods that were compared, the chosen one first. Errors are on the scale that was used: in percentage
    /// points for shares that were continued as they are, in logits otherwise.
    static func backtests(_ forecasts: [IndicatorForecast], _ language: DisplayLanguage) -> Table {
        let rows = forecasts.flatMap { forecast -> [[Value]] in
            guard case .success(let continued) = forecast.outcome else { return [] }
            let naive = continued.naive?.meanAbsoluteError ?? 0
            return continued.backtests.enumerated().map { place, test in
                let error = test.meanAbsoluteError
                return [
                    .text(forecast.series.indicator.code), forecast.series.unit.map { .text($0) } ?? .missing,
                    .text(test.method.name(in: language)), .yesNo(place == 0),
                    .number(Number(forecast.known.count)), .number(Number(test.count)),
                    Number(rounding: error, decimals: 4).map { .number($0) } ?? .missing,
                    naive > 0 ? Number(rounding: error / naive, decimals: 3).map { .number($0) } ?? .missing : .missing,
                ]
            }
        }
        return Table(judgement, rows: rows)
    }

    private static let judgement = Schema([
        ColumnInfo("indicator", .code("indicator"), Text("Indicator", vi: "Mã chỉ tiêu")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("method", .text, Text("Method", vi: "Phương pháp")),
        ColumnInfo("chosen", .yesNo, Text("Chosen", vi: "Được chọn")),
        ColumnInfo("points", .number, Text("Values", vi: "Số kỳ")),
        ColumnInfo("tested", .number, Text("Forecasts tested", vi: "Số lần thử")),
        ColumnInfo("error", .number, Text("Mean error", vi: "Sai số trung bình")),
        ColumnInfo("to-naive", .number, Text("To naive", vi: "So với giữ nguyên")),
    ])

    /// Why some series are not continued.
    static func refusals(_ forecasts: [IndicatorForecast]) -> [Text] {
        forecasts.compactMap { forecast in
            guard case .failure(let refusal) = forecast.outcome else { return nil }
            let place = [forecast.series.indicator.code, forecast.series.unit, forecast.series.level?.rawValue]
                .compactMap(\.self).joined(separator: ", ")
            switch refusal {
            case .tooShort(let least):
                let count = forecast.known.count
                return Text(
                    "\(place): \(count) values in a row; a forecast needs \(least).",
                    vi: "\(place): có \(count) kỳ liền nhau; dự báo cần ít nhất \(least) kỳ.")
            case .outOfRange:
                return Text(
                    "\(place): a share lies outside 0 to 100 %.", vi: "\(place): có tỷ lệ nằm ngoài khoảng 0 đến 100 %."
                )
            }
        }
    }
}

extension ForecastMethod {
    /// The name in words.
    fileprivate func name(in language: DisplayLanguage) -> String {
        let name: Text
        switch self {
        case .naive: name = Text("last value", vi: "giữ nguyên giá trị cuối")
        case .drift: name = Text("last value and mean change", vi: "giá trị cuối và mức tăng bình quân")
        case .simple: name = Text("simple exponential smoothing", vi: "san mũ đơn")
        case .holt: name = Text("Holt's trend", vi: "xu thế Holt")
        case .dampedHolt: name = Text("Holt's damped trend", vi: "xu thế Holt tắt dần")
        }
        return name(in: language)
    }
}
