import Diagnostics
import Values

/// Refuses a period that is no calendar year: plans and the reports on them are for whole years.
private func notAPlanYear(_ period: Period, _ argument: String) -> Diagnostic {
    Diagnostic(
        .notAPlanYear,
        Text(
            "\(period) is not a calendar year; plans and annual reports are for whole years.",
            vi: "\(period) không phải là một năm dương lịch; kế hoạch và báo cáo năm tính theo cả năm."),
        subject: argument, replacement: "\(period.year)")
}

/// The number of the year that a period is.
func planYear(_ year: Period, _ argument: String = "year") throws -> Int {
    guard year.kind == .year else { throw notAPlanYear(year, argument) }
    return year.year
}

extension Diagnostic.Code {
    /// A period that is no calendar year where a plan is told of.
    static let notAPlanYear: Self = "not-a-plan-year"
}
