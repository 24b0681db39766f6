import Database
import DatabaseSQLite
import Diagnostics
import Testing
import Values

@Suite struct TransactionTests {
    let scratch: Scratch
    let connection: SQLiteConnection
    let other: SQLiteConnection

    struct Stop: Error {}

    init() throws {
        scratch = try Scratch()
        connection = try SQLiteFile(scratch("sen.db")).open(.creating, patience: 0)
        try Migrator([
            Migration(
                pack: "core", number: 1,
                [
                    "CREATE TABLE n (i INTEGER PRIMARY KEY)",
                    "CREATE TABLE child (i INTEGER REFERENCES n DEFERRABLE INITIALLY DEFERRED)",
                ])
        ]).run(on: connection)
        other = try SQLiteFile(scratch("sen.db")).open(.writing, patience: 0)
    }

    private func insert(_ number: Int) throws {
        try connection.execute("INSERT INTO n VALUES (\(number))")
    }

    private func numbers(_ connection: SQLiteConnection) throws -> [Int] {
        try connection.rows("SELECT i FROM n ORDER BY i").map { try $0.integer(0) }
    }

    @Test func othersSeeATransactionWhenItEnds() throws {
        try connection.transaction {
            try insert(1)
            #expect(try numbers(connection) == [1])
            #expect(try numbers(other).isEmpty)
        }
        #expect(try numbers(other) == [1])
    }

    @Test func aFailureUndoesEverything() throws {
        #expect(throws: Stop.self) {
            try connection.transaction {
                try insert(1)
                throw Stop()
            }
        }
        #expect(try numbers(connection).isEmpty)
        #expect(connection.depth == 0)
    }

    @Test func aFailureInsideUndoesOnlyWhatIsInside() throws {
        try connection.transaction {
            try insert(1)
            #expect(throws: Stop.self) {
                try connection.transaction {
                    try insert(2)
                    try connection.transaction { try insert(3) }
                    throw Stop()
                }
            }
            try connection.transaction { try insert(4) }
            #expect(connection.depth == 1)
        }
        #expect(try numbers(other) == [1, 4])
    }

    @Test func aTransactionSpansManyCalls() throws {
        try connection.begin(.writing)
        for number in 1...100 {
            try connection.begin(.writing)
            try insert(number)
            if number.isMultiple(of: 2) { try connection.rollback() } else { try connection.commit() }
        }
        #expect(try numbers(other).isEmpty)
        try connection.commit()
        #expect(try numbers(other) == Array(stride(from: 1, through: 99, by: 2)))
    }

    @Test func aTransactionLeftOpenIsUndoneWhenTheDatabaseCloses() throws {
        try connection.begin(.writing)
        try insert(1)
        try connection.close()
        #expect(try numbers(other).isEmpty)
    }

    @Test func aRefusedCommitKeepsNothing() throws {
        refuses(.databaseRule) {
            try connection.transaction { try connection.execute("INSERT INTO child VALUES (7)") }
        }
        #expect(connection.depth == 0)
        try insert(1)
        #expect(try numbers(other) == [1])
    }

    /// Where the engine gives up the whole transaction, what follows must not be kept line by line.
    @Test func nothingIsKeptAfterALostTransaction() throws {
        refuses(.transactionLost) {
            try connection.transaction {
                try insert(1)
                try connection.transaction {
                    _ = try? connection.execute("INSERT OR ROLLBACK INTO n VALUES (1)")
                    try insert(2)
                }
            }
        }
        #expect(connection.depth == 0)
        #expect(try numbers(connection).isEmpty)
        refuses(.transactionLost) {
            try connection.transaction {
                try insert(1)
                _ = try? connection.execute("INSERT OR ROLLBACK INTO n VALUES (1)")
                try? insert(2)
            }
        }
        #expect(try numbers(connection).isEmpty)
    }

    @Test func aCommitWithoutBeginningIsRefused() throws {
        refuses(.transactionLost) { try connection.commit() }
        try connection.rollback()
        try insert(1)
    }

    @Test func aReaderSeesOneMoment() throws {
        try insert(1)
        try other.transaction(.reading) {
            #expect(try numbers(other) == [1])
            try insert(2)
            #expect(try numbers(other) == [1])
        }
        #expect(try numbers(other) == [1, 2])
    }

    @Test func theRevisionTellsWhenEarlierReadingsMayBeOld() throws {
        try connection.transaction { try insert(1) }
        let before = connection.revision
        try connection.transaction { try insert(2) }
        #expect(connection.revision == before)
        try other.execute("INSERT INTO n VALUES (3)")
        try connection.transaction { #expect(connection.revision != before) }
        let later = connection.revision
        try connection.transaction {
            #expect(throws: Stop.self) { try connection.transaction { throw Stop() } }
            #expect(connection.revision != later)
        }
    }
}
