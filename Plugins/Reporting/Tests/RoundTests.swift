import Commands
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Reporting

@Suite struct RoundTests {
    /// An office of random size, whose schools opened and sent returns on random days.
    @Test(arguments: 0..<8)
    func rateNeverPassesOne(_ seed: Int) throws {
        let session = try Session.empty()
        _ = try session.perform("register unit", ["code": .text("S"), "name": .text("Sở"), "kind": .text("so")])
        for number in 0..<Int.random(in: 1...12) {
            let opened = Day(year: 2025, month: Int.random(in: 10...12), day: 1)
            _ = try session.perform(
                "register unit",
                [
                    "code": .text("U\(number)"), "name": .text("Trường \(number)"), "under": .text("S"),
                    "kind": .text(Bool.random() ? "thpt" : "pb"), "opened": opened.value,
                ])
        }
        _ = try session.perform(
            "open round",
            [
                "code": .text("R"), "name": .text("Báo cáo"), "period": .period(try #require(Period("2025"))),
                "before": .date(try #require(Day(iso: "2025-11-15"))), "under": .text("S"),
            ])
        let round = try #require(try Round.all(session).first)
        for number in 0..<12 where Bool.random() {
            _ = try? session.perform(
                "submit return",
                ["round": .text("R"), "unit": .text("U\(number)"), "on": .date(try #require(Day(iso: "2025-11-20")))])
        }
        let returns = try round.returns(session)
        #expect(returns.filter { $0.received != nil }.count <= returns.count)
        #expect(returns.allSatisfy { Round.owes($0.unit.kind) })
        #expect(returns.filter { $0.received != nil }.allSatisfy { $0.state == .late })
    }

    @Test func beforeTheFifthMeansTheEndOfTheFourth() throws {
        let session = try Session.empty(today: "2025-12-10")
        for (code, kind) in [("S", "so"), ("A", "thpt"), ("B", "thpt"), ("C", "thpt")] {
            _ = try session.perform(
                "register unit",
                [
                    "code": .text(code), "name": .text(code), "kind": .text(kind),
                    "under": code == "S" ? .missing : .text("S"),
                ])
        }
        _ = try session.perform(
            "open round",
            [
                "code": .text("R"), "name": .text("Báo cáo"), "period": .period(try #require(Period("2025"))),
                "before": .date(try #require(Day(iso: "2025-12-05"))), "under": .text("S"),
            ])
        for (code, day) in [("A", "2025-12-04"), ("B", "2025-12-05")] {
            _ = try session.perform(
                "submit return", ["round": .text("R"), "unit": .text(code), "on": .date(try #require(Day(iso: day)))])
        }
        let states = try #require(try Round.all(session).first).returns(session).map(\.state)
        #expect(states == [.onTime, .late, .none])
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
