import Database
import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@Suite struct StatementTests {
    private func made(_ engine: Engine) throws -> any Connection {
        let connection = try engine.empty()
        try connection.execute("CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT UNIQUE, data BLOB)")
        return connection
    }

    @Test(arguments: Engine.all) func everyValueComesBack(_ engine: Engine) throws {
        let connection = try made(engine)
        let values: [SQLValue] = [
            .null, .integer(.min), .integer(.max), .text(""), .text("Đ ' \" ? \\ 👩🏽‍🏫"), .blob([]), .blob([0, 1, 0, 255]),
            .text(String(repeating: "ế", count: 100_000)),
        ]
        for value in values {
            #expect(try connection.first("SELECT \(value)")?.values == [value])
        }
    }

    @Test(arguments: Engine.all) func manyRowsAtOnceAreTheSameRows(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("CREATE TABLE one (a INTEGER, b TEXT, c BLOB)")
        try connection.execute("CREATE TABLE many (a INTEGER, b TEXT, c BLOB)")
        // Every third value is not set, and must not be that of the row before.
        // A server takes no zero byte in a text.
        let odd = engine == .sqlite ? "\0" : "\u{1}"
        func row(_ number: Int, _ values: inout [SQLValue]) {
            let all: [SQLValue] = [
                .integer(Int64(number) &* 7_919), .text("Trường \(number)\(odd) Đ"),
                .blob([UInt8](repeating: 7, count: number)),
            ]
            for place in 0..<3 where (number + place) % 3 != 0 { values[place] = all[place] }
        }
        try connection.insertOneByOne(into: "one (a, b, c)", width: 3, count: 50, row: row)
        try connection.insert(into: "many (a, b, c)", width: 3, count: 50, row: row)
        let (one, many) = (try #require(Identifier("one")), try #require(Identifier("many")))
        #expect(try connection.content(of: one) == connection.content(of: many))
        #expect(try connection.first("SELECT count(*) FROM many")?.integer(0) == 50)
        try connection.insert(into: "many (a, b, c)", width: 3, count: 0, row: row)
        #expect(try connection.first("SELECT count(*) FROM many")?.integer(0) == 50)
    }

    @Test(arguments: Engine.all) func aRowThatIsRefusedTakesAllOfThemBack(_ engine: Engine) throws {
        let connection = try made(engine)
        refuses(.databaseRule) {
            try connection.transaction {
                try connection.insert(into: "unit (id, code)", width: 2, count: 5) { number, values in
                    values[0] = .integer(Int64(number))
                    values[1] = .text(number == 3 ? "0" : "\(number)")
                }
            }
        }
        #expect(try connection.first("SELECT count(*) FROM unit")?.integer(0) == 0)
    }

    @Test(arguments: Engine.all) func statementsAreToldApartByAllTheirPieces(_ engine: Engine) throws {
        let connection = try made(engine)
        func answer(_ column: SQL) throws -> SQLValue? { try connection.first("SELECT \(column)")?.values[0] }
        for _ in 0..<2 {
            #expect(try answer("1") == .integer(1))
            #expect(try answer("1 + \(1)") == .integer(2))
            #expect(try answer("1 - \(1)") == .integer(0))
            #expect(try answer("\(list: [1])") == .integer(1))
            #expect(try connection.first("SELECT \(list: [1, 2])")?.values == [.integer(1), .integer(2)])
        }
        let (one, two) = (try #require(Identifier("unit")), try #require(Identifier("two")))
        try connection.execute("CREATE TABLE two (id INTEGER)")
        try connection.execute("INSERT INTO two (id) VALUES (\(2))")
        #expect(try connection.rows("SELECT id FROM \(one)").isEmpty)
        #expect(try connection.rows("SELECT id FROM \(two)").count == 1)
    }

    @Test(arguments: Engine.all) func aTableTellsItsColumnsAndWhatTheyName(_ engine: Engine) throws {
        let connection = try made(engine)
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
    @Test(arguments: Engine.all) func hostileTextStaysText(_ engine: Engine) throws {
        let connection = try made(engine)
        var dice = Dice(11)
        let pieces = [
            "'", "\"", ";", "--", "/*", "*/", "?", "?1", ":a", "@a", "$a", "\\", "\0", "\n", "\r", "`", "[", "]", "%",
            "DROP TABLE unit", "' OR 1=1", "\u{301}", "đ", "👩🏽‍🏫", "\u{feff}", "\u{202e}", "x'00'", "NULL", "1", ")",
        ]
        var codes: Set<[UInt8]> = []
        for _ in 0..<2000 {
            let code = (0...Int.random(in: 0...8, using: &dice)).compactMap { _ in pieces.randomElement(using: &dice) }
                .joined()
            guard engine == .sqlite || !code.utf8.contains(0) else { continue }
            guard codes.insert(Array(code.utf8)).inserted else { continue }
            try connection.execute("INSERT INTO unit (code) VALUES (\(code))")
            let row = try #require(try connection.first("SELECT code FROM unit WHERE code = \(code)"))
            #expect(Array(try row.text(0).utf8) == Array(code.utf8))
            #expect(try connection.first("SELECT 1 WHERE \(code) IN (\(list: [code, "other"]))") != nil)
        }
        #expect(try connection.first("SELECT count(*) FROM unit")?.integer(0) == codes.count)
        #expect(try connection.tables() == ["unit"])
    }

    @Test(arguments: Engine.all) func aRefusalNeverShowsAValue(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (code) VALUES (\("secret-1"))")
        refuses(.databaseRule, keeping: "secret-1") {
            try connection.execute("INSERT INTO unit (code) VALUES (\("secret-1"))")
        }
        refuses(.databaseStatement, keeping: "secret-1") { try connection.execute("INSRT \("secret-1")") }
        refuses(.databaseStatement) { try connection.execute("SELECT ?") }
        refuses(.databaseStatement) { try connection.execute("DELETE FROM unit; DELETE FROM unit") }
        #expect(try connection.rows("SELECT * FROM unit").count == 1)
    }

    @Test(arguments: Engine.all) func aStatementWorksAgainAfterItFailed(_ engine: Engine) throws {
        let connection = try made(engine)
        for code in ["a", "a", "b", "b", "c"] {
            _ = try? connection.execute("INSERT INTO unit (code) VALUES (\(code))")
        }
        #expect(try connection.rows("SELECT code FROM unit ORDER BY code").map { try $0.text(0) } == ["a", "b", "c"])
    }

    @Test(arguments: Engine.all) func theSameQueryCanRunInsideItself(_ engine: Engine) throws {
        let connection = try made(engine)
        for code in ["a", "b", "c"] { try connection.execute("INSERT INTO unit (code) VALUES (\(code))") }
        func codes(_ body: (String) throws -> Void) throws {
            try connection.forEach("SELECT code FROM unit ORDER BY code") { try body(try $0.text(0)) }
        }
        var pairs: [String] = []
        try codes { outer in try codes { inner in pairs.append(outer + inner) } }
        #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test(arguments: Engine.all) func aReadingCanBeLeftEarly(_ engine: Engine) throws {
        let connection = try made(engine)
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

    @Test(arguments: Engine.all) func changesAndNumbersAreCounted(_ engine: Engine) throws {
        let connection = try made(engine)
        #expect(try connection.execute("INSERT INTO unit (id, code) VALUES (41, 'a')") == 1)
        #expect(try connection.execute("INSERT INTO unit (code) VALUES ('b')") == 1)
        #expect(connection.lastInsertedID == 42)
        #expect(try connection.execute("UPDATE unit SET data = NULL") == 2)
        #expect(try connection.execute("SELECT * FROM unit") == 0)
        #expect(try connection.execute("DELETE FROM unit WHERE code = \("none")") == 0)
        #expect(try connection.first("INSERT INTO unit (code) VALUES ('c') RETURNING id")?.integer("id") == 43)
    }

    /// Replaying a journal gives the same ids: a refused line must not eat a number.
    @Test(arguments: Engine.all) func numbersThatWereNotKeptAreGivenAgain(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (code) VALUES ('a')")
        _ = try? connection.execute("INSERT INTO unit (code) VALUES ('b'), ('a')")
        try connection.execute("INSERT INTO unit (code) VALUES ('b'), ('c')")
        #expect(connection.lastInsertedID == 3)
        try connection.execute("DELETE FROM unit WHERE code = 'c'")
        try connection.execute("INSERT INTO unit (code, data) SELECT code || 'x', data FROM unit ORDER BY id")
        #expect(try connection.rows("SELECT id FROM unit ORDER BY id").map { try $0.integer(0) } == [1, 2, 3, 4])
    }

    @Test(arguments: Engine.all) func inexactNumbersAreRefused(_ engine: Engine) throws {
        let connection = try made(engine)
        refuses(.columnUnreadable) { _ = try connection.first("SELECT 0.1 AS share") }
    }

    /// A zero byte in a text is kept, or refused where the engine has none.
    @Test(arguments: Engine.all) func zeroBytes(_ engine: Engine) throws {
        let connection = try made(engine)
        if engine == .sqlite {
            #expect(try connection.first("SELECT \("a\0b")")?.values == [.text("a\0b")])
        } else {
            refuses(.databaseStatement) { try connection.execute("INSERT INTO unit (code) VALUES (\("a\0b"))") }
        }
    }

    @Test func aDamagedTextComesAsBytes() throws {
        let connection = try Engine.sqlite.empty()
        let damaged: [UInt8] = [0x61, 0xEF, 0xBF]
        #expect(try connection.first("SELECT CAST(\(damaged) AS TEXT)")?.values == [.blob(damaged)])
    }

    @Test(arguments: Engine.all) func textsStandInTheOrderOfTheirBytes(_ engine: Engine) throws {
        let connection = try made(engine)
        for code in ["b", "Z", "á", "a-1", "a1"] {
            try connection.execute("INSERT INTO unit (code) VALUES (\(code))")
        }
        #expect(
            try connection.rows("SELECT code FROM unit ORDER BY code").map { try $0.text(0) }
                == ["Z", "a-1", "a1", "b", "á"])
    }

    @Test(arguments: Engine.all) func sumsAndCountsAreWhole(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (id) VALUES (1), (2), (40)")
        #expect(
            try connection.first("SELECT sum(id), count(*), max(id), min(code), sum(id) > 3 FROM unit")?.values
                == [.integer(43), .integer(3), .integer(40), .null, .integer(1)])
    }

    /// What the façade says in SQLite's words: null like a value, and decimal numbers kept as text.
    @Test(arguments: Engine.all) func nothingIsLikeNothing(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (code) VALUES ('-3.5'), ('12.25'), (NULL)")
        func ids(_ condition: SQL) throws -> [Int] {
            try connection.rows("SELECT id FROM unit WHERE \(condition) ORDER BY id").map { try $0.integer(0) }
        }
        #expect(try ids("code IS \(String?.none)") == [3])
        #expect(try ids("code IS NOT \("12.25")") == [1, 3])
        #expect(try ids("CAST(code AS INTEGER) = \(-3)") == [1])
        #expect(try ids("CAST(code AS INTEGER) = \(12)") == [2])
    }

    @Test(arguments: Engine.all) func contentIsInTheOrderOfItsColumns(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (id, code) VALUES (2, 'a'), (1, 'b')")
        let table = try #require(Identifier("unit"))
        #expect(try connection.content(of: table).map { try $0.integer("id") } == [1, 2])
        try connection.execute("DELETE FROM unit")
        #expect(try connection.content(of: table).isEmpty)
    }

    @Test(arguments: Engine.all) func manyDifferentStatementsAreNotKeptForever(_ engine: Engine) throws {
        let connection = try made(engine)
        for count in 1...1200 {
            let numbers = Array(1...count)
            let row = try connection.first("SELECT count(*) FROM unit WHERE id IN (\(list: numbers))")
            #expect(try row?.integer(0) == 0)
        }
    }

    @Test(arguments: Engine.all) func aStatementFollowsTheTables(_ engine: Engine) throws {
        let connection = try made(engine)
        try connection.execute("INSERT INTO unit (code) VALUES ('a')")
        let query: SQL = "SELECT * FROM unit"
        #expect(try connection.first(query)?.columns.names.suffix(3) == ["id", "code", "data"])
        try connection.execute("ALTER TABLE unit ADD COLUMN note TEXT DEFAULT 'n'")
        #expect(try connection.first(query)?.columns.names.suffix(4) == ["id", "code", "data", "note"])
        #expect(try connection.first(query)?.text("note") == "n")
    }

    @Test(arguments: Engine.all) func valuesInDoubleQuotesAreNames(_ engine: Engine) throws {
        let connection = try made(engine)
        refuses(.databaseStatement) { _ = try connection.first("SELECT \"nothing\" FROM unit") }
    }

    @Test(arguments: Engine.all) func onlyBlanksMayFollowAStatement(_ engine: Engine) throws {
        let connection = try made(engine)
        #expect(try connection.first("SELECT 1;\n ")?.integer(0) == 1)
        refuses(.databaseStatement) { _ = try connection.first("") }
        refuses(.databaseStatement) { _ = try connection.first("-- nothing") }
    }

    @Test(arguments: Engine.all) func stoppingAClosedDatabaseDoesNothing(_ engine: Engine) throws {
        let connection = try made(engine)
        let stop = connection.interrupt
        stop()
        #expect(try connection.first("SELECT 1")?.integer(0) == 1)
        try connection.close()
        stop()
    }

    @Test(arguments: Engine.all) func aLongStatementCanBeStopped(_ engine: Engine) throws {
        let connection = try made(engine)
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
