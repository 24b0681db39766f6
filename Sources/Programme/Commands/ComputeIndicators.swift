import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `compute indicators` works the indicators out for a period.
let computeIndicators = Command(
    "compute indicators",
    Text(
        "Works indicators out: numerator, denominator, value, coverage, target and gap.",
        vi: "Tính các chỉ tiêu: tử số, mẫu số, kết quả, số đơn vị, mức chỉ tiêu và chênh lệch."), effect: .reads,
    returns: .table(IndicatorTable.columns), run: compute
) {
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<IndicatorCode?>("indicator", Text("Only this indicator.", vi: "Chỉ chỉ tiêu này."))
    Label<IndicatorComputation.Division>(
        "by", Text("How the results are divided.", vi: "Cách chia kết quả."), default: .value(.text("total")))
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
    Example("compute indicators period: 2025 structure: 2025-06-30").prints("Told by the units of 2025-06-30")
    Example("compute indicators period: 2025 by: commune").reports(.notAChoice)
}

private func compute(
    session: Session, period: Period, under: UnitCode?, code: IndicatorCode?,
    by division: IndicatorComputation.Division,
    structure: Day?
) throws -> Document {
    let all = try Indicators(session).all()
    let wanted = all.filter { code == nil ? $0.numerator != nil : $0.code == code?.code }
    var computation = try IndicatorComputation(session, period: period, under: under, structure: structure)
    var results: [IndicatorResult] = []
    for indicator in wanted { results += try computation.results(indicator, by: division) }
    let left = code == nil ? all.count - wanted.count : 0
    var document = Document.table(
        IndicatorTable.table(results, session.surroundings.language), remark: remark(results.count, without: left))
    if let structure {
        document.blocks.append(
            .reservation(
                Text("Told by the units of \(structure).", vi: "Tính theo cơ cấu đơn vị tại ngày \(structure).")))
        document.blocks += computation.reservations.map { .reservation($0) }
    }
    document.blocks += IndicatorTable.reservations(results).map { .reservation($0) }
    return document
}

private func remark(_ count: Int, without left: Int) -> Text {
    let rule = Text(
        "Numerator and denominator are sums over the same units, those that reported both.",
        vi: "Tử số và mẫu số cộng trên cùng các đơn vị đã báo cáo đủ cả hai.")
    guard left > 0 else { return rule }
    return rule
        + Text(
            " \(left) indicators without a formula are left out; ‘list indicators’ shows them.",
            vi: " Bỏ qua \(left) chỉ tiêu không có công thức; gõ ‘list indicators’ để xem.")
}
