import Commands
import Documents
import Papers
import Tables
import Values

/// `list report values` shows what a report offers to templates.
let listReportValues = Command(
    "list report values",
    Text(
        "Shows the names that a report offers to templates, with what they stand for.",
        vi: "Liệt kê các tên mà một báo cáo cung cấp cho mẫu và nội dung của từng tên."),
    effect: .reads, returns: .table(reportValueColumns), run: list
) {
    Argument<ReportName>("report", Text("The report.", vi: "Báo cáo."))
    Label<Period>("period", Text("The period it tells of.", vi: "Kỳ báo cáo."))
    Label<UnitCode>("under", Text("The unit at the top.", vi: "Đơn vị cấp trên cùng."))
} examples: {
    Example("list report values indicators period: 2025 under: SGD-HP").prints("unit.name")
    Example("list report values indicator period: 2025 under: SGD-HP").reports(.unknownCode)
}

/// The columns of `list report values`.
private let reportValueColumns = Schema([
    ColumnInfo("name", .text, Text("Name", vi: "Tên")),
    ColumnInfo("vietnamese", .text, Text("Vietnamese name", vi: "Tên tiếng Việt")),
    ColumnInfo("rows", .number, Text("Rows", vi: "Số dòng")),
    ColumnInfo("content", .text, Text("Content, or columns", vi: "Nội dung hoặc các cột")),
])

private func list(session: Session, name: ReportName, period: Period, under: UnitCode) throws -> Document {
    let (document, request) = try Report.requested(name, period, under, session)
    let values = try ReportValues(document, of: name.code, request, session).values
    return .table(
        Table(reportValueColumns, rows: rows(of: values, Text(verbatim: ""), session.surroundings.language)))
}

private func rows(of values: TemplateValues, _ front: Text, _ language: DisplayLanguage) -> [[Value]] {
    values.entries.flatMap { entry -> [[Value]] in
        let name = front + entry.key
        let names: [Value] = [.text(name.english), .text(name.vietnamese)]
        switch entry.content {
        case .value(let value, _): return [names + [.missing, .text(value.written(in: language))]]
        case .words(let words): return [names + [.missing, .text(words(in: language))]]
        case .rows(let table):
            let columns = table.schema.names.joined(separator: ", ")
            return [names + [.number(Number(table.rowCount)), .text(columns)]]
        case .group(let inner): return rows(of: inner, name + Text(verbatim: "."), language)
        case .absent, .differing: return [names + [.missing(.notApplicable), .missing]]
        }
    }
}
