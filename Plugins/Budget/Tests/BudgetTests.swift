import Commands
import Diagnostics
import Documents
import Programme
import TestSupport
import Testing
import Values

@Suite struct EstimateTests {
    @Test func multipliesAndSaysItInWords() throws {
        let session = try office()
        let document = try session.estimate(
            "Tọa đàm", "k7", 70_000, people: 50, ["role": .text("participant"), "sessions": .number(2)])
        #expect(document.blocks.words().contains("70,000 đ × 50 × 2 = 7,000,000 đ"))
        #expect(document.blocks.words().contains("Bảy triệu đồng"))
        #expect(document.blocks.words().contains("Thông tư 191/2009/TT-BTC, Điều 3 khoản 7"))
        #expect(
            try session.cells("list estimates", ["year": period("2025")], "estimate", "role", "amount", "source") == [
                ["DT-1", "participant", "7000000", "state"]
            ])
    }

    @Test(arguments: [
        ("speaker", 199_999, false), ("speaker", 200_000, true), ("speaker", 300_000, true),
        ("speaker", 300_001, false),
        ("chair", 150_000, true), ("chair", 149_999, false), ("secretary", 100_000, true),
        ("secretary", 120_000, false),
        ("participant", 70_000, true), ("participant", 80_000, false), ("drinks", 12_345, true),
    ])
    func holdsTheNormsOfParagraphSeven(_ role: String, _ norm: Int64, _ isRight: Bool) throws {
        let session = try office()
        let found = refusal { try session.estimate("Tọa đàm", "k7", norm, ["role": .text(role)]) }
        #expect(found == (isRight ? [] : ["norm-out-of-range"]))
    }

    @Test func theRefusalNamesRangeAndSource() throws {
        do {
            try office().estimate("Tọa đàm", "k7", 500_000, ["role": .text("speaker")])
            Issue.record("taken")
        } catch {
            let finding = try #require(Diagnostics.of(error).first)
            #expect(finding.message.vietnamese.contains("từ 200.000 đồng đến 300.000 đồng mỗi báo cáo"))
            #expect(finding.notes.contains { $0.vietnamese.contains("Thông tư 191/2009/TT-BTC, Điều 3 khoản 7") })
            #expect(finding.notes.contains { $0.english.contains("not proven after July 2026") })
            #expect(finding.replacement == "300000 đ")
        }
    }

    @Test func otherCategoriesAreNeverRepriced() throws {
        let session = try office()
        for (index, category) in ["k1", "k2a", "k4", "k8", "k12"].enumerated() {
            try session.estimate("Việc \(index)", category, 987_654)
        }
        #expect(try session.cells("list estimates", [:], "norm").allSatisfy { $0 == ["987654"] })
    }

    @Test func refusesWhatCannotBe() throws {
        let session = try office()
        try session.estimate("Sách", "k12", 50_000)
        let role: [String: Value] = ["role": .text("chair")]
        #expect(refusal { try session.estimate("Sách", "k12", 50_000) } == ["estimate-doubled"])
        #expect(refusal { try session.estimate("A", "k7", 150_000) } == ["role-needed"])
        #expect(refusal { try session.estimate("A", "k12", 150_000, role) } == ["role-without-seminar"])
        #expect(refusal { try session.estimate("A", "k12", 0) } == ["amount-out-of-range"])
        #expect(refusal { try session.estimate("A", "k12", -5) } == ["amount-out-of-range"])
        #expect(refusal { try session.estimate("A", "k12", 5, people: 0) } == ["count-out-of-range"])
        #expect(refusal { try session.estimate("A", "k12", 5, people: 100_000_001) } == ["count-out-of-range"])
        #expect(
            refusal {
                try session.estimate(
                    "A", "k12", 100_000_000_000_000, people: 1_000_000, ["sessions": .number(1_000_000)])
            }
                == ["amount-out-of-range"])
        #expect(refusal { try session.estimate("A", "k12", 60_000_000_000_000, people: 2) } == ["amount-out-of-range"])
        #expect(refusal { try session.estimate("A", "k13", 5) } == ["not-a-choice"])
        #expect(refusal { try session.estimate("", "k12", 5) } == ["no-words"])
        #expect(refusal { try session.estimate("A", "k12", 5, ["year": period("2025-10")]) } == ["not-a-budget-year"])
        #expect(refusal { try session.estimate("A", "k12", 5, ["year": period("2031")]) } == ["not-a-budget-year"])
        #expect(refusal { try session.estimate("A", "k12", 5, ["year": period("2014")]) } == ["unit-not-open"])
        #expect(refusal { try session.estimate("A", "k12", 5, ["code": .text("DT-1")]) } == ["code-taken"])
        #expect(refusal { try session.estimate("A", "k12", 5, ["year": period("2026")]) }.isEmpty)
    }

    @Test func aRetractedLineMakesWayForABetterOne() throws {
        let session = try office()
        try session.estimate("Sách", "k12", 50_000)
        _ = try session.perform("retract estimate", ["estimate": .text("DT-1"), "reason": .text("Giá mới")])
        try session.estimate("Sách", "k12", 60_000)
        #expect(try session.cells("list estimates", [:], "estimate", "amount") == [["DT-2", "60000"]])
    }

    @Test func everyCategoryNamesItsReference() throws {
        let rows = try office().cells("list cost categories", [:], "category", "role", "rate", "reference")
        #expect(rows.count == 17 + 4)
        #expect(rows.allSatisfy { $0[3].hasPrefix("Thông tư 191/2009/TT-BTC, Điều 3 khoản ") && !$0[2].isEmpty })
        #expect(rows.contains { $0[0] == "k7" && $0[1] == "speaker" && $0[2].contains("200,000 đ to 300,000 đ") })
    }
}

