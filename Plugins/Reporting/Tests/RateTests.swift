import Commands
import Programme
import TestSupport
import Testing
import Values

@testable import Reporting

/// No rate passes 100 %, whatever becomes of the units: both sides of it are counted over the same ones.
@Suite struct RateTests {
    private static let kinds = ["thpt", "thcs", "th", "vhxh", "pb", "gdtx", "so"]

    /// How many entries an office begins with.
    private static let ground = 25

    /// An office with a round, its units by code.
    private static func office(_ dice: inout Dice) throws -> Session {
        let session = try Session.empty(today: "2026-03-01")
        try session.say("register unit", "S", ["name": .text("Sở"), "kind": .text("so")])
        for code in ["X", "Y"] {
            try session.say(
                "register unit", code, ["name": .text(code), "kind": .text("vhxh"), "under": .text("S")])
        }
        for number in 0..<20 {
            try session.say(
                "register unit", "U\(number)",
                [
                    "name": .text("Trường \(number)"), "kind": .text(dice.pick(kinds)),
                    "under": .text(dice.pick(["S", "X", "Y"])), "opened": day(&dice),
                ])
        }
        for (code, values) in [
            ("R0", ["before": Value.date(try #require(Day(iso: "2025-12-05")))]),
            (
                "R1",
                [
                    "due": .date(try #require(Day(iso: "2025-11-15"))),
                    "kinds": .list([.text("thpt"), .text("vhxh"), .text("pb")]),
                ]
            ),
        ] {
            let shared: [String: Value] = [
                "name": .text("Báo cáo"), "period": .period(try #require(Period("2025"))), "under": .text("S"),
            ]
            try session.say("open round", code, shared.merging(values) { first, _ in first })
        }
        return session
    }

    private static func day(_ dice: inout Dice) -> Value {
        Day(year: 2025, month: 9 + dice.below(4), day: 1 + dice.below(28)).map { .date($0) } ?? .missing
    }

    /// One change to units, returns or rounds, which may be refused.
    private static func change(_ session: Session, _ dice: inout Dice) throws {
        let (unit, other) = ("U\(dice.below(22))", "U\(dice.below(22))")
        let (round, day) = (dice.pick(["R0", "R1"]), day(&dice))
        let place = Value.text(dice.pick(["S", "X", "Y", other]))
        switch dice.below(20) {
        case 0: try session.say("close unit", unit, ["on": day])
        case 1: try session.say("reopen unit", unit, ["on": day])
        case 2: try session.say("move unit", unit, ["under": place, "on": day])
        case 3: try session.say("change unit", unit, ["kind": .text(dice.pick(kinds)), "on": day])
        case 4:
            _ = try session.perform(
                "merge units",
                ["units": .list([.text(unit), .text(other)]), "into": .text(unit), "on": day])
        case 5:
            try session.say(
                "register unit", unit,
                ["name": .text("Mới"), "kind": .text(dice.pick(kinds)), "under": place, "opened": day])
        case 6: try session.say("send back return", round, ["unit": .text(unit), "with": .text("Thiếu"), "on": day])
        case 7: try session.say("accept return", round, ["unit": .text(unit), "on": day])
        case 8:
            try session.say(
                "extend return", round, ["unit": .text(unit), "until": day, "reason": .text("Bão")])
        case 9: try session.say("extend round", round, ["until": day, "reason": .text("Bão")])
        case 10:
            // What the office began with stays.
            let entry = try ground + 1 + dice.below(session.journal.lastNumber())
            _ = try session.perform("undo", ["entry": .number(Number(entry))])
        default: try session.say("submit return", round, ["unit": .text(unit), "on": day])
        }
    }

    @Test(arguments: 0..<12)
    func numeratorNeverPassesDenominator(_ seed: Int) throws {
        var dice = Dice(seed)
        let session = try Self.office(&dice)
        var taken = 0
        for step in 0..<300 {
            if (try? Self.change(session, &dice)) != nil { taken += 1 }
            guard step % 30 == 29 else { continue }
            for round in try Round.all(session) { try Self.holds(round, session) }
        }
        #expect(taken > 20)
    }

    private static func holds(_ round: Round, _ session: Session) throws {
        let returns = try round.returns(session)
        let counts = ReturnCounts(returns)
        #expect(counts.received <= counts.expected)
        #expect(counts.onTime + counts.late + counts.none == counts.expected)
        #expect(counts.onTime >= 0 && counts.late >= 0 && counts.none >= 0)
        #expect(counts.accepted + counts.sentBack <= counts.received)
        // Each unit's own answer is that of the list.
        let owing = Set(returns.map(\.unit.id))
        #expect(owing.count == returns.count)
        for unit in try Units(session).all(on: round.unitsDay) {
            #expect(try (round.unit(owing: unit.id, session) != nil) == owing.contains(unit.id), "\(unit.code)")
            if owing.contains(unit.id) { #expect(try round.covers(unit.id, session)) }
        }
        // The parts of a round add up to it, and a subtree has no more than the whole.
        for part in [RatePart.manager, .kind] {
            let parts = Dictionary(grouping: returns) { part.name(of: $0.unit) }.values.map(ReturnCounts.init)
            #expect(parts.map(\.expected).reduce(0, +) == counts.expected)
            #expect(parts.map(\.received).reduce(0, +) == counts.received)
        }
        let below = try ["X", "Y"].map { ReturnCounts(try round.returns(session, under: $0)) }
        #expect(below.map(\.expected).reduce(0, +) <= counts.expected)
        #expect(below.allSatisfy { $0.received <= $0.expected })
        // What came in is counted or named as not counted, nothing is lost.
        let stored = try session.database.rows(
            "SELECT unit FROM reporting_return WHERE round = \(round.id) AND retired IS NULL"
        ).count
        #expect(counts.received + (try round.strays(session).count) == stored)
    }

    /// A unit merged back in time takes its return out of both sides.
    @Test func mergedBackInTimeLeavesBothSides() throws {
        let session = try Session.empty(today: "2025-12-20")
        try session.say("register unit", "S", ["name": .text("Sở"), "kind": .text("so")])
        for code in ["A", "B"] {
            try session.say("register unit", code, ["name": .text(code), "kind": .text("thpt"), "under": .text("S")])
        }
        try session.openRound("R", elements: [])
        try session.say("submit return", "R", ["unit": .text("A"), "on": .date(try #require(Day(iso: "2025-12-01")))])
        let round = try #require(try Round.all(session).first)
        #expect(ReturnCounts(try round.returns(session)).words.english == "1 of 2 received, 1 on time")
        _ = try session.perform(
            "merge units",
            [
                "units": .list([.text("A"), .text("B")]), "into": .text("B"),
                "on": .date(try #require(Day(iso: "2025-11-01"))),
            ])
        #expect(ReturnCounts(try round.returns(session)).words.english == "0 of 1 received, 0 on time")
        #expect(try round.strays(session) == ["A"])
    }

    @Test func nothingExpectedHasNoRate() {
        #expect(ReturnCounts([]).share(0) == .missing(.notApplicable))
    }
}

extension Session {
    /// Says a command whose first argument is a code.
    func say(_ command: String, _ code: String, _ values: [String: Value]) throws {
        let first = registry.command(command)?.parameters.first?.name ?? ""
        _ = try perform(command, values.merging([first: .text(code)]) { given, _ in given })
    }

    /// Calls for returns of 2025 before 5 December.
    func openRound(_ code: String, elements: [String]) throws {
        try say(
            "open round", code,
            [
                "name": .text("Báo cáo"), "period": .period(try #require(Period("2025"))), "under": .text("S"),
                "before": .date(try #require(Day(iso: "2025-12-05"))),
                "elements": elements.isEmpty ? .missing : .list(elements.map { .text($0) }),
            ])
    }
}
