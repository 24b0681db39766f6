import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Personnel

@Suite struct CadreTests {
    @Test func groupsAreHeldAgainstTheStaffAndEachOther() throws {
        let session = try Session.withSchools()
        try session.staff("A", "staff", "2025-09-15", 10, 6)
        try session.staff("A", "under-35", "2025-09-15", 6, 3)
        try session.staff("A", "aged-35-50", "2025-09-15", 4, 3)
        try session.staff("A", "over-50", "2025-09-15", 1, 0)
        try session.staff("A", "doctor", "2025-09-15", 5, 3)
        try session.staff("A", "master", "2025-09-15", 5, 3)
        try session.staff("A", "party-member", "2025-09-15", 3, 1)
        try session.staff("A", "party-new", "2025-09-15", 2, 2)
        try session.staff("A", "manager", "2025-09-15", 1, 1)
        try session.staff("A", "head", "2025-09-15", 1, 1)
        try session.staff("A", "deputy", "2025-09-15", 1, 0)
        #expect(
            try findings(session) == [
                "ages-over-staff - total 11 10", "ages-over-staff - men 5 4", "part-over-group party-new women 2 1",
                "part-over-group - total 2 1", "part-over-group - men 1 0",
            ])
    }

    @Test func runningTermsAreHeldAgainstThePost() throws {
        let session = try Session.withSchools()
        try session.staff("A", "deputy", "2025-09-15", 2, 1)
        try session.term("A", "deputy", "2021-01-01", "2025-12-31", 2, 1)
        try session.term("A", "deputy", "2016-01-01", "2020-12-31", 2, 2)
        #expect(try findings(session).isEmpty)
        try session.term("A", "deputy", "2024-01-01", "2028-12-31", 1, 1)
        #expect(
            try findings(session) == ["terms-over-post deputy total 3 2", "terms-over-post deputy women 2 1"])
    }

    @Test func termsTellHowTheyStand() throws {
        let session = try Session.withSchools()
        for (from, to) in [
            ("2020-01-01", "2025-11-30"), ("2021-01-01", "2025-12-01"), ("2021-01-01", "2026-05-30"),
            ("2021-01-01", "2026-05-31"), ("2026-01-01", "2030-12-31"),
        ] {
            try session.term("A", "deputy", from, to, 1, 0)
        }
        #expect(
            try session.column("state", of: "list terms").map(\.plain) == [
                "over", "ending", "ending", "running", "coming",
            ])
        #expect(try session.column("ends", of: "list terms", ["ending": .period(try year("2030"))]).count == 1)
        #expect(refusal { try session.term("A", "head", "2025-01-01", "2024-12-31", 1, 0) } == "term-backwards")
        #expect(refusal { try session.term("A", "head", "2025-01-01", "2029-12-31", 2, 0) } == "several-heads")
        #expect(refusal { try session.term("A", "deputy", "2025-01-01", "2029-12-31", 0, 0) } == "nobody-counted")
        #expect(refusal { try session.term("A", "deputy", "2026-01-01", "2030-12-31", 1, 0) } == "count-doubled")
    }

    @Test func plannedCadresAreHeldAgainstBothTargets() throws {
        let session = try Session.withSchools()
        try session.planned("A", 10, 4)
        try session.planned("B", 7, 2)
        try session.planned("SGD", 0, 0)
        try session.staff("B", "staff", "2025-09-15", 10, 2)
        let table = try #require(try session.perform("check planned", [:]).table)
        let rows = (0..<table.rowCount).map { row in
            ["unit", "by_2025", "by_2030", "lacking", "exception"].map { (table.cells(of: $0) ?? [])[row].plain }
                .joined(separator: " ")
        }
        #expect(rows == ["A met below 1 ", "B below below 2 yes", "SGD    ", "X    "])
        #expect(PlannedTarget.by2025.lacking(Headcount(on: try day("2025-01-01"), total: 7, women: 2)) == 1)
    }

    @Test func appointmentsAddUpAndStudiesBelongToYears() throws {
        let session = try Session.withSchools()
        for (on, total, women) in [("2025-03-01", 1, 1), ("2025-08-01", 2, 0), ("2024-08-01", 1, 1)] {
            _ = try session.perform(
                "record appointment",
                [
                    "unit": .text("A"), "post": .text("deputy"), "on": .date(try day(on)),
                    "total": .number(Number(total)), "women": .number(Number(women)),
                ])
        }
        let unit = try session.id("A")
        #expect(try element("appointments", session, "2025") == [unit: DerivedFigure(total: 3, women: 1)])
        #expect(try element("appointments", session, "2025-Q1") == [unit: DerivedFigure(total: 1, women: 1)])
        #expect(try element("appointments", session, "2023").isEmpty)
        for (course, total) in [("any", 5), ("equality", 9)] {
            _ = try session.perform(
                "record study",
                [
                    "unit": .text("A"), "cadres": .text("pool"), "course": .text(course),
                    "year": .period(try year("2025")), "total": .number(Number(total)), "women": .number(3),
                ])
        }
        #expect(try element("pool-studied", session, "2025") == [unit: DerivedFigure(total: 5, women: 3)])
        #expect(try element("pool-studied", session, "2025-Q4").isEmpty)
        #expect(try element("pool-studied", session, "2024").isEmpty)
        #expect(try session.column("course", of: "list studies", ["year": .period(try year("2025"))]).count == 2)
        #expect(try session.column("course", of: "list studies", ["year": .period(try year("2024"))]).isEmpty)
    }

    @Test func aMemberWhoLeftAsksForAReviewUntilTheNextDecision() throws {
        let session = try Session.withSchools()
        func review() throws -> [String] { try session.column("review", of: "list boards").map(\.plain) }
        func left(_ on: String, _ members: Int, _ women: Int, role: String = "member") -> String? {
            refusal {
                _ = try session.perform(
                    "record board change",
                    [
                        "unit": .text("A"), "on": .date(try day(on)), "role": .text(role),
                        "members": .number(Number(members)), "women": .number(Number(women)),
                    ])
            }
        }
        #expect(left("2025-03-01", 1, 1) == "no-board-yet")
        try session.board("A", "1/QĐ", "2025-02-01")
        #expect(try review() == ["no"])
        #expect(left("2025-03-01", 3, 0) == "left-over-members")
        #expect(left("2025-03-01", 2, 2, role: "chair") == "left-over-members")
        #expect(left("2025-03-01", 2, 1) == nil)
        #expect(left("2025-03-01", 1, 1) == "count-doubled")
        #expect(left("2025-04-01", 1, 1, role: "secretary") == nil)
        #expect(try review() == ["yes"])
        #expect(try session.column("left", of: "list boards") == [.number(3)])
        #expect(
            try session.column("finding", of: "check boards", ["under": .text("A")]).map(\.plain) == ["member-left"])
        try session.board("A", "2/QĐ", "2025-05-01")
        #expect(try review() == ["no"])
    }

    @Test func rolesAreWomenAndMenOfTheBoard() throws {
        let session = try Session.withSchools()
        func code(_ changes: [String: Value]) -> String? {
            refusal { try session.board("A", "1/QĐ", "2025-02-01", changes) }
        }
        let deputies: [String: Value] = ["deputies": .number(2), "women-deputies": .number(0)]
        #expect(code(deputies.merging(["chair": .text("man")]) { $1 }) == "roles-over-members")
        #expect(code(["deputies": .number(1)]) == "deputies-half-told")
        #expect(code(["women-deputies": .number(1)]) == "deputies-half-told")
        #expect(code(deputies.merging(["chair": .text("woman"), "secretary": .text("woman")]) { $1 }) == nil)
        #expect(
            try element("board-chairs", session, "2025") == [try session.id("A"): DerivedFigure(total: 1, women: 1)])
        #expect(try session.column("chair", of: "list boards").map(\.plain) == ["woman"])
    }

    @Test func aPlanOfTheYearSettlesItsFinding() throws {
        let session = try Session.withSchools()
        try session.board("A", "1/QĐ", "2025-02-01", ["plan": .yesNo(false)])
        func findings() throws -> [String] {
            try session.column("finding", of: "check boards", ["under": .text("A")]).map(\.plain)
        }
        func plan(_ year: String) throws {
            _ = try session.perform(
                "record board plan",
                [
                    "unit": .text("A"), "year": .period(try #require(Period(year))),
                    "on": .date(try day("2025-02-10")),
                ])
        }
        #expect(try findings() == ["no-plan"])
        try plan("2024")
        #expect(try findings() == ["no-plan"])
        try plan("2025")
        #expect(try findings().isEmpty)
        #expect(refusal { try plan("2025") } == "plan-doubled")
        #expect(try session.column("plan", of: "list boards") == [.yesNo(true)])
    }

    @Test func theDigestTellsOfCadres() throws {
        let session = try Session.withSchools()
        try session.planned("A", 10, 4)
        try session.term("A", "deputy", "2021-01-01", "2026-01-31", 2, 1)
        let top = try #require(try Units(session).unit(session.id("SGD")))
        let section = try #require(session.registry.contributions(ReportSection.self).first)
        let blocks = try section.build(session, ReportRequest(period: try #require(Period("2025-11")), unit: top))
        guard case .fields(let fields)? = blocks.first else {
            Issue.record("no fields")
            return
        }
        let told = fields.map { "\($0.label.english): \($0.value.plain)" }
        #expect(told.contains("Women among planned cadres: 4 of 10 (40 %)"))
        #expect(told.contains("Units with 40 % women or more among planned cadres: 1 of 1 (100 %)"))
        #expect(told.contains("Leaders whose term ends within 180 days: 2"))
    }

    private func findings(_ session: Session) throws -> [String] {
        let table = try #require(try session.perform("check staff", [:]).table)
        return (0..<table.rowCount).map { row in
            ["rule", "post", "people", "found", "limit"].map { name in
                let cell = (table.cells(of: name) ?? [])[row].plain
                return cell.isEmpty ? "-" : cell
            }.joined(separator: " ")
        }
    }

    private func year(_ text: String) throws -> Period { try #require(Period(text)) }
}

extension Session {
    fileprivate func term(_ unit: String, _ post: String, _ from: String, _ to: String, _ total: Int, _ women: Int)
        throws
    {
        _ = try perform(
            "record term",
            [
                "unit": .text(unit), "post": .text(post), "from": .date(try day(from)), "to": .date(try day(to)),
                "total": .number(Number(total)), "women": .number(Number(women)),
            ])
    }

    fileprivate func planned(_ unit: String, _ total: Int, _ women: Int) throws {
        _ = try perform(
            "record planned",
            [
                "unit": .text(unit), "on": .date(try day("2025-03-31")), "total": .number(Number(total)),
                "women": .number(Number(women)),
            ])
    }
}
