import Commands
import Database
import Documents
import Tables
import Values

/// `list unit labels` shows to which groups units belong and who owns them.
let listUnitLabels = Command(
    "list unit labels",
    Text("Shows the groups and owners of units.", vi: "Liệt kê nhóm và loại hình sở hữu của các đơn vị."),
    lists: labelColumns, by: list
) {
    Label<UnitCode?>("unit", Text("Only this unit.", vi: "Chỉ đơn vị này."))
} examples: {
    Example("group unit NGO-QUYEN as: islands from: 2025-07-01")
    Example("list unit labels unit: NGO-QUYEN").prints("islands")
    Example("list unit labels unit: NGO").reports(.unknownCode)
}

private let labelColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("trait", .text, Text("What", vi: "Loại nhãn")),
    ColumnInfo("label", .text, Text("Label", vi: "Nhãn")),
    ColumnInfo("since", .date, Text("Since", vi: "Từ ngày")),
    ColumnInfo("until", .date, Text("Until", vi: "Đến trước ngày")),
])

private func list(session: Session, unit: UnitCode?) throws -> Listing {
    var conditions = [session.visible("l")]
    if let unit { conditions.append("l.unit = \(try Units(session).id(of: unit))") }
    return Listing(
        labelColumns,
        [
            .code("u.code", id: "l.unit", of: "unit"), .text("l.trait"), .text("l.label"), .date("l.since"),
            .date("l.until"),
        ],
        from: "unit_label l JOIN unit u ON u.id = l.unit", where: conditions.joined(" AND "),
        orderedBy: ["u.code", "l.trait", "l.label", "l.since", "l.id"])
}
