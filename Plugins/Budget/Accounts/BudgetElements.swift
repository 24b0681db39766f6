import Commands
import Programme
import Values

/// The element `budget-allocated`: what each unit was given for a year. It belongs to whole calendar years; a unit
/// without an allocation on record did not report.
let budgetAllocated = DerivedElement(
    "budget-allocated", Text("budget allocated for gender equality, đồng", vi: "kinh phí được giao (đồng)")
) { session, period in
    guard period.kind == .year else { return [:] }
    let accounts = try UnitAccounts(of: period.year, until: session.today, session)
    return accounts.byUnit.compactMapValues { account in
        account.allocated.map { DerivedFigure(total: Number($0), women: nil) }
    }
}

/// The element `budget-spent`: what each unit spent in a period. A unit with an allocation for the year keeps the book
/// of spending, so that it has nought where it spent nothing; any other did not report.
let budgetSpent = DerivedElement(
    "budget-spent", Text("budget spent on gender equality, đồng", vi: "kinh phí đã chi (đồng)"), overTime: .sum
) { session, period in
    guard period.first <= session.today else { return [:] }
    var spent: [Int64: Int64] = [:]
    for year in period.first.year...period.last.year {
        let accounts = try UnitAccounts(of: year, until: session.today, session)
        for (unit, account) in accounts.byUnit where account.allocated != nil { spent[unit] = 0 }
    }
    for (unit, amount) in try spending(from: period.first, to: period.last, session) { spent[unit] = amount }
    return spent.mapValues { DerivedFigure(total: Number($0), women: nil) }
}
