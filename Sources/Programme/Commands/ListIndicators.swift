import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `list indicators` shows the catalogue.
let listIndicators = Command(
    "list indicators",
    Text("Shows the indicators with their targets and sources.", vi: "Liệt kê các chỉ tiêu, mức chỉ tiêu và nguồn."),
    effect: .reads, returns: .table(indicatorListColumns), run: list
) {
    Label<Confidence?>("confidence", Text("Only those that are so sure.", vi: "Chỉ những chỉ tiêu có độ tin cậy này."))
} examples: {
    Example(
        "define indicator T-01 \"Women among those trained\" vi: \"Tỷ lệ nữ trong số người dự tập huấn\""
            + " numerator: \"women(training-participants)\" denominator: \"training-participants\" direction: at-least"
            + " source: \"plan 2025\" confidence: local")
    Example("set target T-01 year: 2025 value: 50 source: \"plan 2025\" confidence: local")
    Example("list indicators").prints("2025: ≥ 50 %")
    Example("list indicators confidence: sure").reports(.notAChoice)
}

/// The columns of `list indicators`.
let indicatorListColumns = Schema([
    ColumnInfo("indicator", .code("indicator"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Chỉ tiêu")),
    ColumnInfo("goal", .text, Text("Goal", vi: "Mục tiêu")),
    ColumnInfo("unit", IndicatorUnit.type, Text("Unit", vi: "Đơn vị tính")),
    ColumnInfo("direction", IndicatorDirection.type, Text("Direction", vi: "Chiều")),
    ColumnInfo("computed", .yesNo, Text("Computed here", vi: "Tính được")),
    ColumnInfo("targets", .text, Text("Targets", vi: "Mức chỉ tiêu")),
    ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
    ColumnInfo("confidence", Confidence.type, Text("Confidence", vi: "Độ tin cậy")),
])

private func list(session: Session, confidence: Confidence?) throws -> Document {
    let language = session.surroundings.language
    let rows = try Indicators(session).all().filter { confidence == nil || $0.confidence == confidence }
        .map { indicator -> [Value] in
            let targets = indicator.targets.map { "\($0.year): \(indicator.written($0, in: language))" }
            return [
                .text(indicator.code), .text(indicator.name(in: language)), indicator.goal.value, indicator.unit.value,
                indicator.direction.value, .yesNo(indicator.numerator != nil),
                targets.isEmpty ? .missing : .text(targets.joined(separator: "; ")), .text(indicator.source),
                indicator.confidence.value,
            ]
        }
    return .table(
        Table(indicatorListColumns, rows: rows),
        remark: Text(
            "Only what is ‘verbatim’ was read in the document itself.",
            vi: "Chỉ mục ‘verbatim’ là đã đọc được trong chính văn bản."))
}
