import Commands
import Database
import Journal
import Language
import TestSupport
import Testing
import Values

@testable import DatabasePostgres

/// Offices spread over two servers by their code: whoever works through the server in front notices nothing.
///
/// What an administrator runs is in Sources/DatabasePostgres/README.md; here it is done.
@Suite(
    .enabled(if: Engine.address != nil && Engine.second != nil, "SEN_POSTGRES_SECOND holds no second server"))
struct DistributionTests {
    private static let offices = (1...6).map { "SGD-\($0)" }
    private let name = "d\(UInt64.random(in: 0 ... .max))"

    /// A server of the two, as its administrator sees one of its databases.
    private func administrator(_ server: String, in database: String = "postgres") throws -> ServerConnection {
        let address = server.replacing("//sen@", with: "//postgres@").replacing(/\/sen$/, with: "/\(database)")
        return try ServerConnection(ServerAddress(address))
    }

    private func user(_ server: String, of database: String) -> String {
        server.replacing(/\/sen$/, with: "/\(database)")
    }

    /// The server that keeps rows: the tables with all their rules, and a user who may see every office.
    private func makePart(_ server: String) throws {
        try administrator(server).run("CREATE DATABASE \(name) OWNER sen")
        try Session.empty(database: PostgresConnection(user(server, of: name))).database.close()
        try administrator(server, in: name).run(
            """
            CREATE ROLE gate_\(name) LOGIN BYPASSRLS;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gate_\(name)
            """)
    }

    /// The server in front: it knows the others, and its tables are in parts.
    private func makeFront(_ servers: [(name: String, address: String)]) throws -> String {
        let front = name + "_front"
        try administrator(servers[0].address).run("CREATE DATABASE \(front) OWNER sen")
        let door = try administrator(servers[0].address, in: front)
        try door.run("CREATE EXTENSION postgres_fdw")
        for server in servers {
            let port = try #require(server.address.firstMatch(of: /:([0-9]+)\//)?.1)
            try door.run(
                """
                CREATE SERVER \(server.name) FOREIGN DATA WRAPPER postgres_fdw
                OPTIONS (host '127.0.0.1', port '\(port)', dbname '\(name)', fetch_size '10000',
                    options '-c lock_timeout=5000');
                GRANT USAGE ON FOREIGN SERVER \(server.name) TO sen;
                CREATE USER MAPPING FOR PUBLIC SERVER \(server.name)
                OPTIONS (user 'gate_\(name)', password_required 'false');
                ALTER DATABASE \(front) SET sen.servers = '\(servers.map(\.name).joined(separator: " "))'
                """)
        }
        return user(servers[0].address, of: front)
    }

    @Test func officesLandOnDifferentServers() throws {
        let servers = [(name: "north", address: Engine.address ?? ""), (name: "south", address: Engine.second ?? "")]
        for server in servers { try makePart(server.address) }
        let front = try makeFront(servers)
        let file = try Session.withFormats()
        let inFile = ExampleRunner(file)
        let lines = Self.lines
        let answers = lines.map { inFile.run($0).answer }
        for office in Self.offices {
            let session = try Session.withFormats(database: PostgresConnection(front + "?office=\(office)"))
            let runner = ExampleRunner(session)
            for (line, answer) in zip(lines, answers) {
                #expect(runner.run(line).answer == answer, "\(line)\n\(runner.explanation)")
            }
            // A rule of the server that keeps the row holds here too.
            let twin: SQL = "INSERT INTO unit (code, recorded) VALUES ('A', 1)"
            #expect(throws: (any Error).self) { try session.database.execute(twin) }
            let orphan: SQL = "INSERT INTO headcount (roll, unit, post, on_day, total, women, recorded) "
            #expect(throws: (any Error).self) {
                try session.database.execute(orphan + "VALUES ('staff', 99, 'x', '2025-01-01', 1, 1, 1)")
            }
            #expect(
                try session.database.form(of: #require(Identifier("training"))).columns[2].reference?.name == "unit")
            #expect(
                try session.database.form(of: #require(Identifier("unit"))).laws.map { $0.map(\.name) } == [["code"]])
            guard case .intact = try session.journal.verify() else {
                Issue.record("the journal does not hold")
                return
            }
            let replay = try Replay(of: session, into: session.surroundings.emptyDatabase(nil))
            _ = try replay.run()
            #expect(try replay.differences().isEmpty)
        }
        try OfficeTests.waitsForItsTurn(front + "?office=\(Self.offices[0])-B")
        let kept = try servers.map { server in
            let answer = try administrator(server.address, in: name).run(
                "SELECT office, count(*) FROM training GROUP BY office ORDER BY office")
            return (0..<answer.count).compactMap { answer.text($0, 0) }
        }
        #expect(kept.allSatisfy { !$0.isEmpty }, "all offices are on one server: \(kept)")
        #expect(kept.joined().sorted() == Self.offices)
    }

    private static let lines = [
        "register unit S \"Sở\" kind: so", "register unit A \"Trường A\" kind: thpt under: S",
        "register unit A \"Trường A\" kind: thpt under: S", "register unit B \"Trường B\" kind: thpt under: S",
        "log training A \"Lồng ghép giới\" on: 2025-11-14 hours: 4.5 women: 38 men: 12",
        "log training B \"Phòng ngừa\" on: 2025-10-14 hours: 2 women: 8 men: 2",
        "define element e \"Số người\" type: people over-time: last over-units: sum",
        "record figure e unit: A period: 2025 total: 40 women: 20", "record figure e unit: B period: 2025 total: 3",
        "list units", "list trainings | where hours > 2 | sort by on", "list trainings | count", "compute indicators",
        "atomic \"Hai lớp\"\n  log training A \"Một\" on: 2025-03-01 hours: 1 women: 1 men: 1\n"
            + "  log training X \"Hai\" on: 2025-03-01 hours: 1 women: 1 men: 1\nend",
        "list trainings",
    ]
}
