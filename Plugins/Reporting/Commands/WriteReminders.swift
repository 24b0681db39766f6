import Commands
import Diagnostics
import Documents
import Programme
import Syntax
import Tables
import Values

/// `write reminders` writes a letter to each unit whose return is missing.
let writeReminders = Command(
    "write reminders",
    Text(
        "Writes an e-mail file (.eml) for each unit whose return is due, overdue or sent back.",
        vi: "Ghi một tệp thư điện tử (.eml) cho mỗi đơn vị chưa nộp, quá hạn hoặc bị trả lại báo cáo."),
    effect: .exports, run: write
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<FilePath>("to", Text("The folder.", vi: "Thư mục."))
    Label<ReturnState?>("state", Text("Only for returns in this state.", vi: "Chỉ các báo cáo ở tình trạng này."))
} examples: {
    Example("write reminders BC-2025 to: \"out/reminders\"").reports(.senderWithoutAddress)
    Example("set contact SGD-HP email: \"sogddt@haiphong.gov.vn\"")
    Example("write reminders BC-2025 to: \"out/reminders\"").prints("BC-2025-LE-CHAN.eml")
    Example("write reminders BC-2025 to: \"out/reminders\" state: late").prints("Nobody is to be reminded")
}

private func write(session: Session, code: RoundCode, to folder: FilePath, state: ReturnState?) throws -> Document {
    let round = try Round.named(code, session)
    let today = session.today
    let waiting = try round.returns(session).filter { owed in
        owed.isMissing && (state == nil || owed.state(on: today) == state)
    }
    guard !waiting.isEmpty else {
        return .says(
            Text("Nobody is to be reminded in \(code.code).", vi: "Đợt \(code.code) không có đơn vị nào cần nhắc."))
    }
    let addresses = try contacts(session)
    guard let caller = try Units(session).unit(round.top, on: round.unitsDay),
        let sender = addresses[round.top].flatMap(MailAddress.init)
    else { throw try Diagnostic.senderWithoutAddress(round, session) }
    let figures = try round.elements.map { try figureName($0, session) }
    var rows: [[Value]] = []
    try session.together {
        for (owed, path) in zip(waiting, round.paths(of: waiting.map(\.unit), in: folder.path, ending: "eml")) {
            let reminder = Reminder(round: round, owed: owed, caller: caller, day: today, figures: figures)
            let address = addresses[owed.unit.id].flatMap(MailAddress.init)
            let language = session.surroundings.language
            let message = MailMessage(
                from: (caller.name, sender), to: address.map { (owed.unit.name, $0) }, date: Instant(today),
                subject: reminder.subject(in: language), body: reminder.body(in: language))
            try session.write(message.bytes, to: path)
            rows.append([
                .text(owed.unit.code), owed.state(on: today).value, .date(owed.lastDay), (address?.text).value,
                .text(path),
            ])
        }
    }
    return answer(rows, without: rows.count { $0[3].isMissing }, folder.path)
}

private func answer(_ rows: [[Value]], without: Int, _ folder: String) -> Document {
    let count = rows.count
    let rest =
        without == 0
        ? Text(verbatim: "")
        : Text(
            " \(without.counted("unit")) without an address: ‘set contact’ keeps it.",
            vi: " \(without.vietnamese) đơn vị chưa có địa chỉ: gõ ‘set contact’ để ghi.")
    var document = Document.done(
        Text(
            "Wrote \(count.counted("reminder")) to \(folder).", vi: "Đã ghi \(count.vietnamese) thư nhắc vào \(folder)."
        )
            + rest)
    document.blocks.append(.table(TableBlock(Table(columns, rows: rows))))
    return document
}

private let columns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("state", ReturnState.type, Text("State", vi: "Tình trạng")),
    ColumnInfo("until", .date, Text("By the end of", vi: "Hết ngày")),
    ColumnInfo("email", .text, Text("Address", vi: "Địa chỉ")),
    ColumnInfo("file", .text, Text("File", vi: "Tệp")),
])

private func figureName(_ code: String, _ session: Session) throws -> Text {
    let found = try session.registry.kind("element")?.codes(session, code, 1).first
    return found?.word == code ? found?.meaning ?? Text(verbatim: code) : Text(verbatim: code)
}

extension Diagnostic {
    fileprivate static func senderWithoutAddress(_ round: Round, _ session: Session) throws -> Diagnostic {
        let code = try Units(session).unit(round.top, on: round.unitsDay)?.code ?? ""
        let line = "set contact \(SourceForm.word(code)) email: \"…\""
        return Diagnostic(
            .senderWithoutAddress,
            Text(
                "The letters are \(code)'s, and it has no address.", vi: "Thư gửi đi từ \(code), nhưng chưa có địa chỉ."
            ),
            subject: "round", notes: [Text("‘\(line)’ keeps it.", vi: "Gõ ‘\(line)’ để ghi địa chỉ.")])
    }
}

extension Diagnostic.Code {
    /// Letters of a unit that has no address.
    static let senderWithoutAddress: Self = "sender-without-address"
}
