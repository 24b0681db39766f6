import Commands
import Database
import Programme
import Values

/// The table of rounds, for codes.
let roundTable: SQL = "reporting_round"

/// Rounds as a record kind.
let roundKind = codedKind("round", Text("round", vi: "đợt báo cáo"), in: roundTable, shownBy: "name")

/// The code of a round.
struct RoundCode: CodeType {
    static let kind = "round"
    let code: String
}

/// A call for returns: which units owe one, for which period, and by which day.
struct Round {
    let id: Int64
    let code: String
    let name: String
    let period: Period
    /// The unit to which the returns go.
    let top: Int64
    /// The last day on which a return is on time.
    let lastDay: Day
    let source: String?
    /// The codes of the elements that it asks for; none where it does not say.
    let elements: [String]

    /// The rounds in the order of their last days; only one of them where a code is given.
    static func all(_ session: Session, code: String? = nil) throws -> [Round] {
        let condition: SQL = code.map { "code = \($0)" } ?? "1 = 1"
        return try session.database.rows(
            """
            SELECT id, code, name, period, top, last_day, source, elements FROM reporting_round
            WHERE \(condition) AND \(session.visible()) ORDER BY last_day, code
            """
        ).map { row in
            Round(
                id: try row.value(0), code: try row.text(1), name: try row.text(2), period: try row.value(3),
                top: try row.value(4), lastDay: try row.value(5), source: try row.value(6),
                elements: try row.value(7, as: String?.self)?.split(separator: "\n").map(String.init) ?? [])
        }
    }

    /// The returns that the units owe, unit by unit.
    ///
    /// One dated rule counts above and below the line: a unit owes a return when it is open on the last day, lies under
    /// the unit that called, and is no division, commune office or department. So the rate can never pass 100 %.
    func returns(_ session: Session) throws -> [UnitReturn] {
        let units = try Units(session).all(on: lastDay)
        guard let caller = units.first(where: { $0.id == top }) else { return [] }
        var received: [Int64: Day] = [:]
        try session.database.forEach(
            "SELECT unit, received FROM reporting_return WHERE round = \(id) AND \(session.visible())"
        ) { received[try $0.value(0)] = try $0.value(1) }
        return Units.under(caller.code, among: units)
            .filter { $0.id != top && Round.owes($0.kind) }
            .map { unit in
                UnitReturn(unit: unit, received: received[unit.id], state: state(received[unit.id], session.today))
            }
    }

    /// Whether units of a kind owe returns: schools and centres do.
    static func owes(_ kind: UnitKind) -> Bool {
        switch kind {
        case .so, .vhxh, .pb, .country: false
        default: true
        }
    }

    /// Notes that the return of a unit that owes one came in.
    func receive(_ unit: Int64, on day: Day, note: String? = nil, _ session: Session) throws {
        try session.database.execute(
            """
            INSERT INTO reporting_return (round, unit, received, note, recorded)
            VALUES (\(id), \(unit), \(day), \(note), \(session.entry))
            """)
    }

    private func state(_ received: Day?, _ today: Day) -> ReturnState {
        if let received { return received <= lastDay ? .onTime : .late }
        return today <= lastDay ? .due : .none
    }
}

/// The return of one unit.
struct UnitReturn {
    let unit: OfficeUnit
    let received: Day?
    let state: ReturnState
}

/// How it stands with a return.
enum ReturnState: String, ChoiceType {
    case due, onTime = "on-time", late, none

    static let listName = "return state"

    var meaning: Text {
        switch self {
        case .due: Text("not yet due", vi: "chưa đến hạn")
        case .onTime: Text("received on time", vi: "đã nộp đúng hạn")
        case .late: Text("received late", vi: "nộp muộn")
        case .none: Text("not received", vi: "chưa nộp")
        }
    }
}