@Suite struct AccountTests {
    private func filled() throws -> Session {
        let session = try office()
        try session.estimate("Sách", "k12", 3_000_000)
        try session.estimate("Tọa đàm", "k7", 300_000, people: 2, ["role": .text("speaker")])
        try session.allocate("LE-CHAN", 5_000_000, "2025-01-15")
        try session.allocate("LE-CHAN", 1_000_000, "2025-09-01", ["source": .text("contribution")])
        try session.spend("LE-CHAN", "Tọa đàm", 600_000, "2025-03-07", "k7")
        try session.spend("LE-CHAN", "Sách", 2_150_000, "2025-11-10")
        try session.spend("LE-CHAN", "Nước", 100_000, "2025-11-11", "k2e", ["source": .text("contribution")])
        try session.spend("NGO-QUYEN", "Băng rôn", 400_000, "2025-11-12", "k2b")
        return session
    }

    @Test func theYearOfEachUnit() throws {
        let rows = try filled().cells(
            "list budget", ["under": .text("SGD-HP")], "unit", "estimated", "allocated", "spent", "balance")
        #expect(
            rows == [["LE-CHAN", "3600000", "6000000", "2850000", "3150000"], ["NGO-QUYEN", "", "", "400000", ""]])
    }

    @Test func theSettlementByCategoryAndSource() throws {
        let session = try filled()
        let document = try session.perform("show settlement", ["year": period("2025"), "under": .text("SGD-HP")])
        #expect(
            try session.cells(
                "show settlement", ["year": period("2025")], "category", "estimated", "state", "contribution", "spent",
                "difference") == [
                    ["k2b", "0", "400000", "0", "400000", "400000"], ["k2e", "0", "0", "100000", "100000", "100000"],
                    ["k7", "600000", "600000", "0", "600000", "0"],
                    ["k12", "3000000", "2150000", "0", "2150000", "-850000"],
                ])
        let words = document.blocks.words()
        #expect(words.contains("Thuyết minh kinh phí hoạt động bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2025"))
        #expect(words.contains("Ba triệu hai trăm năm mươi nghìn đồng"))
        #expect(words.contains("3.150.000 đ"))
        #expect(words.contains("Chưa hết năm: số liệu tính đến hết ngày 01/12/2025."))
        #expect(words.contains { $0.contains("chưa chứng minh được còn hiệu lực sau tháng 7/2026") })
    }

    @Test func withoutAnyEstimateTheSettlementHasNone() throws {
        let session = try office()
        try session.spend("LE-CHAN", "Sách", 1000, "2025-03-07")
        #expect(try session.cells("show settlement", [:], "estimated", "spent", "difference") == [["", "1000", ""]])
    }

    @Test func listsAllocationsAndSpending() throws {
        let session = try filled()
        #expect(
            try session.cells("list allocations", ["year": period("2025")], "allocation", "amount", "source") == [
                ["PB-1", "5000000", "state"], ["PB-2", "1000000", "contribution"],
            ])
        #expect(
            try session.cells("list spending", ["period": period("2025-11"), "under": .text("LE-CHAN")], "what") == [
                ["Sách"], ["Nước"],
            ])
        #expect(try session.cells("list spending", ["category": .text("k7")], "spending") == [["CHI-1"]])
        let document = try session.perform("list spending", ["period": period("2025-11")])
        #expect(
            document.blocks.words().contains(
                "Tổng cộng 2.650.000 đồng (Bằng chữ: Hai triệu sáu trăm năm mươi nghìn đồng)"))
    }

    @Test func refusesWhatCannotBe() throws {
        let session = try filled()
        #expect(refusal { try session.allocate("LE-CHAN", 5_000_000, "2025-01-15") } == ["allocation-doubled"])
        let document: [String: Value] = ["document": .text("QĐ 13")]
        #expect(refusal { try session.allocate("LE-CHAN", 5_000_000, "2025-01-15", document) }.isEmpty)
        #expect(refusal { try session.allocate("LE-CHAN", 5, "2025-12-15") } == ["future-day"])
        #expect(refusal { try session.allocate("LE-CHAN", 0, "2025-01-15") } == ["amount-out-of-range"])
        #expect(
            refusal { try session.allocate("LE-CHAN", 5, "2025-01-15", ["year": period("2025-H1")]) } == [
                "not-a-budget-year"
            ])
        #expect(refusal { try session.spend("LE-CHAN", "Sách", 2_150_000, "2025-11-10") } == ["spending-doubled"])
        #expect(refusal { try session.spend("LE-CHAN", "Sách", 1, "2025-12-10") } == ["future-day"])
        #expect(refusal { try session.spend("LE-CHAN", "Sách", 1, "2014-12-10") } == ["unit-not-open"])
        #expect(refusal { try session.spend("LE-CHAN", "Sách", .max, "2025-11-10") } == ["amount-out-of-range"])
        #expect(refusal { try session.spend("LE-CHAN", "—", 5, "2025-11-10") } == ["no-words"])
        #expect(
            refusal { try session.spend("LE-CHAN", "Sách", 5, "2025-11-10", "k7", ["document": .text("")]) } == [
                "no-words"
            ])
    }

    @Test func retractingTakesTheAmountBack() throws {
        let session = try filled()
        _ = try session.perform("retract spending", ["spending": .text("CHI-2"), "reason": .text("Ghi nhầm")])
        _ = try session.perform("retract allocation", ["allocation": .text("PB-2"), "reason": .text("Ghi nhầm")])
        #expect(
            try session.cells("list budget", ["under": .text("LE-CHAN")], "allocated", "spent", "balance") == [
                ["5000000", "700000", "4300000"]
            ])
        #expect(
            refusal { try session.perform("retract spending", ["spending": .text("CHI-2"), "reason": .text("a")]) } == [
                "unknown-code"
            ])
    }

    @Test func derivedElementsKeepNoughtAndMissingApart() throws {
        let session = try filled()
        let elements = session.registry.contributions(DerivedElement.self)
        let allocated = try #require(elements.first { $0.code == "budget-allocated" })
        let spent = try #require(elements.first { $0.code == "budget-spent" })
        let units = Units(session)
        let school = try units.id(of: UnitCode(code: "LE-CHAN"))
        let commune = try units.id(of: UnitCode(code: "NGO-QUYEN"))
        let year = stretch("2025")
        let month = stretch("2025-10")
        #expect(try allocated.figures(session, year) == [school: DerivedFigure(total: 6_000_000, women: nil)])
        #expect(try allocated.figures(session, month).isEmpty)
        #expect(try spent.figures(session, year)[commune]?.total == 400_000)
        #expect(try spent.figures(session, month) == [school: DerivedFigure(total: 0, women: nil)])
        #expect(try spent.figures(session, stretch("2026")).isEmpty)
    }

    @Test func theEstimateIsDueBeforeTheTwentiethOfJuly() throws {
        let session = try office()
        let rule = try #require(session.registry.contributions(DutyRule.self).first)
        let foundDuty = try rule.duties(session, stretch("2026")).first
        let duty = try #require(foundDuty)
        #expect(duty.last == day("2026-07-19"))
        #expect(duty.name.vietnamese == "Gửi dự toán kinh phí năm 2027 cho bộ phận tài chính, trước ngày 20/7")
        #expect(duty.confidence == .verbatim && duty.source.contains("191/2009"))
        #expect(try rule.duties(session, stretch("2026-08")).isEmpty)
        #expect(try rule.duties(session, stretch("2026-2027")).count == 1)
    }

    private func section(_ session: Session, _ text: String) throws -> [Block] {
        let units = Units(session)
        let foundUnit = try units.unit(units.id(of: UnitCode(code: "SGD-HP")))
        let unit = try #require(foundUnit)
        let section = try #require(session.registry.contributions(ReportSection.self).first)
        #expect(section.report == "monthly-digest" && section.order == 30)
        return try section.build(session, ReportRequest(period: stretch(text), unit: unit))
    }

    @Test func theDigestReadsWell() throws {
        let session = try filled()
        let blocks = try section(session, "2025-11")
        #expect(
            blocks.words().prefix(3) == [
                "Năm 2025 có 2/3 đơn vị ghi nhận kinh phí. Lũy kế đến hết ngày 30/11/2025, các đơn vị đã chi "
                    + "3.250.000 đồng, trong đó chi trong tháng 11 năm 2025 là 2.650.000 đồng.",
                "1 đơn vị được giao 6.000.000 đồng, đã chi bằng 47,50 % số được giao; còn lại 3.150.000 đồng "
                    + "(Bằng chữ: Ba triệu một trăm năm mươi nghìn đồng).",
                "Có 1 đơn vị đã chi nhưng chưa ghi số được giao; không tính vào tỷ lệ và số còn lại.",
            ])
        #expect(
            blocks.rows("Budget by unit") == [
                ["1", "THPT Lê Chân", "3600000", "6000000", "2850000", "3150000"],
                ["2", "Phường Ngô Quyền", "", "", "400000", ""],
                ["", "Total", "3600000", "6000000", "3250000", "3150000"],
            ])
        #expect(
            blocks.rows("Spent in November 2025").map { [$0[0], $0[2]] } == [
                ["2b", "400000"], ["2e", "100000"], ["12", "2150000"], ["", "2650000"],
            ])
    }

    @Test func theDigestNamesWhoSpentTooMuch() throws {
        let session = try filled()
        try session.spend("LE-CHAN", "Loa", 9_000_000, "2025-10-10")
        #expect(try section(session, "2025-11").words().contains("Đơn vị chi vượt số được giao: THPT Lê Chân."))
    }

    @Test func anOfficeWithoutBudgetHasNoSection() throws {
        #expect(try section(try office(), "2025-11").isEmpty)
        #expect(try section(try filled(), "2026-01").isEmpty)
    }

    @Test func aMonthOnlyKnowsWhatWasDecidedByThen() throws {
        let blocks = try section(try filled(), "2025-03")
        #expect(
            blocks.rows("Budget by unit").first == ["1", "THPT Lê Chân", "3600000", "5000000", "600000", "4400000"])
    }
}
