import Commands
import Database
import Diagnostics
import Tables
import Values

/// `list rules` shows the rules that figures must keep.
let listRules = Command(
    "list rules", Text("Shows the rules that figures must keep.", vi: "Liệt kê các quy tắc kiểm tra số liệu."),
    lists: ruleColumns, by: list
) {
    Label<Importance?>("importance", Text("Only rules of this importance.", vi: "Chỉ quy tắc mức này."))
} examples: {
    Example("list rules").prints("instruction")
    Example("list rules importance: grave").reports(.notAChoice)
}

/// The columns of `list rules`.
private let ruleColumns = Schema([
    ColumnInfo("rule", .code("rule"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("What must hold", vi: "Nội dung")),
    ColumnInfo("left", .text, Text("Left", vi: "Vế trái")),
    ColumnInfo("operator", RuleOperator.type, Text("Operator", vi: "So sánh")),
    ColumnInfo("right", .text, Text("Right", vi: "Vế phải")),
    ColumnInfo("missing", MissingStrategy.type, Text("Missing", vi: "Khi thiếu")),
    ColumnInfo("importance", Importance.type, Text("Importance", vi: "Mức độ")),
    ColumnInfo("instruction", .text, Text("To do", vi: "Việc cần làm")),
])

private func list(session: Session, importance: Importance?) throws -> Listing {
    let isVietnamese = session.surroundings.language == .vietnamese
    var conditions = [session.visible("r")]
    if let importance { conditions.append("r.importance = \(importance)") }
    return Listing(
        ruleColumns,
        [
            .text("r.code"), .text(isVietnamese ? "r.name_vi" : "r.name"), .text("r.left_side"), .text("r.operator"),
            .text("r.right_side"), .text("r.missing"), .text("r.importance"),
            .text(isVietnamese ? "r.instruction_vi" : "r.instruction"),
        ],
        from: "validation_rule r", where: conditions.joined(" AND "), orderedBy: ["r.code", "r.id"])
}
