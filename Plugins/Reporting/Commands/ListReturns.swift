import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list returns` shows which units have sent their return in a round.
let listReturns = Command(
    "list returns",
    Text(
        "Shows which units have sent their return in a round.", vi: "Cho biết đơn vị nào đã nộp báo cáo trong một đợt."
    ),
    effect: .reads, returns: .table(returnColumns), run: list
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<ReturnState?>("state", Text("Only those in this state.", vi: "Chỉ các báo cáo ở tình trạng này."))
} examples: {
    Example("list returns BC-2025").prints("0 of 1 received")
    Example("list returns BC-2026").reports("unknown-code")
}

/// The columns of `list returns`.
let returnColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("received", .date, Text("Received", vi: "Ngày nhận")),
    ColumnInfo("state", ReturnState.type, Text("State", vi: "Tình trạng")),
])

private func list(session: Session, code: RoundCode, state: ReturnState?) throws -> Document {
    guard let round = try Round.all(session, code: code.code).first else {
        return .table(Table(returnColumns, rows: []))
    }
    let all = try round.returns(session)
    let rows = all.filter { state == nil || $0.state == state }.map { entry -> [Value] in
        [.text(entry.unit.code), .text(entry.unit.name), entry.received.value, entry.state.value]
    }
    let received = all.filter { $0.received != nil }.count
    let onTime = all.filter { $0.state == .onTime }.count
    return .table(
        Table(returnColumns, rows: rows),
        remark: Text(
            "\(received) of \(all.count) received, \(onTime) on time (by the end of \(round.lastDay))",
            vi:
                "đã nhận \(received)/\(all.count), đúng hạn \(onTime) "
                + "(hết ngày \(round.lastDay.formatted(in: .vietnamese)))"
        ))
}
