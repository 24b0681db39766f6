import Commands
import Diagnostics
import Documents
import Programme
import TestSupport
import Testing
import Values

@testable import Personnel

func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

/// The code of the finding that work ends with.
func refusal(_ work: () throws -> Void) -> String? {
    do {
        try work()
        return nil
    } catch {
        return Diagnostics.of(error).first?.code.description
    }
}

extension Session {
    /// A department with two schools and a reporting node.
    static func withSchools() throws -> Session {
        let session = try Session.empty([programmePack, personnelPack])
        for (code, kind, under) in [
            ("SGD", "so", nil), ("A", "thpt", "SGD"), ("B", "th", "SGD"), ("X", "vhxh", "SGD"), ("VN", "country", nil),
        ] as [(String, String, String?)] {
            _ = try session.perform(
                "register unit",
                [
                    "code": .text(code), "name": .text("Unit \(code)"), "kind": .text(kind), "under": under.value,
                    "opened": .date(try day("2000-09-05")),
                ])
        }
        return session
    }

    func staff(_ unit: String, _ post: String, _ on: String, _ total: Int, _ women: Int) throws {
        _ = try perform(
            "record staff",
            [
                "unit": .text(unit), "post": .text(post), "on": .date(try day(on)), "total": .number(Number(total)),
                "women": .number(Number(women)),
            ])
    }

    func board(_ unit: String, _ decision: String, _ on: String, _ changes: [String: Value] = [:]) throws {
        let values: [String: Value] = [
            "unit": .text(unit), "decision": .text(decision), "on": .date(try day(on)), "members": .number(7),
            "women": .number(5),
        ]
        _ = try perform("record board", values.merging(changes) { $1 })
    }

    func column(_ name: String, of command: String, _ values: [String: Value] = [:]) throws -> [Value] {
        try #require(try perform(command, values).table?.cells(of: name))
    }

    func id(_ code: String) throws -> Int64 { try Units(self).id(of: UnitCode(code: code)) }
}

@Suite struct StaffTests {
    @Test func refusesWhatCannotBe() throws {
        let session = try Session.withSchools()
        func code(_ unit: String, _ post: String, _ on: String, _ total: Int, _ women: Int) -> String? {
            refusal { try session.staff(unit, post, on, total, women) }
        }
        #expect(code("A", "teacher", "2025-09-15", 5, 6) == "women-over-total")
        #expect(code("A", "teacher", "2025-09-15", -1, 0) == "negative-count")
        #expect(code("A", "teacher", "2025-09-15", 5, -1) == "negative-count")
        #expect(code("A", "head", "2025-09-15", 2, 1) == "several-heads")
        #expect(code("A", "teacher", "2025-12-02", 5, 1) == "future-day")
        #expect(code("A", "teacher", "1999-09-15", 5, 1) == "unit-not-open")
        #expect(code("C", "teacher", "2025-09-15", 5, 1) == "unknown-code")
        #expect(code("A", "cook", "2025-09-15", 5, 1) == "not-a-choice")
        #expect(code("A", "teacher", "2025-09-15", 5, 0) == nil)
        #expect(code("A", "teacher", "2025-09-15", 6, 0) == "count-doubled")
        #expect(code("A", "teacher", "2025-09-16", 0, 0) == nil)
        #expect(try session.column("total", of: "list staff") == [.number(0)])
    }

    @Test func lastCountStandsUntilTheNext() throws {
        let session = try Session.withSchools()
        try session.staff("A", "staff", "2024-09-15", 90, 60)
        try session.staff("A", "staff", "2025-09-15", 92, 61)
        func women(_ period: String) throws -> [Value] {
            try session.column("women", of: "list staff", ["period": .period(try #require(Period(period)))])
        }
        #expect(try women("2023") == [])
        #expect(try women("2024") == [.number(60)])
        #expect(try women("2025-08") == [.number(60)])
        #expect(try women("2025-09") == [.number(61)])
        #expect(try women("2025") == [.number(61)])
        #expect(try session.column("unit", of: "list staff", ["under": .text("B")]) == [])
    }

    @Test func sharesAreExactAndNobodyHasNone() throws {
        let session = try Session.withSchools()
        try session.staff("A", "doctor", "2025-09-15", 4, 1)
        try session.staff("B", "doctor", "2025-09-15", 0, 0)
        #expect(
            try session.column("share", of: "list staff")
                == [.percent(try #require(Number("0.25"))), .missing(.notApplicable)])
    }

    @Test func findsCountsThatCannotBeTrueTogether() throws {
        let session = try Session.withSchools()
        try session.staff("A", "staff", "2025-09-15", 10, 6)
        try session.staff("A", "head", "2025-09-15", 1, 1)
        try session.staff("A", "teacher", "2025-09-15", 9, 6)
        try session.staff("A", "party-member", "2025-09-15", 11, 6)
        try session.staff("A", "master", "2025-09-16", 99, 99)
        let document = try session.perform("check staff", [:])
        let table = try #require(document.table)
        let found = (0..<table.rowCount).map { row in
            ["rule", "post", "people", "found", "limit"].map { (table.cells(of: $0) ?? [])[row].plain }
        }
        #expect(
            found == [
                ["post-over-staff", "party-member", "total", "11", "10"],
                ["post-over-staff", "party-member", "men", "5", "4"],
                ["posts-over-staff", "", "women", "7", "6"],
            ])
    }

    @Test func plannedCountsStandApart() throws {
        let session = try Session.withSchools()
        for (post, total) in [("any", 5), ("head", 2), ("deputy", 4)] {
            _ = try session.perform(
                "record planned",
                [
                    "unit": .text("A"), "post": .text(post), "on": .date(try day("2025-03-31")),
                    "total": .number(Number(total)), "women": .number(2),
                ])
        }
        #expect(try session.column("total", of: "list planned") == [.number(5), .number(2), .number(4)])
        #expect(try session.column("total", of: "list staff") == [])
        let figures = try element("planned", session, "2025")
        #expect(figures == [try session.id("A"): DerivedFigure(total: 5, women: 2)])
    }
}

/// What an element of the pack says in a period.
func element(_ code: String, _ session: Session, _ period: String) throws -> [Int64: DerivedFigure] {
    let elements = session.registry.contributions(DerivedElement.self)
    let element = try #require(elements.first { $0.code == code })
    return try element.figures(session, try #require(Period(period)))
}
