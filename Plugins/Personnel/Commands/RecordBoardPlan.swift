import Commands
import Database
import Diagnostics
import Documents
import Programme
import Values

/// `record board plan` records that a unit's board made its plan of a year.
let recordBoardPlan = Command(
    "record board plan",
    Text(
        "Records that a unit's board made its plan of a year.",
        vi: "Ghi việc Ban VSTBPN của đơn vị đã ban hành kế hoạch năm."),
    effect: .writes, run: record
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("year", Text("The year of the plan.", vi: "Năm kế hoạch."))
    Label<Day>("on", Text("The day of the plan.", vi: "Ngày ban hành."))
    Label<String?>("document", Text("The number of the plan.", vi: "Số kế hoạch."))
} examples: {
    Example("record board plan TP-01 year: 2025 on: 2025-02-10 document: \"15/KH-TP\"").prints("Recorded the plan")
    Example("list boards under: TP-01").prints("45/QĐ-TP")
    Example("record board plan TP-01 year: 2025 on: 2025-03-10").reports(.planDoubled)
    Example("record board plan TP-01 year: 2025-Q1 on: 2025-02-10").reports(.notAPlanYear)
}

private func record(session: Session, unit: UnitCode, year: Period, on: Day, document: String?) throws -> Document {
    guard year.kind == .year else {
        throw Diagnostic(
            .notAPlanYear,
            Text("\(year) is not a calendar year.", vi: "\(year) không phải là năm dương lịch."), subject: "year",
            replacement: "\(year.last.year)")
    }
    try refuseFuture(on, "on", session)
    if let document { try requireWords(document, "document") }
    let id = try openUnit(unit, on: on, session)
    let earlier = try session.database.first(
        "SELECT on_day FROM board_plan WHERE unit = \(id) AND year = \(year) AND \(session.visible())")
    if let earlier {
        let day: Day = try earlier.value(0)
        throw Diagnostic(
            .planDoubled,
            Text(
                "\(unit.code) has a plan of \(year) already, of \(day).",
                vi: "\(unit.code) đã có kế hoạch năm \(year), ngày \(day)."),
            subject: "year",
            notes: [
                Text(
                    "To change it, type ‘amend board plan \(unit.code) year: \(year) … reason: \"…\"’.",
                    vi: "Muốn sửa, hãy gõ ‘amend board plan \(unit.code) year: \(year) … reason: \"…\"’.")
            ])
    }
    try session.database.execute(
        """
        INSERT INTO board_plan (unit, year, on_day, document, recorded)
        VALUES (\(id), \(year), \(on), \(document), \(session.entry))
        """)
    return .done(
        Text(
            "Recorded the plan of \(unit.code) for \(year), of \(on).",
            vi: "Đã ghi kế hoạch năm \(year) của Ban VSTBPN \(unit.code), ngày \(on)."))
}

extension Diagnostic.Code {
    /// A second plan of a year.
    static let planDoubled: Self = "plan-doubled"
    /// A period that is no calendar year.
    static let notAPlanYear: Self = "not-a-plan-year"
}
