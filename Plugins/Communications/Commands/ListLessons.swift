import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// `list lessons` shows the lessons into which gender content was woven.
let listLessons = Command(
    "list lessons",
    Text(
        "Shows the lessons with gender content, by day.",
        vi: "Liệt kê các tiết dạy lồng ghép nội dung giới theo ngày."),
    lists: lessonColumns, by: list
) {
    Label<Period?>("period", Text("Only those of this period.", vi: "Chỉ trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("list lessons period: 2025 under: SGD-HP").prints("Ngữ văn")
    Example("list lessons period: 2025 | group by subject with lessons = sum(lessons)").prints("Ngữ văn")
    Example("list lessons under: SGD-HN").reports(.unknownCode)
}

/// The columns of `list lessons`.
let lessonColumns = Schema([
    ColumnInfo("lesson", .code("lesson"), Text("Code", vi: "Mã")),
    ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
    ColumnInfo("on", .date, Text("Date", vi: "Ngày")),
    ColumnInfo("subject", .text, Text("Subject", vi: "Môn học")),
    ColumnInfo("grade", .number, Text("Grade", vi: "Khối lớp")),
    ColumnInfo("topic", .text, Text("Topic", vi: "Nội dung")),
    ColumnInfo("lessons", .number, Text("Lessons", vi: "Số tiết")),
    ColumnInfo("girls", .number, Text("Girls", vi: "Học sinh nữ")),
    ColumnInfo("boys", .number, Text("Boys", vi: "Học sinh nam")),
])

private func list(session: Session, period: Period?, under: UnitCode?) throws -> Listing {
    var conditions = [session.visible("l")]
    if let period { conditions.append("l.taught_on BETWEEN \(period.first) AND \(period.last)") }
    if let under { conditions.append("l.unit IN (\(ids: try Units(session).scope(period, under: under).map(\.id)))") }
    return Listing(
        lessonColumns,
        [
            .text("l.code"), .code("u.code", id: "l.unit", of: "unit"), .date("l.taught_on"), .text("l.subject"),
            .integer("l.grade"), .text("l.topic"), .integer("l.lessons"), .integer("l.girls"), .integer("l.boys"),
        ],
        from: "gender_lesson l JOIN unit u ON u.id = l.unit", where: conditions.joined(" AND "),
        orderedBy: ["l.taught_on", "u.code", "l.id"])
}
