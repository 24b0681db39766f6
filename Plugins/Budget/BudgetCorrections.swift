import Commands
import Database
import Diagnostics
import Values

/// How lines of estimates are put right.
let estimateCorrection = Correction(
    "estimate", Text("estimate", vi: "dòng dự trù"), in: estimateTable, recordedBy: estimateCost
) {
    Example("amend estimate DT-2 people: 50 reason: \"Thêm 10 tờ\"").prints("Amended DT-2: people 40 → 50")
    Example("amend estimate DT-1 norm: 900_000 đ reason: \"Sửa định mức\"").reports(.normOutOfRange)
} retracting: {
    Example("retract estimate DT-1 reason: \"Ghi nhầm\"").prints("Retracted DT-1")
    Example("retract estimate DT-9 reason: \"Ghi nhầm\"").reports("unknown-code")
}

/// How allocations are put right.
let allocationCorrection = Correction(
    "allocation", Text("allocation", vi: "khoản kinh phí được giao"), in: allocationTable, recordedBy: allocateBudget,
    columns: ["on": "decided_on"]
) {
    Example("amend allocation PB-1 amount: 6_000_000 đ reason: \"Đọc nhầm quyết định\"")
        .prints("amount 5,000,000 đ → 6,000,000 đ")
    Example("amend allocation PB-1 amount: 0 đ reason: \"Đọc nhầm quyết định\"").reports(.amountOutOfRange)
} retracting: {
    Example("retract allocation PB-1 reason: \"Ghi nhầm\"").prints("Retracted PB-1")
    Example("retract allocation PB-9 reason: \"Ghi nhầm\"").reports("unknown-code")
}

/// How payments are put right.
let spendingCorrection = Correction(
    "spending", Text("spending", vi: "khoản chi"), in: spendingTable, recordedBy: recordSpending,
    columns: ["on": "spent_on"]
) {
    Example("amend spending CHI-1 on: 2025-03-08 document: \"PC 07\" reason: \"Theo phiếu chi\"")
        .prints("on 7 Mar 2025 → 8 Mar 2025, document – → PC 07")
    Example("amend spending CHI-1 on: 2026-03-08 reason: \"Theo phiếu chi\"").reports("future-day")
} retracting: {
    Example("retract spending CHI-1 reason: \"Ghi nhầm\"").prints("Retracted CHI-1")
    Example("retract spending CHI-9 reason: \"Ghi nhầm\"").reports("unknown-code")
}
