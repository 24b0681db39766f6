import Database
import DatabaseSQLite
import Diagnostics
import Testing

@Suite struct DeferredConnectionTests {
    @Test func itOpensWhenItIsNeeded() throws {
        var steps: [String] = []
        let connection = DeferredConnection("here", isReadOnly: false) {
            steps.append("open")
            return try SQLiteConnection.inMemory()
        }
        try connection.whenOpened { database in
            steps.append("prepared")
            try database.execute("CREATE TABLE t (a INTEGER)")
        }
        connection.interrupt()
        #expect(connection.name == "here" && connection.depth == 0 && connection.lastInsertedID == 0)
        #expect(steps.isEmpty)
        try connection.transaction {
            try connection.execute("INSERT INTO t (a) VALUES (1)")
            try connection.insert(into: "t (a)", width: 1, count: 2) { $1[0] = .integer(Int64($0)) }
        }
        #expect(try connection.first("SELECT count(*) FROM t")?.integer(0) == 3)
        #expect(steps == ["open", "prepared"])
        try connection.whenOpened { _ in steps.append("at once") }
        #expect(steps == ["open", "prepared", "at once"])
        try connection.close()
    }

    @Test func nobodyOpensItToCloseIt() throws {
        let connection = DeferredConnection("here", isReadOnly: false) {
            Issue.record("opened")
            return try SQLiteConnection.inMemory()
        }
        try connection.rollback()
        try connection.close()
    }

    @Test func whatKeepsItFromOpeningIsTold() throws {
        let connection = DeferredConnection("here", isReadOnly: true) { throw Diagnostic.databaseMissing("here") }
        for _ in 0..<2 { refuses(.databaseMissing) { try connection.first("SELECT 1") } }
        #expect(connection.depth == 0)
    }
}
