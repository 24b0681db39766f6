import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `close round` ends a round and locks what it asked for.
let closeRound = Command(
    "close round",
    Text(
        "Closes a round: its returns, and the figures of its elements, units and period, stay as they are.",
        vi: "Chốt đợt báo cáo: khóa các báo cáo và số liệu của đợt (theo loại số liệu, đơn vị, kỳ)."),
    effect: .writes, run: close
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
} examples: {
    Example("close round BC-2025").reports(.roundStillDue)
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("close round BC-2025").prints("Closed BC-2025: 1 of 1 received")
    Example("close round BC-2025").reports(.roundClosed)
    Example("send back return BC-2025 unit: LE-CHAN with: \"Thiếu Phụ lục 1\"").reports(.roundClosed)
}

private func close(session: Session, code: RoundCode) throws -> Document {
    let round = try Round.named(code, session)
    try round.refuseClosed()
    let returns = try round.returns(session)
    if let waiting = returns.first(where: { $0.state(on: session.today) == .due }) {
        throw Diagnostic.roundStillDue(waiting, returns.count { $0.state(on: session.today) == .due })
    }
    try session.database.execute(
        """
        INSERT INTO reporting_closing (round, closed, recorded)
        VALUES (\(round.id), \(session.today), \(session.entry))
        """)
    let counts = ReturnCounts(returns).words
    return .done(
        Text("Closed \(code.code): \(counts.english).", vi: "Đã chốt \(code.code): \(counts.vietnamese).")
            + locked(round, session))
}

/// Which figures stay as they are, and which are worked out from records and cannot be locked.
private func locked(_ round: Round, _ session: Session) -> Text {
    let derived = Set(session.registry.contributions(DerivedElement.self).map(\.code))
    let typed = round.elements.filter { !derived.contains($0) }.joined(separator: ", ")
    let worked = round.elements.filter(derived.contains).joined(separator: ", ")
    var words = Text(verbatim: "")
    if !typed.isEmpty {
        words =
            words
            + Text(
                " Its figures for \(round.period) are locked: \(typed).",
                vi: " Đã khóa số liệu kỳ \(round.period): \(typed).")
    }
    if !worked.isEmpty {
        words =
            words
            + Text(
                " Worked out from records, not locked: \(worked).",
                vi: " Tính từ các bản ghi nên không khóa: \(worked).")
    }
    return words
}

extension Diagnostic {
    fileprivate static func roundStillDue(_ waiting: UnitReturn, _ count: Int) -> Diagnostic {
        let others = count > 1 ? Text(" (\(count) units)", vi: " (\(count.vietnamese) đơn vị)") : Text(verbatim: "")
        return Diagnostic(
            .roundStillDue,
            Text(
                "\(waiting.unit.code) has time until the end of \(waiting.lastDay)\(others.english).",
                vi: "\(waiting.unit.code) còn hạn đến hết ngày "
                    + "\(waiting.lastDay.formatted(in: .vietnamese))\(others.vietnamese)."),
            subject: "round",
            notes: [
                Text(
                    "A round is closed when all returns are there or overdue.",
                    vi: "Chỉ chốt đợt khi mọi báo cáo đã nộp hoặc đã quá hạn.")
            ])
    }
}

extension Diagnostic.Code {
    /// A round that is to be closed while units have time.
    static let roundStillDue: Self = "round-still-due"
}
