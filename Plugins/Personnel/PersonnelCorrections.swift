import Commands
import Database
import Diagnostics
import Values

/// How counts of staff are put right: each is named by its unit, post and day.
let staffCorrection = Correction(
    "staff", Text("staff count", vi: "số liệu đội ngũ"), in: "headcount", recordedBy: recordStaff,
    key: ["unit", "post", "on"], columns: ["on": "on_day"], only: "roll = 'staff'"
) {
    Example("amend staff TP-01 post: teacher on: 2025-09-15 women: 60 reason: \"Đếm sót\"").prints("women 58 → 60")
    Example("amend staff TP-01 post: teacher on: 2025-09-15 women: 91 reason: \"Đếm sót\"").reports(.womenOverTotal)
} retracting: {
    Example("retract staff TP-01 post: teacher on: 2025-09-15 reason: \"Nhầm trường\"")
        .prints("Retracted TP-01 teacher 2025-09-15")
    Example("retract staff TP-01 post: teacher on: 2025-09-16 reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How counts of planned cadres are put right: each is named by its unit, post and day.
let plannedCorrection = Correction(
    "planned", Text("planned count", vi: "số liệu quy hoạch"), in: "headcount", recordedBy: recordPlanned,
    key: ["unit", "post", "on"], columns: ["on": "on_day"], only: "roll = 'planned'"
) {
    Example("amend planned TP-01 post: any on: 2025-03-31 women: 6 reason: \"Đếm sót\"").prints("women 5 → 6")
    Example("amend planned TP-01 post: head on: 2025-03-31 women: 6 reason: \"Đếm sót\"").reports("no-such-record")
} retracting: {
    Example("retract planned TP-01 post: any on: 2025-03-31 reason: \"Nhầm trường\"").prints("Retracted TP-01 any")
    Example("retract planned TP-01 post: any on: 2025-03-31 reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How boards are put right: each is named by its unit and decision.
let boardCorrection = Correction(
    "board", Text("board", vi: "Ban VSTBPN"), in: "board", recordedBy: recordBoard, key: ["unit", "decision"],
    columns: ["on": "on_day"]
) {
    Example("amend board TP-01 decision: \"45/QĐ-TP\" plan: yes trained: 4 reason: \"Bổ sung kế hoạch\"")
        .prints("plan no → yes, trained – → 4")
    Example("amend board TP-01 decision: \"45/QĐ-TP\" trained: 9 reason: \"Bổ sung\"").reports(.trainedOverMembers)
} retracting: {
    Example("retract board TP-01 decision: \"45/QĐ-TP\" reason: \"Nhầm trường\"").prints("Retracted TP-01")
    Example("retract board TP-01 decision: \"46/QĐ-TP\" reason: \"Nhầm trường\"").reports("no-such-record")
}
