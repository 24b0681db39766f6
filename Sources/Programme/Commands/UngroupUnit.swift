import Commands
import Diagnostics
import Documents
import Values

/// `ungroup unit` takes a unit out of a group.
let ungroupUnit = Command(
    "ungroup unit", Text("Takes a unit out of a group.", vi: "Đưa một đơn vị ra khỏi nhóm."), effect: .writes,
    run: ungroup
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<NewCode>("as", Text("The group.", vi: "Tên nhóm."))
    Label<Day?>(
        "from",
        Text(
            "The first day on which it no longer belongs there; as if it never had when left out.",
            vi: "Ngày bắt đầu không còn thuộc nhóm; bỏ trống là coi như chưa từng thuộc nhóm."))
} examples: {
    Example("group unit NGO-QUYEN as: islands from: 2025-07-01")
    Example("ungroup unit NGO-QUYEN as: islands from: 2025-10-01").prints("islands")
    Example("ungroup unit NGO-QUYEN as: islands from: 2025-11-01").reports(.labelMissing)
}

private func ungroup(session: Session, unit: UnitCode, as label: NewCode, from day: Day?) throws -> Document {
    let id = try Units(session).id(of: unit)
    let labels = UnitLabels(session)
    let spans = try labels.spans(id, .group).filter { $0.label == label.code && $0.lasts(from: day) }
    guard !spans.isEmpty else {
        throw Diagnostic(
            .labelMissing,
            Text(
                "\(unit.code) does not belong to ‘\(label.code)’ at that time.",
                vi: "Khi đó \(unit.code) không thuộc nhóm ‘\(label.code)’."),
            subject: "as",
            notes: [Text("‘list unit labels’ shows the groups.", vi: "Gõ ‘list unit labels’ để xem các nhóm.")])
    }
    try labels.end(spans, of: id, .group, on: day)
    return .done(
        Text(
            "\(unit.code) no longer belongs to the group \(label.code).",
            vi: "\(unit.code) không còn thuộc nhóm \(label.code)."))
}

extension Diagnostic.Code {
    /// A group to which a unit does not belong.
    static let labelMissing: Self = "label-missing"
}
