import Commands
import Database
import Diagnostics
import Documents
import Values

/// `define rule` adds a rule that figures of one unit and period must keep.
let defineRule = Command(
    "define rule", Text("Adds a rule that figures must keep.", vi: "Thêm một quy tắc kiểm tra số liệu."),
    effect: .writes, run: define
) {
    Argument<NewCode>("code", Text("A code that no other rule has.", vi: "Mã chưa quy tắc nào dùng."))
    Argument<String>("name", Text("What must hold.", vi: "Nội dung bằng tiếng Anh."))
    Label<String>("vi", Text("The same in Vietnamese.", vi: "Nội dung bằng tiếng Việt."))
    Label<String>("left", Text("The formula on the left.", vi: "Công thức vế trái."))
    Label<RuleOperator>("operator", Text("How the sides compare.", vi: "Cách so sánh."))
    Label<String>("right", Text("The formula on the right.", vi: "Công thức vế phải."))
    Label<MissingStrategy>(
        "missing", Text("What a side does of which something is missing.", vi: "Khi thiếu số liệu."),
        default: .value(.text("skip")))
    Label<Importance>(
        "importance", Text("How much it matters.", vi: "Mức độ."), default: .value(.text("medium")))
    Label<String>("instruction", Text("What the unit is to do, in English.", vi: "Việc đơn vị cần làm, tiếng Anh."))
    Label<String>(
        "instruction-vi", Text("The same in Vietnamese.", vi: "Việc đơn vị cần làm, tiếng Việt."))
} examples: {
    Example(
        "define rule R-1 \"Trained staff are among the participants\" vi: \"Số người dự không ít hơn số lớp\""
            + " left: \"training-participants\" operator: at-least right: \"trainings\""
            + " instruction: \"Count the people again.\" instruction-vi: \"Đếm lại số người.\""
    ).prints("R-1")
    Example(
        "define rule R-2 \"X\" vi: \"X\" left: \"participants\" operator: at-least right: \"trainings\""
            + " instruction: \"X\" instruction-vi: \"X\""
    ).reports(.unknownElement)
}

private func define(
    session: Session, code: NewCode, name: String, vietnamese: String, left: String, comparison: RuleOperator,
    right: String, missing: MissingStrategy, importance: Importance, instruction: String, instructionVietnamese: String
) throws -> Document {
    try refuseTaken(code, in: "validation_rule", session)
    let reader = try ValidationRules(session: session).reader(code.code)
    var findings: [Diagnostic] = []
    for (argument, text) in [("left", left), ("right", right)] {
        do throws(Diagnostics) {
            _ = try reader.read(text, argument)
        } catch {
            findings += error.list
        }
    }
    guard findings.isEmpty else { throw Diagnostics(findings) }
    try session.database.execute(
        """
        INSERT INTO validation_rule (code, name, name_vi, left_side, operator, right_side, missing, importance,
            instruction, instruction_vi, recorded)
        VALUES (\(code.code), \(name), \(vietnamese), \(left), \(comparison), \(right), \(missing), \(importance),
            \(instruction), \(instructionVietnamese), \(session.entry))
        """)
    return .done(Text("Defined the rule \(code.code).", vi: "Đã khai báo quy tắc \(code.code)."))
}
