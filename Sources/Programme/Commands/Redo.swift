import Commands
import Diagnostics
import Documents
import Values

/// `redo` does an entry again that was undone.
let redo = Command(
    "redo",
    Text("Does an entry again that was undone.", vi: "Làm lại một mục nhật ký đã hoàn tác."), effect: .writes,
    run: doAgain
) {
    Label<Int>(
        "entry", Text("The number of the entry that was undone.", vi: "Số mục đã hoàn tác."),
        default: .now(Text("the last that was undone", vi: "mục vừa hoàn tác")) { session in
            .number(Number(try Undoing(session).lastUndone()))
        })
} examples: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("redo").reports(.nothingToRedo)
    Example("undo")
    Example("redo").prints("Did entry 5 again")
    Example("redo entry: 5").reports(.notUndone)
}

private func doAgain(session: Session, entry: Int) throws -> Document {
    let undoing = Undoing(session)
    try undoing.refuseForeign(entry)
    let standing = try undoing.standing(entry)
    guard standing.isUndone else {
        throw Diagnostic(
            .notUndone, Text("Entry \(entry) is not undone.", vi: "Mục \(entry) không ở trạng thái hoàn tác."),
            subject: "entry")
    }
    var work = try TakingBack(entry, standingAs: standing.entry, session)
    try work.run()
    let sentence = try undoing.sentence(entry) ?? ""
    return .done(Text("Did entry \(entry) again, \(sentence).", vi: "Đã làm lại mục \(entry), \(sentence)."))
}

extension Diagnostic.Code {
    /// An entry that was never undone, or was done again.
    static let notUndone: Self = "not-undone"
}
