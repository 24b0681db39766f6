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
    columns: ["on": "on_day", "women-deputies": "women_deputies"]
) {
    Example("amend board TP-01 decision: \"45/QĐ-TP\" plan: yes trained: 4 reason: \"Bổ sung kế hoạch\"")
        .prints("plan no → yes, trained – → 4")
    Example("amend board TP-01 decision: \"45/QĐ-TP\" trained: 9 reason: \"Bổ sung\"").reports(.trainedOverMembers)
} retracting: {
    Example("retract board TP-01 decision: \"45/QĐ-TP\" reason: \"Nhầm trường\"").prints("Retracted TP-01")
    Example("retract board TP-01 decision: \"46/QĐ-TP\" reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How changes of boards are put right: each is named by its unit, day and role.
let boardChangeCorrection = Correction(
    "board change", Text("change of a board", vi: "thay đổi thành viên Ban VSTBPN"), in: "board_change",
    recordedBy: recordBoardChange, key: ["unit", "on", "role"], columns: ["on": "on_day"]
) {
    Example("record board change TP-01 on: 2025-08-01 role: member women: 1")
    Example("amend board change TP-01 on: 2025-08-01 role: member members: 2 reason: \"Đếm sót\"").prints(
        "members 1 → 2")
    Example("amend board change TP-01 on: 2025-08-01 role: chair women: 1 reason: \"Đếm sót\"").reports(
        "no-such-record")
} retracting: {
    Example("record board change TP-01 on: 2025-08-01 role: member women: 1")
    Example("retract board change TP-01 on: 2025-08-01 role: member reason: \"Ở lại\"").prints("Retracted TP-01")
    Example("retract board change TP-01 on: 2025-08-01 role: member reason: \"Ở lại\"").reports("no-such-record")
}

/// How plans of boards are put right: each is named by its unit and year.
let boardPlanCorrection = Correction(
    "board plan", Text("plan of a board", vi: "kế hoạch năm của Ban VSTBPN"), in: "board_plan",
    recordedBy: recordBoardPlan, key: ["unit", "year"], columns: ["on": "on_day"]
) {
    Example("record board plan TP-01 year: 2025 on: 2025-02-10")
    Example("amend board plan TP-01 year: 2025 document: \"15/KH-TP\" reason: \"Bổ sung số\"").prints("15/KH-TP")
    Example("amend board plan TP-01 year: 2024 on: 2024-02-10 reason: \"Nhầm ngày\"").reports("no-such-record")
} retracting: {
    Example("record board plan TP-01 year: 2025 on: 2025-02-10")
    Example("retract board plan TP-01 year: 2025 reason: \"Nhầm trường\"").prints("Retracted TP-01 2025")
    Example("retract board plan TP-01 year: 2025 reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How appointments are put right: each is named by its unit, post and day.
let appointmentCorrection = Correction(
    "appointment", Text("appointment", vi: "lần bổ nhiệm"), in: "leader_appointment",
    recordedBy: recordAppointment, key: ["unit", "post", "on"], columns: ["on": "on_day"]
) {
    Example("amend appointment TP-01 post: deputy on: 2025-03-01 women: 0 reason: \"Ghi nhầm\"").prints("women 1 → 0")
    Example("amend appointment TP-01 post: head on: 2025-03-01 women: 0 reason: \"Ghi nhầm\"").reports("no-such-record")
} retracting: {
    Example("retract appointment TP-01 post: deputy on: 2025-03-01 reason: \"Bổ nhiệm lại\"").prints("Retracted TP-01")
    Example("retract appointment TP-01 post: deputy on: 2025-03-01 reason: \"Bổ nhiệm lại\"").reports("no-such-record")
}

/// How terms are put right: each is named by its unit, post and days.
let termCorrection = Correction(
    "term", Text("term of leaders", vi: "nhiệm kỳ lãnh đạo"), in: "leader_term", recordedBy: recordTerm,
    key: ["unit", "post", "from", "to"], columns: ["from": "begins", "to": "ends"]
) {
    Example("amend term TP-01 post: head from: 2021-02-01 to: 2026-01-31 women: 1 reason: \"Ghi nhầm\"")
        .prints("women 0 → 1")
    Example("amend term TP-01 post: deputy from: 2021-02-01 to: 2026-01-31 women: 1 reason: \"Ghi nhầm\"")
        .reports("no-such-record")
} retracting: {
    Example("retract term TP-01 post: head from: 2021-02-01 to: 2026-01-31 reason: \"Chuyển công tác\"")
        .prints("Retracted TP-01")
    Example("retract term TP-01 post: head from: 2021-02-01 to: 2026-01-31 reason: \"Chuyển công tác\"")
        .reports("no-such-record")
}

/// How studies are put right: each is named by its unit, cadres, course and year.
let studyCorrection = Correction(
    "study", Text("study of cadres", vi: "số liệu đào tạo, bồi dưỡng"), in: "cadre_study", recordedBy: recordStudy,
    key: ["unit", "cadres", "course", "year"]
) {
    Example("amend study TP-01 cadres: planned course: any year: 2025 women: 3 reason: \"Đếm sót\"").prints(
        "women 2 → 3")
    Example("amend study TP-01 cadres: planned course: any year: 2025 women: 4 reason: \"Đếm sót\"")
        .reports(.womenOverTotal)
} retracting: {
    Example("retract study TP-01 cadres: planned course: any year: 2025 reason: \"Nhầm trường\"")
        .prints("Retracted TP-01")
    Example("retract study TP-01 cadres: planned course: any year: 2025 reason: \"Nhầm trường\"")
        .reports("no-such-record")
}
