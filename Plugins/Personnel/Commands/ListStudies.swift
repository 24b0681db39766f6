import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list studies` shows how many cadres studied or were trained.
let listStudies = Command(
    "list studies",
    Text(
        "Shows how many cadres studied or were trained, by year.",
        vi: "Liệt kê số cán bộ được đào tạo, bồi dưỡng theo năm."),
    lists: studyColumns, by: list
) {
    Label<Period?>("year", Text("Only this calendar year.", vi: "Chỉ năm dương lịch này."))
    belowUnit
} examples: {
    Example("list studies year: 2025 under: SGD-HP").prints("planned")
    Example("list studies year: 2024").prints("no rows")
    Example("list studies under: NOWHERE").reports(.unknownCode)
}

/// The columns of `list studies`.
let studyColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("year", .period, Text("Year", vi: "Năm")),
    ColumnInfo("cadres", CadreGroup.type, Text("Cadres", vi: "Nhóm cán bộ")),
    ColumnInfo("course", Course.type, Text("Course", vi: "Khóa học")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
])

private func list(session: Session, year: Period?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("s")]
    if let year {
        conditions.append(
            "s.year BETWEEN \(Period(.year, containing: year.first)) AND \(Period(.year, containing: year.last))")
    }
    if let under { conditions.append("s.unit IN (\(ids: try Units(session).scope(year, under: under).map(\.id)))") }
    return Listing(
        studyColumns,
        [
            .code("u.code", id: "s.unit", of: "unit"), .period("s.year"), .text("s.cadres"), .text("s.course"),
            .integer("s.total"), .integer("s.women"),
        ],
        from: "cadre_study s JOIN unit u ON u.id = s.unit", where: conditions.joined(" AND "),
        orderedBy: ["s.year", "u.code", "s.id"]
    ) { _ in
        Text(
            "Groups and courses overlap: they are not added up.",
            vi: "Các nhóm và khóa học trùng nhau một phần nên không cộng lại.")
    }
}
