import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `receive annex` reads a filled-in Phụ lục 1 as a unit's return.
let receiveAnnex = Command(
    "receive annex",
    Text(
        "Reads a filled-in Phụ lục 1 as its unit's return: all of it, or nothing and everything that is wrong.",
        vi: "Nhận Phụ lục 1 đã điền làm báo cáo của đơn vị: nhận trọn vẹn, hoặc không nhận và nêu mọi lỗi."),
    effect: .writes, run: receive
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<FilePath>("from", Text("The workbook (.xlsx).", vi: "Tệp (.xlsx)."))
    Label<Day>(
        "on", Text("The day it came in.", vi: "Ngày nhận."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("define annex elements")
    Example("write annexes BC-2025 to: \"out\"")
    Example("receive annex BC-2025 from: \"out/BC-2025-LE-CHAN.xlsx\"").reports(.annexEmpty)
    Example("receive annex BC-2025 from: \"out/BC-2025-LE-CHAN.xlsx\" on: 2026-05-01").reports("future-day")
    Example("receive annex BC-2025 from: \"out/none.xlsx\"").reports("file-unreadable")
    Example("list returns BC-2025").prints("none")
}

private func receive(session: Session, code: RoundCode, from: FilePath, on: Day) throws -> Document {
    try refuseFuture(on, "on", session)
    let round = try Round.named(code, session)
    try round.refuseClosed()
    let bytes = try session.takeIn(from.path)
    let file = try AnnexFile(bytes, name: from.path, of: round, session)
    let kept = try AnnexTaking(session: session, round: round, file: file, name: from.path).run(on: on)
    let unit = file.stamp.unit
    let first = file.owed.receipt?.received ?? on
    let isOnTime = first <= file.owed.lastDay
    var document = Document.done(
        Text(
            "Received the return of \(unit), \(isOnTime ? "on time" : "late").",
            vi: "Đã nhận báo cáo của \(unit), \(isOnTime ? "đúng hạn" : "muộn")."))
    let row = AnnexRow.received(from.path, unit, isOnTime ? .onTime : .late, kept)
    document.blocks.append(.table(TableBlock(Table(receivedColumns, rows: [row]))))
    return document
}

/// The columns in which it is told what became of files.
let receivedColumns = Schema([
    ColumnInfo("file", .text, Text("File", vi: "Tệp")),
    ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("outcome", AnnexOutcome.type, Text("Outcome", vi: "Kết quả")),
    ColumnInfo("submitted", Submission.type, Text("Submitted", vi: "Nộp")),
    ColumnInfo("figures", .number, Text("Figures", vi: "Số liệu")),
    ColumnInfo("without", .number, Text("Without a number", vi: "Không có số")),
    ColumnInfo("changed", .number, Text("New or changed", vi: "Mới hoặc thay đổi")),
    ColumnInfo("remarks", .number, Text("Remarks", vi: "Ý kiến")),
    ColumnInfo("findings", .number, Text("Findings", vi: "Lỗi")),
])

/// What became of a file.
enum AnnexOutcome: String, ChoiceType {
    case stored, unchanged, refused

    static let listName = "outcome of a file"

    var meaning: Text {
        switch self {
        case .stored: Text("read and kept", vi: "đã nhận")
        case .unchanged: Text("read already, the same", vi: "đã nhận trước đó, không đổi")
        case .refused: Text("refused, nothing kept", vi: "từ chối, không lưu gì")
        }
    }
}

extension AnnexRow {
    fileprivate static func received(
        _ file: String, _ unit: String, _ submitted: Submission, _ kept: AnnexTaking.Kept
    ) -> [Value] {
        [
            .text(file), .text(unit), AnnexOutcome.stored.value, submitted.value, .number(Number(kept.figures)),
            .number(Number(kept.without)), .number(Number(kept.changed)), .number(Number(kept.remarks)), .number(.zero),
        ]
    }
}
