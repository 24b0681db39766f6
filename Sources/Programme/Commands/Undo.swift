import Commands
import Diagnostics
import Documents
import Values

/// `undo` takes an entry of the journal back.
let undo = Command(
    "undo",
    Text(
        "Takes an entry back: what it recorded goes, what it ended comes back; both stay in the journal.",
        vi: "Hoàn tác một mục nhật ký: bỏ điều đã ghi, khôi phục điều đã thay; nhật ký vẫn giữ cả hai."),
    effect: .writes, run: takeBack
) {
    Label<Int>(
        "entry", Text("The entry's number in the journal.", vi: "Số mục trong nhật ký."),
        default: .now(Text("the last one done", vi: "mục vừa ghi hoặc vừa làm lại")) { session in
            .number(Number(try Undoing(session).lastInForce()))
        })
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("undo").prints("Undid entry 5")
    Example("undo entry: 5").reports(.undoneAlready)
    Example("undo entry: 1").reports(.builtOn)
    Example("undo entry: 99").reports(.noSuchEntry)
}

private func takeBack(session: Session, entry: Int) throws -> Document {
    let undoing = Undoing(session)
    try undoing.refuseForeign(entry)
    let standing = try undoing.standing(entry)
    guard !standing.isUndone else {
        throw Diagnostic(
            .undoneAlready, Text("Entry \(entry) is undone already.", vi: "Mục \(entry) đã được hoàn tác."),
            subject: "entry",
            notes: [
                Text("‘redo entry: \(entry)’ does it again.", vi: "Gõ ‘redo entry: \(entry)’ để làm lại.")
            ])
    }
    var work = try TakingBack(entry, standingAs: standing.entry, session)
    try work.run()
    let sentence = try undoing.sentence(entry) ?? ""
    return .done(
        Text(
            "Undid entry \(entry), \(sentence): \(work.ended.counted("row")) went, \(work.returned.english) came back.",
            vi:
                "Đã hoàn tác mục \(entry), \(sentence): bỏ \(work.ended.vietnamese) dòng, "
                + "khôi phục \(work.returned.vietnamese) dòng."))
}

extension Diagnostic.Code {
    /// An entry that is undone.
    static let undoneAlready: Self = "undone-already"
}
