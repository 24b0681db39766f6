import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list measures` shows what offices will do in a year.
let listMeasures = Command(
    "list measures",
    Text("Shows what offices will do in a year.", vi: "Liệt kê nhiệm vụ, giải pháp đã ghi cho một năm."),
    effect: .reads, returns: .table(columns), run: list
) {
    Label<Period>("year", Text("The year.", vi: "Năm thực hiện."))
} examples: {
    Example("list measures year: 2026").prints("no rows")
    Example("list measures year: 2026-Q1").reports(.notAPlanYear)
}

private let columns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("measure", .text, Text("Measure", vi: "Nhiệm vụ, giải pháp")),
])

private func list(session: Session, year: Period) throws -> Document {
    _ = try planYear(year)
    let rows = try YearMeasure.all(session, year: year).map { measure -> [Value] in
        [.text(measure.unitCode), .text(measure.words)]
    }
    return .table(Table(columns, rows: rows))
}
