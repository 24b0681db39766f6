import Commands
import Database
import Diagnostics
import Programme
import Values

/// The table of rounds, for codes.
let roundTable: SQL = "reporting_round"

/// Rounds as a record kind; their extensions and closings are part of them.
let roundKind = codedKind(
    "round", Text("round", vi: "đợt báo cáo"), in: roundTable, shownBy: "name",
    parts: ["reporting_extension": "round", "reporting_unit_extension": "round", "reporting_closing": "round"])

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
    /// The day by which returns must be there, as the call says it.
    let due: DueDay
    /// The last day for all units, where the round was extended.
    let extended: Day?
    /// The day on which the round was closed; `nil` while it is open.
    let closed: Day?
    let source: String?
    /// The codes of the elements that it asks for; none where it does not say.
    let elements: [String]
    /// The kinds of units that it asks; none where it asks all schools and centres.
    let kinds: [UnitKind]

    /// The last day on which a return is on time, but for units that were given longer.
    var lastDay: Day { extended.map { max($0, due.last) } ?? due.last }

    /// The day that tells which units owe a return, and under whom they lie. An extension does not change it.
    var unitsDay: Day { due.last }

    /// The rounds in the order of their last days; only one of them where a code is given.
    static func all(_ session: Session, code: String? = nil) throws -> [Round] {
        try all(session, where: code.map { "r.code = \($0)" } ?? "1 = 1")
    }

    /// The rounds that are closed.
    static func closed(_ session: Session) throws -> [Round] {
        try all(session, where: "c.closed IS NOT NULL")
    }

    private static func all(_ session: Session, where condition: SQL) throws -> [Round] {
        try session.database.rows(
            """
            SELECT r.id, r.code, r.name, r.period, r.top, r.eve, r.due, r.source, r.elements, r.kinds, c.closed,
                (SELECT max(x.until) FROM reporting_extension x WHERE x.round = r.id AND \(session.visible("x")))
            FROM reporting_round r LEFT JOIN reporting_closing c ON c.round = r.id AND \(session.visible("c"))
            WHERE \(condition) AND \(session.visible("r")) ORDER BY coalesce(r.due, r.eve), r.code
            """
        ).map { row in
            Round(
                id: try row.value(0), code: try row.text(1), name: try row.text(2), period: try row.value(3),
                top: try row.value(4), due: DueDay(eve: try row.value(5), due: try row.value(6)),
                extended: try row.value(11), closed: try row.value(10), source: try row.value(7),
                elements: try lines(row.value(8)), kinds: try lines(row.value(9)).compactMap(UnitKind.init(rawValue:)))
        }
    }

    /// The round of a code that was looked up before; a diagnostic when it is gone since.
    static func named(_ round: RoundCode, _ session: Session) throws -> Round {
        if let found = try all(session, code: round.code).first { return found }
        throw Diagnostic.noRound(round.code)
    }

    private static func lines(_ text: String?) -> [String] {
        text?.split(separator: "\n").map(String.init) ?? []
    }
}

/// The day by which something must be there, in the words of the call: “before 5 December” ends with the 4th, “by
/// 5 December” with the 5th.
struct DueDay: Hashable {
    /// The last day on which it is on time.
    let last: Day
    /// Whether the call names the day behind it.
    let isBefore: Bool

    /// Takes the eve of a day before which it must be there, or the day by which it must.
    init(eve: Day?, due: Day?) {
        last = due ?? eve ?? Day(number: 0)
        isBefore = due == nil
    }

    /// What the call says, and what it means.
    var words: Text {
        let end = Text(
            "by the end of \(last.formatted(in: .english))", vi: "hết ngày \(last.formatted(in: .vietnamese))")
        guard isBefore else { return end }
        let named = last.adding(days: 1)
        return Text(
            "before \(named.formatted(in: .english)), that is \(end.english)",
            vi: "trước ngày \(named.formatted(in: .vietnamese)), tức là \(end.vietnamese)")
    }
}

extension Round {
    /// By when the returns must be there, with the round's extension.
    var dueWords: Text {
        guard lastDay > due.last else { return due.words }
        return due.words
            + Text(
                "; extended to \(lastDay.formatted(in: .english))",
                vi: "; gia hạn đến hết ngày \(lastDay.formatted(in: .vietnamese))")
    }
}
