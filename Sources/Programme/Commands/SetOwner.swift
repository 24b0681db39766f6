import Commands
import Diagnostics
import Documents
import Values

/// `set owner` says who owns a unit.
let setOwner = Command(
    "set owner",
    Text(
        "Says who owns a unit from a day on; formulas can ask: units(owner = public).",
        vi: "Ghi loại hình sở hữu của đơn vị từ một ngày; công thức dùng được: units(owner = public)."),
    effect: .writes, run: set
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<UnitOwner>("as", Text("Who owns it.", vi: "Loại hình sở hữu."))
    Label<Day?>(
        "from", Text("The first day; from ever when left out.", vi: "Từ ngày nào; bỏ trống là từ trước đến nay."))
} examples: {
    Example("register unit MN-1 \"Mầm non Hoa Sen\" kind: mn under: NGO-QUYEN")
    Example("set owner MN-1 as: private from: 2025-01-01").prints("private")
    Example("set owner MN-1 as: state").reports(.notAChoice)
}

private func set(session: Session, unit: UnitCode, as owner: UnitOwner, from day: Day?) throws -> Document {
    let id = try Units(session).id(of: unit)
    let labels = UnitLabels(session)
    try labels.end(try labels.spans(id, .owner), of: id, .owner, on: day)
    try labels.add(owner.rawValue, to: id, .owner, since: day)
    let since = { (language: DisplayLanguage) in day.map { ", \($0.formatted(in: language))" } ?? "" }
    return .done(
        Text(
            "\(unit.code) is \(owner.rawValue)\(since(.english)).",
            vi: "\(unit.code): \(owner.meaning.vietnamese)\(since(.vietnamese))."))
}
