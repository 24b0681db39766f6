import Database
import DatabaseSQLite
import Diagnostics
import Journal
import Testing
import Values

/// An empty journal in memory.
func emptyJournal() throws -> (SQLiteConnection, Journal) {
    let connection = try SQLiteConnection.inMemory()
    try Migrator(Journal.migrations).run(on: connection)
    return (connection, Journal(connection))
}

/// A draft that says a sentence at a second.
func draft(_ sentence: String, at second: Int64 = 0, _ attachments: [Entry.Attachment] = []) -> Entry.Draft {
    Entry.Draft(
        at: Instant(seconds: 1_750_000_000 + second), actor: "lan", origin: "prompt", sentence: sentence,
        attachments: attachments)
}

@Suite struct JournalTests {
    @Test func entriesAreChained() throws {
        let (_, journal) = try emptyJournal()
        let entries = try (1...5).map { try journal.append(draft("close unit HP-\($0)", at: Int64($0))) }
        #expect(entries.map(\.number) == [1, 2, 3, 4, 5])
        #expect(entries[0].previous == .none)
        #expect(entries.dropFirst().map(\.previous) == entries.dropLast().map(\.fingerprint))
        #expect(try journal.entries(limit: 10) == entries)
        #expect(try journal.entries(from: 2, limit: 2) == Array(entries[1...2]))
        #expect(try journal.entries(limit: -1).isEmpty)
        #expect(try journal.lastNumber() == 5)
        var seen: [Int] = []
        try journal.forEach(from: 4) { seen.append($0.number) }
        #expect(seen == [4, 5])
        #expect(try journal.verify() == .intact(entries: 5, last: entries[4].fingerprint))
    }

    @Test func anEmptyJournalHolds() throws {
        let (_, journal) = try emptyJournal()
        #expect(try journal.verify() == .intact(entries: 0, last: .none))
        #expect(try journal.lastNumber() == 0)
    }

    @Test func theMomentNeverGoesBack() throws {
        let (_, journal) = try emptyJournal()
        _ = try journal.append(draft("a", at: 100))
        let second = try journal.append(draft("b", at: 40))
        let third = try journal.append(draft("c", at: 101))
        #expect(second.at.seconds == 1_750_000_100)
        #expect(third.at.seconds == 1_750_000_101)
        #expect(try journal.entries(limit: 9).map(\.at) == [second.at, second.at, third.at])
    }

    @Test func filesAreKeptOnceForEachContent() throws {
        let (connection, journal) = try emptyJournal()
        let one = Entry.Attachment(name: "staff.csv", bytes: Array("code,women\n".utf8))
        let two = Entry.Attachment(name: "bảng.xlsx", bytes: [0, 1, 2])
        let empty = Entry.Attachment(name: "empty", bytes: [])
        let first = try journal.append(draft("import", [two, one, empty]))
        let second = try journal.append(draft("import", [Entry.Attachment(name: "again.csv", bytes: one.bytes)]))
        #expect(first.attachments.map(\.name) == ["bảng.xlsx", "empty", "staff.csv"])
        #expect(second.attachments[0].fingerprint == first.attachments[2].fingerprint)
        #expect(try connection.first("SELECT count(*) FROM attachment")?.integer(0) == 3)
        #expect(try journal.attachment(named: "staff.csv", of: 1) == one)
        #expect(try journal.attachment(named: "empty", of: 1) == empty)
        #expect(try journal.attachment(named: "staff.csv", of: 2) == nil)
        #expect(try journal.entries(limit: 9) == [first, second])
        #expect(try journal.verify() == .intact(entries: 2, last: second.fingerprint))
    }

    @Test func twoFilesOfOneNameAreRefused() throws {
        let (_, journal) = try emptyJournal()
        let file = Entry.Attachment(name: "a.csv", bytes: [])
        refuses(.attachmentDoubled) { _ = try journal.append(draft("import", [file, file])) }
        #expect(try journal.lastNumber() == 0)
    }

    @Test func whatIsRolledBackLeavesNoGap() throws {
        struct Stop: Error {}
        let (connection, journal) = try emptyJournal()
        try connection.transaction {
            _ = try journal.append(draft("a"))
            #expect(throws: Stop.self) {
                try connection.transaction {
                    _ = try journal.append(draft("b"))
                    throw Stop()
                }
            }
            #expect(try journal.append(draft("c")).number == 2)
        }
        #expect(throws: Stop.self) {
            try connection.transaction {
                _ = try journal.append(draft("d"))
                throw Stop()
            }
        }
        #expect(try journal.append(draft("e")).number == 3)
        guard case .intact(entries: 3, _) = try journal.verify() else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test func twoProgramsWriteOneChain() throws {
        let scratch = try Scratch()
        let file = SQLiteFile(scratch("sen.db"))
        let connections = [try file.open(.creating), try file.open(.writing)]
        try Migrator(Journal.migrations).run(on: connections[0])
        let journals = connections.map { Journal($0) }
        for number in 1...20 {
            #expect(try journals[number % 3 % 2].append(draft("\(number)")).number == number)
        }
        guard case .intact(entries: 20, _) = try journals[0].verify() else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test func fingerprintsAreThoseOfSha256() {
        #expect(
            Fingerprint(of: Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    /// Text that moves from one field to its neighbour makes another entry.
    @Test func fieldsDoNotRunTogether() throws {
        let fingerprints = try [("a", "bc", "d"), ("ab", "c", "d"), ("a", "b", "cd"), ("", "abc", "d")].map { parts in
            let (_, journal) = try emptyJournal()
            return try journal.append(
                Entry.Draft(at: Instant(seconds: 0), actor: parts.0, origin: parts.1, sentence: parts.2)
            ).fingerprint
        }
        #expect(Set(fingerprints).count == 4)
    }
}
