import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list reports` shows what `render report` can make.
let listReports = Command(
    "list reports", Text("Shows the reports that can be rendered.", vi: "Liệt kê các báo cáo có thể lập."),
    effect: .reads,
    returns: .table(reportColumns), run: list
) {
} examples: {
    Example("list reports").prints("indicators")
    Example("list reports of: 2025").reports("unknown-argument")
}

/// The columns of `list reports`.
let reportColumns = Schema([
    ColumnInfo("report", .code("report"), Text("Report", vi: "Báo cáo")),
    ColumnInfo("summary", .text, Text("What it tells", vi: "Nội dung")),
])

private func list(session: Session) throws -> Document {
    let reports = session.registry.contributions(Report.self).sorted { $0.name < $1.name }
    let rows = reports.map { [Value.text($0.name), .text($0.summary(in: session.surroundings.language))] }
    let formats = session.surroundings.paperWriters.map(\.format).joined(separator: ", ")
    return .table(
        Table(reportColumns, rows: rows),
        remark: formats.isEmpty ? nil : Text("Formats: \(formats).", vi: "Định dạng: \(formats)."))
}
