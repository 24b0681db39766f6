import Commands
import Diagnostics
import Programme
import Tables
import TestSupport
import Testing
import Values

@Suite struct SessionTests {
    @Test func logsWithCodesInOrder() throws {
        let session = try office()
        try session.log("LE-CHAN", "Bình đẳng giới", "2025-03-08")
        try session.log("LE-CHAN", "Phòng ngừa bạo lực", "2025-06-10", ["code": .text("TT-3"), "form": .text("talk")])
        try session.log("NGO-QUYEN", "Bình đẳng giới", "2025-06-11")
        #expect(
            try session.cells("list sessions", [:], "session", "unit", "form") == [
                ["TT-1", "LE-CHAN", ""], ["TT-3", "LE-CHAN", "talk"], ["TT-4", "NGO-QUYEN", ""],
            ])
        let entry = try session.journal.entries(limit: 99).last?.sentence
        #expect(entry?.contains("code: TT-4") == true)
    }

    @Test func refusesWhatCannotBe() throws {
        let session = try office()
        try session.log("LE-CHAN", "Bình đẳng giới", "2025-03-08")
        let cases: [(String, () throws -> Void)] = [
            ("session-doubled", { try session.log("LE-CHAN", "Bình đẳng giới", "2025-03-08", women: 3) }),
            ("future-day", { try session.log("LE-CHAN", "Bình đẳng giới", "2025-12-02") }),
            ("unit-not-open", { try session.log("LE-CHAN", "Bình đẳng giới", "2005-09-04") }),
            ("count-out-of-range", { try session.log("LE-CHAN", "A", "2025-04-08", women: -1) }),
            ("count-out-of-range", { try session.log("LE-CHAN", "A", "2025-04-08", men: 100_000_001) }),
            ("nobody-there", { try session.log("LE-CHAN", "A", "2025-04-08", women: 0, men: 0) }),
            ("no-words", { try session.log("LE-CHAN", " … ", "2025-04-08") }),
            ("code-taken", { try session.log("LE-CHAN", "A", "2025-04-08", ["code": .text("TT-1")]) }),
            ("unknown-code", { try session.log("LE-CHAM", "A", "2025-04-08") }),
            ("unknown-code", { try session.log("LE-CHAN", "A", "2025-04-08", ["campaign": .text("X")]) }),
            ("not-a-choice", { try session.log("LE-CHAN", "A", "2025-04-08", ["form": .text("tlak")]) }),
        ]
        for (code, work) in cases {
            #expect(
                refusal {
                    try work(); return .init()
                } == [code])
        }
        #expect(try session.cells("list sessions", [:], "session").count == 1)
    }

    @Test func aBroadcastNeedsNoListeners() throws {
        let session = try office()
        try session.log("LE-CHAN", "Phát thanh", "2025-04-08", women: 0, men: 0, ["form": .text("broadcast")])
        #expect(try session.cells("list sessions", [:], "women", "men") == [["0", "0"]])
    }

    @Test func listsByPeriodUnitAndCampaign() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15")
        try session.log("LE-CHAN", "A", "2025-03-08")
        try session.log("LE-CHAN", "B", "2025-11-20", ["campaign": .text("BDG")])
        try session.log("NGO-QUYEN", "C", "2025-11-20")
        #expect(try session.cells("list sessions", ["period": period("2025-11")], "topic") == [["B"], ["C"]])
        #expect(try session.cells("list sessions", ["under": .text("LE-CHAN")], "topic") == [["A"], ["B"]])
        #expect(try session.cells("list sessions", ["under": .text("SGD-HP")], "topic").count == 3)
        #expect(try session.cells("list sessions", ["campaign": .text("BDG")], "topic") == [["B"]])
    }

    @Test func aRetractedSessionIsGoneButWasThere() throws {
        let session = try office()
        try session.log("LE-CHAN", "A", "2025-03-08")
        let before = try session.journal.entries(limit: 99).last?.number
        _ = try session.perform("retract session", ["session": .text("TT-1"), "reason": .text("Ghi trùng")])
        #expect(try session.cells("list sessions", [:], "session").isEmpty)
        #expect(
            refusal { try session.perform("retract session", ["session": .text("TT-1"), "reason": .text("x")]) } == [
                "unknown-code"
            ])
        try session.log("LE-CHAN", "A", "2025-03-08")
        #expect(try session.cells("list sessions", [:], "session") == [["TT-2"]])
        session.horizon = before
        #expect(try session.cells("list sessions", [:], "session") == [["TT-1"]])
    }

    @Test func theYearlyRuleShowsEveryUnitFewestFirst() throws {
        let session = try office()
        try session.log("LE-CHAN", "A", "2025-03-08")
        try session.log("LE-CHAN", "B", "2025-03-09")
        try session.log("LE-CHAN", "C", "2024-03-09")
        try session.log("GDPT", "D", "2025-05-05")
        let rows = try session.cells(
            "check sessions", ["under": .text("SGD-HP")], "unit", "sessions", "lacking", "state")
        #expect(
            rows == [
                ["NGO-QUYEN", "0", "2", "below"], ["SGD-HP", "1", "1", "below"], ["LE-CHAN", "2", "0", "met"],
            ])
        #expect(try session.cells("check sessions", ["period": period("2026")], "unit").isEmpty)
        #expect(
            refusal { try session.perform("check sessions", ["period": period("2025-2026")]) } == [
                "not-a-calendar-year"
            ])
    }

    @Test func theRuleIsNamedBelow() throws {
        let document = try office().perform("check sessions", [:])
        guard case .table(let block)? = document.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(block.remark?.vietnamese.contains("0/3 đơn vị") == true)
        #expect(block.remark?.vietnamese.contains("1790/QĐ-TTg") == true)
    }

    @Test func sentencesCarryWhatTheCommandDecided() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15", ["occasion": .text("equality-month")])
        try session.log("LE-CHAN", "A", "2025-11-20", ["campaign": .text("BDG")])
        try session.make("Áp phích", "2025-11-20")
        let sentences = try session.journal.entries(limit: 9).map(\.sentence)
        #expect(sentences.contains { $0.contains("code: SP-1") })
        #expect(sentences.contains { $0.contains("occasion: equality-month") })
    }

    @Test func manySessionsInOneUnitStayQuick() throws {
        let session = try office()
        let clock = ContinuousClock()
        let time = try clock.measure {
            try session.together {
                for number in 0..<2000 { try session.log("LE-CHAN", "Chuyên đề \(number)", "2025-03-08") }
            }
        }
        #expect(time < .seconds(10))
        #expect(try session.cells("check sessions", [:], "unit", "sessions").last == ["LE-CHAN", "2000"])
    }
}
