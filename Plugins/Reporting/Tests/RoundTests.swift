import Commands
import Diagnostics
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Reporting

@Suite struct RoundTests {
    /// A department with schools A, B and C, and a round that asks for `masters`.
    private static func office(today: String = "2025-12-10", elements: [String] = ["masters"]) throws -> Session {
        let session = try Session.empty(today: today)
        for (code, kind) in [("S", "so"), ("A", "thpt"), ("B", "thpt"), ("C", "thpt")] {
            try session.say(
                "register unit", code,
                ["name": .text(code), "kind": .text(kind), "under": code == "S" ? .missing : .text("S")])
        }
        try session.say(
            "define element", "masters",
            ["name": .text("masters"), "type": .text("people"), "over-time": .text("last"), "over-units": .text("sum")])
        try session.openRound("R", elements: elements)
        return session
    }

    private static func date(_ text: String) throws -> Value { .date(try #require(Day(iso: text))) }

    private static func submit(_ session: Session, _ unit: String, _ day: String) throws {
        try session.say("submit return", "R", ["unit": .text(unit), "on": date(day)])
    }

    private static func figure(_ session: Session, _ unit: String, _ total: Int) throws {
        try session.say(
            "record figure", "masters",
            [
                "unit": .text(unit), "period": .period(try #require(Period("2025"))), "total": .number(Number(total)),
                "women": .number(1),
            ])
    }

    private static func states(_ session: Session) throws -> [ReturnState] {
        try #require(try Round.all(session).first).returns(session).map { $0.state(on: session.today) }
    }

    /// The code with which work is refused.
    private static func refusal(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch { return Diagnostics.of(error).first?.code.description }
    }

    @Test func beforeTheFifthMeansTheEndOfTheFourth() throws {
        let session = try Self.office()
        try Self.submit(session, "A", "2025-12-04")
        try Self.submit(session, "B", "2025-12-05")
        let round = try #require(try Round.all(session).first)
        #expect(try round.returns(session).map(\.submission) == [.onTime, .late, .none])
        #expect(round.due.words.english == "before 5 Dec 2025, that is by the end of 4 Dec 2025")
        #expect(DueDay(eve: nil, due: Day(iso: "2025-12-05")).words.vietnamese == "hết ngày 05/12/2025")
    }

    @Test func stepsOfAReturn() throws {
        let session = try Self.office()
        #expect(try Self.states(session) == [.late, .late, .late])
        try Self.submit(session, "A", "2025-12-01")
        let comments: [String: Value] = ["unit": .text("A"), "with": .text("Thiếu phụ lục")]
        try session.say("send back return", "R", comments)
        #expect(try Self.states(session) == [.sentBack, .late, .late])
        #expect(Self.refusal { try session.say("accept return", "R", ["unit": .text("A")]) } == "return-sent-back")
        try session.say("submit return", "R", ["unit": .text("A")])
        try session.say("accept return", "R", ["unit": .text("A")])
        #expect(try Self.states(session) == [.accepted, .late, .late])
        // Sending back takes nothing from the day on which it came first.
        #expect(try #require(try Round.all(session).first).returns(session).first?.submission == .onTime)
        // Each step is undone by itself.
        for state in [ReturnState.received, .sentBack, .received, .late] {
            _ = try session.perform("undo", [:])
            #expect(try Self.states(session).first == state)
        }
    }

    @Test func anExtensionChangesTheDayAndNotTheUnits() throws {
        let session = try Self.office()
        try session.say("close unit", "C", ["on": Self.date("2025-12-06")])
        for (command, values) in [
            ("extend round", [:]), ("extend return", ["unit": Value.text("B")]),
        ] {
            let until = try Self.date(command == "extend round" ? "2025-12-08" : "2025-12-15")
            let all = values.merging(["until": until, "reason": .text("Bão")]) { $1 }
            try session.say(command, "R", all)
        }
        let returns = try #require(try Round.all(session).first).returns(session)
        #expect(returns.map(\.unit.code) == ["A", "B", "C"])
        #expect(returns.map(\.lastDay.description) == ["2025-12-08", "2025-12-15", "2025-12-08"])
        #expect(try Self.states(session) == [.late, .due, .late])
    }

    @Test func aClosedRoundStays() throws {
        let session = try Self.office()
        try Self.figure(session, "A", 10)
        try Self.submit(session, "A", "2025-12-01")
        try session.say("close round", "R", [:])
        let before = try session.database.rows("SELECT * FROM figure").count
        #expect(Self.refusal { try Self.figure(session, "A", 11) } == "figures-closed")
        #expect(Self.refusal { try Self.figure(session, "B", 11) } == "figures-closed")
        #expect(Self.refusal { try Self.submit(session, "B", "2025-12-09") } == "round-closed")
        for entry in 7...8 {
            let refused = Self.refusal { _ = try session.perform("undo", ["entry": .number(Number(entry))]) }
            #expect(refused == (entry == 7 ? "figures-closed" : "round-closed"))
        }
        #expect(try session.database.rows("SELECT * FROM figure").count == before)
        // The caller itself owes nothing, and its figures are its own.
        try Self.figure(session, "S", 5)
        try session.say("reopen round", "R", ["reason": .text("Bổ sung")])
        try Self.figure(session, "A", 11)
        _ = try session.perform("undo", [:])
        _ = try session.perform("undo", [:])
        #expect(Self.refusal { try Self.figure(session, "A", 11) } == "figures-closed")
    }

    @Test func aRoundWithTimeLeftIsNotClosed() throws {
        let session = try Self.office(today: "2025-12-03")
        #expect(Self.refusal { try session.say("close round", "R", [:]) } == "round-still-due")
    }

    @Test func whatIsDueStandsInTheCalendar() throws {
        let session = try Self.office()
        try Self.submit(session, "A", "2025-12-01")
        try session.say("extend round", "R", ["until": Self.date("2025-12-08"), "reason": .text("Bão")])
        let month = try #require(Period("2025-12"))
        let duties = try session.registry.contributions(DutyRule.self).flatMap { try $0.duties(session, month) }
        let duty = try #require(duties.first { $0.name.english.contains("returns due") })
        #expect(duty.name.english == "Báo cáo: returns due, 2 of 3 missing")
        #expect(duty.last == Day(iso: "2025-12-08"))
    }

    @Test func digestTellsOfRoundsThatWait() throws {
        let session = try Self.office(today: "2026-02-10")
        try Self.submit(session, "A", "2025-12-01")
        let unit = try #require(try Units(session).all().first { $0.code == "S" })
        let request = ReportRequest(period: try #require(Period("2026-01")), unit: unit)
        let waiting = try roundSection.build(session, request)
        #expect(waiting.count == 2)
        try session.say("close round", "R", [:])
        #expect(try roundSection.build(session, request).isEmpty)
    }
}

@Suite struct DigestTests {
    @Test func digestHoldsTheSectionsOfItsOwnPack() throws {
        let session = try Session.empty()
        _ = try session.perform("register unit", ["code": .text("S"), "name": .text("Sở"), "kind": .text("so")])
        _ = try session.perform(
            "log training",
            [
                "unit": .text("S"), "topic": .text("Lồng ghép giới"), "on": .date(try #require(Day(iso: "2025-11-03"))),
                "hours": .number(4), "women": .number(30), "men": .number(10),
            ])
        _ = try session.perform(
            "set letterhead", ["unit": .text("S"), "symbol": .text("SGDĐT"), "place": .text("Hải Phòng")])
        let unit = try #require(try Units(session).all().first)
        let month = try #require(Period("2025-11"))
        let document = try monthlyDigest.build(session, ReportRequest(period: month, unit: unit))
        #expect(document.letterhead?.symbol == "BC-SGDĐT")
        let words = document.blocks.compactMap { block -> String? in
            guard case .paragraph(let text) = block else { return nil }
            return text.runs.map(\.text.english).joined()
        }
        #expect(words.contains { $0.contains("1 trainings with 40 attendances, 30 of them women (75 %)") })
    }
}
