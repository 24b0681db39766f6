import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record study` records how many cadres of a unit studied or were trained in a year.
let recordStudy = Command(
    "record study",
    Text(
        "Records how many cadres of a unit studied or were trained in a year.",
        vi: "Ghi số cán bộ của đơn vị được cử đi đào tạo, bồi dưỡng trong năm, trong đó nữ."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<CadreGroup>("cadres", Text("Who studied.", vi: "Nhóm cán bộ."))
    Label<Course>(
        "course",
        Text("What they studied; any counts each person once.", vi: "Khóa học; any: mỗi người tính một lần."),
        default: .value(.text("any")))
    Label<Period>("year", Text("The calendar year.", vi: "Năm dương lịch."))
    countTotal
    countWomen
} examples: {
    Example("record study LL-02 cadres: leaders year: 2025 total: 2 women: 1").prints("2, of them 1 woman")
    Example("record study LL-02 cadres: leaders year: 2025 total: 2 women: 2").reports(.countDoubled)
    Example("record study LL-02 cadres: leaders year: 2025-Q3 total: 2 women: 1").reports(.notAStudyYear)
    Example("record study LL-02 cadres: leaders year: 2026 total: 2 women: 1").reports(.notAStudyYear)
}

private func record(
    session: Session, unit: UnitCode, cadres: CadreGroup, course: Course, year: Period, total: Int, women: Int
) throws -> Document {
    let count = Headcount(on: year.last, total: total, women: women)
    try count.check()
    guard year.kind == .year, year.first <= session.today else { throw notAYear(year, session) }
    let id = try Units(session).id(of: unit, openIn: year)
    let earlier = try session.database.first(
        """
        SELECT total, women FROM cadre_study
        WHERE unit = \(id) AND cadres = \(cadres) AND course = \(course) AND year = \(year)
          AND \(session.visible())
        """)
    if let earlier { throw doubled(unit, year, total: try earlier.integer(0), women: try earlier.integer(1)) }
    try session.database.execute(
        """
        INSERT INTO cadre_study (unit, cadres, course, year, total, women, recorded)
        VALUES (\(id), \(cadres), \(course), \(year), \(total), \(women), \(session.entry))
        """)
    return .done(
        Text(
            "Recorded \(unit.code) \(cadres.rawValue), \(course.rawValue), in \(year): \(count.inWords.english).",
            vi: "Đã ghi đào tạo, bồi dưỡng năm \(year) của \(unit.code) (\(cadres.meaning.vietnamese)): "
                + "\(count.inWords.vietnamese)."))
}

private func notAYear(_ year: Period, _ session: Session) -> Diagnostic {
    Diagnostic(
        .notAStudyYear,
        Text(
            "\(year) is not a calendar year that has begun.",
            vi: "\(year) không phải là năm dương lịch đã bắt đầu."),
        subject: "year", replacement: "\(min(year.year, session.today.year))")
}

private func doubled(_ unit: UnitCode, _ year: Period, total: Int, women: Int) -> Diagnostic {
    Diagnostic(
        .countDoubled,
        Text(
            "\(unit.code) has this count for \(year) already: \(total), of them \(women) women.",
            vi: "\(unit.code) đã có số liệu này cho năm \(year): \(total), trong đó \(women) nữ."),
        subject: "year",
        notes: [
            Text(
                "To change it, type ‘amend study \(unit.code) … reason: \"…\"’.",
                vi: "Muốn sửa, hãy gõ ‘amend study \(unit.code) … reason: \"…\"’.")
        ])
}

extension Diagnostic.Code {
    /// A period that is no calendar year that has begun.
    static let notAStudyYear: Self = "not-a-study-year"
}
