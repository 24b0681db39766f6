import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list products` shows the communication products.
let listProducts = Command(
    "list products",
    Text(
        "Shows posters, broadcasts, posts and other products.",
        vi: "Liệt kê áp phích, bài phát thanh, bài đăng và các sản phẩm khác."),
    lists: productColumns, by: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ sản phẩm trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<ProductKind?>("kind", Text("Only products of this kind.", vi: "Chỉ sản phẩm loại này."))
} examples: {
    Example("list products period: 2025-11 under: SGD-HP").prints("Áp phích Tháng hành động")
    Example("list products kind: postr").reports(.notAChoice)
}

/// The columns of `list products`.
let productColumns = Schema([
    ColumnInfo("product", .code("product"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Date", vi: "Ngày")),
    ColumnInfo("title", .text, Text("Title", vi: "Tên sản phẩm")),
    ColumnInfo("kind", ProductKind.type, Text("Kind", vi: "Loại")),
    ColumnInfo("pieces", .number, Text("Pieces", vi: "Số lượng")),
    ColumnInfo("channel", Channel.type, Text("Channel", vi: "Kênh")),
    ColumnInfo("reach", .number, Text("People reached", vi: "Lượt tiếp cận")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("audience", Audience.type, Text("Audience", vi: "Đối tượng")),
    ColumnInfo("campaign", .code("campaign"), Text("Campaign", vi: "Đợt")),
])

private func list(session: Session, period: Period?, under: UnitCode?, kind: ProductKind?) throws -> Listing {
    var conditions = [session.visible("p")]
    if let period { conditions.append("p.made_on BETWEEN \(period.first) AND \(period.last)") }
    if let under { conditions.append("p.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    if let kind { conditions.append("p.kind = \(kind)") }
    return Listing(
        productColumns,
        [
            .text("p.code"), .code("u.code", id: "p.unit", of: "unit"), .date("p.made_on"), .text("p.title"),
            .text("p.kind"),
            .integer("p.pieces"), .text("p.channel"), .integer("p.reach"), .integer("p.women"),
            .text("p.audience"),
            .code("c.code", id: "p.campaign", of: "campaign"),
        ],
        from: "communication_product p JOIN unit u ON u.id = p.unit LEFT JOIN campaign c ON c.id = p.campaign",
        where: conditions.joined(" AND "), orderedBy: ["p.made_on", "u.code", "p.id"])
}
