import Commands
import TestSupport
import Testing
import Values

@testable import Programme

@Suite struct ExchangePropertyTests {
    /// Two schools record at random and send packages now and then; the department has typed some figures itself. In
    /// whatever order the packages of the two arrive, each twice, the department's figures are the same, and what was
    /// typed there stays.
    @Test(arguments: 0..<6)
    func orderOfSendersDoesNotMatter(_ seed: Int) throws {
        var dice = Dice(seed)
        let senders = ["LE-CHAN", "NGO-QUYEN"]
        let offices = try senders.map { try Office.exchanging(as: $0) }
        var packages: [[[UInt8]]] = []
        for (office, unit) in zip(offices, senders) {
            packages.append(
                try (0..<3).map { _ in
                    for _ in 0..<4 { try office.say(Self.figure(unit, &dice)) }
                    return try office.package()
                })
        }
        let typed = senders.map { unit in (0..<2).map { _ in Self.figure(unit, &dice) } }.flatMap { $0 }
        var results: [[String]] = []
        for _ in 0..<3 {
            let department = try Office.exchanging(as: "SGD")
            for office in offices { try department.trust(office) }
            for line in typed { try department.say(line) }
            let before = try department.figures()
            for package in Self.shuffled(packages, &dice) {
                try department.receive(package)
                #expect(try department.receive(package).contains("received already"))
            }
            let after = try department.figures()
            #expect(Set(before).isSubset(of: after), "what was typed here was overwritten")
            #expect(try department.replays())
            results.append(after)
        }
        #expect(results.allSatisfy { $0 == results[0] })
    }

    /// Every line that is written is read again as the same.
    @Test func linesReadBack() {
        var dice = Dice(7)
        let codes = ["LE-CHAN", "2025", "hai từ", "a\"b", "{c}", "đ", "x:", "\n", "\\", "last", "unit:"]
        for _ in 0..<2000 {
            let claim = FigureClaim(
                total: dice.below(4) == 0 ? nil : Number(dice.below(100)),
                women: dice.below(3) == 0 ? Number(mantissa: Int128(dice.below(1000)), decimals: 1) : nil,
                state: dice.pick(FigureState.allCases))
            let period = Period(dice.pick(["2025", "2025-10", "2025-Q3", "2025-H1", "2025-2026"]) as String)
            guard let period else { continue }
            let figure = FigureLine(element: dice.pick(codes), unit: dice.pick(codes), period: period, claim: claim)
            let returned = ReturnLine(
                round: dice.pick(codes), unit: dice.pick(codes), on: dice.below(2) == 0 ? nil : Day(iso: "2025-11-28"))
            for line in [PackageLine.recorded(figure), .derived(figure), .returned(returned)] {
                #expect(PackageLine(line.sentence) == line, "\(line.sentence)")
            }
        }
    }

    /// Whatever is done to a line, it is refused or read as it stands.
    @Test func mangledLinesAreReadAsTheyStandOrNotAtAll() {
        var dice = Dice(11)
        let line = Array("record figure \"hai từ\" unit: LE-CHAN period: 2025 total: 40 women: 30".utf8)
        for _ in 0..<5000 {
            var bytes = line
            for _ in 0...dice.below(3) { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
            let text = String(decoding: bytes, as: UTF8.self)
            if let read = PackageLine(text) { #expect(read.sentence == text) }
        }
    }

    private static func figure(_ unit: String, _ dice: inout Dice) -> String {
        let number = dice.below(5)
        let topic = "Tập huấn \(dice.below(1_000_000))"
        switch dice.below(3) {
        case 0: return "record figure staff unit: \(unit) period: 2025 total: \(number + 5) women: \(number)"
        case 1: return "record figure books unit: \(unit) period: 2025-0\(dice.below(3) + 1) total: \(number)"
        default:
            return
                "log training \(unit) \"\(topic)\" on: 2025-0\(dice.below(9) + 1)-10 hours: 4 women: \(number) men: 1"
        }
    }

    /// The packages of all senders mixed, those of each in their order.
    private static func shuffled(_ packages: [[[UInt8]]], _ dice: inout Dice) -> [[UInt8]] {
        var left = packages.map { $0[...] }
        var order: [[UInt8]] = []
        while left.contains(where: { !$0.isEmpty }) {
            let sender = dice.below(left.count)
            if let next = left[sender].popFirst() { order.append(next) }
        }
        return order
    }
}
