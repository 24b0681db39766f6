import Database
import Diagnostics
import TestSupport
import Testing
import Values

@Suite struct TransactionTests {
    struct Stop: Error {}

    private func made(_ engine: Engine) throws -> Stage {
        try Stage(
            engine,
            [
                "CREATE TABLE n (i INTEGER PRIMARY KEY)",
                "CREATE TABLE child (i INTEGER REFERENCES n DEFERRABLE INITIALLY DEFERRED)",
            ])
    }

    private func numbers(_ connection: any Connection) throws -> [Int] {
        try connection.rows("SELECT i FROM n ORDER BY i").map { try $0.integer(0) }
    }

    @Test(arguments: Engine.all) func othersSeeATransactionWhenItEnds(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.transaction {
            try connection.insert(1)
            #expect(try numbers(connection) == [1])
            #expect(try numbers(other).isEmpty)
        }
        #expect(try numbers(other) == [1])
    }

    @Test(arguments: Engine.all) func aFailureUndoesEverything(_ engine: Engine) throws {
        let stage = try made(engine)
        let connection = stage.connection
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.insert(1)
                throw Stop()
            }
        }
        #expect(try numbers(connection).isEmpty)
        #expect(connection.depth == 0)
    }

    @Test(arguments: Engine.all) func aFailureInsideUndoesOnlyWhatIsInside(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.transaction {
            try connection.insert(1)
            #expect(throws: Stop.self) {
                try connection.transaction {
                    try connection.insert(2)
                    try connection.transaction { try connection.insert(3) }
                    throw Stop()
                }
            }
            try connection.transaction { try connection.insert(4) }
            #expect(connection.depth == 1)
        }
        #expect(try numbers(other) == [1, 4])
    }

    @Test(arguments: Engine.all) func aTransactionSpansManyCalls(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.begin(.writing)
        for number in 1...100 {
            try connection.begin(.writing)
            try connection.insert(number)
            if number.isMultiple(of: 2) { try connection.rollback() } else { try connection.commit() }
        }
        #expect(try numbers(other).isEmpty)
        try connection.commit()
        #expect(try numbers(other) == Array(stride(from: 1, through: 99, by: 2)))
    }

    @Test(arguments: Engine.all) func aTransactionLeftOpenIsUndoneWhenTheDatabaseCloses(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.begin(.writing)
        try connection.insert(1)
        try connection.close()
        #expect(try numbers(other).isEmpty)
    }

    @Test(arguments: Engine.all) func aRefusedCommitKeepsNothing(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        refuses(.databaseRule) {
            try connection.transaction { try connection.execute("INSERT INTO child (i) VALUES (7)") }
        }
        #expect(connection.depth == 0)
        try connection.insert(1)
        #expect(try numbers(other) == [1])
    }

    /// Where the engine gives up the whole transaction, what follows must not be kept line by line.
    @Test(arguments: Engine.all) func nothingIsKeptAfterALostTransaction(_ engine: Engine) throws {
        // PostgreSQL gives up at any failure that no savepoint holds.
        let fatal: SQL =
            engine == .sqlite ? "INSERT OR ROLLBACK INTO n (i) VALUES (1)" : "INSERT INTO n (i) VALUES (1)"
        let stage = try made(engine)
        let connection = stage.connection
        refuses(.transactionLost) {
            try connection.transaction {
                try connection.insert(1)
                try connection.transaction {
                    _ = try? connection.execute(fatal)
                    try connection.insert(2)
                }
            }
        }
        #expect(connection.depth == 0)
        #expect(try numbers(connection).isEmpty)
        refuses(.transactionLost) {
            try connection.transaction {
                try connection.insert(1)
                _ = try? connection.execute(fatal)
                try? connection.insert(2)
            }
        }
        #expect(try numbers(connection).isEmpty)
    }

    @Test(arguments: Engine.all) func aCommitWithoutBeginningIsRefused(_ engine: Engine) throws {
        let stage = try made(engine)
        let connection = stage.connection
        refuses(.transactionLost) { try connection.commit() }
        try connection.rollback()
        try connection.insert(1)
    }

    @Test(arguments: Engine.all) func aReaderSeesOneMoment(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.insert(1)
        try other.transaction(.reading) {
            #expect(try numbers(other) == [1])
            try connection.insert(2)
            #expect(try numbers(other) == [1])
        }
        #expect(try numbers(other) == [1, 2])
    }

    @Test(arguments: Engine.all) func theRevisionTellsWhenEarlierReadingsMayBeOld(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.transaction { try connection.insert(1) }
        let before = connection.revision
        try connection.transaction { try connection.insert(2) }
        #expect(connection.revision == before)
        try other.execute("INSERT INTO n (i) VALUES (3)")
        try connection.transaction { #expect(connection.revision != before) }
        let later = connection.revision
        try connection.transaction {
            #expect(throws: Stop.self) { try connection.transaction { throw Stop() } }
            #expect(connection.revision != later)
        }
    }

    @Test(arguments: Engine.all) func oneWriterAtATime(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.transaction {
            try connection.insert(1)
            refuses(.databaseLocked) { try other.transaction { Issue.record("must not begin") } }
            refuses(.databaseLocked) { try other.insert(2) }
            #expect(try other.transaction(.reading) { try numbers(other) }.isEmpty)
        }
        #expect(try other.transaction { try numbers(other) } == [1])
        try other.insert(2)
    }

    /// A line that a rule refuses inside a block is undone by itself, and the block goes on.
    @Test(arguments: Engine.all) func aRefusedLineLeavesTheBlock(_ engine: Engine) throws {
        let stage = try made(engine)
        let (connection, other) = (stage.connection, stage.other)
        try connection.transaction {
            try connection.insert(1)
            refuses(.databaseRule) { try connection.transaction { try connection.insert(1) } }
            try connection.insert(2)
        }
        #expect(try numbers(other) == [1, 2])
    }

    /// What a block inside a block has to remember to take itself back may be more than is kept in memory.
    @Test(arguments: Engine.all) func aBlockThatChangesMuchIsTakenBack(_ engine: Engine) throws {
        let stage = try Stage(engine, ["CREATE TABLE page (id INTEGER PRIMARY KEY, name TEXT, number INTEGER)"])
        let connection = stage.connection
        let name = String(repeating: "trang ", count: 500)
        try connection.transaction {
            try connection.insert(into: "page (name, number)", width: 2, count: 1500) { number, values in
                values[0] = .text(name)
                values[1] = .integer(Int64(number))
            }
        }
        let sum = "SELECT sum(number) FROM page" as SQL
        let before = try connection.first(sum)?.integer(0)
        try connection.transaction {
            refuses(.databaseRule) {
                try connection.transaction {
                    #expect(try connection.execute("UPDATE page SET number = number + 1") == 1500)
                    try connection.execute("INSERT INTO page (id) VALUES (1)")
                }
            }
            #expect(try connection.first(sum)?.integer(0) == before)
            try connection.transaction { _ = try connection.execute("UPDATE page SET number = number + 1") }
        }
        #expect(try connection.first(sum)?.integer(0) == before.map { $0 + 1500 })
    }
}

extension Connection {
    fileprivate func insert(_ number: Int) throws { try execute("INSERT INTO n (i) VALUES (\(number))") }
}
