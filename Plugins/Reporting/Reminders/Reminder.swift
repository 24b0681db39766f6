import Commands
import Programme
import Syntax
import Values

/// The letter that reminds a unit of its return.
struct Reminder {
    let round: Round
    let owed: UnitReturn
    let caller: OfficeUnit
    /// The day on which it is written.
    let day: Day
    /// The figures that the round asks for, by name.
    let figures: [Text]

    /// What the letter is about.
    var subject: Text {
        switch owed.state(on: day) {
        case .sentBack:
            Text("\(round.code): your return needs correction", vi: "\(round.code): đề nghị bổ sung, nộp lại báo cáo")
        case .late: Text("\(round.code): your return is overdue", vi: "\(round.code): báo cáo quá hạn nộp")
        default:
            Text(
                "\(round.code): return due by the end of \(owed.lastDay.formatted(in: .english))",
                vi: "\(round.code): nhắc nộp báo cáo, hạn hết ngày \(owed.lastDay.formatted(in: .vietnamese))")
        }
    }

    /// The letter, a paragraph a line.
    var body: Text {
        let parts = [
            Text("To: \(owed.unit.name)", vi: "Kính gửi: \(owed.unit.name)"), Text(verbatim: ""), standing, due,
            round.source.map { Text("Called for by: \($0).", vi: "Căn cứ: \($0).") }, asked, package,
            Text(
                "If you have sent it since, please take no notice.",
                vi: "Nếu đơn vị đã gửi, xin bỏ qua thư này. Trân trọng."),
            Text(verbatim: ""), Text(verbatim: caller.name),
        ].compactMap { $0 }
        return parts.dropFirst().reduce(parts[0]) { $0 + Text(verbatim: "\n") + $1 }
    }

    private var standing: Text {
        let name = caller.name
        let call = Text(
            "“\(round.name)” (\(round.code), \(round.period.words.english))",
            vi: "“\(round.name)” (\(round.code), \(round.period.words.vietnamese))")
        guard let receipt = owed.receipt else {
            return Text(
                "As of \(day.formatted(in: .english)), \(name) has not received your return for \(call.english).",
                vi: "Đến ngày \(day.formatted(in: .vietnamese)), \(name) chưa nhận được báo cáo của đơn vị: "
                    + "\(call.vietnamese).")
        }
        let sent = receipt.decided ?? receipt.received
        let comments = receipt.comments ?? ""
        return Text(
            "Your return for \(call.english) was sent back on \(sent.formatted(in: .english)): “\(comments)”. "
                + "Please correct it and submit it again.",
            vi: "Báo cáo của đơn vị cho \(call.vietnamese) đã được trả lại ngày \(sent.formatted(in: .vietnamese)) "
                + "với ý kiến: “\(comments)”. Đề nghị đơn vị bổ sung và nộp lại.")
    }

    private var due: Text {
        let longer =
            owed.lastDay > round.lastDay
            ? Text(
                "; extended for you to \(owed.lastDay.formatted(in: .english))",
                vi: "; đơn vị được gia hạn đến hết ngày \(owed.lastDay.formatted(in: .vietnamese))")
            : Text(verbatim: "")
        return Text("Due: ", vi: "Hạn nộp: ") + round.dueWords + longer + Text(verbatim: ".")
    }

    private var asked: Text? {
        guard !figures.isEmpty else { return nil }
        let names = figures.dropFirst().reduce(figures[0]) { $0 + Text(verbatim: ", ") + $1 }
        return Text("Figures: ", vi: "Số liệu cần gửi: ") + names + Text(verbatim: ".")
    }

    /// How an office that has Sen makes its return.
    private var package: Text? {
        guard !figures.isEmpty else { return nil }
        let line =
            "make package for: \(SourceForm.word(caller.code)) round: \(SourceForm.word(round.code)) "
            + "to: \"\(Reminder.fileName(owed.unit.code)).senpkg\""
        return Text("In Sen: \(line)", vi: "Nếu dùng Sen: \(line)")
    }

    /// A code as part of a file's name: what could mean something to a file system is replaced.
    static func fileName(_ code: String) -> String {
        String(code.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" })
    }
}
