import Database
import DatabaseSQLite
import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@Suite struct StatementTests {
    let connection: SQLiteConnection

    init() throws {
        connection = try .inMemory()
        try connection.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT UNIQUE, data BLOB)")
    }

    @Test func everyValueComesBack() throws {
        let values: [SQLValue] = [
            .null, .integer(.min), .integer(.max), .text(""), .text("Đ"), .text("a\0b"), .blob([]), .blob([0, 1, 0]),
        ]
        for value in values {
            #expect(try connection.first("SELECT \(value)")?.values == [value])
        }
    }

    @Test func aTableTellsItsColumnsAndWhatTheyName() throws {
        try connection.execute(
            """
            CREATE TABLE visit (
                id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), recorded INTEGER, retired INTEGER)
            """)
        let visit = try #require(Identifier("visit"))
        let form = try connection.form(of: visit)
        #expect(form.columns.map(\.name.name) == ["id", "unit", "recorded", "retired"])
        #expect(form.columns.map(\.reference?.name) == [nil, "unit", nil, nil])
        #expect(form.holdsRecords)
        #expect(try !connection.form(of: #require(Identifier("unit"))).holdsRecords)
        #expect(try connection.form(of: #require(Identifier("nothing"))).columns.isEmpty)
    }

    /// Whatever is typed stays a value: it comes back byte for byte, and the tables stay as they are.
    @Test func hostileTextStaysText() throws {
        var dice = Dice(11)
        let pieces = [
            "'", "\"", ";", "--", "/*", "*/", "?", "?1", ":a", "@a", "$a", "\\", "\0", "\n", "\r", "`", "[", "]", "%",
            "DROP TABLE unit", "' OR 1=1", "\u{301}", "đ", "👩🏽‍🏫", "\u{feff}", "\u{202e}", "x'00'", "NULL", "1", ")",
        ]
        var codes: Set<[UInt8]> = []
        for _ in 0..<2000 {
            let code = (0...Int.random(in: 0...8, using: &dice)).compactMap { _ in pieces.randomElement(using: &dice) }
                .joined()
            guard codes.insert(Array(code.utf8)).inserted else { continue }
            try connection.execute("INSERT INTO unit (code) VALUES (\(code))")
            let row = try #require(try connection.first("SELECT code FROM unit WHERE code = \(code)"))
            #expect(Array(try row.text(0).utf8) == Array(code.utf8))
            #expect(try connection.first("SELECT 1 WHERE \(code) IN (\(list: [code, "other"]))") != nil)
        }
        #expect(try connection.first("SELECT count(*) FROM unit")?.integer(0) == codes.count)
        #expect(try connection.tables() == ["unit"])
    }

    @Test func aRefusalNeverShowsAValue() throws {
        try connection.execute("INSERT INTO unit (code) VALUES (\("secret-1"))")
        refuses(.databaseRule, keeping: "secret-1") {
            try connection.execute("INSERT INTO unit (code) VALUES (\("secret-1"))")
        }
        refuses(.databaseStatement, keeping: "secret-1") { try connection.execute("INSRT \("secret-1")") }
        refuses(.databaseStatement) { try connection.execute("SELECT ?") }
        refuses(.databaseStatement) { try connection.execute("DELETE FROM unit; DELETE FROM unit") }
        #expect(try connection.rows("SELECT * FROM unit").count == 1)
    }

    @Test func aStatementWorksAgainAfterItFailed() throws {
        for code in ["a", "a", "b", "b", "c"] {
            _ = try? connection.execute("INSERT INTO unit (code) VALUES (\(code))")
        }
        #expect(try connection.rows("SELECT code FROM unit ORDER BY code").map { try $0.text(0) } == ["a", "b", "c"])
    }

    @Test func theSameQueryCanRunInsideItself() throws {
        for code in ["a", "b", "c"] { try connection.execute("INSERT INTO unit (code) VALUES (\(code))") }
        func codes(_ body: (String) throws -> Void) throws {
            try connection.forEach("SELECT code FROM unit ORDER BY code") { try body(try $0.text(0)) }
        }
        var pairs: [String] = []
        try codes { outer in try codes { inner in pairs.append(outer + inner) } }
        #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test func aReadingCanBeLeftEarly() throws {
        struct Enough: Error {}
        for code in ["a", "b"] { try connection.execute("INSERT INTO unit (code) VALUES (\(code))") }
        for _ in 0..<2 {
            var seen: [String] = []
            #expect(throws: Enough.self) {
                try connection.forEach("SELECT code FROM unit ORDER BY code") {
                    seen.append(try $0.text(0))
                    throw Enough()
                }
            }
            #expect(seen == ["a"])
        }
        try connection.execute("DROP TABLE unit")
    }

    @Test func changesAndNumbersAreCounted() throws {
        #expect(try connection.execute("INSERT INTO unit (id, code) VALUES (41, 'a')") == 1)
        #expect(try connection.execute("INSERT INTO unit (code) VALUES ('b')") == 1)
        #expect(connection.lastInsertedID == 42)
        #expect(try connection.execute("UPDATE unit SET data = NULL") == 2)
        #expect(try connection.execute("SELECT * FROM unit") == 0)
        #expect(try connection.execute("DELETE FROM unit WHERE code = \("none")") == 0)
        #expect(try connection.first("INSERT INTO unit (code) VALUES ('c') RETURNING id")?.integer("id") == 43)
    }

    @Test func inexactNumbersAreRefused() {
        refuses(.columnUnreadable) { _ = try connection.first("SELECT 0.1 AS share") }
    }

    @Test func aDamagedTextComesAsBytes() throws {
        let damaged: [UInt8] = [0x61, 0xEF, 0xBF]
        #expect(try connection.first("SELECT CAST(\(damaged) AS TEXT)")?.values == [.blob(damaged)])
    }

    @Test func contentIsInTheOrderOfItsColumns() throws {
        try connection.execute("INSERT INTO unit (id, code) VALUES (2, 'a'), (1, 'b')")
        let table = try #require(Identifier("unit"))
        #expect(try connection.content(of: table).map { try $0.integer("id") } == [1, 2])
        try connection.execute("DELETE FROM unit")
        #expect(try connection.content(of: table).isEmpty)
    }

    @Test func manyDifferentStatementsAreNotKeptForever() throws {
        for count in 1...1200 {
            let numbers = Array(1...count)
            let row = try connection.first("SELECT count(*) FROM unit WHERE id IN (\(list: numbers))")
            #expect(try row?.integer(0) == 0)
        }
    }

    @Test func aStatementFollowsTheTables() throws {
        try connection.execute("INSERT INTO unit (code) VALUES ('a')")
        let query: SQL = "SELECT * FROM unit"
        #expect(try connection.first(query)?.columns.names == ["id", "code", "data"])
        try connection.execute("ALTER TABLE unit ADD COLUMN note TEXT DEFAULT 'n'")
        #expect(try connection.first(query)?.columns.names == ["id", "code", "data", "note"])
        #expect(try connection.first(query)?.text("note") == "n")
    }

    @Test func valuesInDoubleQuotesAreNames() {
        refuses(.databaseStatement) { _ = try connection.first("SELECT \"nothing\" FROM unit") }
    }

    @Test func onlyBlanksMayFollowAStatement() throws {
        #expect(try connection.first("SELECT 1;\n ")?.integer(0) == 1)
        refuses(.databaseStatement) { _ = try connection.first("") }
        refuses(.databaseStatement) { _ = try connection.first("-- nothing") }
    }

    @Test func stoppingAClosedDatabaseDoesNothing() throws {
        let stop = connection.interrupt
        stop()
        #expect(try connection.first("SELECT 1")?.integer(0) == 1)
        try connection.close()
        stop()
    }

    @Test func aLongStatementCanBeStopped() throws {
        let stop = connection.interrupt
        let thread = Thread {
            Thread.sleep(forTimeInterval: 0.1)
            stop()
        }
        thread.start()
        refuses(.interrupted) {
            _ = try connection.first(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
                SELECT count(*) FROM n
                """)
        }
        #expect(try connection.tables() == ["unit"])
    }
}
