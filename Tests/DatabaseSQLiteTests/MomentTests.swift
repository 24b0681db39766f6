import Database
import DatabaseSQLite
import Testing

@Suite struct MomentTests {
    @Test func readsStayInOneMomentUntilSomethingIsWritten() throws {
        let scratch = try Scratch()
        let (reader, writer) = (
            try SQLiteFile(scratch("a.db")).open(.creating), try SQLiteFile(scratch("a.db")).open(.creating)
        )
        try writer.execute("CREATE TABLE t (a INTEGER)")
        func count() throws -> Int? { try reader.first("SELECT count(*) FROM t")?.integer(0) }
        func add() throws { try writer.execute("INSERT INTO t (a) VALUES (1)") }
        reader.staysInMoment = true
        #expect(try count() == 0)
        try add()
        #expect(try count() == 0 && reader.depth == 0)
        // A statement that writes, or a transaction, sees what there is.
        try reader.execute("INSERT INTO t (a) VALUES (2)")
        #expect(try count() == 2)
        try add()
        #expect(try reader.transaction { try count() } == 3)
        try add()
        #expect(try reader.transaction(.reading) { try count() } == 4)
        #expect(try count() == 4)
        try add()
        #expect(try count() == 4)
        reader.staysInMoment = false
        #expect(try count() == 5)
        reader.staysInMoment = true
        #expect(try count() == 5)
        try reader.close()
        try writer.close()
    }
}
