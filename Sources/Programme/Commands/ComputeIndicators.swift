import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `compute indicators` works the indicators out for one or several periods.
let computeIndicators = Command(
    "compute indicators",
    Text(
        "Works indicators out: numerator, denominator, value, coverage, target and gap.",
        vi: "Tính các chỉ tiêu: tử số, mẫu số, kết quả, số đơn vị, mức chỉ tiêu và chênh lệch."), effect: .reads,
    returns: .table(IndicatorTable.columns), run: compute
) {
    Label<Period?>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<Period?>("from", Text("The first of several periods.", vi: "Kỳ đầu, khi tính nhiều kỳ."))
    Label<Period?>("to", Text("The last of them.", vi: "Kỳ cuối."))
    Label<PeriodLength?>(
        "each", Text("One result for each such part of them.", vi: "Một kết quả cho từng kỳ ngắn hơn này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<[UnitKind]?>("kinds", Text("Only units of these kinds.", vi: "Chỉ các đơn vị thuộc những loại này."))
    Label<IndicatorCode?>("indicator", Text("Only this indicator.", vi: "Chỉ chỉ tiêu này."))
    Label<IndicatorComputation.Division>(
        "by", Text("How the results are divided.", vi: "Cách chia kết quả."), default: .value(.text("total")))
    IndicatorRequest.at
    Label<Day?>(
        "structure",
        Text(
            "The day whose units count; those of the period when left out.",
            vi: "Ngày lấy cơ cấu đơn vị; mặc định theo các đơn vị trong kỳ."))
} examples: {
    Example(
        "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
            + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least"
            + " source: \"plan 2025\" confidence: local")
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("compute indicators period: 2025 under: SGD-HP").prints("T-01")
    Example("compute indicators from: 2024 to: 2025 under: SGD-HP | pivot indicator by period with sum(numerator)")
        .prints("T-01")
    Example("compute indicators period: 2025 each: quarter kinds: [vhxh]").prints("2025-Q1")
    Example("compute indicators period: 2025 structure: 2025-06-30").prints("Told by the units of 2025-06-30")
    Example("compute indicators period: 2025 at: [so]").prints("SGD-HP")
    Example("compute indicators period: 2025 by: unit at: [so]").reports(.headsOutsideTree)
    Example("compute indicators period: 2025 by: commune").reports(.notAChoice)
    Example("compute indicators from: 2024 to: 2025-06").reports(.periodRange)
    Example("compute indicators under: SGD-HP").reports(.periodRange)
}

private func compute(
    session: Session, period: Period?, from first: Period?, to last: Period?, each length: PeriodLength?,
    under: UnitCode?, kinds: [UnitKind]?, code: IndicatorCode?, by division: IndicatorComputation.Division,
    at heads: [UnitKind]?, structure: Day?
) throws -> Document {
    let periods = try PeriodRange(period, from: first, to: last, each: length).periods
    let request = try IndicatorRequest(top: under, kinds: kinds.map { Set($0) }, division: division).at(heads)
    let catalogue = try Indicators(session).formulaCatalogue()
    let all = catalogue.indicators.values.sorted { $0.code < $1.code }
    let wanted = all.filter { code == nil ? $0.numerator != nil : $0.code == code?.code }
    var results = IndicatorResults(session, periods, request, catalogue, structure: structure)
    let (table, rows) = try results.table(wanted, needed: session.neededColumns)
    let left = code == nil ? all.count - wanted.count : 0
    var document = Document.table(table, remark: remark(without: left))
    // Where a pipeline takes the columns that it needs, nobody sees what stands beside the table.
    guard session.neededColumns == nil else { return document }
    if let structure {
        let told = Text("Told by the units of \(structure).", vi: "Tính theo cơ cấu đơn vị tại ngày \(structure).")
        document.blocks += ([told] + results.untold).map { .reservation($0) }
    }
    document.blocks += IndicatorTable.reservations(rows).map { .reservation($0) }
    return document
}

private func remark(without left: Int) -> Text {
    let rule = Text(
        "Numerator and denominator are sums over the same units, those that reported both.",
        vi: "Tử số và mẫu số cộng trên cùng các đơn vị đã báo cáo đủ cả hai.")
    guard left > 0 else { return rule }
    return rule
        + Text(
            " \(left) indicators without a formula are left out; ‘list indicators’ shows them.",
            vi: " Bỏ qua \(left) chỉ tiêu không có công thức; gõ ‘list indicators’ để xem.")
}
