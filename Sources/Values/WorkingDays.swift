/// The days on which offices work: not Saturdays, Sundays and the public holidays whose dates the law fixes.
///
/// Holidays of the lunar calendar and those that are set year by year are not known.
public enum WorkingDays {
    /// A public holiday on the same date each year.
    public struct Holiday: Sendable, Hashable {
        /// The month, 1 to 12.
        public let month: Int
        /// The day of the month.
        public let day: Int
        /// What is celebrated.
        public let name: Text
    }

    /// Where the holidays stand.
    public static let source = "Bộ luật Lao động 45/2019/QH14, Điều 112"

    /// The holidays whose dates the law fixes.
    public static let fixed = [
        Holiday(month: 1, day: 1, name: Text("New Year", vi: "Tết Dương lịch")),
        Holiday(month: 4, day: 30, name: Text("Victory Day", vi: "Ngày Chiến thắng")),
        Holiday(month: 5, day: 1, name: Text("Labour Day", vi: "Ngày Quốc tế lao động")),
        Holiday(month: 9, day: 2, name: Text("National Day", vi: "Quốc khánh")),
    ]

    /// Whether offices work on a day, as far as the law alone tells.
    public static func contains(_ day: Day) -> Bool {
        day.weekday <= 5 && !daysOff(in: day.year).contains(day)
    }

    /// The day on which so many working days have passed, backwards for a negative count; the first day itself is not
    /// counted. `nil` outside the years 1 to 9999.
    public static func adding(_ count: Int, to day: Day) -> Day? {
        var (day, left) = (day, count.magnitude)
        var (year, off): (Int, Set<Day>) = (0, [])
        while left > 0 {
            day = day.adding(days: count < 0 ? -1 : 1)
            let thisYear = day.year
            guard (1...9999).contains(thisYear) else { return nil }
            if thisYear != year { (year, off) = (thisYear, daysOff(in: thisYear)) }
            if day.weekday <= 5, !off.contains(day) { left -= 1 }
        }
        return day
    }

    /// How many working days have passed from one day to another: what ``adding(_:to:)`` takes back. Negative where the
    /// second day is the earlier one.
    public static func count(from first: Day, to last: Day) -> Int {
        guard first <= last else { return -count(from: last, to: first) }
        let weeks = Int(last.number - first.number) / 7
        var count = weeks * 5
        var day = first.adding(days: weeks * 7)
        while day < last {
            day = day.adding(days: 1)
            if day.weekday <= 5 { count += 1 }
        }
        for year in first.year...last.year {
            count -= daysOff(in: year).count { $0 > first && $0 <= last && $0.weekday <= 5 }
        }
        return count
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
