import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list units` shows the units of the register.
let listUnits = Command(
    "list units",
    Text("Shows the units, each with its kind and manager.", vi: "Liệt kê các đơn vị, loại và đơn vị quản lý."),
    effect: .reads, returns: .table(unitColumns), run: list
) {
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<UnitKind?>("kind", Text("Only units of this kind.", vi: "Chỉ các đơn vị loại này."))
    Label<Day?>(
        "on",
        Text("As they were on a day; today when left out.", vi: "Theo tình trạng tại một ngày; mặc định là hôm nay."))
} examples: {
    Example("list units under: SGD-HP").prints("NGO-QUYEN")
    Example("list units kind: thsc").reports(.notAChoice)
}

/// The columns of `list units`.
let unitColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("kind", UnitKind.type, Text("Kind", vi: "Loại")),
    ColumnInfo("under", .code("unit"), Text("Under", vi: "Trực thuộc")),
    ColumnInfo("since", .date, Text("Since", vi: "Từ ngày")),
])

private func list(session: Session, under: UnitCode?, kind: UnitKind?, on: Day?) throws -> Document {
    let units = Units(session)
    let found = try (under.map { try units.under($0, on: on) } ?? units.all(on: on)).filter {
        kind == nil || $0.kind == kind
    }
    let rows = found.map { unit -> [Value] in
        [.text(unit.code), .text(unit.name), .text(unit.kind.rawValue), unit.managerCode.value, unit.since.value]
    }
    return .table(Table(unitColumns, rows: rows))
}
