import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list unit changes` shows what changed of units, and when.
let listUnitChanges = Command(
    "list unit changes",
    Text(
        "Shows when units were opened, renamed, moved, merged, split and closed.",
        vi: "Liệt kê các lần thành lập, đổi tên, chuyển, sáp nhập, chia tách và giải thể đơn vị."),
    lists: UnitChange.columns, by: list
) {
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<Period?>("period", Text("Only changes in this period.", vi: "Chỉ các thay đổi trong kỳ này."))
} examples: {
    Example("rename unit NGO-QUYEN \"Phường Gia Viên\" on: 2025-07-01 document: \"1669/NQ-UBTVQH15\"")
    Example("list unit changes under: SGD-HP period: 2025").prints("Phường Gia Viên")
    Example("list unit changes period: 2025-13").reports(.wrongType)
}

private func list(session: Session, under: UnitCode?, period: Period?) throws -> Listing {
    var changes = try UnitChange.all(session)
    if let under {
        let members = Set(try Units(session).scope(period, under: under).map(\.code))
        changes.removeAll { !members.contains($0.unit) }
    }
    if let period { changes.removeAll { !period.contains($0.day) } }
    return Listing(Table(UnitChange.columns, rows: changes.map(\.cells)))
}
