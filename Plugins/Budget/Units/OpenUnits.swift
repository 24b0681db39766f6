import Commands
import Diagnostics
import Programme
import Values

/// The lasting id of a unit that is open on a day; a day on which it is not is refused.
func openUnit(_ unit: UnitCode, on day: Day, _ session: Session) throws -> Int64 {
    try openUnit(unit, onAnyOf: [day], session)
}

/// The lasting id of a unit that is open in a year, days to come counting as today; another one is refused.
func openUnit(_ unit: UnitCode, in year: Int, _ session: Session) throws -> Int64 {
    try openUnit(unit, onAnyOf: Period(.year, year: year)?.edges(session) ?? [], session)
}

private func openUnit(_ unit: UnitCode, onAnyOf days: [Day], _ session: Session) throws -> Int64 {
    let register = Units(session)
    let id = try register.id(of: unit)
    for day in days where try register.unit(id, on: day) != nil { return id }
    let when = days.first.map(\.description) ?? ""
    throw Diagnostic(
        .unitNotOpen,
        Text("\(unit.code) is not open on \(when).", vi: "\(unit.code) không hoạt động vào ngày \(when)."),
        subject: "unit",
        notes: [
            Text("‘show unit \(unit.code)’ tells since when.", vi: "Gõ ‘show unit \(unit.code)’ để xem thời gian hoạt động.")
        ])
}

/// The units under a unit on any of the days, each once, as they are on the earliest day in the list; all units
/// without a top.
func units(under top: UnitCode?, onAnyOf days: [Day], _ session: Session) throws -> [OfficeUnit] {
    let register = Units(session)
    var seen: Set<Int64> = []
    var found: [OfficeUnit] = []
    for day in days {
        let some = try top.map { try register.under($0, on: day) } ?? register.all(on: day)
        found += some.filter { seen.insert($0.id).inserted }
    }
    return found
}

/// The ids of the units that a list is limited to; `nil` without a limit.
func wantedUnits(_ top: UnitCode?, _ period: Period, _ session: Session) throws -> Set<Int64>? {
    try top.map { Set(try units(under: $0, onAnyOf: period.edges(session), session).map(\.id)) }
}

extension Period {
    /// The last day of the period that has come, then its first.
    func edges(_ session: Session) -> [Day] { [min(last, session.today), min(first, session.today)] }
}

extension Diagnostic.Code {
    /// A unit that is not open on the day of a record.
    static let unitNotOpen: Self = "unit-not-open"
}
