import Testing
import Values

@testable import Programme

@Suite struct WorkingDayTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(arguments: [
        ("2025-12-01", 5, "2025-12-08"), ("2025-12-05", 1, "2025-12-08"), ("2025-12-06", 1, "2025-12-08"),
        ("2025-12-31", 1, "2026-01-02"), ("2025-04-29", 1, "2025-05-02"), ("2023-12-29", 1, "2024-01-02"),
        // 30 April 2022 was a Saturday and 1 May a Sunday: Monday and Tuesday were off instead.
        ("2022-04-29", 1, "2022-05-04"),
    ]) func counts(_ from: String, _ days: Int, _ to: String) throws {
        #expect(WorkingDays.adding(days, to: try day(from)) == (try day(to)))
    }

    @Test func everyCountEndsOnAWorkingDay() throws {
        let start = try day("2025-01-01")
        for offset in 0..<730 {
            let from = start.adding(days: offset)
            let end = try #require(WorkingDays.adding(5, to: from))
            #expect(WorkingDays.count(from: from, to: end) == 5)
            #expect(WorkingDays.count(from: end, to: from) == -5)
            #expect(WorkingDays.contains(end))
            #expect(end.number - from.number >= 7 || from.weekday > 5)
            #expect((1...end.number - from.number).count { WorkingDays.contains(from.adding(days: Int($0))) } == 5)
        }
    }

    @Test func namesTheHolidaysItDoesNotKnow() throws {
        #expect(WorkingDays.doubts(from: try day("2025-12-01"), to: try day("2025-12-10")).isEmpty)
        #expect(WorkingDays.doubts(from: try day("2026-02-10"), to: try day("2026-02-19")).count == 1)
        #expect(WorkingDays.doubts(from: try day("2025-08-29"), to: try day("2025-09-05")).count == 1)
        #expect(WorkingDays.doubts(from: try day("2025-11-20"), to: try day("2025-11-28")).isEmpty)
        #expect(WorkingDays.doubts(from: try day("2026-11-20"), to: try day("2026-11-28")).count == 1)
        #expect(WorkingDays.doubts(from: try day("2025-12-30"), to: try day("2026-01-20")).count == 1)
    }

    private func referral(_ age: AgeBand, _ kind: ViolenceKind = .denial, danger: Bool = false) throws -> CaseReferral {
        CaseReferral(
            unit: "A", kind: kind, sex: .male, age: age, to: .health, consent: .yes, danger: danger,
            received: try day("2025-11-24"), recorded: Instant(try day("2025-12-01")))
    }

    @Test func clocksFollowAgeKindAndDanger() throws {
        #expect(try referral(.adult).clocks.isEmpty)
        #expect(try referral(.adult, .rape).clocks.isEmpty)
        #expect(try referral(.from11).clocks.count == 3)
        #expect(try referral(.from11, .rape).clocks.count == 4)
        #expect(try referral(.from11, danger: true).clocks.count == 5)
        #expect(try referral(.from15).clockDoubts.count == 2)
        // The hour of an earlier day is not known: the clock runs from the beginning of that day.
        let urgent = try referral(.from11, danger: true).clocks.map(\.due.english)
        #expect(urgent.contains("2025-11-24 12:00, 12 hours from receipt"))
        #expect(urgent.contains { $0.hasPrefix("2025-12-09") })
    }
}
