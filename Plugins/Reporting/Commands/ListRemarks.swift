import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list remarks` shows what units say of their work.
let listRemarks = Command(
    "list remarks",
    Text(
        "Shows the results, difficulties and proposals that units tell.",
        vi: "Liệt kê kết quả, khó khăn và kiến nghị do các đơn vị nêu."),
    lists: remarkColumns, by: list
) {
    Label<Period?>("period", Text("Only those on this period.", vi: "Chỉ của kỳ này."))
    Label<RemarkKind?>("kind", Text("Only those of this kind.", vi: "Chỉ loại này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("note remark \"Thiếu báo cáo viên về giới\" kind: difficulty unit: LE-CHAN period: 2025")
    Example("list remarks period: 2025 kind: difficulty under: SGD-HP").prints("Thiếu báo cáo viên")
    Example("list remarks under: SGD-HN").reports(.unknownCode)
}

/// The columns of `list remarks`.
let remarkColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("kind", RemarkKind.type, Text("Kind", vi: "Loại")),
    ColumnInfo("text", .text, Text("Text", vi: "Nội dung")),
    ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
])

private func list(session: Session, period: Period?, kind: RemarkKind?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("r")]
    if let period { conditions.append("r.period = \(period)") }
    if let kind { conditions.append("r.kind = \(kind)") }
    if let under { conditions.append("r.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    return Listing(
        remarkColumns,
        [
            .code("u.code", id: "r.unit", of: "unit"), .period("r.period"), .text("r.kind"),
            .text("r.text"), .text("r.source"),
        ],
        from: "unit_remark r JOIN unit u ON u.id = r.unit", where: conditions.joined(" AND "),
        orderedBy: ["r.period", "u.code", "r.id"])
}
