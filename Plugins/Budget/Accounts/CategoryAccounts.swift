import Commands
import Database
import Programme
import Values

/// What was planned for a category and spent on it, by source.
struct CategoryAccount {
    var estimated: Int64 = 0
    var spent: [FundSource: Int64] = [:]

    /// What was spent from all sources.
    func total() throws -> Int64 { try Budget.total(spent.values) }
}

/// The accounts of some units by category, over some days.
struct CategoryAccounts {
    private(set) var byCategory: [CostCategory: CategoryAccount] = [:]

    /// Reads what was spent from one day to another, with the estimate of a year where one is named.
    init(
        of units: [OfficeUnit], from first: Day, to last: Day, estimateOf year: Int?, _ session: Session
    ) throws {
        let ids = Set(units.map(\.id))
        let spent = try session.database.rows(
            """
            SELECT unit, category, source, sum(amount) FROM budget_spending
            WHERE spent_on BETWEEN \(first) AND \(last) AND \(session.visible()) GROUP BY unit, category, source
            """)
        for row in spent where ids.contains(try row.value(0)) {
            let (category, source): (CostCategory, FundSource) = (try row.value(1), try row.value(2))
            let before = byCategory[category]?.spent[source] ?? 0
            byCategory[category, default: CategoryAccount()].spent[source] = try total([before, try row.value(3)])
        }
        guard let year else { return }
        let estimated = try session.database.rows(
            """
            SELECT unit, category, sum(amount) FROM budget_estimate
            WHERE year = \(year) AND \(session.visible()) GROUP BY unit, category
            """)
        for row in estimated where ids.contains(try row.value(0)) {
            let category: CostCategory = try row.value(1)
            let before = byCategory[category]?.estimated ?? 0
            byCategory[category, default: CategoryAccount()].estimated = try total([before, try row.value(2)])
        }
    }

    /// The categories that have an account, in the order of the circular.
    var inOrder: [(category: CostCategory, account: CategoryAccount)] {
        CostCategory.allCases.compactMap { category in byCategory[category].map { (category, $0) } }
    }
}
