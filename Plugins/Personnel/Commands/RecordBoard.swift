import Commands
import Diagnostics
import Documents
import Programme
import Values

/// `record board` records the decision that sets up or reviews a unit's board.
let recordBoard = Command(
    "record board",
    Text(
        "Records the decision that sets up or reviews a unit's board for the advancement of women.",
        vi: "Ghi quyết định thành lập hoặc kiện toàn Ban vì sự tiến bộ của phụ nữ của đơn vị."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<String>("decision", Text("The number of the decision.", vi: "Số quyết định."))
    Label<Day>("on", Text("The day of the decision.", vi: "Ngày quyết định."))
    Label<Int>("members", Text("All members.", vi: "Tổng số thành viên."))
    Label<Int>("women", Text("The women among them.", vi: "Trong đó nữ."))
    Label<Bool?>("regulation", Text("Whether it has working rules.", vi: "Có quy chế làm việc hay không."))
    Label<Bool?>("plan", Text("Whether it has a plan of the year.", vi: "Có kế hoạch năm hay không."))
    Label<Int?>("trained", Text("How many members were trained.", vi: "Số thành viên đã được tập huấn."))
    Label<RoleHolder?>("chair", Text("Whether a woman or a man chairs it.", vi: "Trưởng ban là nữ hay nam."))
    Label<Int?>("deputies", Text("How many deputy chairs it has.", vi: "Số phó trưởng ban."))
    Label<Int?>("women-deputies", Text("The women among the deputy chairs.", vi: "Số nữ phó trưởng ban."))
    Label<RoleHolder?>(
        "secretary",
        Text("Whether a woman or a man is its secretary.", vi: "Thư ký (ủy viên thường trực) là nữ hay nam."))
} examples: {
    Example("record board LL-02 decision: \"12/QĐ-LL\" on: 2025-09-12 members: 5 women: 4 regulation: yes trained: 3")
        .prints("12/QĐ-LL")
    Example("record board LL-02 decision: \"12/QĐ-LL\" on: 2025-09-13 members: 5 women: 4").reports(.boardDoubled)
    Example("record board LL-02 decision: \"13/QĐ-LL\" on: 2025-09-13 members: 5 women: 4 trained: 6")
        .reports(.trainedOverMembers)
    Example(
        "record board LL-02 decision: \"13/QĐ-LL\" on: 2025-09-13 members: 5 women: 4 chair: woman deputies: 2 "
            + "women-deputies: 1 secretary: woman"
    ).prints("13/QĐ-LL")
    Example("record board LL-02 decision: \"14/QĐ-LL\" on: 2025-09-13 members: 5 women: 4 chair: man secretary: man")
        .reports(.rolesOverMembers)
    Example("record board LL-02 decision: \"14/QĐ-LL\" on: 2025-09-13 members: 5 women: 4 deputies: 2")
        .reports(.deputiesHalfTold)
    Example("record board LL-02 decision: \" \" on: 2025-09-13 members: 5 women: 4").reports(.boardIncomplete)
}

private func record(
    session: Session, unit: UnitCode, decision: String, on: Day, members: Int, women: Int, regulation: Bool?,
    plan: Bool?, trained: Int?, chair: RoleHolder?, deputies: Int?, womenDeputies: Int?, secretary: RoleHolder?
) throws -> Document {
    let count = Headcount(on: on, total: members, women: women)
    try count.check()
    guard members > 0, decision.contains(where: { !$0.isWhitespace }) else { throw incomplete(members) }
    guard 0...members ~= trained ?? 0 else { throw overtrained }
    let roles = BoardRoles(chair: chair, deputies: deputies, womenDeputies: womenDeputies, secretary: secretary)
    try roles.check(members: count)
    try refuseFuture(on, "on", session)
    let id = try openUnit(unit, on: on, session)
    let boards = Boards(session)
    guard try !boards.has(decision, unit: id) else { throw doubled(unit, decision) }
    try boards.record(
        Board(
            decision: decision, members: count, roles: roles, regulation: regulation, plan: plan, trained: trained),
        unit: id)
    return .done(
        Text(
            "Recorded the board of \(unit.code), \(decision) of \(on): \(members) members, \(women) women.",
            vi: "Đã ghi Ban VSTBPN của \(unit.code), \(decision) ngày \(on): \(members) thành viên, \(women) nữ."))
}

private func incomplete(_ members: Int) -> Diagnostic {
    Diagnostic(
        .boardIncomplete,
        Text(
            "A board has members and the number of a decision.", vi: "Ban VSTBPN phải có thành viên và số quyết định."),
        subject: members > 0 ? "decision" : "members",
        notes: [Text("For example decision: \"12/QĐ-THPT\".", vi: "Ví dụ decision: \"12/QĐ-THPT\".")])
}

private let overtrained = Diagnostic(
    .trainedOverMembers,
    Text(
        "Only members of the board are counted as trained.",
        vi: "Số thành viên được tập huấn không thể vượt số thành viên."),
    subject: "trained")

private func doubled(_ unit: UnitCode, _ decision: String) -> Diagnostic {
    Diagnostic(
        .boardDoubled,
        Text("\(unit.code) has the decision \(decision) already.", vi: "\(unit.code) đã có quyết định \(decision)."),
        subject: "decision",
        notes: [
            Text("‘list boards under: \(unit.code)’ shows it.", vi: "Gõ ‘list boards under: \(unit.code)’ để xem.")
        ])
}

extension Diagnostic.Code {
    /// A board without members or without a decision.
    static let boardIncomplete: Self = "board-incomplete"
    /// A decision that the unit has already.
    static let boardDoubled: Self = "board-doubled"
    /// More trained members than members.
    static let trainedOverMembers: Self = "trained-over-members"
}
