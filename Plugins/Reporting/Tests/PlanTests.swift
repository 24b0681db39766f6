import Commands
import Diagnostics
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Reporting

/// The plan as tasks, and the reports that hold it against what was done.
@Suite struct PlanTests {
    /// A department with a division and a school; trainings on record; a plan of two sections.
    private static func office(today: String = "2025-11-20") throws -> Session {
        let session = try Session.empty(today: today)
        for (code, name, kind, under) in [
            ("S", "Sở Giáo dục", "so", nil), ("P", "Phòng Tổ chức cán bộ", "pb", "S"),
            ("A", "Trường A", "thpt", "S"), ("B", "Trường B", "thpt", "S"),
        ] as [(String, String, String, String?)] {
            try session.say(
                "register unit", code,
                ["name": .text(name), "kind": .text(kind), "under": under.map { .text($0) } ?? .missing])
        }
        for (unit, day, women) in [("A", "2025-03-10", 12), ("A", "2025-10-02", 8), ("B", "2025-11-03", 20)] {
            _ = try session.perform(
                "log training",
                [
                    "unit": .text(unit), "topic": .text("Bình đẳng giới \(day)"), "on": date(day),
                    "hours": .number(4), "women": .number(Number(women)), "men": .number(5),
                ])
        }
        return session
    }

