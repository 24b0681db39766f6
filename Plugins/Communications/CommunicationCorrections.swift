import Commands
import Database
import Diagnostics
import Values

/// How campaigns are put right; what belongs to one follows it.
let campaignCorrection = Correction(
    "campaign", Text("campaign", vi: "đợt truyền thông"), in: campaignTable, recordedBy: openCampaign,
    columns: ["from": "begins", "to": "ends"]
) {
    Example("amend campaign BDG-2025 to: 2025-12-20 reason: \"Kéo dài\"").prints("to 15 Dec 2025 → 20 Dec 2025")
    Example("list sessions campaign: BDG-2025").prints("TT-1")
    Example("amend campaign BDG-2025 to: 2025-10-20 reason: \"Kéo dài\"").reports(.campaignBackwards)
} retracting: {
    Example("retract campaign BDG-2025 reason: \"Ghi nhầm năm\"").reports("record-in-use")
    Example("open campaign PN-2025 \"Ngày Phụ nữ Việt Nam\" from: 2025-10-20 to: 2025-10-20")
    Example("retract campaign PN-2025 reason: \"Ghi nhầm\"").prints("Retracted PN-2025")
}

/// How sessions are put right.
let sessionCorrection = Correction(
    "session", Text("session", vi: "cuộc truyền thông"), in: sessionTable, recordedBy: logSession,
    columns: ["on": "held_on"]
) {
    Example("amend session TT-1 women: 300 without: [form] reason: \"Đếm lại\"").prints(
        "women 310 → 300, form talk → –")
    Example("amend session TT-1 women: -1 reason: \"Đếm lại\"").reports("count-out-of-range")
} retracting: {
    Example("retract session TT-1 reason: \"Ghi trùng\"").prints("Retracted TT-1")
    Example("retract session TT-9 reason: \"Ghi trùng\"").reports("unknown-code")
}

/// How products are put right.
let productCorrection = Correction(
    "product", Text("product", vi: "sản phẩm truyền thông"), in: productTable, recordedBy: recordProduct,
    columns: ["on": "made_on"]
) {
    Example("amend product SP-1 reach: 1300 women: 700 reason: \"Đếm lại\"").prints("reach 1,200 → 1,300")
    Example("amend product SP-1 women: 1400 reason: \"Đếm lại\"").reports(.womenAboveReach)
} retracting: {
    Example("retract product SP-1 reason: \"Ghi trùng\"").prints("Retracted SP-1")
    Example("retract product SP-9 reason: \"Ghi trùng\"").reports("unknown-code")
}
