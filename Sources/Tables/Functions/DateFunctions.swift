import Diagnostics
import Syntax
import Values

// Dates that move and the distance between them.
extension BuiltInFunction {
    static let dates: [BuiltInFunction] = [
        BuiltInFunction(
            "add-days", [Parameter("date", .type(.date)), Parameter("days", .number)], .always(.date),
            Text(
                "The date so many days later; earlier for a negative number.",
                vi: "Ngày sau (hoặc trước) bấy nhiêu ngày."),
            .two { try moved($0, by: $1, .days) }),
        BuiltInFunction(
            "add-working-days", [Parameter("date", .type(.date)), Parameter("days", .number)], .always(.date),
            Text(
                "The date so many working days later: weekends and the holidays fixed by law are left out.",
                vi: "Ngày sau bấy nhiêu ngày làm việc: bỏ thứ bảy, chủ nhật và ngày lễ cố định theo luật."),
            .two { try moved($0, by: $1, .workingDays) }),
        BuiltInFunction(
            "add-months", [Parameter("date", .type(.date)), Parameter("months", .number)], .always(.date),
            Text(
                "The same day so many months later, or the last day of a shorter month.",
                vi: "Cùng ngày sau bấy nhiêu tháng, hoặc ngày cuối của tháng ngắn hơn."),
            .two { date, count in
                guard case .date(let day) = date else { throw Diagnostic.unfit(date) }
                let months = try whole(count)
                guard abs(months) <= 120_000 else { throw Diagnostic.outsideCalendar }
                let month = Period(.month, containing: day).advanced(by: months)
                guard month.isInCalendar else { throw Diagnostic.outsideCalendar }
                return .date(min(month.first.adding(days: day.parts.day - 1), month.last))
            }),
        BuiltInFunction(
            "days-between", [Parameter("from", .type(.date)), Parameter("to", .type(.date))], .always(.number),
            Text(
                "How many days pass from one date to another; negative where the second comes first.",
                vi: "Số ngày từ ngày này đến ngày kia; âm nếu ngày sau đến trước."),
            .two { .number(Number(Int(try day($1).number) - Int(try day($0).number))) }),
        BuiltInFunction(
            "working-days-between", [Parameter("from", .type(.date)), Parameter("to", .type(.date))],
            .always(.number),
            Text(
                "How many working days pass from one date to another, the first not counted.",
                vi: "Số ngày làm việc từ ngày này đến ngày kia, không tính ngày đầu."),
            .two { .number(Number(WorkingDays.count(from: try day($0), to: try day($1)))) }),
        BuiltInFunction(
            "weekday", [Parameter("date", .type(.date))], .always(.number),
            Text(
                "The day of the week: 1 for Monday to 7 for Sunday.", vi: "Thứ trong tuần: 1 là thứ hai, 7 là chủ nhật."
            ),
            .one { .number(Number(try day($0).weekday)) }),
        BuiltInFunction(
            "is-working-day", [Parameter("date", .type(.date))], .always(.yesNo),
            Text(
                "Whether offices work on a date, as far as the law alone tells.",
                vi: "Có phải ngày làm việc không, theo lịch nghỉ cố định của luật."),
            .one { .yesNo(WorkingDays.contains(try day($0))) }),
        BuiltInFunction(
            "next-period", [Parameter("period", .type(.period)), Parameter("steps", .number, optional: true)],
            .always(.period),
            Text(
                "The period of the same kind so many steps later, 1 if not said; -1 is the one before.",
                vi: "Kỳ cùng loại sau bấy nhiêu kỳ (mặc định 1); -1 là kỳ trước."),
            .present { values in
                guard case .period(let period)? = values.first else { return .missing }
                let steps = values.count > 1 ? try whole(values[1]) : 1
                let later = period.advanced(by: steps)
                guard abs(steps) <= 120_000, later.isInCalendar else { throw Diagnostic.outsideCalendar }
                return .period(later)
            }),
    ]

    private static func day(_ value: Value) throws -> Day {
        guard case .date(let day) = value else { throw Diagnostic.unfit(value) }
        return day
    }

    private static func whole(_ value: Value) throws -> Int {
        guard case .number(let number) = value, let whole = number.whole else { throw Diagnostic.notWhole(value) }
        return Int(clamping: whole)
    }

    private static func moved(_ date: Value, by count: Value, _ unit: TimeAmount.Unit) throws -> Value {
        try Arithmetic.value(.plus, date, .time(TimeAmount(Number(whole(count)), unit)))
    }
}

extension Diagnostic {
    static func notWhole(_ value: Value) -> Diagnostic {
        Diagnostic(
            .wrongType,
            Text(
                "‘\(value.canonical)’ is not a whole number; one is needed here.",
                vi: "‘\(value.canonical)’ không phải số nguyên; ở đây cần số nguyên."))
    }
}
