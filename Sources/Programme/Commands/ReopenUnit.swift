import Commands
import Documents
import Values

/// `reopen unit` opens a closed unit again.
let reopenUnit = Command(
    "reopen unit",
    Text("Opens a closed unit again, as it last was.", vi: "Cho đơn vị đã đóng hoạt động trở lại như trước."),
    effect: .writes, run: reopen
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<UnitCode?>(
        "under", Text("The unit that manages it then, when another one.", vi: "Đơn vị quản lý, nếu khác trước."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("close unit NGO-QUYEN on: 2025-07-01")
    Example("reopen unit NGO-QUYEN on: 2025-09-01").prints("is open again")
    Example("reopen unit NGO-QUYEN on: 2025-10-01").reports(.unitOpenAlready)
}

private func reopen(
    session: Session, unit: UnitCode, under: UnitCode?, on day: Day, document: String?
) throws -> Document {
    try session.requireDecided(day)
    let units = Units(session)
    let id = try units.id(of: unit)
    let manager = try under.map { try units.id(of: $0) }
    let changes = UnitChanges(session)
    try changes.reopen(id, on: day, document: document) { $0.manager = manager ?? $0.manager }
    let answer = Document.done(
        Text("\(unit.code) is open again from \(day) on.", vi: "\(unit.code) hoạt động trở lại từ ngày \(day)."))
    return try answer.reserving([id], on: day, changes.histories)
}
