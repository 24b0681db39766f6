import Commands
import Database
import Diagnostics
import Values

private let example = Example(
    "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
        + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least"
        + " source: \"plan 2025\" confidence: local")

/// How indicators are put right; their targets follow.
let indicatorCorrection = Correction(
    "indicator", Text("indicator", vi: "chỉ tiêu"), in: "indicator", recordedBy: defineIndicator,
    columns: ["vi": "name_vi", "minimum-coverage": "minimum"], unless: refuseInFormula
) {
    example
    Example("amend indicator T-01 numerator: \"training-participants\" reason: \"Theo kế hoạch mới\"")
        .prints("numerator women(training-participants) → training-participants")
    Example("amend indicator T-01 numerator: \"nobody\" reason: \"Theo kế hoạch mới\"").reports(.unknownElement)
} retracting: {
    example
    Example(
        "define indicator T-02 \"Half\" vi: \"Một nửa\" numerator: \"T-01 / 2\" direction: info source: \"plan 2025\""
            + " confidence: local")
    Example("retract indicator T-01 reason: \"Bỏ khỏi kế hoạch\"").reports(.inFormula)
    Example("retract indicator T-02 reason: \"Bỏ khỏi kế hoạch\"").prints("Retracted T-02")
    Example("retract indicator T-01 reason: \"Bỏ khỏi kế hoạch\"").prints("Retracted T-01")
    Example("retract indicator T-01 reason: \"Bỏ khỏi kế hoạch\"").reports(.unknownCode)
}

/// How targets are put right: each is named by its indicator, its year and the unit whose own it is.
let targetCorrection = Correction(
    "target", Text("target", vi: "mức chỉ tiêu"), in: "target", recordedBy: setTarget,
    key: ["indicator", "year", "unit"]
) {
    example
    Example("set target T-01 year: 2025 value: 50 source: \"plan 2025\" confidence: local")
    Example("amend target T-01 year: 2025 value: 60 reason: \"Đọc nhầm\"").prints("value 50 → 60")
    Example("set target T-01 year: 2025 value: 40 unit: NGO-QUYEN source: \"12/QĐ-SGD\" confidence: local")
    Example("amend target T-01 year: 2025 unit: NGO-QUYEN value: 45 reason: \"Đọc nhầm\"").prints("value 40 → 45")
    Example("amend target T-01 year: 2025 value: 160 reason: \"Đọc nhầm\"").reports(.outOfRange)
} retracting: {
    example
    Example("set target T-01 year: 2025 value: 50 source: \"plan 2025\" confidence: local")
    Example("retract target T-01 year: 2025 reason: \"Không giao\"").prints("Retracted T-01 2025")
    Example("retract target T-01 year: 2025 reason: \"Không giao\"").reports("no-such-record")
}

/// How baselines are put right: each is named by its indicator and the unit whose own it is.
let baselineCorrection = Correction(
    "baseline", Text("baseline", vi: "số liệu gốc"), in: "baseline", recordedBy: setBaseline,
    key: ["indicator", "unit"]
) {
    example
    Example("set baseline T-01 year: 2019 value: 28 source: \"Báo cáo 2019\" confidence: local")
    Example("amend baseline T-01 value: 26 reason: \"Đọc nhầm\"").prints("value 28 → 26")
    Example("amend baseline T-01 value: 160 reason: \"Đọc nhầm\"").reports(.outOfRange)
} retracting: {
    example
    Example("set baseline T-01 year: 2019 value: 28 source: \"Báo cáo 2019\" confidence: local")
    Example("retract baseline T-01 reason: \"Không có nguồn\"").prints("Retracted T-01")
    Example("retract baseline T-01 reason: \"Không có nguồn\"").reports("no-such-record")
}
