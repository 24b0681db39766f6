import Testing
import Values

@Suite struct CalendarTests {
    @Test func daysAreWrittenInTenLetters() throws {
        for year in [1, 999, 1945, 2025, 9999] {
            for (month, day) in [(1, 1), (2, 28), (9, 9), (10, 10), (12, 31)] {
                let text = try #require(Day(year: year, month: month, day: day)).description
                func padded(_ number: Int, _ width: Int) -> String {
                    String(String(100_000 + number).suffix(width))
                }
                #expect(text == "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
            }
        }
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        var day = Day(year: 1800, month: 1, day: 1)
        var count = 0
        while let current = day, current.year < 2200 {
            let (year, month, date) = current.parts
            #expect(Day(year: year, month: month, day: date) == current)
            #expect(Day(iso: current.description) == current)
            day = current.adding(days: 1)
            count += 1
        }
        #expect(count == 146_097)
    }

    @Test func readsBothForms() {
        #expect(Day(iso: "2025-03-14")?.description == "2025-03-14")
        #expect(Day(dayFirst: "14/3/2025") == Day(iso: "2025-03-14"))
        #expect(Day(iso: "2025-02-29") == nil)
        #expect(Day(iso: "2025-3-1") == nil)
        #expect(Day(dayFirst: "3/14/2025") == nil)
        #expect(Day(iso: "2025-12-05")?.weekday == 5)
    }

    /// At both ends of the calendar a period still knows its own days.
    @Test(arguments: Period.Kind.allCases)
    func periodsAtTheEndsHoldTheirDays(_ kind: Period.Kind) throws {
        for text in ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"] {
            let day = try #require(Day(iso: text))
            let period = Period(kind, containing: day)
            #expect(period.contains(day), "\(kind) of \(text): \(period.first) to \(period.last)")
            #expect(period.isInCalendar == (Period(kind, year: period.year, index: period.index) != nil))
        }
        for word in [Int64.min, -1, 0, 1, .max] { #expect(!Period(word: word).first.description.isEmpty) }
        #expect(Period("9999")?.last == Day(iso: "9999-12-31"))
        #expect(Period("9999-2000") == nil && Period("9999-12") != nil)
        #expect(Day(iso: "9999-12-31")?.adding(days: .max).year ?? 0 > 9999)
    }

    @Test(arguments: ["2025", "2025-H1", "2025-Q3", "2025-10", "2025-2026"])
    func periodsComeBack(_ text: String) {
        #expect(Period(text)?.description == text)
        #expect(Period(text)?.advanced(by: 3).advanced(by: -3).description == text)
    }

    @Test func periodsKnowTheirDays() {
        #expect(Period("2025-Q3")?.first.description == "2025-07-01")
        #expect(Period("2025-Q3")?.last.description == "2025-09-30")
        #expect(Period("2025-2026")?.first.description == "2025-09-01")
        #expect(Period("2025-2026")?.last.description == "2026-08-31")
        #expect(Period("2024-02")?.last.description == "2024-02-29")
        #expect(Period("2025")?.parts(.month).count == 12)
        #expect(Period("2025-H2")?.parts(.quarter).map(\.description) == ["2025-Q3", "2025-Q4"])
        for wrong in ["2025-13", "2025-Q5", "2025-2027", "25-10", "2025-1"] { #expect(Period(wrong) == nil) }
    }

    @Test func instantsComeBack() {
        let text = "2025-11-23T06:05:09+07:00"
        #expect(Instant(text)?.description == text)
        #expect(Instant(seconds: 0).description == "1970-01-01T07:00:00+07:00")
        #expect(Instant(text)?.day.description == "2025-11-23")
    }
}
