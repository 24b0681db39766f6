import Commands
import Diagnostics
import Programme
import Values

/// The lasting id of a unit that is open on a day; a day on which it is not is refused.
func openUnit(_ unit: UnitCode, on day: Day, _ session: Session) throws -> Int64 {
    let units = Units(session)
    let id = try units.id(of: unit)
    guard try units.unit(id, on: day) == nil else { return id }
    throw Diagnostic(
        .unitNotOpen,
        Text("\(unit.code) is not open on \(day).", vi: "\(unit.code) không hoạt động vào ngày \(day)."),
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

extension Period {
    /// The last day of the period that has come, then its first.
    func edges(_ session: Session) -> [Day] { [min(last, session.today), min(first, session.today)] }
}

extension Diagnostic.Code {
    /// A unit that is not open on the day of a record.
    static let unitNotOpen: Self = "unit-not-open"
}
