import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Communications

@Suite struct OccasionTests {
    @Test func aYearHasItsOwnDaysAndTheme() throws {
        let session = try office()
        #expect(refusal { try session.set("equality-month", "2026", ["from": "2026-11-20"], "Chủ đề 2026") }.isEmpty)
        #expect(
            try calendar(session, "2026-11").contains([
                "2026-11-20", "2026-12-15",
                "Month of action for gender equality and against gender-based violence: “Chủ đề 2026”", "local",
            ]))
        #expect(try calendar(session, "2026-11").count == 2)
        #expect(try calendar(session, "2025-11").contains { $0[0] == "2025-11-15" && $0[3] == "verbatim" })
        try session.open("BDG", "2026-11-10", "2026-12-10", ["occasion": .text("equality-month")])
        #expect(try calendar(session, "2026-11").contains { $0[0] == "2026-11-10" })
        #expect(try calendar(session, "2026-11").count == 2)
    }

    @Test func aThemeAloneKeepsTheUsualDaysAndTheirSource() throws {
        let session = try office()
        try session.set("womens-day", "2026", [:], "Phụ nữ và khoa học")
        #expect(
            try session.cells(
                "list occasions", ["year": period("2026")], "occasion", "begins", "theme", "confidence"
            ).contains(["womens-day", "2026-03-08", "Phụ nữ và khoa học", "verbatim"]))
        #expect(try session.cells("list occasions", ["year": period("2015")], "occasion").count == 6)
    }

    @Test func refusesWhatCannotBe() throws {
        let session = try office()
        #expect(refusal { try session.set("equality-month", "2015", [:], "A") } == ["occasion-elsewhere"])
        #expect(
            refusal { try session.set("womens-day", "2026", ["from": "2025-03-08"], "A") } == ["occasion-elsewhere"])
        #expect(
            refusal { try session.set("womens-day", "2026", ["from": "2026-03-09"], "A") } == ["occasion-backwards"])
        #expect(refusal { try session.set("womens-day", "2026-Q1", [:], "A") } == ["not-a-calendar-year"])
        try session.set("womens-day", "2026", [:], "A")
        #expect(refusal { try session.set("womens-day", "2026", [:], "B") } == ["occasion-set"])
    }

    @Test func theCalendarCountsWhoLacksSessions() throws {
        let session = try office()
        try session.log("LE-CHAN", "A", "2025-03-03")
        try session.log("LE-CHAN", "B", "2025-03-04")
        let duty = try calendar(session, "2025-12").first { $0[0] == "2025-12-31" }
        #expect(
            duty?[2]
                == "At least 2 communication sessions in each unit by the end of 2025: 2 of 3 units still lack some")
        #expect(
            try calendar(session, "2026-12").first { $0[0] == "2026-12-31" }?[2]
                == "At least 2 communication sessions in each unit by the end of 2026")
    }

    private func calendar(_ session: Session, _ text: String) throws -> [[String]] {
        try session.cells("show calendar", ["period": period(text)], "begins", "ends", "duty", "confidence")
    }
}

