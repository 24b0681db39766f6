import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record difficulty` notes what hinders a unit, and what it proposes.
let recordDifficulty = Command(
    "record difficulty",
    Text("Notes what hinders a unit and what it proposes.", vi: "Ghi khó khăn, vướng mắc của đơn vị và kiến nghị."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Argument<String>(
        "words", Text("What is difficult; no names of people.", vi: "Nội dung khó khăn; không ghi tên người."))
    Label<Day>(
        "on", Text("The day.", vi: "Ngày."), default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
    Label<String?>("proposal", Text("What the unit proposes.", vi: "Kiến nghị, đề xuất."))
} examples: {
    Example("record difficulty LE-CHAN \"Thiếu báo cáo viên\" on: 2025-11-03 proposal: \"Sở hỗ trợ danh sách\"")
        .prints("Noted")
    Example("record difficulty LE-CHAN \"…\"").reports(.noWords)
}

private func record(session: Session, unit: UnitCode, words: String, on: Day, proposal: String?) throws -> Document {
    try refuseFuture(on, "on", session)
    try requireWords(words, "words")
    let id = try Units(session).id(of: unit)
    try session.database.execute(
        """
        INSERT INTO reporting_difficulty (unit, words, noted, proposal, recorded)
        VALUES (\(id), \(words), \(on), \(proposal), \(session.entry))
        """)
    return .done(Text("Noted for \(unit.code).", vi: "Đã ghi cho \(unit.code)."))
}
