import Commands
import Database
import Journal
import Language
import Syntax
import TestSupport
import Testing
import Values

/// Random sentences, valid and not, of several packs: what the journal keeps gives the same tables again.
@Suite struct ReplayPropertyTests {
    @Test(arguments: 1...12)
    func randomSentencesReplay(_ seed: UInt64) throws {
        try Self.randomSentencesReplay(seed, in: .withFormats())
    }

    static func randomSentencesReplay(_ seed: UInt64, in session: Session) throws {
        var random = Sequence64(state: seed)
        let runner = ExampleRunner(session)
        #expect(runner.run("register unit S \"Sở\" kind: so").refusals.isEmpty)
        var accepted = 0
        for _ in 0..<120 where runner.run(sentence(&random)).refusals.isEmpty { accepted += 1 }
        #expect(accepted > 10)
        #expect(try session.journal.lastNumber() > accepted / 2)
        guard case .intact = try session.journal.verify() else {
            Issue.record("the journal does not hold")
            return
        }
        try ExampleTests.replays(session)
    }

    /// A refused sentence changes nothing: neither rows nor journal.
    @Test(arguments: 1...6)
    func refusedSentencesChangeNothing(_ seed: UInt64) throws {
        try Self.refusedSentencesChangeNothing(seed, in: .withFormats())
    }

    static func refusedSentencesChangeNothing(_ seed: UInt64, in session: Session) throws {
        var random = Sequence64(state: seed &* 7919)
        let runner = ExampleRunner(session)
        #expect(runner.run("register unit S \"Sở\" kind: so").refusals.isEmpty)
        for _ in 0..<60 {
            let before = try contents(session)
            if !runner.run(sentence(&random)).refusals.isEmpty { #expect(try contents(session) == before) }
        }
    }

    private static func contents(_ session: Session) throws -> [Int] {
        try session.database.tables().map { name in
            try session.database.content(of: #require(Identifier(name))).count
        }
    }

    private static func sentence(_ random: inout Sequence64) -> String {
        let unit = "U\(random.below(8))"
        let day = "2025-\(["01", "03", "06", "10", "13"][random.below(5)])-\(["02", "15", "28", "31"][random.below(4)])"
        let text = SourceForm.text(Self.texts[random.below(Self.texts.count)])
        let (women, men) = (random.below(60) - 5, random.below(60))
        switch random.below(13) {
        case 0, 1: return "register unit \(unit) \(text) kind: \(["thpt", "mn", "thsc"][random.below(3)]) under: S"
        case 2: return "log training \(unit) \(text) on: \(day) hours: \(random.below(9)).5 women: \(women) men: \(men)"
        case 3: return "define element e\(random.below(4)) \(text) type: people over-time: last over-units: sum"
        case 4: return "record figure e\(random.below(4)) unit: \(unit) period: 2025 total: \(men) women: \(women)"
        case 5: return "log session \(unit) \(text) on: \(day) women: \(women) men: \(men)"
        case 6: return "record spending \(unit) \(text) on: \(day) amount: \(men)_000 đ category: k12 source: state"
        case 7: return "record difficulty \(unit) \(text) on: \(day) proposal: \(text)"
        case 8: return "rename unit \(unit) \(text) on: \(day)"
        case 9: return "merge units [\(unit)] into: U\(random.below(8)) on: \(day)"
        case 10:
            return "split unit \(unit) into: [\(unit), V\(random.below(8))] names: [\(text)] shares: [2, 1] on: \(day)"
        case 11: return "\(["close", "reopen"][random.below(2)]) unit \(unit) on: \(day) document: \(text)"
        default: return "record task T\(random.below(5)) \(text) owner: \(unit) due: \(day)"
        }
    }

    /// Texts that a careless writer of sentences would break.
    private static let texts = [
        "Lồng ghép giới", "dấu \" nháy \\ và {ngoặc}", "hai\ndòng", "# không phải chú thích", "| list units",
        "Nẵng 🪷 đ", "on: 2025-01-01", "'đơn'", "kết thúc end",
    ]
}

/// Numbers that look random and are the same in every run (xorshift).
struct Sequence64 {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
