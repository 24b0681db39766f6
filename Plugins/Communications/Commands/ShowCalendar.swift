import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `show calendar` shows the months, days and deadlines of a period that the packs know of.
let showCalendar = Command(
    "show calendar",
    Text(
        "Shows the action months, days to mark and deadlines of a period.",
        vi: "Cho biết các tháng hành động, ngày kỷ niệm và hạn chót trong kỳ."),
    effect: .reads, returns: .table(calendarColumns), run: show
) {
    Label<Period>(
        "period", Text("The period.", vi: "Kỳ."),
        default: .now(Text("this year", vi: "năm nay")) { .period(Period(.year, containing: $0.today)) })
} examples: {
    Example("show calendar period: 2025-Q4").prints("Tháng hành động vì bình đẳng giới năm 2025")
    Example("show calendar period: soon").reports("wrong-type")
}

/// The columns of `show calendar`.
let calendarColumns = Schema([
    ColumnInfo("begins", .date, Text("From", vi: "Từ ngày")),
    ColumnInfo("ends", .date, Text("To", vi: "Đến hết ngày")),
    ColumnInfo("duty", .text, Text("What", vi: "Nội dung")),
    ColumnInfo("state", calendarState, Text("State", vi: "Tình trạng")),
    ColumnInfo("confidence", Confidence.type, Text("Confidence", vi: "Độ tin cậy")),
    ColumnInfo("source", .text, Text("Source", vi: "Nguồn")),
])

private let calendarState = ValueType.choice(
    Choices(
        "state",
        [
            Choice("over", Text("over", vi: "đã qua")),
            Choice("now", Text("under way", vi: "đang diễn ra")),
            Choice("coming", Text("still to come", vi: "sắp tới")),
        ]))

private func show(session: Session, period: Period) throws -> Document {
    let duties = try session.registry.contributions(DutyRule.self).flatMap { try $0.duties(session, period) }
    let language = session.surroundings.language
    let today = session.today
    let rows = duties.sorted { ($0.first, $0.last, $0.name.vietnamese) < ($1.first, $1.last, $1.name.vietnamese) }
        .map { duty -> [Value] in
            let state = duty.last < today ? "over" : duty.first > today ? "coming" : "now"
            return [
                .date(duty.first), .date(duty.last), .text(duty.name(in: language)), .text(state),
                duty.confidence.value, duty.source.isEmpty ? .missing : .text(duty.source),
            ]
        }
    let unsure = duties.filter { !$0.confidence.isOfficial && $0.confidence != .local }.count
    guard unsure > 0 else { return .table(Table(calendarColumns, rows: rows)) }
    return .table(
        Table(calendarColumns, rows: rows),
        remark: Text(
            "\(unsure.english) of them not read in a document: to be checked before use",
            vi: "\(unsure.vietnamese) mục chưa đọc được trong văn bản: cần kiểm tra trước khi dùng"))
}
