import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `compute progress` tells how indicators move towards their targets, and how fast they would have to.
let computeProgress = Command(
    "compute progress",
    Text(
        "Tells how indicators move towards their targets: baseline, pace, required pace, status and rank.",
        vi: "Cho biết tiến độ thực hiện chỉ tiêu: số liệu gốc, nhịp tăng, nhịp cần đạt, đánh giá và thứ tự."),
    effect: .reads, returns: .table(ProgressTable.columns), run: compute
) {
    Label<Period>("period", Text("The period whose values count.", vi: "Kỳ lấy kết quả."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<IndicatorCode?>("indicator", Text("Only this indicator.", vi: "Chỉ chỉ tiêu này."))
    Label<IndicatorComputation.Division>(
        "by", Text("How the results are divided.", vi: "Cách chia kết quả."), default: .value(.text("total")))
    Label<Int>(
        "years",
        Text(
            "How many years back a first value is looked for where no baseline was set.",
            vi: "Số năm tìm ngược lại để lấy số liệu gốc khi chưa đặt số liệu gốc."), default: .value(.number(10)))
    Label<ProgressMethod>(
        "method", Text("By which published method.", vi: "Phương pháp đánh giá."), default: .value(.text("canada")))
} examples: {
    for line in ExampleIndicator.lines { Example(line) }
    Example("compute progress period: 2025").prints("on-track")
    Example("compute progress period: 2025 years: 90").reports(.outOfRange)
}

private func compute(
    session: Session, period: Period, under: UnitCode?, code: IndicatorCode?,
    by division: IndicatorComputation.Division,
    years: Int, method: ProgressMethod
) throws -> Document {
    try requireYears(years)
    let indicators = try Indicators(session).all().filter {
        code == nil ? $0.numerator != nil : $0.code == code?.code
    }
    let baselines = try Baselines(session)
    let back = years * 12 / period.kind.months
    let (series, told) = try IndicatorSeries.all(
        indicators, over: (0...back).map { period.advanced(by: $0 - back) }, session,
        IndicatorRequest(top: under, division: division))
    var list: [Progress] = []
    for line in series {
        guard let result = line.results.last, result.period == period else { continue }
        let baseline = baselines.baseline(of: line.indicator, unit: line.level == nil ? line.unit : nil)
        let targets = line.indicator.targets(of: line.unit).map(Optional.some)
        for target in targets.isEmpty ? [nil] : targets {
            list.append(Progress(result, target, baseline ?? line.first(for: target), method))
        }
    }
    let results = list.map(\.result)
    var document = Document.table(
        ProgressTable.table(list, session.surroundings.language),
        remark: Text(
            "Ratio: actual over required pace since the baseline. ", vi: "Tỷ số nhịp: nhịp thực tế chia nhịp cần có. ")
            + method.meaning + Text(verbatim: "."))
    document.blocks += told.map { .reservation($0) }
    document.blocks += IndicatorTable.reservations(results).map { .reservation($0) }
    return document
}

/// Refuses a count of years beyond what registers hold.
func requireYears(_ years: Int) throws {
    guard (1...50).contains(years) else {
        throw Diagnostic(
            .outOfRange, Text("Between 1 and 50 years.", vi: "Từ 1 đến 50 năm."), subject: "years",
            notes: [Text("Write ‘years: 10’.", vi: "Ghi ‘years: 10’.")])
    }
}

extension IndicatorSeries {
    /// The first value before the last period that can be held against a target, as the point from which progress is
    /// measured.
    fileprivate func first(for target: Target?) -> Baseline? {
        results.dropLast().lazy.compactMap { result in
            (target.map { $0.held(result) } ?? result.value).map { value in
                Baseline(
                    year: result.period.last.year, level: value,
                    source: Text("the first value", vi: "giá trị đầu tiên"))
            }
        }.first
    }
}
