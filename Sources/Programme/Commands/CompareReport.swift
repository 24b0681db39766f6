import Commands
import Diagnostics
import Documents
import Tables
import Values

/// `compare report` shows what a report says otherwise on a later day, and why.
let compareReport = Command(
    "compare report",
    Text(
        "Shows what a report says otherwise on a later day, and which entries brought it.",
        vi: "Cho biết báo cáo khác nhau thế nào giữa hai ngày và do mục nhật ký nào."),
    effect: .reads, returns: .table(comparisonColumns), run: compare
) {
    Argument<ReportName>("report", Text("The report.", vi: "Báo cáo."))
    Label<Period>("period", Text("The period it tells of.", vi: "Kỳ báo cáo."))
    Label<UnitCode>("under", Text("The unit at the top.", vi: "Đơn vị cấp trên cùng."))
    Label<Day>("from", Text("As of the end of this day.", vi: "Tính đến hết ngày này."))
    Label<Day>(
        "to", Text("And as of the end of this one.", vi: "Và đến hết ngày này."),
        default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })
} examples: {
    Example("compare report indicators period: 2025 under: SGD-HP from: 2025-11-30").reports(.unitNotRecordedYet)
    Example("compare report indicators period: 2025 under: SGD-HP from: 2025-12-01").prints("no rows")
    Example("compare report indicators period: 2025 under: SGD-HP from: 2025-12-02").reports(.daysBackwards)
}

private let comparisonColumns = Schema([
    ColumnInfo("section", .text, Text("Section", vi: "Mục")),
    ColumnInfo("row", .text, Text("Row", vi: "Dòng")),
    ColumnInfo("column", .text, Text("Column", vi: "Cột")),
    ColumnInfo("before", .text, Text("Before", vi: "Trước")),
    ColumnInfo("after", .text, Text("After", vi: "Sau")),
    ColumnInfo("why", .text, Text("Why", vi: "Lý do")),
    ColumnInfo("entries", .text, Text("Entries", vi: "Mục nhật ký")),
])

private func compare(
    session: Session, name: ReportName, period: Period, under: UnitCode, from: Day, to: Day
) throws -> Document {
    guard from <= to else {
        throw Diagnostic(
            .daysBackwards,
            Text("\(from) lies behind \(to).", vi: "Ngày \(from) đứng sau ngày \(to)."), subject: "from",
            notes: [Text("‘from:’ is the earlier day.", vi: "‘from:’ là ngày trước.")])
    }
    let comparison = try ReportComparison(from: from, to: to, session) {
        try Report.made(name, period, under, session)
    }
    let language = session.surroundings.language
    let unsure = comparison.all.contains(where: \.isUnsure)
    let rows = comparison.all.map { difference -> [Value] in
        let causes = difference.causes.keys.sorted().map { $0.words(in: language) }
        let entries = difference.causes.values.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted()
        let place = difference.place
        let mark = difference.isUnsure ? "? " : ""
        return [
            .text(place.section), place.row.isEmpty ? .missing : .text(place.row),
            place.column.isEmpty ? .missing : .text(place.column), difference.before.map { .text($0) } ?? .missing,
            difference.after.map { .text($0) } ?? .missing, .text(mark + causes.joined(separator: ", ")),
            entries.isEmpty ? .missing : .text(entries.map { String($0) }.joined(separator: ", ")),
        ]
    }
    let remark = Text(
        "‘?’: the entries are possible causes; there are too many changes to tell them apart.",
        vi: "‘?’: các mục có thể là nguyên nhân; quá nhiều thay đổi nên không tách được.")
    return .table(Table(comparisonColumns, rows: rows), remark: unsure ? remark : nil)
}

extension Diagnostic.Code {
    /// A first day behind the last.
    static let daysBackwards: Self = "days-backwards"
}
