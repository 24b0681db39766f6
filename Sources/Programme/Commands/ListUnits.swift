import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `list units` shows the units of the register.
let listUnits = Command(
    "list units",
    Text("Shows the units, each with its kind and manager.", vi: "Liệt kê các đơn vị, loại và đơn vị quản lý."),
    lists: unitColumns, by: list
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

private func list(session: Session, under: UnitCode?, kind: UnitKind?, on: Day?) throws -> Listing {
    let day = on ?? session.today
    var conditions = [Units(session).open(on: day)]
    if let kind { conditions.append("v.kind = \(kind)") }
    var (source, order): (SQL, [SQL]) = (Units.versions, ["u.code", "v.since", "v.id"])
    if let under {
        // The place in the list of ids is the place in the tree.
        let ids = try Units(session).under(under, on: day).map(\.id)
        source = "\(source) JOIN (\(places: ids)) tree ON tree.id = u.id"
        order = ["tree.place", "v.id"]
    }
    return Listing(
        unitColumns, [.text("u.code"), .text("v.name"), .text("v.kind"), .text("m.code"), .date("v.since")],
        from: source, where: conditions.joined(" AND "), orderedBy: order)
}
