import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Personnel

@Suite struct LeadershipTests {
    @Test func missingIsNotNought() throws {
        let session = try Session.withSchools()
        try session.staff("A", "head", "2025-09-15", 1, 0)
        #expect(try element("heads", session, "2025") == [try session.id("A"): DerivedFigure(total: 1, women: 0)])
        #expect(try element("leaders", session, "2025").isEmpty)
        #expect(try woman("A", session) == .missing(.notReported))
        try session.staff("A", "deputy", "2025-09-15", 2, 0)
        #expect(try element("leaders", session, "2025") == [try session.id("A"): DerivedFigure(total: 3, women: 0)])
        #expect(try woman("A", session) == .yesNo(false))
        try session.staff("B", "deputy", "2025-09-15", 1, 1)
        #expect(try woman("B", session) == .yesNo(true))
        #expect(try element("leaders", session, "2024").isEmpty)
    }

    @Test func vacantPostsHaveNoAnswer() throws {
        let session = try Session.withSchools()
        try session.staff("A", "head", "2025-09-15", 0, 0)
        try session.staff("A", "deputy", "2025-09-15", 0, 0)
        #expect(try woman("A", session) == .missing(.notApplicable))
    }

    @Test func unitsAreCountedNotWomen() throws {
        let session = try Session.withSchools()
        try session.staff("A", "head", "2025-09-15", 1, 1)
        try session.staff("A", "deputy", "2025-09-15", 3, 3)
        try session.staff("B", "head", "2025-09-15", 1, 0)
        try session.staff("B", "deputy", "2025-09-15", 1, 0)
        guard case .table(let block)? = try session.perform("list leadership", [:]).blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(
            block.remark?.english
                == "1 of 2 units that reported have a woman among the leaders; 2 of 4 did not report")
        #expect(block.table.cells(of: "unit") == ["A", "B", "SGD", "X"].map { .text($0) })
    }

