import Commands
import Documents
import Programme
import Tables
import Values

/// The indicators of a year beside those of the year before, both told by the units of today.
struct YearIndicators {
    let year: Period
    private let language: DisplayLanguage
    /// Those that have figures or targets, in the order of their codes.
    let results: [IndicatorResult]
    private let before: [String: IndicatorResult]
    private let breaks: [Text]

    init(_ session: Session, _ year: Period, under top: UnitCode) throws {
        self.year = year
        language = session.surroundings.language
        let day = min(year.last, session.today)
        var computation = try IndicatorComputation(session, period: year, under: top)
        var earlier = try IndicatorComputation(session, period: year.advanced(by: -1), under: top, structure: day)
        var results: [IndicatorResult] = []
        var before: [String: IndicatorResult] = [:]
        for indicator in try Indicators(session).all() where indicator.numerator != nil {
            guard let result = try computation.results(indicator).first else { continue }
            results.append(result)
            before[indicator.code] = try earlier.results(indicator).first
        }
        self.results = results
        self.before = before
        breaks = earlier.reservations
    }

    /// The results by the codes of their indicators.
    var byCode: [String: IndicatorResult] { Dictionary(results.map { ($0.indicator.code, $0) }) { $1 } }

    /// Those that have a value.
    var known: [IndicatorResult] { results.filter { $0.counted > 0 } }

    /// Those whose target is not met.
    var behind: [IndicatorResult] { results.filter { $0.status == .behind } }

    /// The section of the annual report: a sentence, the table, a chart and the reservations.
    var blocks: [Block] {
        guard !known.isEmpty else { return [] }
        func count(_ status: IndicatorStatus) -> Int { known.filter { $0.status == status }.count }
        let opening = Text(
            "\(known.count) indicators have a value: \(count(.achieved)) meet their target, \(count(.behind)) do not, "
                + "\(count(.targetUnknown)) have no target. Both parts and the coverage of each stand in the annex.",
            vi: "Có số liệu của \(known.count.vietnamese) chỉ tiêu, chỉ số: \(count(.achieved).vietnamese) đạt, "
                + "\(count(.behind).vietnamese) chưa đạt, \(count(.targetUnknown).vietnamese) chưa có mức chỉ tiêu. "
                + "Tử số, mẫu số và số đơn vị có số liệu ghi ở phụ lục.")
        return [.paragraph(RichText(opening)), table] + chart
            + (IndicatorTable.reservations(known) + breaks).map { .reservation($0) }
    }

    private var table: Block {
        let rows = known.map { result -> [Value] in
            let indicator = result.indicator
            return [
                .text(indicator.code), .text(indicator.name(in: language)), cell(before[indicator.code]), cell(result),
                result.target.map { indicator.unit.cell(indicator.level($0)) } ?? .missing,
                result.gap.map { .number($0.rounded(to: 2)) } ?? .missing,
                .text(result.status.meaning(in: language)),
            ]
        }
        let columns = Schema([
            ColumnInfo("indicator", .text, Text("Code", vi: "Mã")),
            ColumnInfo("name", .text, Text("Indicator", vi: "Chỉ tiêu")),
            ColumnInfo("before", .percent, Text("\(year.year - 1)", vi: "Năm \(year.year - 1)")),
            ColumnInfo("value", .percent, Text("\(year.year)", vi: "Năm \(year.year)")),
            ColumnInfo("target", .percent, Text("Target", vi: "Mức chỉ tiêu")),
            ColumnInfo("gap", .number, Text("Gap", vi: "Chênh lệch")),
            ColumnInfo("status", .text, Text("Status", vi: "Đánh giá")),
        ])
        return .table(
            TableBlock(
                Table(columns, rows: rows),
                caption: Text("Indicators, \(year.words.english)", vi: "Kết quả các chỉ tiêu \(year.words.vietnamese)"),
                remark: Text(
                    "Gaps of shares are in percentage points.",
                    vi: "Chênh lệch của tỷ lệ tính bằng điểm phần trăm.")))
    }

    private func cell(_ result: IndicatorResult?) -> Value {
        guard let result, let value = result.value else { return .missing(.notReported) }
        return result.indicator.unit.cell(
            result.indicator.unit == .percent ? value : value.rounded(to: result.indicator.decimals))
    }

    /// The shares that have a target, beside it and the year before.
    private var chart: [Block] {
        let shares = known.filter { $0.indicator.unit == .percent && $0.value != nil && $0.target != nil }
        guard shares.count > 1 else { return [] }
        let series = [
            Chart.Series(
                Text("\(year.year - 1)", vi: "năm \(year.year - 1)"), shares.map { before[$0.indicator.code]?.value }),
            Chart.Series(Text("\(year.year)", vi: "năm \(year.year)"), shares.map(\.value)),
            Chart.Series(
                Text("target", vi: "mức chỉ tiêu"), shares.map { result in result.target.map(result.indicator.level) }),
        ]
        return [
            .chart(
                Chart(
                    .bar, title: Text("Results and targets", vi: "Kết quả so với mức chỉ tiêu"),
                    categories: shares.map { Text(verbatim: $0.indicator.code) }, series: series, type: .percent))
        ]
    }

    /// Both parts of every share, with coverage and source, for an annex.
    var detail: Block {
        let rows = known.enumerated().map { index, result -> [Value] in
            let indicator = result.indicator
            return [
                .number(Number(index + 1)), .text(indicator.code), .text(indicator.name(in: language)),
                result.numerator.map { .number($0) } ?? .missing, result.denominator.map { .number($0) } ?? .missing,
                cell(result), .text("\(result.counted)/\(result.expected)"),
                .text(indicator.source.split(separator: ";").first.map(String.init) ?? indicator.source),
                .text(result.confidence.meaning(in: language)),
            ]
        }
        let columns = Schema([
            ColumnInfo("number", .number, Text("No.", vi: "TT")),
            ColumnInfo("indicator", .text, Text("Code", vi: "Mã")),
            ColumnInfo("name", .text, Text("Indicator", vi: "Chỉ tiêu")),
            ColumnInfo("numerator", .number, Text("Numerator", vi: "Tử số")),
            ColumnInfo("denominator", .number, Text("Denominator", vi: "Mẫu số")),
            ColumnInfo("value", .percent, Text("Value", vi: "Kết quả")),
            ColumnInfo("coverage", .text, Text("Units with figures", vi: "Đơn vị có số liệu")),
            ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
            ColumnInfo("confidence", .text, Text("How sure", vi: "Độ tin cậy của nguồn")),
        ])
        return .table(TableBlock(Table(columns, rows: rows)))
    }
}
