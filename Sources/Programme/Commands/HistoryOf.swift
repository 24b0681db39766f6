import Commands
import Diagnostics
import Documents
import Journal
import Tables
import Values

/// `history of` shows what happened to a record, entry by entry.
let historyOf = Command(
    "history of",
    Text(
        "Shows every entry that changed a record: who, when, and what stood there before.",
        vi: "Cho xem mọi mục nhật ký đã thay đổi một bản ghi: ai, khi nào, giá trị trước và sau."),
    effect: .reads, returns: .table(historyColumns), run: show
) {
    Argument<RecordCode>("record", Text("The record, also one that was taken back.", vi: "Bản ghi, kể cả đã rút."))
    Label<KindName?>(
        "kind", Text("Of which kind, where a code has several.", vi: "Loại bản ghi, nếu mã thuộc nhiều loại."))
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("amend training TR-0001 women: 40 reason: \"Đếm lại\"")
    Example("retract training TR-0001 reason: \"Ghi trùng\"")
    Example("history of TR-0001 kind: training").prints("women: 38 → 40")
    Example("history of NGO-QUYEN").prints("manager: SGD-HP")
    Example("history of \(ExampleCase.code)").prints("keep sealed case")
    Example("history of TR-9999").reports(.unknownCode)
}

private let historyColumns = Schema([
    ColumnInfo("entry", .number, Text("Entry", vi: "Mục")),
    ColumnInfo("at", .text, Text("At", vi: "Lúc")),
    ColumnInfo("actor", .text, Text("Who", vi: "Người ghi")),
    ColumnInfo("sentence", .text, Text("Sentence", vi: "Câu lệnh")),
    ColumnInfo("changes", .text, Text("What changed", vi: "Thay đổi")),
])

private func show(session: Session, record: RecordCode, named name: KindName?) throws -> Document {
    let kind = try kind(of: record, named: name, session)
    let rows = try RecordHistory(of: record.code, kind, session).all().compactMap { event -> [Value]? in
        guard let entry = try session.journal.entries(from: event.entry, limit: 1).first else { return nil }
        // Of a sealed record not even its sealed bytes are shown.
        let words = entry.sentence.split(separator: " ").map(String.init)
        let command = session.registry.command(matching: words)?.command.name ?? ""
        return [
            .number(Number(entry.number)), .text(entry.at.description), .text(entry.actor),
            .text(kind.isSealed ? command : entry.sentence),
            event.changes.isEmpty ? .missing : .text(event.changes.joined(separator: "; ")),
        ]
    }
    return .table(Table(historyColumns, rows: rows))
}
