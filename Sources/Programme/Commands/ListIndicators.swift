import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `list indicators` shows the catalogue.
let listIndicators = Command(
    "list indicators",
    Text("Shows the indicators with their targets and sources.", vi: "Liệt kê các chỉ tiêu, mức chỉ tiêu và nguồn."),
    lists: indicatorListColumns, by: list
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

private func list(session: Session, confidence: Confidence?) throws -> Listing {
    let language = session.surroundings.language
    let targets = try Indicators(session).targets()
    var conditions = [session.visible("i")]
    if let confidence { conditions.append("i.confidence = \(confidence)") }
    return Listing(
        indicatorListColumns,
        [
            .text("i.code"), .text(language == .vietnamese ? "i.name_vi" : "i.name"), .text("i.goal"),
            .text("i.unit"), .text("i.direction"), .yesNo("CASE WHEN i.numerator IS NOT NULL THEN 1 ELSE 0 END"),
            .computed(["i.id", "i.unit"]) { row in
                let unit: IndicatorUnit = try row.value(1)
                let written = (targets[try row.value(0)] ?? []).map { target in
                    let holder = target.unit.map { " \($0)" } ?? ""
                    return "\(target.year)\(holder): \(target.written(unit, in: language))"
                }
                return written.isEmpty ? .missing : .text(written.joined(separator: "; "))
            },
            .text("i.source"), .text("i.confidence"),
        ],
        from: "indicator i", where: conditions.joined(" AND "), orderedBy: ["i.code", "i.id"]
    ) { _ in
        Text(
            "Only what is ‘verbatim’ was read in the document itself.",
            vi: "Chỉ mục ‘verbatim’ là đã đọc được trong chính văn bản.")
    }
}
