import Commands
import Documents
import Values

/// `close unit` ends a unit that no other one follows.
let closeUnit = Command(
    "close unit",
    Text("Closes a unit that no other one follows.", vi: "Giải thể đơn vị, không có đơn vị kế tục."),
    effect: .writes, run: close
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Day>("on", Text("The first day on which it is no longer open.", vi: "Ngày đầu tiên không còn hoạt động."))
    ChangeParameters.document
} examples: {
    Example("close unit NGO-QUYEN on: 2025-07-01 document: \"12/QĐ-UBND\"").prints("is closed")
    Example("close unit NGO-QUYEN on: 2025-08-01").reports(.unitNotOpen)
    Example("register unit HP-012 \"THPT Thái Phiên\" kind: thpt under: SGD-HP")
    Example("close unit SGD-HP on: 2025-07-01").reports(.unitsBelow)
    Example("log training HP-012 \"Lồng ghép giới\" on: 2025-09-14 hours: 4 women: 38 men: 12")
    Example("close unit HP-012 on: 2025-09-01").reports(.recordsAfterClosing)
    Example("rename unit HP-012 \"THPT Thái Phiên mới\" on: 2025-10-01")
    Example("close unit HP-012 on: 2025-09-20").reports(.unitChangedLater)
}

private func close(session: Session, unit: UnitCode, on day: Day, document: String?) throws -> Document {
    try session.requireDecided(day)
    let id = try Units(session).id(of: unit)
    let changes = UnitChanges(session)
    _ = try changes.lastVersion(of: id, endingOn: day)
    try DatedRecords(session).refuse([id], from: day, changes.histories)
    try changes.close(id, on: day, document: document)
    return .done(
        Text("\(unit.code) is closed from \(day) on.", vi: "\(unit.code) ngừng hoạt động từ ngày \(day)."))
}
