import Commands
import Documents
import Journal
import Tables
import Values

/// `show journal` shows the last entries of the journal.
let showJournal = Command(
    "show journal", Text("Shows the last entries of the journal.", vi: "Cho xem các mục cuối của nhật ký."),
    effect: .reads, returns: .table(journalColumns), run: show
) {
    Label<Int>("last", Text("How many entries.", vi: "Số mục cần xem."), default: .value(.number(20)))
} examples: {
    Example("show journal last: 5").prints("register unit")
    Example("show journal lats: 5").reports(.unknownArgument)
}

private let journalColumns = Schema([
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục")),
    ColumnInfo("at", .text, Text("At", vi: "Lúc")),
    ColumnInfo("actor", .text, Text("Who", vi: "Người ghi")),
    ColumnInfo("origin", .text, Text("From", vi: "Nơi ghi")),
    ColumnInfo("sentence", .text, Text("Sentence", vi: "Câu lệnh")),
])

private func show(session: Session, last: Int) throws -> Document {
    let count = try session.lastEntry()
    let first = max(1, count - max(0, last) + 1)
    let rows = try session.journal.entries(from: first, limit: min(count, max(0, last))).map { entry -> [Value] in
        [
            .number(Number(entry.number)), .text(entry.at.description), .text(entry.actor), .text(entry.origin),
            .text(entry.sentence),
        ]
    }
    return .table(
        Table(journalColumns, rows: rows),
        remark: Text("\(rows.count) of \(count) entries", vi: "\(rows.count) trong \(count) mục"))
}
