import Commands
import Database
import Diagnostics
import TestSupport
import Testing
import Values

@testable import DatabasePostgres

/// What people with roles may do on a server: each logs in under a name of his own.
@Suite(.enabled(if: Engine.address != nil, "SEN_POSTGRES holds no address"), .serialized)
struct RoleTests {
    private let address: String
    private let number = UInt64.random(in: 0 ... .max)

    /// An office with two schools, a training in each, a sealed case, and people of every role.
    init() throws {
        address = try Engine.emptySchema("SGD-HP")
        let owner = try Session.withFormats(database: PostgresConnection(address))
        let door = try ServerConnection(ServerAddress(address))
        try door.run(Rights.statements)
        let runner = ExampleRunner(owner)
        let fixture = linkedPacks().first { $0.name == "programme" }?.fixture ?? []
        for line in fixture + [
            "register unit A \"Trường A\" kind: thpt under: NGO-QUYEN", "register unit B \"Trường B\" kind: thpt",
            "log training A \"Lồng ghép giới\" on: 2025-03-14 hours: 4 women: 38 men: 12",
            "log training B \"Lồng ghép giới\" on: 2025-03-15 hours: 4 women: 3 men: 2",
        ] { #expect(runner.run(line).refusals.isEmpty, "\(runner.explanation)") }
        for (person, role, unit) in [
            ("viewer", "viewer", nil), ("recorder", "recorder", "NGO-QUYEN"), ("manager", "manager", nil),
            ("officer", "case-officer", nil), ("stranger", nil, nil),
        ] as [(String, String?, String?)] {
            let name = Dialect.quoted(login(person))
            guard let role else {
                try door.run("CREATE ROLE \(login(person)) LOGIN; GRANT sen_manager TO \(login(person))")
                continue
            }
            let unit = unit.map(Dialect.quoted) ?? "NULL"
            try door.run("SELECT set_config('sen.office', 'SGD-HP', false)")
            try door.run("SELECT admit(\(name), 'SGD-HP', \(Dialect.quoted(role)), \(unit))")
        }
    }

    private func login(_ person: String) -> String { "\(person)_\(number)" }

    private func place(_ person: String) -> String { address.replacing("//sen@", with: "//\(login(person))@") }

    private func session(_ person: String) throws -> Session {
        let database = try PostgresConnection(place(person))
        let session = try Session.withFormats(database: database)
        session.surroundings.actor = { database.person ?? "nobody" }
        return session
    }

    /// What a person who goes round Sen is told by the server.
    private func direct(_ person: String, _ statement: String) -> String? {
        do {
            let server = try ServerConnection(ServerAddress(place(person)))
            try server.run("SELECT set_config('sen.office', 'SGD-HP', false)")
            return try server.run(statement).text(0, 0) ?? "done"
        } catch {
            return (error as? Diagnostic)?.code.description
        }
    }

    @Test func aRecorderWorksInHisOwnUnits() throws {
        let session = try session("recorder")
        let runner = ExampleRunner(session)
        #expect(session.database.roles == [.recorder])
        let seen = runner.run("list trainings").answer
        #expect(seen.contains("TR-0001") && !seen.contains("TR-0002"), "\(seen)")
        #expect(runner.run("list units").answer.contains("Trường B"))
        // The code does not collide with one that he cannot see.
        let own = runner.run("log training A \"Phòng ngừa\" on: 2025-04-01 hours: 2 women: 1 men: 1")
        #expect(own.answer.contains("TR-0003"), "\(runner.explanation)")
        for line in [
            "log training B \"Phòng ngừa\" on: 2025-04-01 hours: 2 women: 1 men: 1",
            "register unit C \"Trường C\" kind: thpt", "list case referrals", "show journal",
            "define element e \"Số\" type: people over-time: last over-units: sum",
        ] { #expect(runner.run(line).refusals == ["server-right"], "\(line)") }
        guard case .intact = try Session.withFormats(database: PostgresConnection(address)).journal.verify() else {
            Issue.record("the journal does not hold")
            return
        }
    }

    @Test func aRecorderCannotGoRoundSen() {
        #expect(direct("recorder", "SELECT count(*) FROM training") == "1")
        #expect(direct("recorder", "UPDATE training SET retired = 9; SELECT count(*) FROM training") == "1")
        for statement in [
            "SELECT sentence FROM entry", "SELECT * FROM sealed_case", "SELECT * FROM case_key",
            "DELETE FROM training", "DELETE FROM entry", "UPDATE entry SET actor = 'x'", "SELECT * FROM office_member",
            "UPDATE training SET women = 0", "INSERT INTO unit (code, recorded) VALUES ('X', 1)",
            "UPDATE training SET unit = 4",
            """
            INSERT INTO training (code, unit, topic, day, hours, women, men, recorded)
            SELECT 'X', id, 't', '2025-01-01', '1', 1, 1, 1 FROM unit WHERE code = 'B'
            """,
            """
            INSERT INTO entry (seq, at, actor, origin, sentence, previous, hash)
            VALUES (99, '', 'somebody else', '', '', '', '')
            """,
            "ALTER TABLE training DISABLE ROW LEVEL SECURITY", "SET ROLE sen",
        ] { #expect(direct("recorder", statement) == "server-right", "\(statement)") }
        // To ask for another office gives nothing.
        #expect(
            direct("recorder", "SELECT set_config('sen.office', 'other', false); SELECT count(*) FROM unit") == "0")
        #expect(
            direct("recorder", "SET sen.office = 'other'; INSERT INTO office_turn VALUES ('other', 1)")
                == "server-right")
    }

    @Test func aViewerOnlyReads() throws {
        let session = try session("viewer")
        let runner = ExampleRunner(session)
        #expect(session.database.isReadOnly && session.database.roles == [.viewer])
        #expect(runner.run("list trainings").answer.contains("TR-0002"))
        let line = "log training A \"Phòng ngừa\" on: 2025-04-01 hours: 2 women: 1 men: 1"
        #expect(runner.run(line).refusals == ["effect-not-allowed"])
        for table in ["training", "unit", "entry", "office_turn"] {
            #expect(direct("viewer", "DELETE FROM \(table)") == "server-right")
            #expect(direct("viewer", "UPDATE \(table) SET office = 'x'") == "server-right")
        }
    }

    @Test func aManagerDoesEverythingButCases() throws {
        let runner = ExampleRunner(try session("manager"))
        for line in [
            "register unit C \"Trường C\" kind: thpt", "log training C \"A\" on: 2025-04-01 hours: 2 women: 1 men: 1",
            "define element e \"Số\" type: people over-time: last over-units: sum", "show journal", "verify journal",
        ] { #expect(runner.run(line).refusals.isEmpty, "\(line): \(runner.explanation)") }
        #expect(runner.run("list case referrals").refusals == ["server-right"])
        #expect(direct("manager", "SELECT count(*) FROM sealed_case") == "server-right")
        #expect(direct("manager", "DELETE FROM entry") == "server-right")
    }

    @Test func onlyTheCaseOfficerSeesCases() throws {
        let runner = ExampleRunner(try session("officer"))
        #expect(runner.run("list case referrals").answer.contains("1 sealed case"))
        #expect(runner.run("create case key K2").refusals.isEmpty, "\(runner.explanation)")
        #expect(runner.run("register unit C \"Trường C\" kind: thpt").refusals == ["server-right"])
    }

    /// A role without an office is worth nothing.
    @Test func aStrangerSeesNothing() {
        #expect(direct("stranger", "SELECT count(*) FROM unit") == "0")
        #expect(direct("stranger", "INSERT INTO unit (code, recorded) VALUES ('X', 1)") == "server-right")
    }

    /// Rights follow when a pack brings new tables.
    @Test func newTablesGetTheirRights() throws {
        let steps = try Migrator(
            linkedPacks().flatMap(\.migrations) + [
                Migration(
                    pack: "later", number: 1,
                    [
                        """
                        CREATE TABLE visit (
                            id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id),
                            recorded INTEGER NOT NULL, retired INTEGER)
                        """
                    ])
            ])
        let owner = try PostgresConnection(address)
        for step in steps.migrations where step.pack == "later" {
            try owner.transaction { for statement in step.statements { try owner.migrate(statement) } }
        }
        try owner.execute("INSERT INTO visit (unit, recorded) SELECT id, 1 FROM unit")
        #expect(direct("recorder", "SELECT count(*) FROM visit") == "2")
        #expect(direct("manager", "SELECT count(*) FROM visit") == "4")
    }
}
