import Commands
import Diagnostics
import Documents
import Values

/// `group unit` puts a unit into a group that formulas can ask for.
let groupUnit = Command(
    "group unit",
    Text(
        "Puts a unit into a group, which formulas can ask for: units(group = highlands).",
        vi: "Xếp một đơn vị vào nhóm để công thức dùng được: units(group = vung-cao)."),
    effect: .writes, run: group
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<NewCode>("as", Text("The group: small letters and hyphens.", vi: "Tên nhóm: chữ thường và gạch nối."))
    Label<Day?>(
        "from", Text("The first day; from ever when left out.", vi: "Từ ngày nào; bỏ trống là từ trước đến nay."))
} examples: {
    Example("group unit NGO-QUYEN as: islands from: 2025-07-01").prints("islands")
    Example("group unit NGO-QUYEN as: islands from: 2025-08-01").reports(.labelTaken)
    Example("group unit NGO-QUYEN as: \"two words\"").reports(.codeNotAWord)
}

private func group(session: Session, unit: UnitCode, as label: NewCode, from day: Day?) throws -> Document {
    guard isFormulaWord(label.code) else {
        throw Diagnostic(
            .codeNotAWord,
            Text("‘\(label.code)’ cannot stand in a formula.", vi: "‘\(label.code)’ không dùng được trong công thức."),
            subject: "as",
            notes: [
                Text("Use letters, digits and hyphens: highlands.", vi: "Dùng chữ cái, chữ số và gạch nối: vung-cao.")
            ])
    }
    let id = try Units(session).id(of: unit)
    let labels = UnitLabels(session)
    let spans = try labels.spans(id, .group).filter { $0.label == label.code }
    if spans.contains(where: { $0.lasts(from: day) }) {
        throw Diagnostic(
            .labelTaken,
            Text(
                "\(unit.code) belongs to ‘\(label.code)’ at that time already.",
                vi: "Khi đó \(unit.code) đã thuộc nhóm ‘\(label.code)’."),
            subject: "as",
            notes: [Text("‘list unit labels’ shows since when.", vi: "Gõ ‘list unit labels’ để xem từ ngày nào.")])
    }
    try labels.add(label.code, to: id, .group, since: day)
    return .done(
        Text(
            "\(unit.code) belongs to the group \(label.code).", vi: "Đã xếp \(unit.code) vào nhóm \(label.code)."))
}

extension UnitLabels.Span {
    /// Whether it holds on a day or later; without a day, at any time.
    func lasts(from day: Day?) -> Bool {
        guard let day, let until else { return true }
        return until > day
    }
}

extension Diagnostic.Code {
    /// A group to which a unit belongs already.
    static let labelTaken: Self = "label-taken"
}
