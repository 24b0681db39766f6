import Commands
import Database
import DatabasePostgres
import Foundation
import Journal
import Language
import TestSupport
import Testing
import Values

/// What holds in a SQLite file holds in an office of a PostgreSQL database: the same answers, rows and journal.
@Suite(.enabled(if: Engine.address != nil, "SEN_POSTGRES holds no address: only SQLite was tested"))
struct OfficeTests {
    /// One database for all tests, with its tables made.
    private static let database = Result {
        let address = try Engine.emptySchema()
        try Session.empty(database: PostgresConnection(address)).database.close()
        return address
    }

    /// An office of that database in which nothing is yet.
    static func office() throws -> any Connection {
        try PostgresConnection(database.get() + "&office=O\(UInt64.random(in: 0 ... .max))")
    }

    /// Commands that copy the file of a database, which a server has not; `Tests/KeepingTests/EngineTests.swift` shows
    /// what they say there.
    private static let ofFiles: Set<String> = [
        "back up", "check database", "export everything", "import everything", "restore",
    ]

    @Test(arguments: ExampleTests.commands.map(\.command).filter { !ofFiles.contains($0.name) })
    func examplesAreTrue(_ command: Command) throws {
        try ExampleTests.examplesAreTrue(command, in: .withFormats(database: Self.office()))
    }

    @Test(arguments: 1...3)
    func randomSentencesReplay(_ seed: UInt64) throws {
        try ReplayPropertyTests.randomSentencesReplay(seed, in: .withFormats(database: Self.office()))
    }

    @Test(arguments: 1...2)
    func refusedSentencesChangeNothing(_ seed: UInt64) throws {
        try ReplayPropertyTests.refusedSentencesChangeNothing(seed, in: .withFormats(database: Self.office()))
    }

    @Test(arguments: 1...3)
    func randomPipelinesAgree(_ seed: UInt64) throws {
        try ListingTests.randomPipelinesAgree(seed, over: .postgres)
    }

    /// Two offices of one database know nothing of each other, and both count from one.
    @Test func officesAreApart() throws {
        let sessions = try (0..<2).map { _ in try Session.withFormats(database: Self.office()) }
        for session in sessions {
            let runner = ExampleRunner(session)
            #expect(runner.run("register unit S \"Sở\" kind: so").refusals.isEmpty)
            #expect(try session.journal.lastNumber() == 1)
            #expect(try session.database.rows("SELECT id, code FROM unit").count == 1)
        }
        let runner = ExampleRunner(sessions[0])
        #expect(runner.run("register unit A \"Trường\" kind: thpt under: S").refusals.isEmpty)
        #expect(try sessions[1].database.rows("SELECT id FROM unit").count == 1)
        #expect(try sessions[1].database.execute("DELETE FROM unit_version") == 1)
        #expect(try sessions[0].database.rows("SELECT id FROM unit_version").count == 2)
    }

    /// Entries that were taken from the end are missed, as in a file.
    @Test func removedEntriesAreMissed() throws {
        let session = try Session.withFormats(database: Self.office())
        let runner = ExampleRunner(session)
        for line in ["register unit S \"Sở\" kind: so", "register unit A \"Trường\" kind: thpt under: S"] {
            #expect(runner.run(line).refusals.isEmpty)
        }
        try session.database.execute("DELETE FROM entry WHERE seq = 2")
        guard case .broken(let entry) = try session.journal.verify() else {
            Issue.record("nothing is missed")
            return
        }
        #expect(entry.number == 2 && entry.reason == .removed)
    }

    /// Two programs write into one office by turns: their entries follow each other.
    @Test func twoWritersTakeTurns() throws {
        let address = try Self.database.get() + "&office=O\(UInt64.random(in: 0 ... .max))"
        let sessions = try (0..<2).map { _ in try Session.withFormats(database: PostgresConnection(address)) }
        for number in 0..<20 {
            let runner = ExampleRunner(sessions[number % 2])
            #expect(runner.run("register unit U\(number) \"Trường\" kind: thpt").refusals.isEmpty)
        }
        #expect(try sessions[0].journal.lastNumber() == 20)
        guard case .intact(entries: 20, last: _) = try sessions[1].journal.verify() else {
            Issue.record("the journal does not hold")
            return
        }
        try ExampleTests.replays(sessions[0])
    }

    @Test func aWriterWaitsForItsTurn() throws {
        try Self.waitsForItsTurn(Self.database.get() + "&office=O\(UInt64.random(in: 0 ... .max))")
    }

    /// Who finds another one writing goes on when that one has finished, behind its entries.
    static func waitsForItsTurn(_ address: String) throws {
        let first = try Session.withFormats(database: PostgresConnection(address))
        #expect(ExampleRunner(first).run("register unit FIRST \"Một\" kind: thpt").refusals.isEmpty)
        let before = try first.journal.lastNumber()
        try first.database.begin(.writing)
        let second = Thread {
            let session = try? Session.withFormats(database: PostgresConnection(address))
            if let session { _ = ExampleRunner(session).run("register unit SECOND \"Hai\" kind: thpt") }
        }
        second.start()
        Thread.sleep(forTimeInterval: 0.5)
        #expect(ExampleRunner(first).run("register unit THIRD \"Ba\" kind: thpt").refusals.isEmpty)
        try first.database.commit()
        for _ in 0..<100 where !second.isFinished { Thread.sleep(forTimeInterval: 0.05) }
        #expect(try first.journal.lastNumber() == before + 2)
        guard case .intact = try first.journal.verify() else {
            Issue.record("the journal does not hold")
            return
        }
    }
}
