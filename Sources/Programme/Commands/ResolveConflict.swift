import Commands
import Diagnostics
import Documents
import Values

/// `resolve conflict` decides between a figure that stands here and what a package says.
let resolveConflict = Command(
    "resolve conflict",
    Text(
        "Decides between a figure that stands here and what another office's package says.",
        vi: "Quyết định giữa số đang có ở đây và số trong gói của cơ quan khác."),
    effect: .writes, run: resolve
) {
    Argument<ElementCode>("element", Text("What is counted.", vi: "Loại số liệu."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
    Label<UnitCode>("from", Text("The office that sent the other figure.", vi: "Cơ quan gửi số kia."))
    Label<ConflictSide>("take", Text("Which of the two is right.", vi: "Số nào đúng."))
    Label<String?>("reason", Text("Why.", vi: "Lý do."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example(ExampleOffice.keyLine)
    Example("make package for: SGD-HP period: 2024 elements: [masters] to: \"x.senpkg\"")
    Example("create exchange key unit: SGD-HP")
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 13 women: 7")
    Example("receive package from: \"x.senpkg\"").prints("1 conflict")
    Example("resolve conflict masters unit: NGO-QUYEN period: 2024 from: NGO-QUYEN take: theirs").prints("12, 7 women")
    Example("resolve conflict masters unit: NGO-QUYEN period: 2024 from: NGO-QUYEN take: ours").reports(.noConflict)
}

/// Which of two figures is right.
enum ConflictSide: String, ChoiceType {
    case ours, theirs

    static let listName = "side"

    var meaning: Text {
        switch self {
        case .ours: Text("what stands here", vi: "số đang có ở đây")
        case .theirs: Text("what the package says", vi: "số trong gói")
        }
    }
}

private func resolve(
    session: Session, code: ElementCode, unit: UnitCode, period: Period, from: UnitCode, take: ConflictSide,
    reason: String?
) throws -> Document {
    if let reason { try requireWords(reason, "reason") }
    let conflicts = Conflicts(session)
    let conflict = try conflicts.open().first { open in
        open.office == from.code && open.line.element == code.code && open.line.unit == unit.code
            && open.line.period == period
    }
    guard let conflict else {
        throw Diagnostic(
            .noConflict,
            Text(
                "There is no conflict with \(from.code) about \(code.code) \(unit.code) \(period).",
                vi: "Không có mâu thuẫn với \(from.code) về \(code.code) \(unit.code) \(period)."),
            notes: [
                Text(
                    "‘list package conflicts’ shows those that are open.",
                    vi: "Gõ ‘list package conflicts’ để xem các mâu thuẫn chưa quyết định.")
            ])
    }
    if take == .theirs { try record(conflict, code, session) }
    try conflicts.end(
        element: code.code, unit: conflict.unit, period: period, office: try Units(session).id(of: from))
    let standing = try conflicts.standing(conflict.line, conflict.unit)?.claim.words ?? Text(verbatim: "·")
    let what = "\(code.code) \(unit.code) \(period)"
    return .done(
        Text("Decided: \(what) is \(standing.english).", vi: "Đã quyết định: \(what) là \(standing.vietnamese)."))
}

/// Records what the package says.
private func record(_ conflict: Conflicts.Open, _ code: ElementCode, _ session: Session) throws {
    guard let element = try Elements(session).element(code.code), let id = element.id else {
        throw Diagnostic.figureDerived(code.code)
    }
    if let fault = conflict.line.claim.fault(element) { throw fault }
    try FigureLocks.refuse(code.code, conflict.unit, conflict.line.period, session)
    let figures = Figures(session)
    let stands = try figures.current(id, conflict.unit, conflict.line.period) != nil
    try figures.record(conflict.line.claim, id, conflict.unit, conflict.line.period, replacing: stands)
}

extension Diagnostic.Code {
    /// A conflict that is not there.
    static let noConflict: Self = "no-conflict"
}
