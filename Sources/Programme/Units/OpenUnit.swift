import Commands
import Database
import Diagnostics
public import Values

extension Units {
    /// The lasting id of a unit that is open on a day; refused when it is not.
    public func id(of unit: UnitCode, openOn day: Day, _ argument: String = "unit") throws -> Int64 {
        try id(of: unit, openFrom: day, to: day, argument) { .unitNotOpen(unit.code, on: Text(verbatim: "\(day)")) }
    }

    /// The lasting id of a unit that is open on some day of a period; refused when it is not.
    public func id(of unit: UnitCode, openIn period: Period, _ argument: String = "unit") throws -> Int64 {
        try id(of: unit, openFrom: period.first, to: period.last, argument) {
            .unitNotOpen(unit.code, on: Text(verbatim: "\(period)"))
        }
    }

    private func id(
        of unit: UnitCode, openFrom first: Day, to last: Day, _ argument: String, refusal: () -> Diagnostic
    ) throws -> Int64 {
        if let id = try openID(of: unit.code, from: first, to: last) { return id }
        _ = try id(of: unit)
        var finding = refusal()
        finding.subject = argument
        throw finding
    }
}

extension Diagnostic {
    static func unitNotOpen(_ code: String, on when: Text) -> Diagnostic {
        Diagnostic(
            .unitNotOpen,
            Text(
                "\(code) was not open at the time (\(when.english)).",
                vi: "Đơn vị \(code) không hoạt động vào thời gian đó (\(when.vietnamese))."),
            notes: [
                Text(
                    "‘show unit \(code)’ tells since when it is open.",
                    vi: "Gõ ‘show unit \(code)’ để xem đơn vị hoạt động từ ngày nào.")
            ])
    }
}

extension Diagnostic.Code {
    /// A unit that did not exist yet or any more when something is said to have happened there.
    static let unitNotOpen: Self = "unit-not-open"
}
