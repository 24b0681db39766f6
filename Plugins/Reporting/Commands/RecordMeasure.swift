import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record measure` notes what an office will do in a year; the annual report of the year before ends with it.
let recordMeasure = Command(
    "record measure",
    Text(
        "Notes what an office will do in a year, for the annual report of the year before.",
        vi: "Ghi nhiệm vụ, giải pháp cho một năm, để đưa vào báo cáo của năm trước."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit that will do it.", vi: "Đơn vị thực hiện."))
    Argument<String>("words", Text("What will be done.", vi: "Nội dung nhiệm vụ, giải pháp."))
    Label<Period>("year", Text("The year.", vi: "Năm thực hiện."))
} examples: {
    Example("record measure SGD-HP \"Bồi dưỡng đội ngũ báo cáo viên về giới\" year: 2026").prints("2026")
    Example("record measure SGD-HP \"…\" year: 2026").reports(.noWords)
    Example("record measure SGD-HP \"Bồi dưỡng báo cáo viên\" year: 2026-Q1").reports(.notAPlanYear)
}

private func record(session: Session, unit: UnitCode, words: String, year: Period) throws -> Document {
    try requireWords(words, "words")
    let number = try planYear(year)
    let id = try Units(session).id(of: unit)
    try session.database.execute(
        """
        INSERT INTO reporting_measure (year, unit, words, recorded)
        VALUES (\(year), \(id), \(words), \(session.entry))
        """)
    return .done(Text("Noted for \(number).", vi: "Đã ghi cho năm \(number)."))
}
