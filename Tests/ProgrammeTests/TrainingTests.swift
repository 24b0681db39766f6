import Commands
import Diagnostics
import Programme
import TestSupport
import Testing
import Values

@Suite struct TrainingTests {
    private func office() throws -> Office {
        try Office(
            [], "register unit A \"THPT A\" kind: thpt under: SGD opened: 2000-09-05",
            "register unit B \"THPT B\" kind: thpt",
            "log training A \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12 audience: teachers cost: 2_500_000 đ",
            "log training B \"Lồng ghép giới\" on: 2024-03-14 hours: 2.5 women: 3 men: 0")
    }

    @Test func listsByPeriodAndTree() throws {
        let office = try office()
        #expect(try office.column("training", "list trainings") == ["TR-0002", "TR-0001"])
        #expect(try office.column("people", "list trainings period: 2025") == ["50"])
        #expect(try office.column("cost", "list trainings under: SGD") == ["2500000"])
        #expect(try office.column("unit", "list trainings period: 2024 under: SGD") == [])
    }

    @Test(arguments: [
        ("log training A \"X\" on: 2025-12-02 hours: 4 women: 1 men: 1", "future-day"),
        ("log training A \"X\" on: 1999-12-02 hours: 4 women: 1 men: 1", "unit-not-open"),
        ("log training A \"X\" on: 2025-03-14 hours: 4 women: -1 men: 1", "below-nought"),
        ("log training A \"X\" on: 2025-03-14 hours: 4 women: 1 men: 1 trainers: -2", "below-nought"),
        ("log training A \"X\" on: 2025-03-14 hours: 4 women: 9_000_000_000_000 men: 1", "too-large"),
        ("log training A \"X\" on: 2025-03-14 hours: 4 women: 0 men: 0", "nobody-took-part"),
        ("log training A \"X\" on: 2025-03-14 hours: 0 women: 1 men: 0", "not-positive"),
        ("log training A \"Lồng ghép giới\" on: 2025-03-14 hours: 1 women: 1 men: 0", "training-doubled"),
        ("log training A \"X\" on: 2025-03-14 hours: 1 women: 1 men: 0 code: TR-0002", "code-taken"),
        ("log training A \"X\" on: 2025-03-14 hours: 1 women: 1 men: 0 audience: teacher", "not-a-choice"),
        ("log training C \"X\" on: 2025-03-14 hours: 1 women: 1 men: 0", "unknown-code"),
    ])
    func refuses(_ line: String, _ code: String) throws {
        #expect(try office().refusals(line) == [code])
    }

    @Test func skipsCodesThatWereTypedByHand() throws {
        let office = try office()
        try office.say("log training A \"X\" on: 2025-03-14 hours: 1 women: 1 men: 0 code: TR-0004")
        try office.say("log training A \"Y\" on: 2025-03-14 hours: 1 women: 1 men: 0")
        #expect(try office.column("training", "list trainings period: 2025").last == "TR-0005")
    }

    @Test func isReplayedWithItsCode() throws {
        let office = try office()
        let sentences = try office.session.journal.entries(limit: 99).map(\.sentence)
        let replica = try Office()
        for sentence in sentences.dropFirst() { try replica.say(sentence) }
        #expect(try replica.table("list trainings") == office.table("list trainings"))
    }

    @Test func givesElementsToIndicators() throws {
        let office = try office()
        #expect(try office.column("total", "list figures element: trainings period: 2025") == ["1"])
        #expect(try office.column("women", "list figures element: training-participants period: 2025-03") == ["38"])
        // A uses the list in 2025, so a month without a training is nought; B does not, and has not reported.
        #expect(try office.column("unit", "list figures element: trainings period: 2025-07") == ["A"])
        #expect(try office.column("total", "list figures element: trainings period: 2025-07") == ["0"])
    }
}