    @Test func digestSaysNothingWithoutData() throws {
        let session = try Session.withSchools()
        #expect(try digest(session, "2025-11").isEmpty)
        try session.staff("A", "head", "2025-09-15", 1, 1)
        try session.staff("A", "deputy", "2025-09-15", 2, 0)
        try session.staff("B", "head", "2025-09-15", 1, 0)
        try session.board("A", "1/QĐ", "2024-09-15")
        guard case .fields(let fields)? = try digest(session, "2025-11").first else {
            Issue.record("no fields")
            return
        }
        #expect(
            fields.map(\.value.plain) == [
                "1 of 1 (100 %)", "1 of 4 (25 %)", "1 of 2 (50 %)", "1 of 3 (33.33 %)", "1 of 1 (100 %)",
            ])
        #expect(try digest(session, "2024-08").isEmpty)
    }

    @Test func dutyComesWithTheSchoolYear() throws {
        let session = try Session.withSchools()
        func duties(_ period: String) throws -> [Duty] {
            let period = try #require(Period(period))
            return try session.registry.contributions(DutyRule.self).flatMap { try $0.duties(session, period) }
        }
        #expect(try duties("2025-07").isEmpty)
        #expect(try duties("2025-08").map(\.first) == [try day("2025-08-01")])
        #expect(try duties("2025-09").map(\.last) == [try day("2025-09-30")])
        #expect(try duties("2025-Q4").isEmpty)
        #expect(try duties("2025-2026").count == 2)
        #expect(try duties("2025").allSatisfy { !$0.confidence.isOfficial })
    }

    private func woman(_ unit: String, _ session: Session) throws -> Value {
        try #require(try session.column("woman_leads", of: "list leadership", ["under": .text(unit)]).first)
    }

    private func digest(_ session: Session, _ period: String) throws -> [Block] {
        let top = try #require(try Units(session).unit(session.id("SGD")))
        let section = try #require(session.registry.contributions(ReportSection.self).first)
        return try section.build(session, ReportRequest(period: try #require(Period(period)), unit: top))
    }
}

@Suite struct BoardTests {
    @Test func refusesWhatCannotBe() throws {
        let session = try Session.withSchools()
        func code(_ decision: String, _ on: String, _ changes: [String: Value]) -> String? {
            refusal { try session.board("A", decision, on, changes) }
        }
        #expect(code("1/QĐ", "2025-09-15", ["women": .number(8)]) == "women-over-total")
        #expect(code("1/QĐ", "2025-09-15", ["members": .number(0), "women": .number(0)]) == "board-incomplete")
        #expect(code(" ", "2025-09-15", [:]) == "board-incomplete")
        #expect(code("1/QĐ", "2025-09-15", ["trained": .number(8)]) == "trained-over-members")
        #expect(code("1/QĐ", "2025-09-15", ["trained": .number(-1)]) == "trained-over-members")
        #expect(code("1/QĐ", "2025-12-15", [:]) == "future-day")
        #expect(code("1/QĐ", "1999-12-15", [:]) == "unit-not-open")
        #expect(code("1/QĐ", "2025-09-15", [:]) == nil)
        #expect(code("1/QĐ", "2025-09-16", [:]) == "board-doubled")
        #expect(try session.column("trained", of: "list boards") == [.missing(.notReported)])
    }

    @Test func findsWhatCallsForALook() throws {
        let session = try Session.withSchools()
        func findings(_ unit: String, _ on: String) throws -> [String] {
            try session.column(
                "finding", of: "check boards", ["under": .text(unit), "on": .date(try day(on))]
            ).map(\.plain)
        }
        #expect(try findings("A", "2025-12-01") == ["no-board"])
        #expect(try findings("X", "2025-12-01") == [])
        try session.board("A", "1/QĐ", "2024-09-15", ["plan": .yesNo(false), "regulation": .yesNo(true)])
        #expect(try findings("A", "2024-09-14") == ["no-board"])
        #expect(try findings("A", "2025-09-15") == ["no-plan"])
        #expect(try findings("A", "2025-09-16") == ["over-a-year", "no-plan"])
        try session.board("A", "2/QĐ", "2025-09-20")
        #expect(try findings("A", "2025-12-01") == [])
        #expect(try session.column("decision", of: "list boards") == [.text("2/QĐ")])
    }

    @Test func changedCountsAskForAReview() throws {
        let session = try Session.withSchools()
        func review() throws -> [Value] { try session.column("review", of: "list boards") }
        try session.staff("A", "head", "2025-01-15", 1, 0)
        try session.board("A", "1/QĐ", "2025-02-01")
        #expect(try review() == [.yesNo(false)])
        try session.staff("A", "deputy", "2025-03-01", 2, 1)
        try session.staff("A", "head", "2025-03-01", 1, 0)
        #expect(try review() == [.yesNo(false)])
        try session.staff("A", "head", "2025-04-01", 1, 1)
        #expect(try review() == [.yesNo(true)])
        try session.board("A", "2/QĐ", "2025-05-01")
        #expect(try review() == [.yesNo(false)])
    }

    @Test func elementsCountBoardsAndMembers() throws {
        let session = try Session.withSchools()
        try session.board("A", "1/QĐ", "2024-09-15")
        try session.board("A", "2/QĐ", "2025-09-15", ["members": .number(9)])
        let unit = try session.id("A")
        #expect(try element("boards", session, "2025") == [unit: DerivedFigure(total: 1, women: nil)])
        #expect(try element("board-members", session, "2024") == [unit: DerivedFigure(total: 7, women: 5)])
        #expect(try element("board-members", session, "2025") == [unit: DerivedFigure(total: 9, women: 5)])
        #expect(try element("boards", session, "2023").isEmpty)
    }

    @Test func replayedSentencesGiveEqualRows() throws {
        let session = try Session.withSchools()
        try session.staff("A", "head", "2025-01-15", 1, 0)
        try session.board("A", "1/QĐ", "2025-02-01", ["trained": .number(3), "plan": .yesNo(true)])
        let sentences = try session.journal.entries(limit: 99).suffix(2).map(\.sentence)
        #expect(
            sentences == [
                "record staff A post: head on: 2025-01-15 total: 1 women: 0",
                "record board A decision: \"1/QĐ\" on: 2025-02-01 members: 7 women: 5 plan: yes trained: 3",
            ])
    }
}