    private static func date(_ text: String) throws -> Value { .date(try #require(Day(iso: text))) }

    private static func period(_ text: String) throws -> Period { try #require(Period(text)) }

    private static func task(
        _ session: Session, _ code: String, due: String, owner: String = "P", _ more: [String: Value] = [:]
    ) throws {
        let shared: [String: Value] = [
            "title": .text("Việc \(code)"), "owner": .text(owner), "due": try date(due), "section": .text("III.1"),
        ]
        try session.say("record task", code, shared.merging(more) { $1 })
    }

    private static func report(_ session: Session, _ name: String, _ year: String, _ unit: String) throws -> Document {
        let report = try #require(session.registry.contributions(Report.self).first { $0.name == name })
        let found = try #require(try Units(session).during(period(year)).first { $0.code == unit })
        return try report.build(session, ReportRequest(period: period(year), unit: found))
    }

    private static func words(_ document: Document) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let text, _), .annex(let text), .reservation(let text): [text.vietnamese]
            case .paragraph(let text): [text.runs.map(\.text.vietnamese).joined()]
            case .items(let items, _): items.map { $0.runs.map(\.text.vietnamese).joined() }
            default: []
            }
        }
    }

    @Test func statesFollowTheDayAndTheMarking() throws {
        let session = try Self.office()
        try Self.task(session, "T", due: "2025-11-20")
        func state() throws -> TaskState { try #require(try PlanTask.all(session).first).state(on: session.today) }
        #expect(try state() == .notBegun)
        try session.say("begin task", "T", ["on": Self.date("2025-11-01")])
        #expect(try state() == .goingOn)
        let task = try #require(try PlanTask.all(session).first)
        #expect(
            task.state(on: task.due.adding(days: 1)) == .overdue && task.daysLate(on: task.due.adding(days: 3)) == 3)
        #expect(task.state(on: try #require(Day(iso: "2025-10-31"))) == .notBegun)
        try session.say("complete task", "T", ["on": Self.date("2025-11-20")])
        #expect(try state() == .done)
        #expect(try #require(try PlanTask.all(session).first).begun == Day(iso: "2025-11-01"))
    }

    /// What a division owns is counted for the department; what a school owns, for the school.
    @Test func countsAreThoseOfTheOwner() throws {
        let session = try Self.office()
        let counted: [String: Value] = ["element": .text("trainings"), "planned": .number(2)]
        try Self.task(session, "T1", due: "2025-12-01", counted)
        try Self.task(session, "T2", due: "2025-12-01", owner: "B", counted)
        let lines = try PlanAccount(session, Self.period("2025"), under: UnitCode(code: "S")).lines
        #expect(lines.map { $0.count?.reached } == [3, 1])
        #expect(lines.map { $0.count?.isMet } == [true, false])
        #expect(try PlanAccount(session, Self.period("2025"), under: UnitCode(code: "A")).lines.isEmpty)
    }

    @Test func sectionsStandInTheOrderOfThePlan() {
        let numbers = ["IX", "III.2", "I.1", "Khác", "III.10", "II", "IV", "III"]
        #expect(
            numbers.sorted(by: PlanSection.isBefore) == ["I.1", "II", "III", "III.2", "III.10", "IV", "IX", "Khác"])
    }

    @Test func annualReportTellsOfThePlanAndTheNextYear() throws {
        let session = try Self.office()
        try session.say(
            "record plan section", "III.1",
            ["title": .text("Công tác tập huấn"), "year": .period(Self.period("2025"))])
        try Self.task(session, "T1", due: "2025-10-31", ["element": .text("trainings"), "planned": .number(2)])
        try Self.task(session, "T2", due: "2025-11-10")
        try session.say("complete task", "T1", ["on": Self.date("2025-11-02")])
        _ = try session.perform(
            "record difficulty",
            ["unit": .text("A"), "words": .text("Thiếu báo cáo viên"), "on": Self.date("2025-11-03")])
        _ = try session.perform(
            "note remark",
            [
                "text": .text("sở hỗ trợ tài liệu"), "kind": .text("proposal"), "unit": .text("B"),
                "period": .period(Self.period("2025")),
            ])
        _ = try session.perform(
            "record measure",
            ["unit": .text("P"), "words": .text("Mở lớp báo cáo viên"), "year": .period(Self.period("2026"))])
        let document = try Self.report(session, "annual-report", "2025", "S")
        let words = Self.words(document)
        for expected in [
            "1. Công tác tập huấn (mục III.1 của Kế hoạch)",
            "Việc T1 (Phòng Tổ chức cán bộ): hoàn thành ngày 02/11/2025, chậm 2 ngày; "
                + "số lớp tập huấn: 3/2 theo kế hoạch.",
            "Việc T2 (Phòng Tổ chức cán bộ): chưa hoàn thành, đã quá hạn 10 ngày (hạn 10/11/2025).",
            "Thiếu báo cáo viên (Trường A).", "Sở hỗ trợ tài liệu (Trường B).",
            "Hoàn thành nhiệm vụ “Việc T2” (Phòng Tổ chức cán bộ), đã quá hạn.",
            "Mở lớp báo cáo viên (Phòng Tổ chức cán bộ).",
        ] { #expect(words.contains(expected), "the report does not say: \(expected)") }
        #expect(words.filter { $0.hasPrefix("Đối chiếu") || $0 == "Tập huấn theo đơn vị" }.count == 2)
        #expect(throws: (any Error).self) { try Self.report(session, "annual-report", "2025-11", "S") }
    }

    /// A school without a head of its own gets one from the office above, and its head teacher signs.
    @Test func aSchoolsReportIsSignedByItsHead() throws {
        let session = try Self.office()
        try session.say("set letterhead", "S", ["symbol": .text("SGDĐT"), "place": .text("Hải Phòng")])
        let head = try #require(try Self.report(session, "unit-report", "2025", "A").letterhead)
        #expect(head.signatory == "HIỆU TRƯỞNG" && head.superior == "SỞ GIÁO DỤC" && head.issuer == "Trường A")
        #expect(head.addressees == ["Sở Giáo dục"] && head.symbol == "BC-…" && head.place == "Hải Phòng")
        try session.say(
            "set letterhead", "A",
            ["symbol": .text("THPTA"), "place": .text("Kiến An"), "signatory": .text("PHÓ HIỆU TRƯỞNG")])
        let own = try #require(try Self.report(session, "unit-report", "2025", "A").letterhead)
        #expect(own.symbol == "BC-THPTA" && own.signatory == "PHÓ HIỆU TRƯỞNG")
    }

    /// The digest tells what changed since the month before.
    @Test func theDigestTellsWhatChanged() throws {
        let session = try Self.office()
        let document = try Self.report(session, "monthly-digest", "2025-11", "S")
        let tables = document.blocks.compactMap { block -> [[String]]? in
            guard case .table(let table) = block, table.table.schema.index(of: "change") != nil else { return nil }
            return (0..<table.table.rowCount).map { table.table.record($0).values.map(\.plain) }
        }
        #expect(tables == [[["Attendances at trainings", "13", "25", "12"], ["Trainings held", "1", "1", "0"]]])
    }
}
