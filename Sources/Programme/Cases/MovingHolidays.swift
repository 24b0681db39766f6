import Values

/// Holidays of the lunar calendar and those that are set year by year: ``doubts(from:to:)`` names those that may fall
/// between two days, so that a deadline is never shown as surer than it is.
extension WorkingDays {
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
}
