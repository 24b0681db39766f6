import Commands
import Documents
import Programme
import Tables
import Values

/// “Chế độ báo cáo”: the rounds that are open or ended in the period, and who is late.
let roundSection = ReportSection(of: digestName, order: 60, Text("Returns", vi: "Chế độ báo cáo")) { session, request in
    try Round.all(session).filter { $0.top == request.unit.id }.flatMap { round -> [Block] in
        let returns = try round.returns(session)
        // What was not closed is told of until all of it is there.
        let isWaiting = round.closed == nil && returns.contains(where: \.isMissing)
        return isWaiting || round.lastDay >= request.period.first ? blocks(round, returns, session.today) : []
    }
}

private func blocks(_ round: Round, _ returns: [UnitReturn], _ today: Day) -> [Block] {
    let sentence = round.sentence(returns)
    let open = returns.filter(\.isMissing)
    guard !open.isEmpty, open.count < returns.count else { return [.paragraph(RichText(sentence))] }
    let shown = open.prefix(longest)
    let rows = shown.map { owed -> [Value] in
        [.text(owed.unit.code), .text(owed.unit.name), .date(owed.lastDay), owed.state(on: today).value]
    }
    let rest = open.count - shown.count
    return [
        .paragraph(RichText(sentence)),
        .table(
            TableBlock(
                Table(columns, rows: rows),
                caption: Text("Not received yet, or sent back", vi: "Đơn vị chưa nộp hoặc phải nộp lại"),
                remark: rest == 0 ? nil : Text("and \(rest) more", vi: "và \(rest) đơn vị khác"))),
    ]
}

extension Round {
    /// How many returns came in, as a sentence.
    func sentence(_ session: Session) throws -> Text { sentence(try returns(session)) }

    fileprivate func sentence(_ returns: [UnitReturn]) -> Text {
        let counts = ReturnCounts(returns).words
        let end =
            closed.map {
                Text("; closed on \($0.formatted(in: .english))", vi: "; đã chốt ngày \($0.formatted(in: .vietnamese))")
            } ?? Text(verbatim: "")
        return Text(
            "\(name): \(counts.english) (\(dueWords.english))\(end.english).",
            vi: "\(name): \(counts.vietnamese) (hạn: \(dueWords.vietnamese))\(end.vietnamese).")
    }
}

/// The most units that the table names.
private let longest = 30

private let columns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("until", .date, Text("By the end of", vi: "Hết ngày")),
    ColumnInfo("state", ReturnState.type, Text("State", vi: "Tình trạng")),
])

/// Rounds in the calendar: the last day on which a return is on time, with what is still missing.
let roundDuties = DutyRule { session, period in
    try Round.all(session).filter { period.contains($0.lastDay) }.map { round in
        let counts = ReturnCounts(try round.returns(session))
        return Duty(
            Text(
                "\(round.name): returns due, \(counts.none) of \(counts.expected) missing",
                vi: "\(round.name): hạn nộp báo cáo, còn thiếu \(counts.none)/\(counts.expected)"),
            from: round.lastDay, to: round.lastDay, source: round.source ?? "", confidence: .local)
    }
}
