import Commands
import Database
import Diagnostics
import Documents
import Foundation
import Language
import TestSupport
import Testing
import Values

/// What was read once is read again `as-of` that day, whatever was changed since; what was undone stands as before.
@Suite struct TwoTimesTests {
    /// A session on a day, whose clock the test moves.
    private func session(_ files: MemoryFiles = MemoryFiles()) throws -> (Session, ExampleRunner) {
        let session = try Session.withFormats(files)
        let runner = ExampleRunner(session)
        for line in RandomChanges.ground {
            let refusals = runner.run(line).refusals
            #expect(refusals.isEmpty, "\(line)\n\(runner.explanation)")
        }
        return (session, runner)
    }

    private func move(_ session: Session, _ day: String) throws {
        let moment = try #require(Instant("\(day)T09:00:00+07:00"))
        session.surroundings.now = { moment }
    }

    @Test func aThousandLaterChangesLeaveYesterdayAsItWas() throws {
        let files = MemoryFiles()
        let (session, runner) = try session(files)
        func read(_ prefix: String) -> [String] { RandomChanges.readings.map { runner.run(prefix + $0).answer } }
        func digest(_ prefix: String, _ format: String) throws -> [UInt8] {
            let line = "\(prefix)render report monthly-digest period: 2025-11 under: S to: \"out/digest.\(format)\""
            #expect(runner.run(line).refusals.isEmpty, "\(runner.explanation)")
            return try #require(files.contents["out/digest.\(format)"])
        }
        let before = read("")
        let papers = try ["md", "html", "docx"].map { try digest("", $0) }
        var changes = RandomChanges(5)
        var accepted: [String: Int] = [:]
        for round in 0..<1000 {
            try move(session, "2025-12-\(10 + round / 60)")
            let line = changes.sentence(last: try session.journal.lastNumber())
            guard runner.run(line).refusals.isEmpty else { continue }
            accepted[line.split(separator: " ").prefix(2).joined(separator: " "), default: 0] += 1
        }
        #expect(accepted.values.reduce(0, +) > 300)
        // Of every kind at least one was taken.
        for change in RandomChanges.kinds { #expect(accepted[change, default: 0] > 0, "\(change)") }
        for (line, (then, now)) in zip(RandomChanges.readings, zip(before, read("as-of 2025-12-01 "))) {
            #expect(then == now, "\(line)")
        }
        for (format, paper) in zip(["md", "html", "docx"], papers) {
            let again = try digest("as-of 2025-12-01 ", format)
            let isSame = again == paper
            #expect(isSame, "\(format): \(Self.difference(paper, again))")
        }
        #expect(read("") != before)
        try ExampleTests.replays(session)
    }

    /// The lines that only one of two papers has.
    private static func difference(_ one: [UInt8], _ other: [UInt8]) -> [Substring] {
        let lines = [one, other].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
        return lines[0].difference(from: lines[1]).map { change in
            switch change {
            case .insert(_, let line, _), .remove(_, let line, _): line
            }
        }
    }

    /// Undoing one entry after the other, from the last, is never refused and ends where the changes began.
    @Test(arguments: 1...4)
    func undoingEverythingGivesTheRowsAsTheyWere(_ seed: UInt64) throws {
        let (session, runner) = try session()
        let before = try rows(session)
        var changes = RandomChanges(seed &* 7907)
        for _ in 0..<250 { _ = runner.run(changes.sentence(last: try session.journal.lastNumber())) }
        let after = try rows(session)
        var undone = 0
        while let last = try lastInForce(session), last > RandomChanges.ground.count {
            let refusals = runner.run("undo").refusals
            #expect(refusals.isEmpty, "\(runner.explanation)")
            undone += 1
            guard refusals.isEmpty, undone < 400 else { return }
        }
        #expect(undone > 20)
        #expect(try rows(session) == before)
        // And forward again, in the order in which they were undone last.
        for _ in 0..<undone { #expect(runner.run("redo").refusals.isEmpty, "\(runner.explanation)") }
        #expect(try rows(session) == after)
        try ExampleTests.replays(session)
    }

    private func lastInForce(_ session: Session) throws -> Int64? {
        try session.database.first(
            """
            SELECT max(seq) FROM entry WHERE seq NOT IN (SELECT recorded FROM taken_back)
              AND seq NOT IN (SELECT meant FROM taken_back GROUP BY meant HAVING count(*) % 2 = 1)
            """)?.value(0)
    }

    /// The rows that readers see, without ids: what refers to a record with a code names that.
    private func rows(_ session: Session) throws -> [String] {
        let forms = try session.recordTables()
        let coded = Set(forms.filter(\.hasCodes).map(\.name))
        return try forms.flatMap { form in
            let columns = form.kept.map { column -> SQL in
                guard let table = column.reference, coded.contains(table) else { return "t.\(column.name)" }
                return "(SELECT r.code FROM \(table) r WHERE r.id = t.\(column.name))"
            }
            let query: SQL = "SELECT \(columns.joined(", ")) FROM \(form.name) t WHERE t.retired IS NULL"
            return try session.database.rows(query).map { "\(form.name) \($0.values)" }
        }.sorted()
    }

    /// Commands that tell of the database as it is, whatever day readers look back to.
    private static let ofNow: Set<String> = [
        "back up", "check database", "export everything", "replay journal", "verify journal",
    ]

    static let reading = linkedPacks().flatMap(\.commands).filter {
        [.reads, .exports].contains($0.effect) && !ofNow.contains($0.name)
    }

    /// Every example of every reading command answers as-of a day what it answered on that day.
    @Test(arguments: reading)
    func readingCommandsLookBack(_ command: Command) throws {
        let files = MemoryFiles()
        let packs = linkedPacks()
        let session = try Session.withFormats(files)
        let runner = ExampleRunner(session)
        let own = packs.first { $0.commands.contains { $0.name == command.name } }
        var fixture = packs.first { $0.name == "programme" }?.fixture ?? []
        if let own, own.name != "programme" { fixture += own.fixture }
        for line in fixture + command.examples.map(\.line) { _ = runner.run(line) }
        let lines = command.examples.map(\.line).filter { line in
            let words = line.split(separator: " ").map(String.init)
            return session.registry.command(matching: words)?.command.name == command.name
        }
        func read(_ prefix: String) -> [String] {
            lines.map { line in
                let (answer, refusals) = runner.run(prefix + line)
                return answer + refusals.joined()
            }
        }
        let before = read("")
        let written = files.contents.filter { $0.key.hasPrefix("out/") }
        try move(session, "2026-02-03")
        for unit in ["NGO-QUYEN", "LE-CHAN", "TP-01"] { Self.change(unit, runner) }
        #expect(read("as-of 2025-12-01 ") == before)
        #expect(files.contents.filter { $0.key.hasPrefix("out/") } == written)
    }

    /// Changes around a unit, as far as there is one and its records.
    private static func change(_ unit: String, _ runner: ExampleRunner) {
        for line in [
            "log training \(unit) \"Muộn\" on: 2025-03-20 hours: 4 women: 3 men: 1",
            "amend training TR-0001 women: 99 reason: \"Đếm lại\"",
            "log session \(unit) \"Muộn\" on: 2025-06-20 women: 8 men: 6", "retract session TT-1 reason: \"Nhầm\"",
            "retract product SP-1 reason: \"Nhầm\"", "amend campaign BDG-2025 name: \"Khác\" reason: \"Đổi\"",
            "retract estimate DT-1 reason: \"Nhầm\"", "amend allocation PB-1 amount: 7_000 đ reason: \"Nhầm\"",
            "retract spending CHI-1 reason: \"Nhầm\"",
            "record staff \(unit) post: staff on: 2025-10-15 total: 9 women: 6",
            "retract board \(unit) decision: \"45/QĐ-TP\" reason: \"Nhầm\"",
            "amend element masters vi: \"Khác\" reason: \"Đổi\"", "amend task NV-1 title: \"Khác\" reason: \"Đổi\"",
            "submit return BC-2025 unit: \(unit) on: 2025-11-30", "amend round BC-2025 name: \"Khác\" reason: \"Đổi\"",
            "retract figure masters unit: \(unit) period: 2024 reason: \"Nhầm\"",
            "register unit MOI \"Trường mới\" kind: thpt under: SGD-HP opened: 2001-09-05",
            "amend indicator T-01 name: \"Khác\" reason: \"Đổi\"", "retract unit \(unit) reason: \"Nhầm\"",
            "undo entry: 2",
        ] { _ = runner.run(line) }
    }

    /// A unit that goes to another one, or elsewhere, changes what a report above it says: the structure did it.
    @Test(arguments: [
        "move unit U1 under: X on: 2025-01-01", "merge units [U4] into: U0 on: 2025-11-01",
        "change unit U1 kind: th on: 2025-01-01",
    ])
    func aComparisonNamesTheStructure(_ change: String) throws {
        let (session, runner) = try session()
        #expect(runner.run("register unit U4 \"THPT D\" kind: thpt under: S opened: 2000-01-01").refusals.isEmpty)
        let count = RandomChanges.ground.count + 1
        try move(session, "2025-12-05")
        let under = change.hasPrefix("move") ? "X" : "S"
        #expect(runner.run(change).refusals.isEmpty, "\(runner.explanation)")
        let table = runner.run(
            "compare report monthly-digest period: 2025-11 under: \(under) from: 2025-12-01 | keep why, entries")
        #expect(table.refusals.isEmpty, "\(runner.explanation)")
        #expect(table.answer.contains("structure") && table.answer.contains("\(count + 1)"), "\(table.answer)")
        #expect(!table.answer.contains("late data") && !table.answer.contains("correction"), "\(table.answer)")
    }

    @Test func aUnitThatNobodyHadRecordedIsNotOnRecord() throws {
        let (_, runner) = try session()
        let asked = "compare report monthly-digest period: 2025-11 under: U0 from: 2025-11-20"
        #expect(runner.run(asked).refusals == ["unit-not-recorded-yet"])
    }

    /// A change of a report is told with the entry that brought it.
    @Test func aComparisonNamesTheEntries() throws {
        let (session, runner) = try session()
        let count = RandomChanges.ground.count
        try move(session, "2025-12-05")
        for line in [
            "log training U1 \"Bạo lực\" on: 2025-11-05 hours: 4 women: 7 men: 2",
            "amend training TR-0001 women: 25 reason: \"Đếm lại\"",
            "amend target I0 year: 2025 value: 60 reason: \"Đọc nhầm\"",
        ] { #expect(runner.run(line).refusals.isEmpty, "\(runner.explanation)") }
        let table = runner.run("compare report monthly-digest period: 2025-11 under: S from: 2025-12-01")
        #expect(table.refusals.isEmpty, "\(runner.explanation)")
        #expect(table.answer.contains("late data, correction"))
        #expect(table.answer.contains("\(count + 1), \(count + 2)"))
        #expect(table.answer.contains("definition"))
        #expect(table.answer.contains("\(count + 3)"))
    }
}
