import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `list rounds` shows the rounds with what has come in.
let listRounds = Command(
    "list rounds", Text("Shows the rounds with what has come in.", vi: "Liệt kê các đợt báo cáo và số đã nộp."),
    lists: roundColumns, by: list
) {
    Label<Period?>("period", Text("Only rounds for this period or parts of it.", vi: "Chỉ các đợt của kỳ này."))
} examples: {
    Example("list rounds").prints("BC-2025")
    Example("list rounds | where closed is missing | keep round").prints("BC-2025")
    Example("list rounds period: soon").reports("wrong-type")
}

private let roundColumns = Schema([
    ColumnInfo("round", .code("round"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Round", vi: "Đợt báo cáo")),
    ColumnInfo("period", .period, Text("Period", vi: "Kỳ")),
    ColumnInfo("until", .date, Text("By the end of", vi: "Hết ngày")),
    ColumnInfo("expected", .number, Text("Expected", vi: "Phải nộp")),
    ColumnInfo("received", .number, Text("Received", vi: "Đã nộp")),
    ColumnInfo("on-time", .number, Text("On time", vi: "Đúng hạn")),
    ColumnInfo("accepted", .number, Text("Accepted", vi: "Đã duyệt")),
    ColumnInfo("closed", .date, Text("Closed", vi: "Ngày chốt")),
    ColumnInfo("source", .text, Text("Source", vi: "Căn cứ")),
])

private func list(session: Session, period: Period?) throws -> Listing {
    let rounds = try Round.all(session).filter { period?.contains($0.period) ?? true }
    let rows = try rounds.map { round -> [Value] in
        let counts = ReturnCounts(try round.returns(session))
        return [
            .text(round.code), .text(round.name), .period(round.period), .date(round.lastDay),
            .number(Number(counts.expected)), .number(Number(counts.received)), .number(Number(counts.onTime)),
            .number(Number(counts.accepted)), round.closed.value, round.source.value,
        ]
    }
    return Listing(Table(roundColumns, rows: rows))
}
