import Commands
import Diagnostics
import Programme
import TestSupport
import Testing
import Values

@Suite struct CampaignTests {
    @Test func opensAndCounts() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15", ["theme": .text("An toàn số")])
        try session.open("PN", "2025-10-20", "2025-10-20")
        try session.log("LE-CHAN", "A", "2025-11-20", women: 30, men: 20, ["campaign": .text("BDG")])
        try session.log("NGO-QUYEN", "A", "2025-11-21", women: 3, men: 2, ["campaign": .text("BDG")])
        #expect(
            try session.cells("list campaigns", ["period": period("2025")], "campaign", "sessions", "women", "men") == [
                ["PN", "0", "0", "0"], ["BDG", "2", "33", "22"],
            ])
        #expect(try session.cells("list campaigns", ["period": period("2025-12")], "campaign") == [["BDG"]])
        #expect(try session.cells("list campaigns", ["occasion": .text("womens-day")], "campaign").isEmpty)
    }

    @Test func refusesWhatCannotBe() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15", ["occasion": .text("equality-month")])
        #expect(refusal { try session.open("BDG", "2025-01-01", "2025-01-02") } == ["code-taken"])
        #expect(refusal { try session.open("B", "2025-01-02", "2025-01-01") } == ["campaign-backwards"])
        #expect(refusal { try session.open("B", "2025-01-01", "2025-01-02", ["theme": .text("")]) } == ["no-words"])
        let second: [String: Value] = ["occasion": .text("equality-month")]
        #expect(refusal { try session.open("B", "2025-11-01", "2025-11-30", second) } == ["occasion-taken"])
        #expect(refusal { try session.open("B", "2026-11-01", "2026-11-30", second) }.isEmpty)
    }

    @Test func retractsOnlyWhatNothingBelongsTo() throws {
        let session = try office()
        try session.open("BDG", "2025-11-15", "2025-12-15")
        try session.make("Áp phích", "2025-11-20", ["campaign": .text("BDG")])
        let values: [String: Value] = ["campaign": .text("BDG"), "reason": .text("Ghi nhầm")]
        #expect(refusal { try session.perform("retract campaign", values) } == ["record-in-use"])
        _ = try session.perform("retract product", ["product": .text("SP-1"), "reason": .text("Ghi nhầm")])
        #expect(refusal { try session.perform("retract campaign", values) }.isEmpty)
        #expect(try session.cells("list campaigns", [:], "campaign").isEmpty)
    }

    @Test func productsAreListedAndChecked() throws {
        let session = try office()
        try session.make(
            "Áp phích", "2025-11-20", ["pieces": .number(40), "reach": .number(900), "women": .number(500)])
        try session.make("Áp phích", "2025-11-20", ["kind": .text("video")])
        #expect(
            try session.cells(
                "list products", ["under": .text("SGD-HP")], "product", "kind", "pieces", "reach", "women")
                == [["SP-1", "poster", "40", "900", "500"], ["SP-2", "video", "1", "", ""]])
        #expect(try session.cells("list products", ["under": .text("NGO-QUYEN")], "product").isEmpty)
        #expect(try session.cells("list products", ["kind": .text("video")], "product") == [["SP-2"]])
        #expect(refusal { try session.make("Áp phích", "2025-11-20") } == ["product-doubled"])
        #expect(refusal { try session.make("A", "2025-11-20", ["pieces": .number(0)]) } == ["count-out-of-range"])
        #expect(refusal { try session.make("A", "2025-11-20", ["women": .number(1)]) } == ["women-above-reach"])
        #expect(refusal { try session.make("A", "2025-12-20") } == ["future-day"])
        #expect(refusal { try session.make("A", "2001-12-20") } == ["unit-not-open"])
    }
}

@Suite struct CalendarTests {
    private func duties(_ session: Session, _ text: String) throws -> [Duty] {
        let period = stretch(text)
        return try session.registry.contributions(DutyRule.self).flatMap { try $0.duties(session, period) }
    }

    @Test func theUsualDaysStandInEveryYear() throws {
        let session = try office()
        #expect(try duties(session, "2026").count == 8)
        #expect(try duties(session, "2026-12").map(\.last) == [day("2026-12-15"), day("2026-12-31")])
        #expect(try duties(session, "2015-12").isEmpty)
        #expect(try duties(session, "2026-06").filter { $0.confidence.isOfficial }.count == 2)
        #expect(try duties(session, "2026-2027").allSatisfy { $0.first <= day("2027-08-31") })
    }

    @Test func aCampaignStandsInPlaceOfItsOccasion() throws {
        let session = try office()
        try session.open("BDG", "2025-11-10", "2025-12-10", ["occasion": .text("equality-month")])
        let found = try duties(session, "2025-12")
        #expect(found.map(\.first) == [day("2025-11-10"), day("2025-12-31")])
        #expect(found.map(\.confidence) == [.local, .verbatim])
        #expect(try duties(session, "2026-12").map(\.first) == [day("2026-11-15"), day("2026-12-31")])
    }

    @Test func aCampaignOnTheUsualDaysIsAsSureAsThey() throws {
        let session = try office()
        try session.open(
            "BDG", "2025-11-15", "2025-12-15", ["occasion": .text("equality-month"), "source": .text("CV 739")])
        let foundDuty = try duties(session, "2025-12").first
        let duty = try #require(foundDuty)
        #expect(duty.confidence == .verbatim)
        #expect(duty.source == "CV 739")
    }

    @Test func theCalendarTellsWhatIsOverAndWhatComes() throws {
        let session = try office()
        let rows = try session.cells("show calendar", ["period": period("2025")], "begins", "state")
        #expect(rows.first == ["2025-03-08", "over"])
        #expect(rows.contains(["2025-11-15", "now"]))
        #expect(try session.cells("show calendar", ["period": period("2026-Q1")], "state") == [["coming"]])
    }
}
