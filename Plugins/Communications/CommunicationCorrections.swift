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

/// How the days and themes of occasions are put right: each is named by its occasion and year.
let occasionCorrection = Correction(
    "occasion", Text("occasion of a year", vi: "dịp trong năm"), in: "occasion_year", recordedBy: setOccasion,
    key: ["occasion", "year"], columns: ["from": "begins", "to": "ends"]
) {
    Example("set occasion womens-day year: 2026 theme: \"Phụ nữ và chuyển đổi số\"")
    Example("amend occasion womens-day year: 2026 to: 2026-03-10 reason: \"Theo công văn\"").prints(
        "to 8 Mar 2026 → 10 Mar 2026")
    Example("amend occasion womens-day year: 2027 to: 2027-03-10 reason: \"Theo công văn\"").reports("no-such-record")
} retracting: {
    Example("set occasion womens-day year: 2026 theme: \"Phụ nữ và chuyển đổi số\"")
    Example("retract occasion womens-day year: 2026 reason: \"Như thường lệ\"").prints("Retracted womens-day 2026")
    Example("retract occasion womens-day year: 2026 reason: \"Như thường lệ\"").reports("no-such-record")
}

/// How lessons are put right.
let lessonCorrection = Correction(
    "lesson", Text("lesson with gender content", vi: "bài dạy lồng ghép giới"), in: lessonTable,
    recordedBy: recordLesson, columns: ["on": "taught_on"]
) {
    Example("amend lesson LG-1 lessons: 4 reason: \"Đếm sót\"").prints("lessons 3 → 4")
    Example("amend lesson LG-1 grade: 0 reason: \"Đếm sót\"").reports(.gradeOutOfRange)
} retracting: {
    Example("retract lesson LG-1 reason: \"Ghi trùng\"").prints("Retracted LG-1")
    Example("retract lesson LG-9 reason: \"Ghi trùng\"").reports("unknown-code")
}