@Suite struct ReachTests {
    @Test func peopleAreToldByAudienceAndSex() throws {
        let session = try office()
        try session.log("LE-CHAN", "A", "2025-03-03", women: 30, men: 20, ["audience": .text("students")])
        try session.log("NGO-QUYEN", "B", "2025-03-04", women: 3, men: 2, ["audience": .text("students")])
        try session.log("NGO-QUYEN", "C", "2025-03-05", women: 1, men: 1)
        try session.make(
            "Áp phích", "2025-03-05", ["audience": .text("parents"), "reach": .number(90), "women": .number(50)])
        try session.make("Tờ rơi", "2025-03-05", ["audience": .text("parents")])
        func reach(_ under: String) throws -> [[String]] {
            try session.cells(
                "list reach", ["period": period("2025"), "under": .text(under)], "audience", "sessions", "women", "men",
                "products", "reach", "reached_women")
        }
        #expect(
            try reach("SGD-HP") == [
                ["students", "2", "33", "22", "0", "", ""], ["parents", "0", "0", "0", "2", "90", "50"],
                ["", "1", "1", "1", "0", "", ""],
            ])
        #expect(try reach("NGO-QUYEN").count == 2)
    }

    @Test func lessonsAreCountedWithTheirPupils() throws {
        let session = try office()
        try session.teach("Định kiến giới", "2025-10-07", lessons: 3, girls: 130, boys: 118)
        try session.teach("Bạo lực học đường", "2025-11-07", lessons: 1, girls: 10, boys: 12)
        func figures(_ code: String, _ text: String) throws -> [DerivedFigure] {
            let elements = session.registry.contributions(DerivedElement.self)
            return try elements.first { $0.code == code }.map { Array(try $0.figures(session, stretch(text)).values) }
                ?? []
        }
        #expect(try figures("gender-lessons", "2025") == [DerivedFigure(total: 4, women: nil)])
        #expect(try figures("gender-lesson-pupils", "2025-10") == [DerivedFigure(total: 248, women: 130)])
        #expect(try figures("gender-lessons", "2024").isEmpty)
        #expect(
            refusal { try session.teach("Định kiến giới", "2025-10-07", lessons: 1, girls: 1, boys: 1) }
                == ["lesson-doubled"])
        #expect(
            refusal { try session.teach("A", "2025-10-07", lessons: 0, girls: 1, boys: 1) } == ["count-out-of-range"])
        #expect(refusal { try session.teach("A", "2025-10-07", lessons: 1, girls: 0, boys: 0) } == ["nobody-there"])
        #expect(
            refusal { try session.teach("A", "2025-10-07", lessons: 1, girls: 1, boys: 0, grade: 13) }
                == ["grade-out-of-range"])
    }

    @Test func theCampaignReportTellsWhatWasDone() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15", ["theme": .text("An toàn số")])
        let more: [String: Value] = ["campaign": .text("BDG"), "audience": .text("students")]
        try session.log("LE-CHAN", "A", "2025-11-20", women: 30, men: 20, more)
        try session.log("LE-CHAN", "B", "2025-11-21", women: 500, men: 20)
        try session.make("Áp phích", "2025-11-20", ["campaign": .text("BDG")])
        let report = try #require(
            session.registry.contributions(Report.self).first { $0.name == "campaign-report" })
        let top = try #require(try Units(session).unit(Units(session).id(of: UnitCode(code: "SGD-HP"))))
        let blocks = try report.build(session, ReportRequest(period: stretch("2025-11"), unit: top)).blocks
        #expect(
            blocks.words().contains(
                "Có 1/4 đơn vị tổ chức 1 cuộc truyền thông với 50 lượt người tham gia, trong đó 30 lượt nữ (60 %); "
                    + "thực hiện 1 sản phẩm truyền thông."))
        #expect(
            blocks.words().contains(
                "Thời gian: từ ngày 15/11/2025 đến hết ngày 15/12/2025. Chủ đề: “An toàn số”. Đợt chưa kết thúc: "
                    + "kết quả chưa đầy đủ."))
        #expect(blocks.rows("Sessions by unit").last == ["", "Total", "1", "50", "30", "20", "60"])
        #expect(blocks.rows("Products").count == 1)
        let none = try report.build(session, ReportRequest(period: stretch("2025-06"), unit: top)).blocks
        #expect(none.words().last == "Chưa ghi nhận đợt truyền thông nào trong tháng 6 năm 2025.")
    }
}

extension Session {
    @discardableResult
    fileprivate func set(_ occasion: String, _ year: String, _ days: [String: String], _ theme: String) throws
        -> Document
    {
        try perform(
            "set occasion",
            days.mapValues { .date(day($0)) }.merging([
                "occasion": .text(occasion), "year": period(year), "theme": .text(theme),
            ]) { $1 })
    }

    @discardableResult
    fileprivate func teach(
        _ topic: String, _ on: String, lessons: Int, girls: Int, boys: Int, grade: Int = 10
    ) throws -> Document {
        try perform(
            "record lesson",
            [
                "unit": .text("LE-CHAN"), "topic": .text(topic), "subject": .text("Ngữ văn"), "on": .date(day(on)),
                "lessons": .number(Number(lessons)), "girls": .number(Number(girls)), "boys": .number(Number(boys)),
                "grade": .number(Number(grade)),
            ])
    }
}
