import Commands
import Documents
import Programme
import Tables
import Values

/// `list boards` shows the boards for the advancement of women.
let listBoards = Command(
    "list boards",
    Text(
        "Shows each unit's board for the advancement of women.",
        vi: "Liệt kê Ban vì sự tiến bộ của phụ nữ của các đơn vị."),
    effect: .reads, returns: .table(boardColumns), run: list
) {
    asOfPeriod
    belowUnit
} examples: {
    Example("list boards under: SGD-HP").prints("45/QĐ-TP")
    Example("list boards under: TP-1").reports(.unknownCode)
}

/// The columns of `list boards`.
let boardColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("decision", .text, Text("Decision", vi: "Số quyết định")),
    ColumnInfo("on", .date, Text("Of", vi: "Ngày")),
    ColumnInfo("members", .number, Text("Members", vi: "Thành viên")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("chair", RoleHolder.type, Text("Chair", vi: "Trưởng ban")),
    ColumnInfo("regulation", .yesNo, Text("Working rules", vi: "Quy chế")),
    ColumnInfo("plan", .yesNo, Text("Plan of the year", vi: "Kế hoạch năm")),
    ColumnInfo("trained", .number, Text("Members trained", vi: "Được tập huấn")),
    ColumnInfo("left", .number, Text("Members who left", vi: "Đã thôi tham gia")),
    ColumnInfo("review", .yesNo, Text("To be reviewed", vi: "Cần kiện toàn")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Document {
    let day = closingDay(period, session)
    let units = try listedUnits(under: under, on: day, session)
    let review = try BoardReview(session, by: day)
    let rows = units.compactMap { unit in
        review.board(of: unit).map { row(unit, $0, review) }
    }
    return .table(Table(boardColumns, rows: rows), remark: BoardFinding.source)
}

private func row(_ unit: OfficeUnit, _ board: Board, _ review: BoardReview) -> [Value] {
    func told(_ answer: Bool?) -> Value { answer.map { .yesNo($0) } ?? .missing(.notReported) }
    return [
        .text(unit.code), .text(board.decision), .date(board.on), .number(Number(board.members.total)),
        .number(Number(board.members.women)), board.roles.chair.map { $0.value } ?? .missing(.notReported),
        told(board.regulation), told(review.hasPlan(unit)),
        board.trained.map { .number(Number($0)) } ?? .missing(.notReported),
        .number(Number(review.left(of: unit))), .yesNo(review.findings(of: unit).contains(where: \.asksForReview)),
    ]
}
