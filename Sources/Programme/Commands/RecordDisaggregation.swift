import Commands
import Diagnostics
import Documents
import Values

/// `record disaggregation` records the figure of one category of an element; the whole follows when all are there.
let recordDisaggregation = Command(
    "record disaggregation",
    Text(
        "Records the figure of one category of an element; with the last of them the whole is recorded as their sum.",
        vi: "Ghi số liệu của một nhóm chia nhỏ; đủ các nhóm thì tổng tự tính."),
    effect: .writes, run: record
) {
    Argument<ElementCode>("element", Text("What is counted.", vi: "Loại số liệu."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<String>("category", Text("The category, in quotes.", vi: "Tên nhóm, trong dấu nháy."))
    Label<Number?>("total", Text("All of them; 0 is a value.", vi: "Tổng số; 0 cũng là số liệu."))
    Label<Number?>("women", Text("The women among them.", vi: "Trong đó nữ."))
    Label<FigureState?>("state", Text("Why there is no number.", vi: "Lý do không có số."))
} examples: {
    Example(
        "define element doctors \"doctors\" type: people over-time: last over-units: sum"
            + " by: [\"under-40\", \"from-40\"]"
    )
    Example("record disaggregation doctors unit: NGO-QUYEN period: 2024 category: \"under-40\" total: 2 women: 2")
    Example("record disaggregation doctors unit: NGO-QUYEN period: 2024 category: \"from-40\" total: 3 women: 0")
        .prints("The whole is 5.")
    Example("record figure doctors unit: NGO-QUYEN period: 2024 total: 6").reports(.partsNotWhole)
    Example("record disaggregation doctors unit: NGO-QUYEN period: 2024 category: \"young\" total: 2")
        .reports(.unknownCategory)
}

private func record(
    session: Session, code: ElementCode, unit: UnitCode, period: Period, category: String, total: Number?,
    women: Number?, state: FigureState?
) throws -> Document {
    guard let element = try Elements(session).element(code.code), let id = element.id else {
        throw Diagnostic.figureDerived(code.code)
    }
    let claim = FigureClaim(total: total, women: women, state: state ?? .reported)
    if let fault = claim.fault(element) { throw fault }
    if period.first > session.today { throw Diagnostic.futurePeriod(period) }
    let figures = Figures(session)
    if let kind = try figures.periodKind(of: element), kind != period.kind {
        throw Diagnostic.wrongPeriodKind(code.code, period, kind)
    }
    let unitID = try Units(session).id(of: unit, openIn: period)
    try FigureLocks.refuse(code.code, unitID, period, session)
    let whole = try FigureParts(session, element, id, unit: unitID, period).record(claim, category)
    let what = "\(code.code) \(unit.code) \(period) \(category)"
    let follows = whole?.total.map { Text(" The whole is \($0).", vi: " Tổng là \($0).") } ?? Text(verbatim: "")
    return .done(Text("Recorded \(what).", vi: "Đã ghi \(what).") + follows)
}
