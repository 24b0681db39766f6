import Diagnostics
import Values

/// The periods that a command is asked for: one, or all from one to another, or their parts.
struct PeriodRange {
    /// The periods, in order.
    let periods: [Period]

    /// The most periods that are taken at once.
    static let most = 1200

    /// Puts together what was said: `period`, or `from` and `to`.
    init(_ period: Period?, from first: Period?, to last: Period?, each length: PeriodLength?) throws {
        let whole: [Period]
        switch (period, first, last) {
        case (let period?, nil, nil): whole = [period]
        case (nil, let first?, let last?): whole = try PeriodRange.run(first, last)
        default:
            throw Diagnostic.periodRange(
                Text("Say ‘period:’, or ‘from:’ and ‘to:’.", vi: "Hãy ghi ‘period:’, hoặc ‘from:’ và ‘to:’."), "period")
        }
        guard let length else {
            periods = whole
            return
        }
        periods = whole.flatMap { $0.parts(length.kind) }
        guard periods.count <= PeriodRange.most else { throw PeriodRange.tooMany("each") }
        guard !periods.isEmpty else {
            throw Diagnostic.periodRange(
                Text(
                    "No \(length.kind.noun.english) lies inside \(whole[0]).",
                    vi: "Trong \(whole[0]) không có trọn \(length.kind.noun.vietnamese) nào."), "each")
        }
    }

    private static func run(_ first: Period, _ last: Period) throws -> [Period] {
        guard first.kind == last.kind else {
            throw Diagnostic.periodRange(
                Text(
                    "\(first) and \(last) are of different kinds.", vi: "\(first) và \(last) không cùng loại kỳ."), "to"
            )
        }
        guard first <= last else {
            throw Diagnostic.periodRange(
                Text("\(last) lies before \(first).", vi: "\(last) đứng trước \(first)."), "to")
        }
        var periods = [first]
        while let period = periods.last, period < last, periods.count <= most { periods.append(period.advanced(by: 1)) }
        guard periods.count <= most else {
            throw tooMany("to")
        }
        return periods
    }

    private static func tooMany(_ argument: String) -> Diagnostic {
        .periodRange(
            Text("At most \(most) periods are taken at once.", vi: "Mỗi lần tính nhiều nhất \(most) kỳ."), argument)
    }
}

extension Diagnostic {
    fileprivate static func periodRange(_ message: Text, _ argument: String) -> Diagnostic {
        Diagnostic(
            .periodRange, message, subject: argument,
            notes: [
                Text(
                    "For example ‘period: 2025’ or ‘from: 2020 to: 2025’.",
                    vi: "Ví dụ ‘period: 2025’ hoặc ‘from: 2020 to: 2025’.")
            ])
    }
}

extension Diagnostic.Code {
    /// Periods that make no run.
    static let periodRange: Self = "period-range"
}
