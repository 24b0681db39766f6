import Values

/// The days on which offices work: not Saturdays, Sundays and the public holidays whose dates the law fixes.
///
/// Holidays of the lunar calendar and those that are set year by year are not known here; ``doubts(from:to:)`` names
/// those that may fall between two days, so that a deadline is never shown as surer than it is.
enum WorkingDays {
    /// A public holiday on the same date each year.
    struct Holiday {
        let month: Int
        let day: Int
        let name: Text
    }

    /// Where the holidays stand.
    static let source = "Bộ luật Lao động 45/2019/QH14, Điều 112"

    /// The holidays whose dates the law fixes.
    static let fixed = [
        Holiday(month: 1, day: 1, name: Text("New Year", vi: "Tết Dương lịch")),
        Holiday(month: 4, day: 30, name: Text("Victory Day", vi: "Ngày Chiến thắng")),
        Holiday(month: 5, day: 1, name: Text("Labour Day", vi: "Ngày Quốc tế lao động")),
        Holiday(month: 9, day: 2, name: Text("National Day", vi: "Quốc khánh")),
    ]

    /// A holiday whose date needs data for each year, and between which days it can fall.
    struct MovingHoliday {
        let first: (month: Int, day: Int)
        let last: (month: Int, day: Int)
        let since: Int
        let name: Text
    }

    /// The holidays whose dates are not known from the law alone.
    static let moving = [
        MovingHoliday(
            first: (1, 18), last: (2, 26), since: 1,
            name: Text("five days of the lunar New Year", vi: "5 ngày Tết Âm lịch")),
        MovingHoliday(
            first: (3, 28), last: (4, 30), since: 1,
            name: Text("Hùng Kings' Day, 10 of the third lunar month", vi: "Giỗ Tổ Hùng Vương, 10/3 âm lịch")),
        MovingHoliday(
            first: (9, 1), last: (9, 3), since: 1,
            name: Text("the day beside 2 September", vi: "ngày liền kề ngày 2/9")),
        MovingHoliday(
            first: (11, 24), last: (11, 24), since: 2026,
            name: Text(
                "Viet Nam Culture Day, 24 November, where it is made law",
                vi: "Ngày Văn hóa Việt Nam 24/11, nếu luật quy định")
        ),
    ]

    /// Whether offices work on a day, as far as the law alone tells.
    static func contains(_ day: Day) -> Bool {
        day.weekday <= 5 && !daysOff(in: day.year).contains(day)
    }

    /// The day on which so many working days have passed; the first day itself is not counted.
    static func adding(_ count: Int, to day: Day) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if contains(day) { left -= 1 }
        }
        return day
    }

    /// The moving holidays that may fall between two days.
    static func doubts(from first: Day, to last: Day) -> [Text] {
        moving.filter { holiday in
            (first.year...max(first.year, last.year)).contains { year in
                guard year >= holiday.since,
                    let begin = Day(year: year, month: holiday.first.month, day: holiday.first.day),
                    let end = Day(year: year, month: holiday.last.month, day: holiday.last.day)
                else { return false }
                return begin <= last && end > first
            }
        }.map(\.name)
    }

    /// The fixed holidays of a year, and the next working day for each that falls on a weekend.
    private static func daysOff(in year: Int) -> Set<Day> {
        let holidays = fixed.compactMap { Day(year: year, month: $0.month, day: $0.day) }
        var off = Set(holidays)
        for holiday in holidays where holiday.weekday > 5 {
            var instead = holiday
            while instead.weekday > 5 || off.contains(instead) { instead = instead.adding(days: 1) }
            off.insert(instead)
        }
        return off
    }
}
