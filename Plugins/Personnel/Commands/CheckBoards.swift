import Commands
import Documents
import Programme
import Tables
import Values

/// `check boards` finds the units whose board calls for a look.
let checkBoards = Command(
    "check boards",
    Text(
        "Finds units without a board, and boards that must be reviewed or lack rules or a plan.",
        vi: "Tìm đơn vị chưa có Ban VSTBPN, Ban cần kiện toàn, thiếu quy chế hoặc kế hoạch năm."),
    effect: .reads, returns: .table(boardFindingColumns), run: check
) {
    Label<Day?>("on", Text("As of a day; today when left out.", vi: "Tính đến một ngày; mặc định là hôm nay."))
    belowUnit
} examples: {
    Example("check boards under: TP-01").prints("over-a-year")
    Example("check boards under: TP-99").reports(.unknownCode)
}

/// The columns of `check boards`.
let boardFindingColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("finding", BoardFinding.type, Text("Finding", vi: "Vấn đề")),
    ColumnInfo("decision", .text, Text("Decision", vi: "Số quyết định")),
    ColumnInfo("on", .date, Text("Of", vi: "Ngày")),
])

private func check(session: Session, on: Day?, under: UnitCode?) throws -> Document {
    let day = on ?? session.today
    let review = try BoardReview(session, by: day)
    let rows = try listedUnits(under: under, on: day, session).flatMap { unit -> [[Value]] in
        let board = review.board(of: unit)
        return review.findings(of: unit).map { finding in
            [.text(unit.code), .text(unit.name), finding.value, (board?.decision).value, (board?.on).value]
        }
    }
    return .table(Table(boardFindingColumns, rows: rows), remark: BoardFinding.source)
}
