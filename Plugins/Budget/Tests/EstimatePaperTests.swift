import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Budget

@Suite struct EstimatePaperTests {
    @Test func theEstimateHasNormsSumsAndWords() throws {
        let session = try office()
        try session.estimate(
            "In áp phích", "k12", 50_000, people: 40, ["measure": .text("tờ"), "note": .text("Khổ A1")])
        try session.estimate("Báo cáo viên", "k7", 300_000, people: 2, ["role": .text("speaker")])
        try session.estimate("Giải thưởng", "k6", 1_000_000, ["source": .text("contribution")])
        let blocks = try report("cost-estimate", "2025", session)
        let rows = tables(blocks).first ?? []
        #expect(
            rows == [
                ["1", "Giải thưởng", "6", "", "1", "1", "1000000", "1000000", "voluntary contributions", ""],
                ["2", "Báo cáo viên", "7", "report", "2", "1", "300000", "600000", "the state budget", ""],
                ["3", "In áp phích", "12", "tờ", "40", "1", "50000", "2000000", "the state budget", "Khổ A1"],
                ["", "Total", "", "", "", "", "", "3600000", "", ""],
            ])
        let words = words(blocks)
        #expect(words.contains("Tổng cộng: 3.600.000 đồng (Bằng chữ: Ba triệu sáu trăm nghìn đồng)."))
        #expect(words.contains("Từ nguồn đóng góp tự nguyện: 1.000.000 đồng."))
        #expect(
            try self.words(report("cost-estimate", "2027", session)).contains { $0.hasPrefix("Chưa ghi nhận dự trù") })
        #expect(throws: (any Error).self) { try report("cost-estimate", "2025-Q1", session) }
    }

    @Test func theSettlementStandsBySource() throws {
        let session = try office()
        try session.estimate("In áp phích", "k12", 50_000, people: 40)
        _ = try session.perform(
            "allocate budget",
            [
                "unit": .text("LE-CHAN"), "year": period("2025"), "amount": .money(5_000_000), "source": .text("state"),
                "on": .date(day("2025-01-15")),
            ])
        try spend(session, "2025-03-01", 2_150_000, "k12", "state")
        try spend(session, "2025-03-02", 100_000, "k6", "other")
        let found = tables(try report("budget-settlement", "2025", session))
        #expect(
            found.first?.map { [$0[0], $0[2], $0[6], $0[7]] } == [
                ["6", "0", "100000", "100000"], ["12", "2000000", "2150000", "150000"],
                ["", "2000000", "2250000", "250000"],
            ])
        #expect(
            found.dropFirst().first == [
                ["the state budget", "2000000", "5000000", "2150000", "2850000"],
                ["voluntary contributions", "", "", "0", ""], ["another lawful source", "", "", "100000", ""],
            ])
        #expect(
            try session.cells("list variance", ["year": period("2025")], "category", "estimated", "spent", "difference")
                == [["k6", "0", "100000", "100000"], ["k12", "2000000", "2150000", "150000"]])
        #expect(try session.cells("list variance", ["under": .text("NGO-QUYEN")], "category").isEmpty)
    }

    @Test func unitsThatOweAnEstimateAreTold() throws {
        let session = try office()
        func states(_ year: String) throws -> [[String]] {
            try session.cells("check estimates", ["year": period(year)], "unit", "lines", "state", "in_time")
        }
        #expect(try states("2026") == [["LE-CHAN", "0", "missing", ""], ["SGD-HP", "0", "missing", ""]])
        #expect(try states("2027").map { $0[2] } == ["due", "due"])
        try session.estimate("Sách", "k12", 50_000, ["year": period("2026")])
        #expect(try states("2026") == [["LE-CHAN", "1", "made", "no"], ["SGD-HP", "0", "missing", ""]])
        try session.estimate("Sách", "k12", 50_000, ["year": period("2027")])
        #expect(try states("2027").first == ["LE-CHAN", "1", "made", "yes"])
        let duties = try session.registry.contributions(DutyRule.self).flatMap {
            try $0.duties(session, stretch("2025-07"))
        }
        #expect(
            duties.map(\.name.vietnamese)
                == ["Gửi dự toán kinh phí năm 2026 cho bộ phận tài chính, trước ngày 20/7: 1/2 đơn vị đã lập"])
    }

    private func report(_ name: String, _ text: String, _ session: Session) throws -> [Block] {
        let report = try #require(session.registry.contributions(Report.self).first { $0.name == name })
        let units = Units(session)
        let top = try #require(try units.unit(units.id(of: UnitCode(code: "SGD-HP"))))
        return try report.build(session, ReportRequest(period: stretch(text), unit: top)).blocks
    }

    private func tables(_ blocks: [Block]) -> [[[String]]] {
        blocks.compactMap { block in
            guard case .table(let block) = block else { return nil }
            return (0..<block.table.rowCount).map { block.table.record($0).values.map(\.plain) }
        }
    }

    private func words(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let text): [text.runs.map { $0.text(in: .vietnamese) }.joined()]
            case .items(let items, _): items.map { $0.runs.map { $0.text(in: .vietnamese) }.joined() }
            default: []
            }
        }
    }

    private func spend(_ session: Session, _ on: String, _ amount: Int64, _ category: String, _ source: String) throws {
        _ = try session.perform(
            "record spending",
            [
                "unit": .text("LE-CHAN"), "what": .text("Chi \(category)"), "on": .date(day(on)),
                "amount": .money(amount), "category": .text(category), "source": .text(source),
            ])
    }
}
