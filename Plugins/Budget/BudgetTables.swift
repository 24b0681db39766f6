import Commands
import Database
import Programme
import Values

/// The tables of estimates, allocations and spending. Amounts are whole đồng.
let budgetTables = Migration(
    pack: "budget", number: 1,
    [
        """
        CREATE TABLE budget_estimate (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            year INTEGER NOT NULL, category TEXT NOT NULL, role TEXT, what TEXT NOT NULL, people INTEGER NOT NULL,
            sessions INTEGER NOT NULL, norm INTEGER NOT NULL, amount INTEGER NOT NULL, source TEXT NOT NULL,
            recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX budget_estimate_code ON budget_estimate (code) WHERE retired IS NULL",
        "CREATE INDEX budget_estimate_unit ON budget_estimate (unit, year, category, what)",
        "CREATE INDEX budget_estimate_year ON budget_estimate (year)",
        """
        CREATE TABLE budget_allocation (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            year INTEGER NOT NULL, amount INTEGER NOT NULL, source TEXT NOT NULL, decided_on TEXT NOT NULL,
            document TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX budget_allocation_code ON budget_allocation (code) WHERE retired IS NULL",
        "CREATE INDEX budget_allocation_unit ON budget_allocation (unit, year, decided_on, amount)",
        "CREATE INDEX budget_allocation_year ON budget_allocation (year)",
        """
        CREATE TABLE budget_spending (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit (id),
            what TEXT NOT NULL, spent_on TEXT NOT NULL, amount INTEGER NOT NULL, category TEXT NOT NULL,
            source TEXT NOT NULL, document TEXT, recorded INTEGER NOT NULL, retired INTEGER)
        """,
        "CREATE UNIQUE INDEX budget_spending_code ON budget_spending (code) WHERE retired IS NULL",
        "CREATE INDEX budget_spending_unit ON budget_spending (unit, spent_on, what)",
        "CREATE INDEX budget_spending_day ON budget_spending (spent_on)",
    ])

/// Allocations and payments know the cell of the file that they come from.
let budgetCells = Migration(
    pack: "budget", number: 2,
    [
        "ALTER TABLE budget_allocation ADD COLUMN cell TEXT",
        "ALTER TABLE budget_spending ADD COLUMN cell TEXT",
    ])

/// Lines of estimates know their cell too.
let estimateCells = Migration(
    pack: "budget", number: 3, ["ALTER TABLE budget_estimate ADD COLUMN cell TEXT"])

/// Lines of estimates tell what one is of, and what must be said beside them.
let estimateNotes = Migration(
    pack: "budget", number: 4,
    [
        "ALTER TABLE budget_estimate ADD COLUMN measure TEXT",
        "ALTER TABLE budget_estimate ADD COLUMN note TEXT",
    ])

/// The table of estimates.
let estimateTable: SQL = "budget_estimate"
/// The table of allocations.
let allocationTable: SQL = "budget_allocation"
/// The table of spending.
let spendingTable: SQL = "budget_spending"

/// The code of a line of an estimate: `DT-12`.
struct EstimateCode: CodeType {
    static let kind = "estimate"
    let code: String
}

/// The code of an allocation: `PB-2`.
struct AllocationCode: CodeType {
    static let kind = "allocation"
    let code: String
}

/// The code of a spending: `CHI-40`.
struct SpendingCode: CodeType {
    static let kind = "spending"
    let code: String
}

/// Lines of estimates as a record kind: their codes are completed and checked.
let estimateKind = codedKind("estimate", Text("estimate", vi: "dòng dự trù"), in: estimateTable, shownBy: "what")

/// Allocations as a record kind: their codes are completed and checked.
let allocationKind = codedKind(
    "allocation", Text("allocation", vi: "khoản kinh phí được giao"), in: allocationTable,
    shownBy: "coalesce(document, source)")

/// Spending as a record kind: its codes are completed and checked.
let spendingKind = codedKind("spending", Text("spending", vi: "khoản chi"), in: spendingTable, shownBy: "what")
