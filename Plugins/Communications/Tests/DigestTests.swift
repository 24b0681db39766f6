import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Communications

@Suite struct DigestTests {
    private func section(_ session: Session, _ text: String, under: String = "SGD-HP") throws -> [Block] {
        let units = Units(session)
        let foundUnit = try units.unit(units.id(of: UnitCode(code: under)))
        let unit = try #require(foundUnit)
        let section = try #require(session.registry.contributions(ReportSection.self).first)
        #expect(section.report == "monthly-digest" && section.order == 20)
        return try section.build(session, ReportRequest(period: stretch(text), unit: unit))
    }

    @Test func tellsOfTheMonthInGoodVietnamese() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15", ["theme": .text("An toàn số")])
        try session.log("LE-CHAN", "A", "2025-11-20", women: 300, men: 200)
        try session.log("LE-CHAN", "B", "2025-11-21", women: 700, men: 400)
        try session.log("NGO-QUYEN", "C", "2025-11-22", women: 20, men: 20)
        try session.log("NGO-QUYEN", "C", "2025-10-22", women: 1, men: 1)
        try session.make("Áp phích", "2025-11-20", ["pieces": .number(40), "reach": .number(900)])
        let blocks = try section(session, "2025-11")
        #expect(
            blocks.words().prefix(3) == [
                "Trong tháng 11 năm 2025, 2 đơn vị đã tổ chức 3 cuộc truyền thông với 1.640 lượt người tham gia, "
                    + "trong đó có 1.020 lượt nữ (62,20 %).",
                "Các đợt truyền thông diễn ra trong kỳ:",
                "Đợt BDG (từ ngày 15/11/2025 đến ngày 15/12/2025); chủ đề: “An toàn số”.",
            ])
        #expect(
            blocks.words().contains(
                "Tính đến hết ngày 30/11/2025, 2/3 đơn vị đã tổ chức từ 02 cuộc truyền thông trở lên trong năm 2025 "
                    + "theo Quyết định số 1790/QĐ-TTg ngày 23/10/2021 của Thủ tướng Chính phủ; "
                    + "còn 1 đơn vị chưa đủ số cuộc."
            ))
        #expect(
            blocks.rows("Communication sessions by unit").map { $0.dropLast() } == [
                ["1", "THPT Lê Chân", "2", "1600", "1000", "600"], ["2", "Phường Ngô Quyền", "1", "40", "20", "20"],
                ["", "Total", "3", "1640", "1020", "620"],
            ])
        #expect(blocks.rows("Communication products") == [["1", "A poster", "1", "40", "900"]])
        #expect(blocks.rows("Units below") == [["1", "Sở GDĐT Hải Phòng", "0", "2"]])
    }

    @Test func theChartHasAMonthACategory() throws {
        let session = try office()
        try session.log("LE-CHAN", "A", "2025-03-20", women: 3, men: 2)
        try session.log("LE-CHAN", "B", "2025-11-20", women: 30, men: 20)
        for case .chart(let chart) in try section(session, "2025-11") {
            #expect(chart.categories.map(\.vietnamese).last == "T11")
            #expect(chart.series.map { $0.values[2] } == [3, 2])
            #expect(chart.series.map { $0.values[10] } == [30, 20])
            return
        }
        Issue.record("no chart")
    }

    @Test func aQuietMonthSaysSoAndStillHoldsTheRule() throws {
        let blocks = try section(try office(), "2025-04")
        #expect(blocks.words().first == "Trong tháng 4 năm 2025 chưa ghi nhận cuộc truyền thông nào.")
        #expect(blocks.rows("Units below").count == 3)
        #expect(blocks.words(.english).contains { $0.hasPrefix("Up to 30 Apr 2025, 0 of 3 units") })
    }

    @Test func aMonthToComeHasNoSection() throws {
        #expect(try section(try office(), "2026-01").isEmpty)
    }

    @Test func aMonthUnderWayIsToldUpToToday() throws {
        let session = try office(today: "2025-11-20")
        #expect(try section(session, "2025-11").words().contains { $0.hasPrefix("Tính đến hết ngày 20/11/2025, 0/3") })
    }

    @Test func tellsOnlyOfTheUnitAndBelow() throws {
        let session = try office()
        try session.log("NGO-QUYEN", "C", "2025-11-22")
        let blocks = try section(session, "2025-11", under: "LE-CHAN")
        #expect(blocks.words().first == "Trong tháng 11 năm 2025 chưa ghi nhận cuộc truyền thông nào.")
        #expect(!blocks.contains { if case .chart = $0 { true } else { false } })
    }

    @Test func derivedElementsKeepNoughtAndMissingApart() throws {
        let session = try office()
        let elements = session.registry.contributions(DerivedElement.self)
        let sessions = try #require(elements.first { $0.code == "sessions" })
        let people = try #require(elements.first { $0.code == "session-participants" })
        let year = stretch("2025")
        #expect(try sessions.figures(session, year).isEmpty)
        try session.log("LE-CHAN", "A", "2025-03-20", women: 3, men: 2)
        let units = Units(session)
        let school = try units.id(of: UnitCode(code: "LE-CHAN"))
        let commune = try units.id(of: UnitCode(code: "NGO-QUYEN"))
        #expect(try sessions.figures(session, year)[school] == DerivedFigure(total: 1, women: nil))
        #expect(try sessions.figures(session, year)[commune] == DerivedFigure(total: 0, women: nil))
        #expect(try people.figures(session, year)[school] == DerivedFigure(total: 5, women: 3))
        #expect(try people.figures(session, stretch("2025-04"))[school] == DerivedFigure(total: 0, women: 0))
        #expect(try people.figures(session, stretch("2024")).isEmpty)
        #expect(try people.figures(session, stretch("2026")).isEmpty)
    }

    /// The element and the yearly rule count the same: a division's sessions are its department's.
    @Test func aDivisionCountsWithItsDepartment() throws {
        let session = try office()
        try session.log("GDPT", "Luật Bình đẳng giới", "2025-03-08")
        try session.log("SGD-HP", "Tháng hành động", "2025-11-18")
        let element = try #require(
            session.registry.contributions(DerivedElement.self).first { $0.code == "sessions" })
        let figures = try element.figures(session, stretch("2025"))
        let units = Units(session)
        #expect(figures[try units.id(of: UnitCode(code: "SGD-HP"))]?.total == 2)
        #expect(figures[try units.id(of: UnitCode(code: "GDPT"))] == nil)
        let standings = try YearlyRule.standings(until: day("2025-12-01"), under: nil, session)
        #expect(standings.count == figures.count)
        for standing in standings { #expect(figures[standing.unit.id]?.total == Number(standing.sessions)) }
    }
}
