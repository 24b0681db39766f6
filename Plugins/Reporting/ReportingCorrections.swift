import Commands
import Database
import Diagnostics
import Values

/// How rounds are put right; the returns follow.
let roundCorrection = Correction(
    "round", Text("round", vi: "đợt báo cáo"), in: roundTable, recordedBy: openRound,
    columns: ["before": Correction.Kept("eve", dayAfter), "under": "top"], unless: refuseClosedRound
) {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("amend round BC-2025 before: 2025-11-28 reason: \"Theo công văn mới\"").prints(
        "before 5 Dec 2025 → 28 Nov 2025")
    Example("list returns BC-2025").prints("1 of 1 received, 0 on time")
    Example("amend round BC-2025 name: \"…\" reason: \"Theo công văn mới\"").reports("no-words")
    Example("amend round BC-2025 due: 2025-11-28 reason: \"Theo công văn mới\"").reports(.dueUnclear)
    Example("amend round BC-2025 due: 2025-11-28 without: [before] kinds: [thpt] reason: \"Theo công văn mới\"")
        .prints("due – → 28 Nov 2025")
    Example("list rounds").prints("28 Nov 2025")
} retracting: {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("retract round BC-2025 reason: \"Mở nhầm\"").reports("record-in-use")
    Example("retract return BC-2025 unit: LE-CHAN reason: \"Nhầm trường\"")
    Example("retract round BC-2025 reason: \"Mở nhầm\"").prints("Retracted BC-2025")
}

/// The table keeps the last day of “before …”; the command takes the one behind it.
@Sendable private func dayAfter(_ value: Value) -> Value {
    if case .date(let day) = value { .date(day.adding(days: 1)) } else { value }
}

