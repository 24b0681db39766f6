import Commands
import Database
import Diagnostics
import Values

/// How trainings are put right.
let trainingCorrection = Correction(
    "training", Text("training", vi: "lớp tập huấn"), in: "training", recordedBy: logTraining, columns: ["on": "day"]
) {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12 cost: 900_000 đ")
    Example("amend training TR-0001 women: 40 without: [cost] reason: \"Đếm lại danh sách\"")
        .prints("women 38 → 40, cost 900,000 đ → –")
    Example("amend training TR-0001 women: 40 reason: \"Đếm lại danh sách\"").reports("nothing-amended")
    Example("amend training TR-0001 women: 0 men: 0 reason: \"Không ai dự\"").reports(.nobodyTookPart)
    Example("amend training TR-0001 women: 41 reason: \"…\"").reports("reason-missing")
} retracting: {
    Example("log training NGO-QUYEN \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12")
    Example("retract training TR-0001 reason: \"Ghi trùng\"").prints("Retracted TR-0001")
    Example("retract training TR-0001 reason: \"Ghi trùng\"").reports(.unknownCode)
}
