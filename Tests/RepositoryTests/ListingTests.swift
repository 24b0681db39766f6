import Commands
import Database
import Diagnostics
import Documents
import Language
import Syntax
import Tables
import TestSupport
import Testing
import Values

/// Verbs behind a listing mean the same whether the database works them out or memory does.
@Suite struct ListingTests {
    /// Random tables with every encoding, every reason for a missing value and texts that look alike, under random
    /// pipelines.
    @Test(arguments: 1...12)
    func randomPipelinesAgree(_ seed: UInt64) throws {
        try Self.randomPipelinesAgree(seed, over: .sqlite)
    }

    static func randomPipelinesAgree(_ seed: UInt64, over engine: Engine) throws {
        var chance = Dice(seed)
        let session = try Things.session(rows: chance.below(60), &chance, over: engine)
        let agreement = try Agreement(session, "list things", seed: seed &* 31)
        for _ in 0..<150 { try agreement.compare() }
        #expect(agreement.pushed > 60, "the database was given too little")
        #expect(agreement.answered > 80, "too few pipelines could run")
    }

    /// Every command that lists rows, in the state after the examples of its pack, now and as of an earlier entry.
    @Test(arguments: ExampleTests.commands.filter(\.command.isListing).map(\.command))
    func commandsAgree(_ command: Command) throws {
        let packs = linkedPacks()
        let session = try Session.withFormats()
        let runner = ExampleRunner(session)
        let own = packs.first { $0.commands.contains { $0.name == command.name } }
        for line in (packs.first { $0.name == "programme" }?.fixture ?? []) + (own?.fixture ?? []) {
            _ = runner.run(line)
        }
        for example in own?.commands.flatMap(\.examples) ?? [] { _ = runner.run(example.line) }
        try Self.agrees(session, command.name, seed: 5, times: 60)
        session.horizon = try session.journal.lastNumber() / 2
        try Self.agrees(session, command.name, seed: 6, times: 20)
    }

    static func agrees(_ session: Session, _ command: String, seed: UInt64, times: Int) throws {
        let agreement = try Agreement(session, command, seed: seed)
        for _ in 0..<times { try agreement.compare() }
    }

    /// What is missing is unlike everything, also under `not`: the pipelines in which SQL by itself would say else.
    @Test(arguments: [
        ("where n != 1", 2), ("where not (n = 1)", 3), ("where not (n != 1)", 2), ("where not (n in [1])", 3),
        ("where n not in [1]", 2), ("where not (n not in [1])", 2), ("where not (n between 0 and 5)", 3),
        ("where not (n < 5 and done)", 3), ("where n = $nothing", 0), ("where not (n = $nothing)", 4),
        ("where not done", 3), ("where n < 2.5", 2), ("where n != 2.5", 3), ("where d > 3", 2), ("where d <= -4", 1),
        ("where on != 2025", 1), ("where not (on = 2025)", 2),
    ])
    func missingIsSens(_ verbs: String, _ count: Int) throws {
        let session = try Things.session()
        for (n, d, on, done) in [
            (1, "3.5", "2025-03-01", true), (7, "-4.25", "2024-03-01", false), (nil, nil, nil, nil),
            (-3, "4", "2025-01-01", nil),
        ] as [(Int?, String?, String?, Bool?)] {
            try session.database.execute(
                "INSERT INTO thing (code, n, d, day, done) VALUES ('x', \(n), \(d), \(on), \(done))")
        }
        let agreement = try Agreement(session, "list things", seed: 1)
        #expect(try agreement.answer("list things | \(verbs) | count") == "\(count)")
        #expect(try agreement.answer("$all | \(verbs) | count") == "\(count)")
        #expect(agreement.places("list things | \(verbs) | count") == [.database, .database])
    }

    @Test(arguments: [
        ("where n > 1 | keep code, n | first 5", "DDD"), ("sort by n desc, on | last 2 | count", "DDD"),
        ("where topic < \"b\"", "M"), ("where matches", "M"), ("sort by topic | first 2", "MM"), ("sort by month", "M"),
        ("where n > 1 and topic matches \"a*\" | first 2", "BM"), ("where n * n > 1 and n > 2 | count", "MM"),
        ("where topic matches \"a*\" and n > 2", "B"), ("first 3 | where n > 1", "DM"), ("first 3 | last 2", "DM"),
        ("group by code with n = count()", "M"), ("where d > 2.5", "M"), ("where d > 2 | count", "DD"),
        ("rename n to k | where k = 1 | drop k", "DDD"), ("where twice = 2", "M"), ("where r is empty", "M"),
        ("where r is missing", "D"), ("where on < 2025-Q3 | sort by on", "DD"),
    ])
    func planIsKnown(_ verbs: String, _ letters: String) throws {
        let agreement = try Agreement(try Things.session(), "list things", seed: 1)
        let places = agreement.places("list things | \(verbs)")
        #expect(places?.map { $0 == .database ? "D" : $0 == .both ? "B" : "M" }.joined() ?? "M" == letters)
    }

