import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `check sessions` holds every unit against the yearly rule of two sessions.
let checkSessions = Command(
    "check sessions",
    Text(
        "Shows how many sessions each unit held in a year, and how many it still lacks.",
        vi: "Cho biết mỗi đơn vị đã tổ chức bao nhiêu cuộc truyền thông trong năm và còn thiếu bao nhiêu."),
    effect: .reads, returns: .table(standingColumns), run: check
) {
    Label<Period>(
        "period", Text("The calendar year.", vi: "Năm dương lịch."),
        default: .now(Text("this year", vi: "năm nay")) { .period(Period(.year, containing: $0.today)) })
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("check sessions period: 2025 under: SGD-HP").prints("NGO-QUYEN")
    Example("check sessions").prints("at least 2 sessions a year")
    Example("check sessions period: 2025-10").reports(.notACalendarYear)
}

/// The columns of `check sessions`.
let standingColumns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Name", vi: "Tên đơn vị")),
    ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
    ColumnInfo("lacking", .number, Text("Lacking", vi: "Còn thiếu")),
    ColumnInfo("state", standingState, Text("State", vi: "Tình trạng")),
])

private let standingState = ValueType.choice(
    Choices(
        "state",
        [
            Choice("below", Text("below the yearly number", vi: "chưa đủ số cuộc trong năm")),
            Choice("met", Text("has reached the yearly number", vi: "đã đủ số cuộc trong năm")),
        ]))

private func check(session: Session, period: Period, under: UnitCode?) throws -> Document {
    guard period.kind == .year else {
        throw Diagnostic(
            .notACalendarYear,
            Text("\(period) is not a calendar year.", vi: "\(period) không phải là một năm dương lịch."),
            subject: "period",
            notes: [
                Text(
                    "The rule counts by the year: \(YearlyRule.source.english).",
                    vi: "Quy định tính theo năm: \(YearlyRule.source.vietnamese).")
            ],
            replacement: "\(period.last.year)")
    }
    let day = min(period.last, session.today)
    let isAhead = period.first > session.today
    let standings = isAhead ? [] : try YearlyRule.standings(until: day, under: under, session)
    let rows = standings.map { standing -> [Value] in
        [
            .text(standing.unit.code), .text(standing.unit.name), .number(Number(standing.sessions)),
            .number(Number(standing.missing)), .text(standing.missing == 0 ? "met" : "below"),
        ]
    }
    let met = standings.filter { $0.missing == 0 }.count
    return .table(
        Table(standingColumns, rows: rows),
        remark: Text(
            "\(met) of \(standings.count.counted("unit")) by \(day.formatted(in: .english)): "
                + "\(YearlyRule.source.english); \(YearlyRule.scope.english)",
            vi: "\(met)/\(standings.count) đơn vị, đến \(day.formatted(in: .vietnamese)): "
                + "\(YearlyRule.source.vietnamese); \(YearlyRule.scope.vietnamese)"))
}

extension Diagnostic.Code {
    /// A period other than a calendar year where the rule counts by the year.
    static let notACalendarYear: Self = "not-a-calendar-year"
}
