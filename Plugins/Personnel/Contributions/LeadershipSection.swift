import Commands
import Documents
import Programme
import Values

/// The part of the monthly digest about leadership and boards.
let leadershipSection = ReportSection(
    of: "monthly-digest", order: 40, Text("Leadership and boards", vi: "Lãnh đạo nữ và Ban vì sự tiến bộ của phụ nữ"),
    build: leadershipBlocks)

/// How many units have women among their leaders, boards, planned cadres and training, as of the period's last day.
func leadershipBlocks(session: Session, request: ReportRequest) throws -> [Block] {
    let day = closingDay(request.period, session)
    let units = try listedUnits(under: UnitCode(code: request.unit.code), on: day, session)
    let tally = LeadershipTally(units, try Leadership(session, by: day))
    let review = try BoardReview(session, by: day)
    let expected = units.filter(Boards.isExpected)
    let boards = expected.filter { review.board(of: $0) != nil }
    let cadres = try CadreLines(units, request.period, by: day, session)
    guard tally.reported > 0 || tally.heads > 0 || !boards.isEmpty || !cadres.isEmpty else { return [] }
    let left = expected.filter { review.left(of: $0) > 0 }.count
    let due = boards.filter { review.findings(of: $0).contains(where: \.asksForReview) }
    let fields = [
        Field(
            Text("Units with a woman among the leaders", vi: "Đơn vị có nữ trong ban lãnh đạo"),
            share(tally.withWoman, tally.reported, session)),
        Field(
            Text("Units that reported their leaders", vi: "Đơn vị đã báo cáo về lãnh đạo"),
            share(tally.reported, tally.units, session)),
        Field(Text("Women among heads", vi: "Nữ người đứng đầu"), share(tally.womenHeads, tally.heads, session)),
        Field(
            Text("Units with a board recorded", vi: "Đơn vị đã ghi nhận Ban VSTBPN"),
            share(boards.count, expected.count, session)),
        Field(Text("Boards to be reviewed", vi: "Ban VSTBPN cần kiện toàn"), share(due.count, boards.count, session)),
    ]
    let more =
        left == 0
        ? []
        : [
            Field(
                Text("Boards that members left", vi: "Ban VSTBPN có thành viên thôi tham gia"),
                .number(Number(left)))
        ]
    return [.fields(fields + more + cadres.fields), .reservation(LeadershipTally.target)] + cadres.reservations
        + (boards.isEmpty ? [] : [.reservation(BoardFinding.source)])
}

/// Numerator, denominator and share in one line: `2 of 3 (66.67 %)`.
func share(_ part: Int, _ whole: Int, _ session: Session) -> Value {
    let language = session.surroundings.language
    let counts = Text("\(part) of \(whole)", vi: "\(part) trên \(whole)")(in: language)
    guard whole > 0, let share = Number(part).divided(by: Number(whole)) else { return .text(counts) }
    return .text("\(counts) (\(Value.percent(share).written(in: language)))")
}