    @Test func onlyNeededColumnsAreRead() throws {
        let agreement = try Agreement(try Things.session(), "list things", seed: 1)
        let plan = try #require(agreement.plan("list things | where n > 1 | group by code with d = sum(d)"))
        #expect(
            plan.statement == "SELECT t.code, t.d FROM thing t WHERE (1 = 1) AND t.n > ? ORDER BY t.id")
    }

    /// A condition as deep and as long as is taken does not overwhelm the database; what is longer stays in memory.
    @Test func largeConditionsRun() throws {
        let session = try Things.session()
        try session.database.execute("INSERT INTO thing (code, n) VALUES ('x', 7)")
        let agreement = try Agreement(session, "list things", seed: 1)
        var deep = "n = 7"
        for round in 0..<40 {
            #expect(try agreement.answer("list things | where \(deep) | count") == "1", "\(round)")
            deep = round % 2 == 0 ? "(n = 8 or (\(deep)))" : "not (n = 8 or not (\(deep)))"
        }
        for count in [100, 190, 250, 450] {
            let chain = (0..<count).map { "n = \($0 + 7)" }.joined(separator: " or ")
            #expect(try agreement.answer("list things | where \(chain) | count") == "1")
            let list = (0..<count).map { "\($0 + 7)" }.joined(separator: ", ")
            #expect(try agreement.answer("list things | where not (n not in [\(list)]) | count") == "1")
        }
    }
}

/// Runs pipelines behind a command and behind a variable that holds its rows, and compares what they give.
final class Agreement: InterpreterListener {
    /// How many pipelines gave the database something to do, and how many gave an answer.
    private(set) var pushed = 0
    private(set) var answered = 0
    private let command: String
    private lazy var interpreter = Interpreter(session, listener: self)
    private let session: Session
    private var maker: PipelineMaker
    private var answers: [String] = []

    init(_ session: Session, _ command: String, seed: UInt64) throws {
        self.session = session
        self.command = command
        let words = try #require(session.registry.command(command))
        let table = try #require(try session.perform(words, words.parameters.map { _ in nil }).table)
        maker = PipelineMaker(table, seed: seed)
        maker.variables = [
            "number": ["$one", "$half", "$nothing"], "text": ["$word"], "date": ["$day", "$month"], "money": ["$sum"],
            "period": ["$month", "$nothing"],
        ]
        let ending = interpreter.run(
            Source(
                name: "test",
                text: """
                    let all = \(command)
                    let one = 1
                    let half = 0.5
                    let word = "an"
                    let day = 2025-03-31
                    let month = 2025-03
                    let sum = 1_000 đ
                    let empty = list units | where unit = "NOBODY" | add n = 1
                    let nothing = max($empty, n)
                    """))
        #expect(ending.status == 0, "\(ending)")
    }

    func answer(_ document: Document) {
        answers.append(document.table.map(Agreement.written) ?? "\(document.blocks)")
        if case .message(let text, _)? = document.blocks.first { answers = [text.runs.map(\.text.english).joined()] }
    }

    func log(_ level: LogLevel, _ text: String) {}
    func warn(_ finding: Diagnostic) {}

    func compare() throws {
        let verbs = maker.pipeline()
        let direct = outcome(command + verbs)
        let kept = outcome("$all" + verbs)
        #expect(
            direct.utf8.elementsEqual(kept.utf8), "\(command)\(verbs)\npushed: \(direct)\nnot pushed: \(kept)")
        if !direct.hasPrefix("refused") { answered += 1 }
        if places(command + verbs)?.first.map({ $0 != .memory }) ?? false { pushed += 1 }
    }

    func answer(_ line: String) throws -> String { outcome(line) }

    func plan(_ line: String) -> PipelinePlan? {
        interpreter.plan(of: Source(name: "test", text: line))
    }

    func places(_ line: String) -> [ListingPlan.Place]? { plan(line)?.verbs.map(\.place) }

    private func outcome(_ line: String) -> String {
        answers = []
        switch interpreter.run(Source(name: "test", text: line)) {
        case .failed(let findings), .notUnderstood(let findings):
            return "refused " + findings.map { "\($0.code) \($0.message.english)" }.sorted().joined(separator: "\n")
        default: return answers.joined(separator: "\n")
        }
    }

    /// The table byte for byte: equal texts of other bytes are not the same here.
    private static func written(_ table: Table) -> String {
        let heads = table.schema.columns.map { "\($0.name): \($0.type.name) \($0.heading.english)" }
        let rows = (0..<table.rowCount).map { row in
            table.schema.columns.indices.map { "\(table[row, $0])" }.joined(separator: " | ")
        }
        return (heads + rows).joined(separator: "\n")
    }
}
