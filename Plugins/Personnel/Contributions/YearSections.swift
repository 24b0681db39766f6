import Commands
import Documents
import Programme
import Tables
import Values

/// “Công tác cán bộ nữ, Ban VSTBPN” in the annual report: what the monthly digest tells, as of the year's last day.
let annualSection = ReportSection(
    of: "annual-report", order: 30,
    Text("Women cadres and boards", vi: "Công tác cán bộ nữ và hoạt động của Ban VSTBPN"), build: leadershipBlocks)

/// “Đội ngũ, Ban VSTBPN” in a unit's own report: its staff by post with women, and its board.
let unitSection = ReportSection(
    of: "unit-report", order: 30, Text("Staff and board", vi: "Đội ngũ và Ban VSTBPN")
) { session, request in
    let day = closingDay(request.period, session)
    let units = try listedUnits(under: UnitCode(code: request.unit.code), on: day, session)
    guard units.count == 1, let unit = units.first else {
        return try leadershipBlocks(session: session, request: request)
    }
    let boards = try Boards(session).last(by: day)
    return try staffTable(of: unit, by: day, session) + boardFields(boards[unit.id])
}

private func staffTable(of unit: OfficeUnit, by day: Day, _ session: Session) throws -> [Block] {
    let language = session.surroundings.language
    let counts = Headcounts<StaffPost>(session)
    let rows = try StaffPost.allCases.compactMap { post -> [Value]? in
        guard let count = try counts.last(post, by: day)[unit.id] else { return nil }
        let name = post == .head ? Text("head", vi: "người đứng đầu")(in: language) : post.meaning(in: language)
        return [
            .text(name.prefix(1).uppercased() + name.dropFirst()), .number(Number(count.total)),
            .number(Number(count.women)), count.share, .date(count.on),
        ]
    }
    guard !rows.isEmpty else {
        return [
            .paragraph(RichText(Text("No staff is on record.", vi: "Chưa ghi nhận số liệu về đội ngũ.")))
        ]
    }
    return [
        .table(
            TableBlock(
                Table(columns, rows: rows), caption: Text("Staff by post and sex", vi: "Đội ngũ theo vị trí và giới"),
                remark: Text(
                    "A person may stand in several rows.", vi: "Một người có thể được tính ở nhiều dòng.")))
    ]
}

private func boardFields(_ board: Board?) -> [Block] {
    guard let board else {
        return [.paragraph(RichText(Text("No board is on record.", vi: "Chưa ghi nhận quyết định về Ban VSTBPN.")))]
    }
    let trained = board.trained.map { trained in
        Text(", \(trained) of them trained", vi: ", trong đó \(trained.vietnamese) người được bồi dưỡng nghiệp vụ")
    }
    let (total, women) = (board.members.total, board.members.women)
    return [
        .paragraph(
            RichText(
                Text(
                    "Board for the advancement of women: decision \(board.decision) of "
                        + "\(board.on.formatted(in: .english)), \(total) members, \(women) women",
                    vi: "Ban VSTBPN của đơn vị theo Quyết định số \(board.decision) ngày "
                        + "\(board.on.formatted(in: .vietnamese)), gồm \(total.vietnamese) thành viên, có "
                        + "\(women.vietnamese) nữ") + (trained ?? Text(verbatim: "")) + Text(verbatim: ".")))
    ]
}

private let columns = Schema([
    ColumnInfo("post", .text, Text("Post", vi: "Vị trí, tiêu chí")),
    ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
    ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
    ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
    ColumnInfo("on", .date, Text("As of", vi: "Ngày chốt")),
])
