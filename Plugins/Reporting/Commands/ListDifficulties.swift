import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list difficulties` shows what hinders the units.
let listDifficulties = Command(
    "list difficulties", Text("Shows what hinders the units.", vi: "Liệt kê khó khăn, vướng mắc của các đơn vị."),
    effect: .reads, returns: .table(difficultyColumns), run: list
) {
    Label<Period?>("period", Text("Only those noted in this period.", vi: "Chỉ nội dung ghi trong kỳ."))
} examples: {
    Example("list difficulties period: 2025").prints("no rows")
    Example("list difficulties of: 2025").reports("unknown-argument")
}

private let difficultyColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Day", vi: "Ngày")),
    ColumnInfo("difficulty", .text, Text("Difficulty", vi: "Khó khăn, vướng mắc")),
    ColumnInfo("proposal", .text, Text("Proposal", vi: "Kiến nghị")),
])

private func list(session: Session, period: Period?) throws -> Document {
    let rows = try Difficulty.all(session, in: period).map { found -> [Value] in
        [.text(found.unitCode), .date(found.noted), .text(found.words), found.proposal.value]
    }
    return .table(Table(difficultyColumns, rows: rows))
}
