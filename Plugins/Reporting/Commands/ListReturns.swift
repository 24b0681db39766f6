import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list returns` shows how it stands with the returns of a round.
let listReturns = Command(
    "list returns",
    Text(
        "Shows which units owe a return, and how it stands with each.",
        vi: "Cho biết đơn vị nào phải nộp báo cáo và tình trạng từng báo cáo."),
    lists: returnColumns, by: list
) {
    Argument<RoundCode?>(
        "round", Text("The round; all of them when left out.", vi: "Đợt báo cáo; bỏ trống là mọi đợt."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
    Label<ReturnState?>("state", Text("Only those in this state.", vi: "Chỉ các báo cáo ở tình trạng này."))
} examples: {
    Example("list returns BC-2025").prints("0 of 1 received")
    Example("list returns BC-2025 state: due | keep unit").prints("LE-CHAN")
    Example("list returns BC-2026").reports("unknown-code")
}

/// The columns of `list returns`.
let returnColumns = Schema([
    ColumnInfo("round", .code("round"), Text("Round", vi: "Đợt báo cáo")),
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("until", .date, Text("By the end of", vi: "Hết ngày")),
    ColumnInfo("received", .date, Text("Received", vi: "Ngày nhận")),
    ColumnInfo("submitted", Submission.type, Text("Submitted", vi: "Nộp")),
    ColumnInfo("state", ReturnState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("comments", .text, Text("Comments", vi: "Ý kiến trả lại")),
])

private func list(session: Session, code: RoundCode?, under: UnitCode?, state: ReturnState?) throws -> Listing {
    let rounds = try Round.all(session, code: code?.code)
    let today = session.today
    var rows: [[Value]] = []
    var remark: Text?
    for round in rounds {
        let all = try round.returns(session, under: under?.code)
        rows += all.filter { state == nil || $0.state(on: today) == state }.map { owed -> [Value] in
            [
                .text(round.code), .text(owed.unit.code), .text(owed.unit.name), .date(owed.lastDay),
                (owed.receipt?.received).value, owed.submission.value, owed.state(on: today).value,
                (owed.receipt?.comments).value,
            ]
        }
        if rounds.count == 1 { remark = try words(round, all, isPart: under != nil, session) }
    }
    return Listing(Table(returnColumns, rows: rows), remark: remark)
}

/// The counts of a round, by when its returns are due, and which returns do not count.
private func words(_ round: Round, _ all: [UnitReturn], isPart: Bool, _ session: Session) throws -> Text {
    let strays = isPart ? "" : try round.strays(session).joined(separator: ", ")
    let uncounted =
        strays.isEmpty
        ? Text(verbatim: "")
        : Text("; not counted, owing none on that day: \(strays)", vi: "; không tính (không thuộc diện nộp): \(strays)")
    let counts = ReturnCounts(all).words
    return Text(
        "\(counts.english) (\(round.dueWords.english))", vi: "\(counts.vietnamese) (\(round.dueWords.vietnamese))")
        + uncounted
}
