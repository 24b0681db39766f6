import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list contacts` shows the addresses of units.
let listContacts = Command(
    "list contacts", Text("Shows the e-mail addresses of units.", vi: "Liệt kê địa chỉ thư điện tử của các đơn vị."),
    lists: contactColumns, by: list
) {
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("set contact LE-CHAN email: \"c3lechan@haiphong.edu.vn\"")
    Example("list contacts under: SGD-HP").prints("c3lechan@haiphong.edu.vn")
    Example("list contacts under: SGD-HN").reports("unknown-code")
}

private let contactColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("email", .text, Text("Address", vi: "Địa chỉ")),
])

private func list(session: Session, under: UnitCode?) throws -> Listing {
    var condition: SQL = session.visible("c")
    if let under {
        condition = "\(condition) AND c.unit IN (\(ids: try Units(session).under(under).map(\.id)))"
    }
    return Listing(
        contactColumns, [.code("u.code", id: "c.unit", of: "unit"), .text("c.email")],
        from: "reporting_contact c JOIN unit u ON u.id = c.unit", where: condition, orderedBy: ["u.code", "c.id"])
}
