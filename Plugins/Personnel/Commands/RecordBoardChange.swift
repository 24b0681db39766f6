import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record board change` records that members left a unit's board, which must then be reviewed (kiện toàn).
let recordBoardChange = Command(
    "record board change",
    Text(
        "Records that members left a unit's board; it is then due for review.",
        vi: "Ghi việc thành viên thôi tham gia Ban VSTBPN; Ban khi đó cần được kiện toàn."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Day>("on", Text("The day on which they left.", vi: "Ngày thôi tham gia."))
    Label<BoardRole>("role", Text("What they were on the board.", vi: "Vai trò trong Ban."))
    Label<Int>("members", Text("How many left.", vi: "Số người thôi tham gia."), default: .value(.number(1)))
    Label<Int>("women", Text("The women among them.", vi: "Trong đó nữ."))
    Label<String?>("why", Text("Why, without names.", vi: "Lý do, không ghi tên người."))
} examples: {
    Example("record board change TP-01 on: 2025-08-01 role: secretary women: 1 why: \"Nghỉ hưu\"")
        .prints("must be reviewed")
    Example("list boards under: TP-01").prints("yes")
    Example("record board change TP-01 on: 2025-08-01 role: secretary women: 0").reports(.countDoubled)
    Example("record board change TP-01 on: 2025-08-01 role: chair members: 2 women: 1").reports(.leftOverMembers)
    Example("record board change TP-01 on: 2025-08-01 role: member members: 8 women: 1").reports(.leftOverMembers)
    Example("record board change LL-02 on: 2025-08-01 role: member women: 1").reports(.noBoardYet)
}

private func record(
    session: Session, unit: UnitCode, on: Day, role: BoardRole, members: Int, women: Int, why: String?
) throws -> Document {
    let left = Headcount(on: on, total: members, women: women)
    try left.check()
    guard members > 0 else { throw nobody }
    try refuseFuture(on, "on", session)
    if let why { try requireWords(why, "why") }
    let id = try openUnit(unit, on: on, session)
    guard let board = try Boards(session).last(by: on)[id] else { throw noBoard(unit, on) }
    let most = role == .chair ? 1 : board.members.total
    guard members <= most, women <= board.members.women, left.men <= board.members.men else {
        throw tooMany(board, left)
    }
    let earlier = try session.database.first(
        """
        SELECT members, women FROM board_change
        WHERE unit = \(id) AND on_day = \(on) AND role = \(role) AND \(session.visible())
        """)
    if let earlier {
        throw Headcount.doubled(unit, on, "boards", total: try earlier.integer(0), women: try earlier.integer(1))
    }
    try session.database.execute(
        """
        INSERT INTO board_change (unit, on_day, role, members, women, why, recorded)
        VALUES (\(id), \(on), \(role), \(members), \(women), \(why), \(session.entry))
        """)
    return .done(
        Text(
            "Recorded that \(members.counted("member")) left the board of \(unit.code) on \(on); it must be reviewed.",
            vi: "Đã ghi \(members) thành viên thôi tham gia Ban VSTBPN của \(unit.code) ngày \(on); "
                + "Ban cần được kiện toàn."))
}

private let nobody = Diagnostic(
    .leftOverMembers, Text("Somebody must have left.", vi: "Phải có ít nhất một người thôi tham gia."),
    subject: "members")

private func noBoard(_ unit: UnitCode, _ day: Day) -> Diagnostic {
    Diagnostic(
        .noBoardYet,
        Text(
            "\(unit.code) has no board on record on \(day).",
            vi: "Chưa ghi Ban VSTBPN của \(unit.code) vào ngày \(day)."),
        subject: "unit",
        notes: [
            Text(
                "Record its decision first: ‘record board \(unit.code) …’.",
                vi: "Hãy ghi quyết định trước: ‘record board \(unit.code) …’.")
        ])
}

private func tooMany(_ board: Board, _ left: Headcount) -> Diagnostic {
    Diagnostic(
        .leftOverMembers,
        Text(
            "So many cannot leave it in this role: women: \(left.women), men: \(left.men).",
            vi: "Không thể có \(left.women) nữ và \(left.men) nam thôi giữ vai trò này."),
        subject: "members",
        notes: [
            Text(
                "By \(board.decision) the board has women: \(board.members.women), men: \(board.members.men), "
                    + "and one chair.",
                vi: "Theo \(board.decision), Ban có \(board.members.women) nữ và \(board.members.men) nam, với một "
                    + "trưởng ban.")
        ])
}

extension Diagnostic.Code {
    /// More members leaving than there are, or none.
    static let leftOverMembers: Self = "left-over-members"
    /// A unit that has no board yet.
    static let noBoardYet: Self = "no-board-yet"
}
