import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `extend return` gives one unit more time.
let extendReturn = Command(
    "extend return", Text("Gives one unit of a round more time.", vi: "Gia hạn nộp báo cáo cho một đơn vị."),
    effect: .writes, run: extend
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Day>("until", Text("Its last day.", vi: "Ngày cuối cùng của đơn vị."))
    Label<String>("reason", Text("Why.", vi: "Lý do."))
} examples: {
    Example("extend return BC-2025 unit: LE-CHAN until: 2025-12-10 reason: \"Thay hiệu trưởng\"")
        .prints("LE-CHAN has until 10 Dec 2025")
    Example("extend return BC-2025 unit: LE-CHAN until: 2025-12-09 reason: \"Xin thêm\"").reports(.extensionNotLater)
    Example("extend return BC-2025 unit: SGD-HP until: 2025-12-10 reason: \"Xin thêm\"").reports(.returnNotOwed)
}

private func extend(session: Session, code: RoundCode, unit: UnitCode, until: Day, reason: String) throws -> Document {
    try requireWords(reason, "reason")
    let round = try Round.named(code, session)
    let owed = try round.openReturn(of: unit, session)
    guard until > owed.lastDay else { throw Diagnostic.extensionNotLater(owed.lastDay) }
    try session.database.execute(
        """
        INSERT INTO reporting_unit_extension (round, unit, until, reason, recorded)
        VALUES (\(round.id), \(owed.unit.id), \(until), \(reason), \(session.entry))
        """)
    return .done(
        Text(
            "\(unit.code) has until \(until.formatted(in: .english)): \(reason)",
            vi: "\(unit.code) được gia hạn đến hết ngày \(until.formatted(in: .vietnamese)): \(reason)"))
}
