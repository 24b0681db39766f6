import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record plan section` puts a section of a year's plan on record; the annual report tells of the year by them.
let recordPlanSection = Command(
    "record plan section",
    Text("Puts a section of a year's plan on record.", vi: "Ghi một mục của kế hoạch năm."), effect: .writes,
    run: record
) {
    Argument<String>("number", Text("Its number in the plan: \"III.1\".", vi: "Số mục trong kế hoạch: \"III.1\"."))
    Argument<String>("title", Text("Its title.", vi: "Tên mục."))
    Label<Period>("year", Text("The year of the plan.", vi: "Năm kế hoạch."))
    Label<[IndicatorCode]?>(
        "indicators", Text("The indicators that tell of it.", vi: "Các chỉ tiêu phản ánh kết quả của mục."))
} examples: {
    Example("record plan section \"III.1\" \"Công tác truyền thông, tập huấn\" year: 2025").prints("III.1")
    Example("record plan section \"III.1\" \"Truyền thông\" year: 2025").reports(.codeTaken)
    Example("record plan section \"III.2\" \"Ban VSTBPN\" year: 2025-H1").reports(.notAPlanYear)
}

private func record(
    session: Session, number: String, title: String, year: Period, indicators: [IndicatorCode]?
) throws -> Document {
    try requireWords(number, "number")
    try requireWords(title, "title")
    let planned = try planYear(year)
    guard try PlanSection.all(session, year: year).allSatisfy({ $0.number != number }) else {
        throw Diagnostic(
            .codeTaken,
            Text(
                "The plan of \(planned) has a section \(number) already.",
                vi: "Kế hoạch năm \(planned) đã có mục \(number)."), subject: "number",
            notes: [
                Text(
                    "‘amend plan section’ puts it right.", vi: "Gõ ‘amend plan section’ nếu muốn sửa.")
            ])
    }
    let codes = indicators.map { $0.map(\.code).joined(separator: "\n") }
    try session.database.execute(
        """
        INSERT INTO reporting_plan_section (year, number, title, indicators, recorded)
        VALUES (\(year), \(number), \(title), \(codes), \(session.entry))
        """)
    return .done(
        Text("Section \(number) of the plan of \(planned).", vi: "Đã ghi mục \(number) của kế hoạch năm \(planned)."))
}
