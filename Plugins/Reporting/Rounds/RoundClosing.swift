import Commands
import Database
import Diagnostics
import Programme
import Syntax
import Values

extension Round {
    /// Refuses what would change a round that is closed.
    func refuseClosed() throws {
        guard let closed else { return }
        throw Diagnostic(
            .roundClosed,
            Text(
                "\(code) was closed on \(closed).", vi: "Đợt \(code) đã chốt ngày \(closed.formatted(in: .vietnamese))."
            ),
            subject: "round", notes: [Round.reopening(code)])
    }

    /// Refuses a new form of a round that is closed, while the old one is being ended by this entry.
    static func refuseAmendingClosed(_ code: String, _ session: Session) throws {
        let row = try session.database.first(
            """
            SELECT c.closed FROM reporting_round r JOIN reporting_closing c ON c.round = r.id
            WHERE r.code = \(code) AND r.retired = \(session.entry) AND c.retired IS NULL
            """)
        guard let closed: Day = try row?.value(0) else { return }
        throw Diagnostic(
            .roundClosed,
            Text(
                "\(code) was closed on \(closed).", vi: "Đợt \(code) đã chốt ngày \(closed.formatted(in: .vietnamese))."
            ),
            subject: "round", notes: [reopening(code)])
    }

    /// How a round is opened again.
    fileprivate static func reopening(_ code: String) -> Text {
        let line = "reopen round \(SourceForm.word(code)) reason: \"…\""
        return Text("‘\(line)’ opens it again.", vi: "Muốn mở lại, gõ ‘\(line)’.")
    }
}

/// Closed rounds keep their figures and returns as they are.
let roundLock = FigureLock(
    closed: { session in
        try Round.closed(session).compactMap { round in
            let elements = try round.elements + round.annexElements(session)
            guard let closed = round.closed, !elements.isEmpty else { return nil }
            return ClosedFigures(
                elements: Set(elements), period: round.period,
                name: Text(
                    "the round \(round.code) was closed on \(closed)",
                    vi: "đợt \(round.code) đã chốt ngày \(closed.formatted(in: .vietnamese))"),
                reopening: Round.reopening(round.code),
                covers: { session, unit in try round.covers(unit, session) })
        }
    },
    refuseTakingBack: { session, entry in
        for round in try Round.closed(session) {
            let touched: SQL = """
                round = \(round.id) AND ((recorded = \(entry) AND retired IS NULL)
                    OR (retired = \(entry) AND recorded <> \(entry)))
                """
            let row = try session.database.first(
                """
                SELECT 1 FROM reporting_return WHERE \(touched)
                UNION ALL SELECT 1 FROM reporting_extension WHERE \(touched)
                UNION ALL SELECT 1 FROM reporting_unit_extension WHERE \(touched)
                UNION ALL SELECT 1 FROM annex_return WHERE \(touched) LIMIT 1
                """)
            if row != nil { try round.refuseClosed() }
        }
    })

/// Refuses to take back a round that is closed.
@Sendable func refuseClosedRound(_ session: Session, _ code: String, _ id: Int64) throws {
    try Round.all(session, code: code).first?.refuseClosed()
}

/// Refuses to take back a return of a round that is closed.
@Sendable func refuseReturnOfClosedRound(_ session: Session, _ title: String, _ id: Int64) throws {
    let row = try session.database.first("SELECT round FROM reporting_return WHERE id = \(id)")
    guard let round: Int64 = try row?.value(0) else { return }
    try Round.closed(session).first { $0.id == round }?.refuseClosed()
}

extension Diagnostic.Code {
    /// A change to a round that is closed.
    static let roundClosed: Self = "round-closed"
}