/// How returns are put right: each is named by its round and unit.
let returnCorrection = Correction(
    "return", Text("return", vi: "báo cáo đã nhận"), in: "reporting_return", recordedBy: submitReturn,
    key: ["round", "unit"], columns: ["on": "received"], carrying: ["state", "again", "decided", "comments"],
    unless: refuseReturnOfClosedRound
) {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("amend return BC-2025 unit: LE-CHAN on: 2025-11-27 note: \"Bản giấy\" reason: \"Xem dấu đến\"")
        .prints("on 28 Nov 2025 → 27 Nov 2025, note – → Bản giấy")
    Example("amend return BC-2025 unit: SGD-HP on: 2025-11-27 reason: \"Xem dấu đến\"").reports("no-such-record")
} retracting: {
    Example("submit return BC-2025 unit: LE-CHAN on: 2025-11-28")
    Example("retract return BC-2025 unit: LE-CHAN reason: \"Nhầm trường\"").prints("Retracted BC-2025 LE-CHAN")
    Example("retract return BC-2025 unit: LE-CHAN reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How tasks are put right; one that is done stays done.
let taskCorrection = Correction(
    "task", Text("task", vi: "nhiệm vụ"), in: taskTable, recordedBy: recordTask, carrying: ["begun", "done"]
) {
    Example("complete task NV-1 on: 2025-10-20")
    Example("amend task NV-1 due: 2025-10-15 reason: \"Đọc nhầm hạn\"").prints("due 31 Oct 2025 → 15 Oct 2025")
    Example("list tasks").prints("done-late")
    Example("amend task NV-1 title: \"…\" reason: \"Đọc nhầm\"").reports("no-words")
} retracting: {
    Example("retract task NV-1 reason: \"Không thuộc kế hoạch\"").prints("Retracted NV-1")
    Example("retract task NV-1 reason: \"Không thuộc kế hoạch\"").reports("unknown-code")
}

/// How difficulties are put right: each is named by its unit and words, the last one of these.
let difficultyCorrection = Correction(
    "difficulty", Text("difficulty", vi: "khó khăn, vướng mắc"), in: "reporting_difficulty",
    recordedBy: recordDifficulty, key: ["unit", "words"], columns: ["on": "noted"]
) {
    Example("record difficulty LE-CHAN \"Thiếu báo cáo viên\" on: 2025-11-03")
    Example("amend difficulty LE-CHAN \"Thiếu báo cáo viên\" proposal: \"Sở hỗ trợ\" reason: \"Bổ sung\"")
        .prints("proposal – → Sở hỗ trợ")
    Example("amend difficulty LE-CHAN \"Thiếu sách\" proposal: \"Sở hỗ trợ\" reason: \"Bổ sung\"")
        .reports("no-such-record")
} retracting: {
    Example("record difficulty LE-CHAN \"Thiếu báo cáo viên\" on: 2025-11-03")
    Example("retract difficulty LE-CHAN \"Thiếu báo cáo viên\" reason: \"Đã có\"").prints("Retracted LE-CHAN")
    Example("retract difficulty LE-CHAN \"Thiếu sách\" reason: \"Đã có\"").reports("no-such-record")
}

/// How remarks are put right: each is named by its words, kind, unit and period, the last one of these.
let remarkCorrection = Correction(
    "remark", Text("remark", vi: "ý kiến của đơn vị"), in: "unit_remark", recordedBy: noteRemark,
    key: ["text", "unit", "period"], carrying: ["round", "source"]
) {
    Example("note remark \"Thiếu sách\" kind: difficulty unit: LE-CHAN period: 2025")
    Example("amend remark \"Thiếu sách\" unit: LE-CHAN period: 2025 kind: proposal reason: \"Nhầm mục\"")
        .prints("kind difficulty → proposal")
    Example("amend remark \"Thiếu loa\" unit: LE-CHAN period: 2025 kind: proposal reason: \"Nhầm mục\"")
        .reports("no-such-record")
} retracting: {
    Example("note remark \"Thiếu sách\" kind: difficulty unit: LE-CHAN period: 2025")
    Example("retract remark \"Thiếu sách\" unit: LE-CHAN period: 2025 reason: \"Đã có\"").prints("Retracted")
    Example("retract remark \"Thiếu loa\" unit: LE-CHAN period: 2025 reason: \"Đã có\"").reports("no-such-record")
}

/// How the heads of papers are put right: each is named by its unit.
let letterheadCorrection = Correction(
    "letterhead", Text("letterhead", vi: "phần đầu văn bản"), in: "reporting_letterhead", recordedBy: setLetterhead,
    key: ["unit"]
) {
    Example("set letterhead SGD-HP symbol: \"SGDĐT\" place: \"Hải Phòng\"")
    Example("amend letterhead SGD-HP signatory: \"GIÁM ĐỐC\" reason: \"Thiếu người ký\"").prints("– → GIÁM ĐỐC")
    Example("amend letterhead LE-CHAN signatory: \"HIỆU TRƯỞNG\" reason: \"Thiếu\"").reports("no-such-record")
} retracting: {
    Example("set letterhead SGD-HP symbol: \"SGDĐT\" place: \"Hải Phòng\"")
    Example("retract letterhead SGD-HP reason: \"Không dùng\"").prints("Retracted SGD-HP")
    Example("retract letterhead SGD-HP reason: \"Không dùng\"").reports("no-such-record")
}

/// How the addresses of units are put right.
let contactCorrection = Correction(
    "contact", Text("contact", vi: "địa chỉ thư điện tử"), in: "reporting_contact", recordedBy: setContact,
    key: ["unit"]
) {
    Example("set contact LE-CHAN email: \"c3lechan@haiphong.edu.vn\"")
    Example("amend contact LE-CHAN email: \"thptlechan@haiphong.edu.vn\" reason: \"Đổi hộp thư\"")
        .prints("c3lechan@haiphong.edu.vn → thptlechan@haiphong.edu.vn")
    Example("amend contact LE-CHAN email: \"thptlechan\" reason: \"Đổi hộp thư\"").reports(.notAnAddress)
} retracting: {
    Example("set contact LE-CHAN email: \"c3lechan@haiphong.edu.vn\"")
    Example("retract contact LE-CHAN reason: \"Nhầm trường\"").prints("Retracted LE-CHAN")
    Example("retract contact LE-CHAN reason: \"Nhầm trường\"").reports("no-such-record")
}

/// How sections of plans are put right: each is named by its number and year.
let planSectionCorrection = Correction(
    "plan section", Text("section of the plan", vi: "mục kế hoạch"), in: "reporting_plan_section",
    recordedBy: recordPlanSection, key: ["number", "year"]
) {
    Example("record plan section \"III.1\" \"Truyền thông\" year: 2025")
    Example(
        "amend plan section \"III.1\" year: 2025 title: \"Công tác truyền thông, tập huấn\" reason: \"Ghi đủ tên\""
    ).prints("Truyền thông → Công tác truyền thông, tập huấn")
    Example("amend plan section \"IX\" year: 2025 title: \"Khác\" reason: \"Ghi đủ tên\"").reports("no-such-record")
} retracting: {
    Example("record plan section \"III.1\" \"Truyền thông\" year: 2025")
    Example("retract plan section \"III.1\" year: 2025 reason: \"Ghi nhầm năm\"").prints("Retracted")
    Example("retract plan section \"III.1\" year: 2025 reason: \"Ghi nhầm năm\"").reports("no-such-record")
}

/// How measures are put right: each is named by its unit and words.
let measureCorrection = Correction(
    "measure", Text("measure", vi: "nhiệm vụ, giải pháp"), in: "reporting_measure", recordedBy: recordMeasure,
    key: ["unit", "words"]
) {
    Example("record measure SGD-HP \"Bồi dưỡng báo cáo viên\" year: 2026")
    Example("amend measure SGD-HP \"Bồi dưỡng báo cáo viên\" year: 2027 reason: \"Lùi một năm\"")
        .prints("year 2026 → 2027")
    Example("amend measure SGD-HP \"Mua sách\" year: 2027 reason: \"Lùi một năm\"").reports("no-such-record")
} retracting: {
    Example("record measure SGD-HP \"Bồi dưỡng báo cáo viên\" year: 2026")
    Example("retract measure SGD-HP \"Bồi dưỡng báo cáo viên\" reason: \"Không làm\"").prints("Retracted")
    Example("retract measure SGD-HP \"Bồi dưỡng báo cáo viên\" reason: \"Không làm\"")
        .reports("no-such-record")
}
