import Commands
import Database
import Documents
import Tables
import Values

/// `list disaggregations` shows figures by the categories into which elements are divided.
let listDisaggregations = Command(
    "list disaggregations",
    Text(
        "Shows figures by category; also by categories that an element no longer has.",
        vi: "Liệt kê số liệu theo nhóm chia nhỏ, kể cả nhóm nay không còn dùng."),
    lists: partColumns, by: list
) {
    Label<ElementCode?>("element", Text("Only figures of this element.", vi: "Chỉ loại số liệu này."))
    Label<Period?>("period", Text("Only figures of periods inside this one.", vi: "Chỉ các kỳ nằm trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example(
        "define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum"
            + " by: [\"under-40\", \"from-40\"]")
    Example("record disaggregation masters unit: NGO-QUYEN period: 2024 category: \"under-40\" total: 5 women: 3")
    Example("list disaggregations element: masters").prints("under-40")
    Example("list disaggregations element: doctors").reports(.unknownCode)
}

private let partColumns = Schema([
    ColumnInfo("element", .code("element"), Text("Figure", vi: "Số liệu")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("category", .text, Text("Category", vi: "Nhóm")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("state", FigureState.type, Text("State", vi: "Trạng thái")),
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục nhật ký")),
])

private func list(session: Session, code: ElementCode?, period: Period?, under: UnitCode?) throws -> Listing {
    let units = try Units(session).scope(period, under: under)
    var conditions = [session.visible("f"), "f.unit IN (\(ids: units.map(\.id)))"]
    if let code { conditions.append("e.code = \(code.code)") }
    if let period { conditions.append("f.period IN (\(list: Period.Kind.allCases.flatMap { period.parts($0) }))") }
    return Listing(
        partColumns,
        [
            .code("e.code", id: "f.element", of: "element"), .code("u.code", id: "f.unit", of: "unit"),
            .period("f.period"), .text("f.category"), absent(.decimal("f.total")), absent(.decimal("f.women")),
            .text("f.state"), .integer("f.recorded"),
        ],
        from: "figure_part f JOIN element e ON e.id = f.element JOIN unit u ON u.id = f.unit",
        where: conditions.joined(" AND "), orderedBy: ["e.code", "f.period", "u.code", "f.category", "f.id"])
}
