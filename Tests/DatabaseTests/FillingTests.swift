import Database
import DatabaseSQLite
import Diagnostics
import TestSupport
import Testing

/// Many rows put into a table at once leave it as if they had come one by one.
@Suite struct FillingTests {
    private func made(_ engine: Engine) throws -> any Connection {
        let connection = try engine.empty()
        try connection.execute("CREATE TABLE day (id INTEGER PRIMARY KEY, number INTEGER, name TEXT)")
        try connection.execute("CREATE UNIQUE INDEX day_number ON day (number)")
        try connection.execute("CREATE INDEX day_name ON day (name, number)")
        try connection.execute("INSERT INTO day (number, name) VALUES (-1, 'thứ hai')")
        return connection
    }

    private func fill(_ connection: any Connection, to last: Int) throws {
        try connection.insert(into: "day (number, name)", width: 2, count: last) { number, values in
            values[0] = .integer(Int64(number))
            values[1] = .text("ngày \(number % 7)")
        }
    }

    private func indexes(_ connection: any Connection) throws -> [String] {
        guard connection is SQLiteConnection else { return [] }
        return try connection.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
            .map { try $0.text(0) + $0.text(1) }
    }

    private func sundays(_ connection: any Connection) throws -> Int? {
        try connection.first("SELECT count(*) FROM day WHERE name = 'ngày 6' AND number < 700")?.integer(0)
    }

    @Test(arguments: Engine.all) func theIndexesAreThereBehindTheWork(_ engine: Engine) throws {
        let connection = try made(engine)
        let before = try indexes(connection)
        try connection.transaction {
            let table = try #require(Identifier("day"))
            try connection.filling("\(table)", rows: 60_000) {
                if connection is SQLiteConnection { #expect(try indexes(connection).count == before.count - 1) }
                try fill(connection, to: 1000)
                // In the middle of it the table answers as always.
                #expect(try sundays(connection) == 100)
            }
        }
        #expect(try indexes(connection) == before)
        #expect(try sundays(connection) == 100)
        #expect(try connection.integrity().isEmpty)
    }

    @Test(arguments: Engine.all) func workThatFailsLeavesEverythingAsItWas(_ engine: Engine) throws {
        let connection = try made(engine)
        let before = try indexes(connection)
        try connection.transaction {
            refuses(.databaseRule) {
                try connection.transaction {
                    try connection.filling("day", rows: 60_000) {
                        try fill(connection, to: 100)
                        try connection.execute("INSERT INTO day (number) VALUES (-1)")
                    }
                }
            }
        }
        #expect(try indexes(connection) == before)
        #expect(try connection.first("SELECT count(*) FROM day")?.integer(0) == 1)
    }

    @Test func anAnswerThatIsBeingReadKeepsTheIndexesWhereTheyAre() throws {
        let connection = try made(.sqlite)
        try connection.transaction {
            try connection.forEach("SELECT number FROM day WHERE name = 'thứ hai'") { _ in
                try connection.filling("day", rows: 60_000) { try fill(connection, to: 50) }
            }
        }
        #expect(try connection.first("SELECT count(*) FROM day")?.integer(0) == 51)
    }
}
