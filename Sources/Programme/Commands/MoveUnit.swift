import Commands
import Documents
import Values

/// `move unit` puts a unit under another one from a day on.
let moveUnit = Command(
    "move unit",
    Text("Puts a unit under another one from a day on.", vi: "Chuyển đơn vị về đơn vị quản lý khác kể từ một ngày."),
    effect: .writes, run: move
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<UnitCode>("under", Text("The unit that manages it then.", vi: "Đơn vị quản lý mới."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("register unit MN-01 \"Mầm non Hoa Sen\" kind: mn under: SGD-HP")
    Example("move unit MN-01 under: NGO-QUYEN on: 2025-07-01").prints("stands under NGO-QUYEN")
    Example("move unit SGD-HP under: MN-01 on: 2025-09-01").reports(.unitUnderItself)
    Example("register unit XA-2 \"Xã An Lão\" kind: vhxh under: SGD-HP opened: 2025-10-01")
    Example("move unit MN-01 under: XA-2 on: 2025-09-01").reports(.unitNotOpen)
}

private func move(
    session: Session, unit: UnitCode, under manager: UnitCode, on day: Day, document: String?
) throws -> Document {
    try session.requireDecided(day)
    let units = Units(session)
    let (id, above) = (try units.id(of: unit), try units.id(of: manager))
    let changes = UnitChanges(session)
    try changes.change(id, on: day, document: document) { $0.manager = above }
    let answer = Document.done(
        Text(
            "\(unit.code) stands under \(manager.code) from \(day) on.",
            vi: "Từ ngày \(day), \(unit.code) trực thuộc \(manager.code)."))
    return try answer.reserving([id], on: day, changes.histories)
}
