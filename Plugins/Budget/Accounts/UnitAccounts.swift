import Commands
import Database
import Programme
import Values

/// What a unit planned, was given and spent in a year.
struct UnitAccount {
    /// The sum of its estimate; `nil` where it made none.
    var estimated: Int64?
    /// The sum of what it was allocated; `nil` where no allocation is on record.
    var allocated: Int64?
    /// The sum of what it spent; `nil` where nothing is on record.
    var spent: Int64?

    /// What is left; unknown without an allocation.
    var balance: Int64? { allocated.map { $0 - (spent ?? 0) } }
}

/// The accounts of a year, by the units' lasting ids.
struct UnitAccounts {
    private(set) var byUnit: [Int64: UnitAccount] = [:]

    /// Reads a year up to a day: what was decided and spent by then.
    init(of year: Int, until day: Day, _ session: Session) throws {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return
        }
        try read(
            """
            SELECT unit, sum(amount) FROM budget_estimate
            WHERE year = \(year) AND \(session.visible()) GROUP BY unit
            """, into: \.estimated, session)
        try read(
            """
            SELECT unit, sum(amount) FROM budget_allocation
            WHERE year = \(year) AND decided_on <= \(day) AND \(session.visible()) GROUP BY unit
            """, into: \.allocated, session)
        try read(
            """
            SELECT unit, sum(amount) FROM budget_spending
            WHERE spent_on BETWEEN \(first) AND \(min(day, last)) AND \(session.visible()) GROUP BY unit
            """, into: \.spent, session)
    }

    private mutating func read(
        _ query: SQL, into field: WritableKeyPath<UnitAccount, Int64?>, _ session: Session
    ) throws {
        for row in try session.database.rows(query) {
            let unit: Int64 = try row.value(0)
            byUnit[unit, default: UnitAccount()][keyPath: field] = try row.value(1, as: Int64.self)
        }
    }

    /// The given units that have an account, in their order.
    func among(_ units: [OfficeUnit]) -> [(unit: OfficeUnit, account: UnitAccount)] {
        units.compactMap { unit in byUnit[unit.id].map { (unit, $0) } }
    }
}

/// What each unit spent from one day to another, by the units' lasting ids.
func spending(from first: Day, to last: Day, _ session: Session) throws -> [Int64: Int64] {
    var spent: [Int64: Int64] = [:]
    try session.database.forEach(
        """
        SELECT unit, sum(amount) FROM budget_spending
        WHERE spent_on BETWEEN \(first) AND \(last) AND \(session.visible()) GROUP BY unit
        """
    ) { spent[try $0.value(0)] = try $0.value(1, as: Int64.self) }
    return spent
}
