import Commands
import Programme
import Values

/// Budgets as a pack: estimates by the categories of TT 191/2009, allocations, spending, the year-end account.
let budgetPack = CommandPack(
    "budget", version: 1,
    Text(
        "Estimates by the categories of Circular 191/2009, allocations, spending and the year-end account.",
        vi: "Dự trù theo nội dung chi của Thông tư 191/2009, kinh phí được giao, chi và thuyết minh quyết toán."),
    commands: [
        allocateBudget,
        checkEstimates,
        estimateCost,
        importBudget,
        listAllocations,
        listBudget,
        listCostCategories,
        listEstimates,
        listSpending,
        listVariance,
        recordSpending,
        showSettlement,
    ],
    corrections: [estimateCorrection, allocationCorrection, spendingCorrection],
    recordKinds: [estimateKind, allocationKind, spendingKind],
    migrations: [budgetTables, budgetCells, estimateCells, estimateNotes],
    contributions: [
        estimateDuty, budgetAllocated, budgetSpent, digestSection, estimateReport, settlementReport,
    ] + yearSections,
    fixture: [
        "register unit LE-CHAN \"THPT Lê Chân\" kind: thpt under: SGD-HP opened: 2005-09-05",
        "estimate cost LE-CHAN \"Báo cáo viên tọa đàm 8/3\" category: k7 role: speaker year: 2025 people: 2 "
            + "norm: 300_000 đ",
        "estimate cost LE-CHAN \"In áp phích Tháng hành động\" category: k12 year: 2025 people: 40 norm: 55_000 đ",
        "allocate budget LE-CHAN year: 2025 amount: 5_000_000 đ source: state on: 2025-01-15 "
            + "document: \"QĐ 12/QĐ-SGDĐT\"",
        "record spending LE-CHAN \"Báo cáo viên tọa đàm 8/3\" on: 2025-03-07 amount: 600_000 đ category: k7 "
            + "source: state",
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(budgetPack) })
