import Diagnostics
import Values

extension BuiltInFunction {
    static let calendar: [BuiltInFunction] = [
        BuiltInFunction(
            "year", [Parameter("day", .calendar)], .always(.period),
            Text(
                "The calendar year of a date, or the one in which a period begins.",
                vi: "Năm của ngày, hoặc năm bắt đầu của kỳ."),
            .one { value in
                switch value {
                case .date(let day): return .period(Period(.year, containing: day))
                case .period(let period): return .period(Period(.year, containing: period.first))
                default: throw Diagnostic.unfit(value)
                }
            }),
        BuiltInFunction(
            "quarter", [Parameter("day", .calendar)], .always(.number),
            Text("The quarter, 1 to 4, of a date, month or quarter.", vi: "Quý (1–4) của ngày, tháng hoặc quý."),
            .one { part($0, kinds: [.quarter, .month]) { ($0.month - 1) / 3 + 1 } }),
        BuiltInFunction(
            "month", [Parameter("day", .calendar)], .always(.number),
            Text("The month, 1 to 12, of a date or month.", vi: "Tháng (1–12) của ngày hoặc kỳ tháng."),
            .one { part($0, kinds: [.month]) { $0.month } }),
        BuiltInFunction(
            "day", [Parameter("date", .type(.date))], .always(.number),
            Text("The day of the month of a date.", vi: "Ngày trong tháng."),
            .one { part($0, kinds: []) { $0.parts.day } }),
        BuiltInFunction(
            "first-day", [Parameter("period", .type(.period))], .always(.date),
            Text("The first day of a period.", vi: "Ngày đầu của kỳ."),
            .one { value in
                guard case .period(let period) = value else { throw Diagnostic.unfit(value) }
                return .date(period.first)
            }),
        BuiltInFunction(
            "last-day", [Parameter("period", .type(.period))], .always(.date),
            Text("The last day of a period.", vi: "Ngày cuối của kỳ."),
            .one { value in
                guard case .period(let period) = value else { throw Diagnostic.unfit(value) }
                return .date(period.last)
            }),
        BuiltInFunction(
            "period-of", [Parameter("date", .type(.date)), Parameter("kind", .type(.choice(periodKinds)))],
            .always(.period),
            Text(
                "The period of a kind in which a date lies: year, half, quarter, month, school-year.",
                vi: "Kỳ chứa ngày này theo loại: year, half, quarter, month, school-year."),
            .two { date, word in
                guard case .date(let day) = date, let kind = Period.Kind(rawValue: try words(word)) else {
                    throw Diagnostic.unfit(date)
                }
                let period = Period(kind, containing: day)
                guard period.isInCalendar else { throw Diagnostic.outsideCalendar }
                return .period(period)
            }),
        BuiltInFunction(
            "date", [Parameter("year", .number), Parameter("month", .number), Parameter("day", .number)],
            .always(.date),
            Text(
                "The date of a year, month and day; missing where the calendar has none.",
                vi: "Ngày theo năm, tháng, ngày; để trống nếu không có ngày đó."),
            .present { values in
                let parts = values.compactMap { value -> Int? in
                    guard case .number(let number) = value else { return nil }
                    return number.whole.map { Int(clamping: $0) }
                }
                guard parts.count == 3 else { return .missing }
                return Day(year: parts[0], month: parts[1], day: parts[2]).map { .date($0) } ?? .missing
            }),
    ]

    /// The kinds of periods as one types them.
    static let periodKinds = Choices(
        "kind of period",
        [
            Choice("year", Text("a calendar year", vi: "năm")),
            Choice("half", Text("half a year", vi: "nửa năm")),
            Choice("quarter", Text("a quarter", vi: "quý")),
            Choice("month", Text("a month", vi: "tháng")),
            Choice("school-year", Text("a school year, from September", vi: "năm học, từ tháng 9")),
        ])

    /// A part of a date, or of the first day of a period that is short enough to have one.
    private static func part(_ value: Value, kinds: Set<Period.Kind>, _ part: (Day) -> Int) -> Value {
        switch value {
        case .date(let day): .number(Number(part(day)))
        case .period(let period) where kinds.contains(period.kind): .number(Number(part(period.first)))
        default: .missing(.notApplicable)
        }
    }
}
