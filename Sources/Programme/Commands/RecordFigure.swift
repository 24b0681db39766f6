import Commands
import Diagnostics
import Documents
import Values

/// `record figure` records the figure of an element for a unit and a period.
let recordFigure = Command(
    "record figure",
    Text(
        "Records a figure of a unit for a period; one that stands already is succeeded.",
        vi: "Ghi số liệu của đơn vị trong kỳ; số cũ (nếu có) được thay thế và vẫn lưu vết."),
    effect: .writes, run: record
) {
    Argument<ElementCode>("element", Text("What is counted.", vi: "Loại số liệu."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<Number?>("total", Text("All of them; 0 is a value.", vi: "Tổng số; 0 cũng là số liệu."))
    Label<Number?>("women", Text("The women among them.", vi: "Trong đó nữ."))
    Label<FigureState?>("state", Text("Why there is no number.", vi: "Lý do không có số."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7").prints("masters")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 13").reports(.womenAboveTotal)
    Example("record figure masters unit: NGO-QUYEN period: 2025-10 total: 12").reports(.wrongPeriodKind)
    Example("record figure masters unit: NGO-QUYEN period: 2025").reports(.totalMissing)
    Example("record figure masters unit: NGO-QUYEN period: 2027 total: 3").reports(.futurePeriod)
    Example("record figure trainings unit: NGO-QUYEN period: 2025 total: 3").reports(.figureDerived)
}

private func record(
    session: Session, code: ElementCode, unit: UnitCode, period: Period, total: Number?,
    women: Number?,
    state: FigureState?
) throws -> Document {
    let figures = Figures(session)
    guard let element = try Elements(session).element(code.code) else { throw Diagnostic.figureDerived(code.code) }
    guard let elementID = element.id else { throw Diagnostic.figureDerived(code.code) }
    let claim = FigureClaim(total: total, women: women, state: state ?? .reported)
    if let fault = claim.fault(element) { throw fault }
    if period.first > session.today { throw Diagnostic.futurePeriod(period) }
    if let kind = try figures.periodKind(of: element), kind != period.kind {
        throw Diagnostic.wrongPeriodKind(code.code, period, kind)
    }
    let unitID = try Units(session).id(of: unit, openIn: period)
    try FigureLocks.refuse(code.code, unitID, period, session)
    let before = try figures.current(elementID, unitID, period)
    try FigureParts(session, element, elementID, unit: unitID, period).check(claim)
    try figures.record(claim, elementID, unitID, period, replacing: before != nil)
    try PackedUpkeep(session).runWhenDue()
    let what = "\(code.code) \(unit.code) \(period)"
    let earlier = before?.total.map { Text(" (\($0) before)", vi: " (trước đó: \($0))") } ?? Text(verbatim: "")
    return .done(Text("Recorded \(what).", vi: "Đã ghi \(what).") + earlier)
}
