import Commands
import Documents
import Values

/// `rename unit` gives a unit another name from a day on.
let renameUnit = Command(
    "rename unit",
    Text("Gives a unit another name from a day on.", vi: "Đổi tên đơn vị kể từ một ngày."), effect: .writes,
    run: rename
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Argument<String>("name", Text("The new name, as on its seal.", vi: "Tên mới như trên con dấu."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("rename unit NGO-QUYEN \"Phường Gia Viên\" on: 2025-07-01 document: \"1669/NQ-UBTVQH15\"").prints(
        "is called")
    Example("rename unit NGO-QUYEN \"Phường Gia Viên\" on: 2025-08-01").reports(.nothingChanges)
    Example("rename unit NGO-QUYEN \"Phường Hạ Lý\" on: 2025-07-01").reports(.unitChangedThatDay)
    Example("rename unit NGO-QUYEN \"…\" on: 2025-07-02").reports(.noWords)
    Example("rename unit NGO-QUYEN \"Phường Hạ Lý\" on: 2205-07-01").reports(.farFuture)
}

private func rename(session: Session, unit: UnitCode, name: String, on day: Day, document: String?) throws -> Document {
    try requireWords(name, "name")
    try session.requireDecided(day)
    let id = try Units(session).id(of: unit)
    try UnitChanges(session).change(id, on: day, document: document) { $0.name = name }
    return .done(
        Text("\(unit.code) is called ‘\(name)’ from \(day) on.", vi: "Từ ngày \(day), \(unit.code) có tên ‘\(name)’."))
}
