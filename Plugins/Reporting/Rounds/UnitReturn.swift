import Commands
import Database
import Programme
import Values

/// The return that one unit owes.
struct UnitReturn {
    let unit: OfficeUnit
    /// The last day on which it is on time, with what the round or the unit was given longer.
    let lastDay: Day
    /// What came in; `nil` while nothing has.
    let receipt: Receipt?

    /// What came in, and what was said to it.
    struct Receipt {
        let id: Int64
        /// The day on which it came in first: this one tells whether it was on time.
        let received: Day
        /// The day on which it came in again after it had been sent back.
        let again: Day?
        let step: Step
        /// The day on which it was sent back or accepted.
        let decided: Day?
        /// What it was sent back with.
        let comments: String?
        let note: String?
    }

    /// How far a return has come that came in.
    enum Step: String, SQLConvertible {
        case received, sentBack = "sent-back", accepted
    }

    /// When it came in.
    var submission: Submission {
        guard let receipt else { return .none }
        return receipt.received <= lastDay ? .onTime : .late
    }

    /// Whether something is still to come: nothing came in, or it was sent back.
    var isMissing: Bool { receipt.map { $0.step == .sentBack } ?? true }

    /// How it stands with it on a day.
    func state(on day: Day) -> ReturnState {
        switch receipt?.step {
        case .received: .received
        case .sentBack: .sentBack
        case .accepted: .accepted
        case nil: day <= lastDay ? .due : .late
        }
    }
}

/// How it stands with a return.
enum ReturnState: String, ChoiceType {
    case due, late, received, sentBack = "sent-back", accepted

    static let listName = "return state"

    var meaning: Text {
        switch self {
        case .due: Text("not there, and there is time yet", vi: "chưa nộp, còn hạn")
        case .late: Text("not there, and overdue", vi: "chưa nộp, đã quá hạn")
        case .received: Text("came in, to be looked through", vi: "đã nộp, chờ xem xét")
        case .sentBack: Text("sent back with comments", vi: "trả lại kèm ý kiến")
        case .accepted: Text("accepted", vi: "đã duyệt")
        }
    }
}

/// When a return came in first; sending it back does not change it.
enum Submission: String, ChoiceType {
    case onTime = "on-time", late, none

    static let listName = "submission"

    var meaning: Text {
        switch self {
        case .onTime: Text("on time", vi: "đúng hạn")
        case .late: Text("late", vi: "muộn")
        case .none: Text("not at all", vi: "chưa nộp")
        }
    }
}

extension Round {
    /// The returns that the units owe, unit by unit; only those of units under one where it is given.
    func returns(_ session: Session, under part: String? = nil) throws -> [UnitReturn] {
        var receipts: [Int64: UnitReturn.Receipt] = [:]
        try session.database.forEach(receiptRows(session, "1 = 1")) { row in
            receipts[try row.value(0)] = try UnitReturn.Receipt(row)
        }
        let longer = try extensions(session)
        return try units(session, under: part).map { unit in
            UnitReturn(
                unit: unit, lastDay: longer[unit.id].map { max($0, lastDay) } ?? lastDay, receipt: receipts[unit.id])
        }
    }

    /// The return that one unit owes; `nil` for a unit that owes none.
    func unitReturn(of id: Int64, _ session: Session) throws -> UnitReturn? {
        guard let unit = try unit(owing: id, session) else { return nil }
        let receipt = try session.database.first(receiptRows(session, "unit = \(id)")).map { row in
            try UnitReturn.Receipt(row)
        }
        let longer = try extensions(session, "unit = \(id)")[id]
        return UnitReturn(unit: unit, lastDay: longer.map { max($0, lastDay) } ?? lastDay, receipt: receipt)
    }

    /// The units whose return came in and that do not owe one by the rule, such as one that was merged back in time.
    func strays(_ session: Session) throws -> [String] {
        let owing = Set(try units(session).map(\.id))
        return try session.database.rows(
            """
            SELECT u.id, u.code FROM reporting_return r JOIN unit u ON u.id = r.unit
            WHERE r.round = \(id) AND \(session.visible("r")) ORDER BY u.code
            """
        ).filter { !owing.contains(try $0.value(0)) }.map { try $0.text(1) }
    }

    private func receiptRows(_ session: Session, _ condition: SQL) -> SQL {
        """
        SELECT unit, id, received, again, state, decided, comments, note FROM reporting_return
        WHERE round = \(id) AND \(condition) AND \(session.visible())
        """
    }

    /// The last days of units that were given longer than the others.
    private func extensions(_ session: Session, _ condition: SQL = "1 = 1") throws -> [Int64: Day] {
        var longer: [Int64: Day] = [:]
        try session.database.forEach(
            """
            SELECT unit, max(until) FROM reporting_unit_extension
            WHERE round = \(id) AND \(condition) AND \(session.visible()) GROUP BY unit
            """
        ) { longer[try $0.value(0)] = try $0.value(1, as: Day.self) }
        return longer
    }
}

extension UnitReturn.Receipt {
    fileprivate init(_ row: Row) throws {
        id = try row.value(1)
        received = try row.value(2)
        again = try row.value(3)
        step = try row.value(4)
        decided = try row.value(5)
        comments = try row.value(6)
        note = try row.value(7)
    }
}
