import Database
import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing
import Values

@testable import DatabasePostgres

/// What only a server can do: refuse, end a connection, stop a statement.
@Suite(.enabled(if: Engine.address != nil, "SEN_POSTGRES holds no address"))
struct ServerTests {
    let server = Engine.address ?? ""

    private func refusal(_ body: () throws -> Void) -> Diagnostic? {
        do {
            try body()
            return nil
        } catch {
            return error as? Diagnostic
        }
    }

    /// The code of why an address cannot be opened; its words must not hold a password.
    private func opening(_ address: String) -> Diagnostic.Code? {
        guard let finding = refusal({ _ = try PostgresConnection(address, patience: 0) }) else { return nil }
        #expect(!String(describing: finding).contains("s3cret"))
        #expect(!finding.notes.isEmpty)
        return finding.code
    }

    private func made() throws -> (address: String, connection: PostgresConnection) {
        let address = try Engine.emptySchema()
        let connection = try PostgresConnection(address, patience: 0)
        try Migrator([Migration(pack: "core", number: 1, ["CREATE TABLE n (i INTEGER PRIMARY KEY)"])])
            .run(on: connection)
        return (address, connection)
    }

    @Test func whatCannotBeOpenedSaysWhatToDo() {
        #expect(opening("postgres://sen:s3cret@127.0.0.1:1/x") == .serverUnreachable)
        #expect(opening("postgres://sen:s3cret@no-such-host.invalid/x") == .serverUnreachable)
        #expect(opening("postgres://[broken") == .serverUnreachable)
        #expect(opening(server.replacing(/sen$/, with: "nothing")) == .databaseMissing)
        #expect(opening(server.replacing("//sen@", with: "//locked:s3cret@")) == .serverPassword)
        #expect(opening(server.replacing("//sen@", with: "//nobody:s3cret@")) == .serverPassword)
        #expect(opening(server.replacing("//sen@", with: "//postgres@")) == .serverSuperuser)
        #expect(opening(server + "?office=a%20b") == .officeUnreadable)
    }

    @Test func readersCannotWriteAndForeignDatabasesAreRefused() throws {
        let (address, connection) = try made()
        let reader = try PostgresConnection(address, readOnly: true)
        #expect(reader.isReadOnly)
        #expect(refusal { try reader.execute("DELETE FROM n") }?.code == .databaseReadOnly)
        #expect(try reader.transaction(.reading) { try reader.rows("SELECT i FROM n") }.isEmpty)
        try connection.execute("DELETE FROM database_stamp")
        #expect(opening(address) == .databaseForeign)
    }

    /// The server ends a writer in the middle: nothing of it is kept, the next one goes on.
    @Test func aWriterThatIsEndedLeavesNothing() throws {
        let (address, connection) = try made()
        try connection.execute("INSERT INTO n (i) VALUES (1)")
        let process = try #require(try connection.first("SELECT pg_backend_pid()")?.integer(0))
        let door = try ServerConnection(ServerAddress(server))
        #expect(
            refusal {
                try connection.transaction {
                    try connection.execute("INSERT INTO n (i) VALUES (2)")
                    try connection.transaction { try connection.execute("INSERT INTO n (i) VALUES (3)") }
                    try door.run("SELECT pg_terminate_backend(\(process), 5000)")
                    try connection.execute("INSERT INTO n (i) VALUES (4)")
                }
            }?.code == .serverUnreachable)
        #expect(connection.depth == 0)
        #expect(refusal { try connection.execute("INSERT INTO n (i) VALUES (5)") }?.code == .serverUnreachable)
        let next = try PostgresConnection(address, patience: 0)
        try next.execute("INSERT INTO n (i) VALUES (6)")
        #expect(try next.rows("SELECT i FROM n ORDER BY i").map { try $0.integer(0) } == [1, 6])
    }

    @Test func aLongStatementIsStoppedInsideATransaction() throws {
        let (_, connection) = try made()
        let stop = connection.interrupt
        let thread = Thread {
            Thread.sleep(forTimeInterval: 0.2)
            stop()
        }
        thread.start()
        try connection.transaction {
            try connection.execute("INSERT INTO n (i) VALUES (1)")
            #expect(
                refusal { try connection.transaction { _ = try connection.rows("SELECT pg_sleep(60)") } }?.code
                    == .interrupted)
        }
        #expect(try connection.rows("SELECT i FROM n").count == 1)
    }

    /// Whoever waits for a lock is stopped by ^C too.
    @Test func waitingForAnotherWriterIsStopped() throws {
        let (address, connection) = try made()
        let second = try PostgresConnection(address, patience: 60)
        let stop = second.interrupt
        let thread = Thread {
            Thread.sleep(forTimeInterval: 0.2)
            stop()
        }
        try connection.transaction {
            try connection.execute("INSERT INTO n (i) VALUES (1)")
            thread.start()
            #expect(refusal { try second.transaction {} }?.code == .interrupted)
        }
        try second.execute("INSERT INTO n (i) VALUES (2)")
    }

    /// Two begin in a schema in which nothing is yet: the second waits, and finds what the first has made.
    @Test func twoMayBeginAtOnce() throws {
        let address = try Engine.emptySchema()
        let first = try PostgresConnection(address)
        let failure = Mutex<String?>(nil)
        let (isOpen, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        try first.begin(.writing)
        Thread.detachNewThread {
            do {
                let second = try PostgresConnection(address, patience: 60)
                isOpen.signal()
                try second.transaction {}
            } catch {
                isOpen.signal()
                failure.withLock { $0 = "\(error)" }
            }
            isOver.signal()
        }
        isOpen.wait()
        Thread.sleep(forTimeInterval: 0.2)
        try first.commit()
        isOver.wait()
        #expect(failure.withLock { $0 } == nil)
    }

    /// A later step of a migration changes the rows of every office.
    @Test func migrationsReachEveryOffice() throws {
        let address = try Engine.emptySchema()
        let first = Migration(pack: "core", number: 1, ["CREATE TABLE n (i INTEGER PRIMARY KEY, a TEXT)"])
        let offices = try ["A", "B"].map { office in
            let connection = try PostgresConnection(address + "&office=\(office)")
            try Migrator([first]).run(on: connection)
            try connection.execute("INSERT INTO n (a) VALUES (\(office))")
            return connection
        }
        let second = Migration(
            pack: "core", number: 2,
            ["ALTER TABLE n ADD COLUMN b TEXT", "UPDATE n SET b = a", "INSERT INTO n (b) SELECT b FROM n"])
        try Migrator([first, second]).run(on: offices[1])
        for (office, name) in zip(offices, ["A", "B"]) {
            let rows = try office.rows("SELECT i, a, b FROM n ORDER BY i").map(\.values)
            #expect(
                rows == [[.integer(1), .text(name), .text(name)], [.integer(2), .null, .text(name)]])
        }
    }
}
