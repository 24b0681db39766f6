import JSON
import TestSupport
import Testing
import Values

@testable import Packs

/// Values on their way to a program and back.
@Suite struct JSONValueTests {
    static let cells: [(ValueType, Value)] = [
        (.text, .text("Hải Phòng \"x\"")), (.number, .number(Number("-0.125") ?? 0)), (.number, .number(12)),
        (.percent, .percent(Number("0.335") ?? 0)), (.money, .money(1_250_000)),
        (.date, .date(Day(iso: "2025-03-14") ?? Day(number: 0))), (.yesNo, .yesNo(true)),
        (.code("unit"), .text("HP-012")), (.number, .missing), (.number, .missing(.withheld)),
    ]

    @Test(arguments: cells)
    func comesBackAsItWas(_ type: ValueType, _ value: Value) throws {
        let read = try #require(JSONReader.read(JSON(value).bytes))
        #expect(read.value(of: type) == value)
    }

    @Test(arguments: ["2025", "2025-Q3", "2025-10", "2025-2026", "2025-H1"])
    func periodsComeBack(_ text: String) throws {
        let period = try #require(Period(text))
        #expect(JSON(.period(period)).value(of: .period) == .period(period))
    }

    @Test func refusesWhatIsNoValueOfTheType() {
        #expect(JSON.string("many").value(of: .number) == nil)
        #expect(JSON.decimal("0.5").value(of: .money) == nil)
        #expect(JSON.string("2025-13-01").value(of: .date) == nil)
        #expect(JSON.int(5).value(of: .text) == nil)
        #expect(JSON.string("12.50").value(of: .number) == .number(Number("12.5") ?? 0))
    }

    @Test func whatCannotBeSeenIsNotShown() {
        #expect(JSON.string("a\u{1B}[31mb\u{202E}c\n").value(of: .text) == .text("a [31mb c "))
    }
}
