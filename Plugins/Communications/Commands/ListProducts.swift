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
    effect: .reads, returns: .table(productColumns), run: list
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
    ColumnInfo("campaign", .code("campaign"), Text("Campaign", vi: "Đợt")),
])

private func list(session: Session, period: Period?, under: UnitCode?, kind: ProductKind?) throws -> Document {
    let wanted = try under.map { Set(try Units(session).scope(period, under: $0).map(\.id)) }
    var rows: [[Value]] = []
    try session.database.forEach(
        """
        SELECT p.unit, p.code, u.code, p.made_on, p.title, p.kind, p.pieces, p.channel, p.reach, p.women, c.code
        FROM communication_product p JOIN unit u ON u.id = p.unit LEFT JOIN campaign c ON c.id = p.campaign
        WHERE (\(period?.first) IS NULL OR p.made_on >= \(period?.first))
          AND (\(period?.last) IS NULL OR p.made_on <= \(period?.last))
          AND (\(kind) IS NULL OR p.kind = \(kind)) AND \(session.visible("p"))
        ORDER BY p.made_on, u.code, p.id
        """
    ) { row in
        guard try wanted?.contains(row.value(0)) ?? true else { return }
        rows.append([
            .text(try row.text(1)), .text(try row.text(2)), .date(try row.value(3)), .text(try row.text(4)),
            .text(try row.text(5)), .number(Number(try row.integer(6))), try row.value(7, as: String?.self).value,
            try row.value(8, as: Int?.self).value, try row.value(9, as: Int?.self).value,
            try row.value(10, as: String?.self).value,
        ])
    }
    return .table(Table(productColumns, rows: rows))
}
