import Commands
import Documents
import Programme
import Tables
import Values

/// “Chế độ báo cáo”: the rounds that are open or ended in the period, and who is late.
let roundSection = ReportSection(of: digestName, order: 60, Text("Returns", vi: "Chế độ báo cáo")) { session, request in
    let rounds = try Round.all(session).filter { $0.top == request.unit.id && $0.lastDay >= request.period.first }
    return try rounds.flatMap { try blocks($0, session) }
}

private func blocks(_ round: Round, _ session: Session) throws -> [Block] {
    let returns = try round.returns(session)
    let received = returns.filter { $0.received != nil }.count
    let onTime = returns.filter { $0.state == .onTime }.count
    let sentence = Text(
        "\(round.name): \(received) of \(returns.count) returns received, \(onTime) on time "
            + "(by the end of \(round.lastDay.formatted(in: .english))).",
        vi: "\(round.name): đã nhận \(received)/\(returns.count) báo cáo, đúng hạn \(onTime) "
            + "(hạn: hết ngày \(round.lastDay.formatted(in: .vietnamese))).")
    let open = returns.filter { $0.received == nil }
    guard !open.isEmpty, open.count < returns.count else { return [.paragraph(RichText(sentence))] }
    let shown = open.prefix(longest)
    let rows = shown.map { [Value.text($0.unit.code), .text($0.unit.name), $0.state.value] }
    let rest = open.count - shown.count
    return [
        .paragraph(RichText(sentence)),
        .table(
            TableBlock(
                Table(columns, rows: rows), caption: Text("Not received yet", vi: "Đơn vị chưa nộp báo cáo"),
                remark: rest == 0 ? nil : Text("and \(rest) more", vi: "và \(rest) đơn vị khác"))),
    ]
}

/// The most units that the table names.
private let longest = 30

private let columns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("state", ReturnState.type, Text("State", vi: "Tình trạng")),
])

/// Rounds in the calendar: the last day on which a return is on time.
let roundDuties = DutyRule { session, period in
    try Round.all(session).filter { period.contains($0.lastDay) }.map { round in
        Duty(
            Text("\(round.name): returns due", vi: "\(round.name): hạn nộp báo cáo"), from: round.lastDay,
            to: round.lastDay,
            source: round.source ?? "", confidence: .local)
    }
}
