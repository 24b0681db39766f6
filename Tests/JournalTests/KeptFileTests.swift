import Database
import DatabaseSQLite
import Diagnostics
import Journal
import TestSupport
import Testing

/// Files are kept deflated and come back as they were.
@Suite struct KeptFileTests {
    private func lines(_ count: Int) -> [UInt8] {
        Array((0..<count).map { "HP-\($0 % 97),2025-03-14,Lồng ghép giới\n" }.joined().utf8)
    }

    @Test(arguments: [0, 1, 100, 40_000]) func aFileComesBackAsItWas(_ count: Int) throws {
        let (connection, journal) = try emptyJournal()
        let file = Entry.Attachment(name: "a.csv", bytes: lines(count))
        let entry = try journal.append(draft("import", [file]))
        #expect(entry.attachments.map(\.fingerprint) == [Fingerprint(of: file.bytes)])
        #expect(try journal.attachment(named: "a.csv", of: 1) == file)
        #expect(try journal.damagedAttachments().isEmpty)
        let row = try #require(try connection.first("SELECT length(bytes), size FROM attachment"))
        if count <= 100 {
            #expect(row.values == [.integer(Int64(file.bytes.count)), .null])
        } else {
            #expect(row.values[1] == .integer(Int64(file.bytes.count)))
            #expect(try row.integer(0) * 4 < file.bytes.count)
        }
    }

    @Test func aFileThatWasPreparedIsTheSame() throws {
        let (_, journal) = try emptyJournal()
        let file = Entry.Attachment(name: "a.csv", bytes: lines(40_000))
        let work = file.prepare()
        #expect(work != nil && Entry.Attachment(name: "b", bytes: lines(1)).prepare() == nil)
        _ = try journal.append(draft("import", [file]))
        work?.wait()
        #expect(try journal.attachment(named: "a.csv", of: 1)?.bytes == file.bytes)
    }

    @Test func filesOfOlderDatabasesAreReadAsTheyStand() throws {
        let (connection, journal) = try emptyJournal()
        let file = Entry.Attachment(name: "a.csv", bytes: lines(1000))
        _ = try journal.append(draft("import", [file]))
        try connection.execute("UPDATE attachment SET bytes = \(file.bytes), size = NULL")
        #expect(try journal.attachment(named: "a.csv", of: 1) == file)
        #expect(try journal.damagedAttachments().isEmpty)
    }

    @Test(
        arguments: [
            "UPDATE attachment SET size = size - 1", "UPDATE attachment SET size = size + 1",
            "UPDATE attachment SET size = -1", "UPDATE attachment SET size = 4000000000000000000",
            "UPDATE attachment SET bytes = x'789c'", "UPDATE attachment SET bytes = x''",
        ] as [SQL]) func damageIsFoundAndTakesNoMemory(_ damage: SQL) throws
    {
        let (connection, journal) = try emptyJournal()
        _ = try journal.append(draft("import", [Entry.Attachment(name: "a.csv", bytes: lines(1000))]))
        try connection.execute(damage)
        #expect(try journal.damagedAttachments().map(\.name) == ["a.csv"])
        refuses(.databaseDamaged) { _ = try journal.attachment(named: "a.csv", of: 1) }
    }
}
