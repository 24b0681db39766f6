import Commands
import Database
import Journal
import Programme
import Values

/// How a unit's estimate of a year stands.
enum EstimateState: String, ChoiceType {
    case made, due, missing

    /// The list is of states.
    static let listName = "estimate state"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .made: Text("has made its estimate", vi: "đã lập dự trù")
        case .due: Text("has not made it yet, before the last day", vi: "chưa lập, còn trong hạn")
        case .missing: Text("has not made it, after the last day", vi: "chưa lập, đã quá hạn")
        }
    }
}

/// Which units made their estimate of a year.
struct EstimateStandings {
    /// A unit with its estimate.
    struct Standing {
        let unit: OfficeUnit
        let lines: Int
        let amount: Int64
        let state: EstimateState
        /// Whether the first line was entered by the last day; `nil` without any.
        let isInTime: Bool?
    }

    let standings: [Standing]

    /// How many units made theirs.
    var made: Int { standings.count { $0.state == .made } }

    /// The last day for the estimate of a year: 19 July of the year before.
    static func lastDay(of year: Int) -> Day? { Day(year: year - 1, month: 7, day: 19) }

    /// Reads the estimates of a year of the units that owe one, and of any other that made one.
    init(of year: Int, under top: UnitCode?, _ session: Session) throws {
        guard let last = EstimateStandings.lastDay(of: year) else {
            standings = []
            return
        }
        let entry = try session.journal.lastNumber(by: last)
        var found: [Int64: (lines: Int, amount: Int64, first: Int)] = [:]
        try session.database.forEach(
            """
            SELECT e.unit, count(*), sum(e.amount),
              (SELECT min(f.recorded) FROM budget_estimate f WHERE f.unit = e.unit AND f.year = \(year))
            FROM budget_estimate e WHERE e.year = \(year) AND \(session.visible("e")) GROUP BY e.unit
            """
        ) { row in
            found[try row.value(0)] = (try row.value(1), try row.value(2), try row.value(3))
        }
        let today = session.today
        let units = try top.map { try Units(session).under($0, on: today) } ?? Units(session).all(on: today)
        standings = units.compactMap { unit in
            guard let made = found[unit.id] else {
                guard unit.kind.makesEstimates else { return nil }
                return Standing(unit: unit, lines: 0, amount: 0, state: today <= last ? .due : .missing, isInTime: nil)
            }
            return Standing(
                unit: unit, lines: made.lines, amount: made.amount, state: .made, isInTime: made.first <= entry)
        }
    }
}

extension UnitKind {
    /// Whether units of the kind have an account of their own: schools, centres and the department.
    var makesEstimates: Bool {
        switch self {
        case .so, .mn, .th, .thcs, .thpt, .lc, .dtnt, .cb, .gdtx, .gdnn, .tt: true
        case .vhxh, .ttthcd, .pb, .country: false
        }
    }
}
