import Database
import DatabaseSQLite
import Diagnostics
import Journal
import TestSupport
import Testing
import Values

@Suite struct VerifyTests {
    let connection: SQLiteConnection
    let journal: Journal
    static let count = 12

    init() throws {
        (connection, journal) = try emptyJournal()
        for number in 1...Self.count {
            let file = Entry.Attachment(name: "tệp-\(number).csv", bytes: Array("n\n\(number)\n".utf8))
            let files = number.isMultiple(of: 4) ? [file, Entry.Attachment(name: "b", bytes: [UInt8(number)])] : []
            let sentence = "register unit HP-\(number) \"Trường số \(number)\""
            _ = try journal.append(draft(sentence, at: Int64(number), files))
        }
        // Whoever tampers does not keep the rules of the tables.
        try connection.execute("PRAGMA foreign_keys = OFF")
        guard case .intact(entries: Self.count, _) = try journal.verify() else { throw Stop() }
    }

    struct Stop: Error {}

    /// What verifying says after some tampering, which is undone again.
    private func after(_ tampering: () throws -> Void) throws -> Verification {
        var outcome: Verification?
        #expect(throws: Stop.self) {
            try connection.transaction {
                try tampering()
                outcome = try journal.verify()
                throw Stop()
            }
        }
        return try #require(outcome)
    }

    private func broken(_ tampering: () throws -> Void) throws -> BrokenEntry? {
        guard case .broken(let entry) = try after(tampering) else { return nil }
        #expect(!entry.message.english.isEmpty && !entry.message.vietnamese.isEmpty)
        return entry
    }

    private func expect(
        _ number: Int, _ reason: BrokenEntry.Reason, location: SourceLocation = #_sourceLocation,
        _ tampering: () throws -> Void
    ) throws {
        let entry = try broken(tampering)
        #expect(entry?.number == number, sourceLocation: location)
        #expect(entry?.reason == reason, sourceLocation: location)
    }

    private struct Cell {
        let table: String
        let column: String
        var isText = false
    }

    private static let cells = [
        Cell(table: "entry", column: "seq"),
        Cell(table: "entry", column: "at", isText: true),
        Cell(table: "entry", column: "actor", isText: true),
        Cell(table: "entry", column: "origin", isText: true),
        Cell(table: "entry", column: "sentence", isText: true),
        Cell(table: "entry", column: "previous"),
        Cell(table: "entry", column: "hash"),
        Cell(table: "attachment", column: "sha256"),
        Cell(table: "attachment", column: "bytes"),
        Cell(table: "entry_attachment", column: "seq"),
        Cell(table: "entry_attachment", column: "name", isText: true),
        Cell(table: "entry_attachment", column: "sha256"),
    ]

    /// The bits of a cell, one of them turned.
    private func turned(_ value: SQLValue, _ dice: inout Dice) -> SQLValue {
        switch value {
        case .integer(let number):
            var new = number
            // A number that another entry has would be refused as a doubled key.
            while (1...Int64(Self.count)).contains(new) { new = number ^ (1 << Int64.random(in: 0..<63, using: &dice)) }
            return .integer(new)
        case .text(let text): return .blob(turned(Array(text.utf8), &dice))
        case .blob(let bytes): return .blob(turned(bytes, &dice))
        case .null: return .null
        }
    }

    private func turned(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        return bytes
    }

    @Test func everyTurnedBitIsFound() throws {
        var dice = Dice(5)
        for round in 0..<1800 {
            let cell = Self.cells[round % Self.cells.count]
            let table = try #require(Identifier(cell.table))
            let column = try #require(Identifier(cell.column))
            let rows = try connection.content(of: table)
            let row = try #require(rows.randomElement(using: &dice))
            let key = try #require(Identifier(row.columns.names[0]))
            let old: SQLValue = try row.value(cell.column)
            let new = turned(old, &dice)
            let value: SQL = cell.isText ? "CAST(\(new) AS TEXT)" : "\(new)"
            let entry = try broken {
                let changed = try connection.execute(
                    "UPDATE \(table) SET \(column) = \(value) WHERE \(key) = \(row.values[0]) AND \(column) = \(old)")
                #expect(changed >= 1)
            }
            #expect(entry != nil, "\(cell.table).\(cell.column)")
            if cell.table == "entry", cell.column != "seq" {
                #expect(try entry?.number == row.integer(0))
                #expect(entry?.reason == .changed)
            }
        }
    }

    @Test func removedEntriesAreMissed() throws {
        try expect(1, .removed) { try connection.execute("DELETE FROM entry WHERE seq = 1") }
        try expect(5, .removed) { try connection.execute("DELETE FROM entry WHERE seq IN (5, 6)") }
        try expect(Self.count, .removed) { try connection.execute("DELETE FROM entry WHERE seq = \(Self.count)") }
        try expect(1, .removed) { try connection.execute("DELETE FROM entry") }
    }

    @Test func closingAGapDoesNotHideIt() throws {
        try expect(5, .moved(from: 6)) {
            try connection.execute("DELETE FROM entry WHERE seq = 5")
            try connection.execute("UPDATE entry SET seq = seq - 1 WHERE seq > 5")
        }
    }

    @Test func swappedEntriesAreFound() throws {
        try expect(3, .moved(from: 7)) {
            try connection.execute("UPDATE entry SET seq = -1 WHERE seq = 3")
            try connection.execute("UPDATE entry SET seq = 3 WHERE seq = 7")
            try connection.execute("UPDATE entry SET seq = 7 WHERE seq = -1")
        }
        try expect(100, .moved(from: 3)) { try connection.execute("UPDATE entry SET seq = 100 WHERE seq = 3") }
        try expect(3, .changed) {
            try connection.execute(
                "UPDATE entry SET sentence = (SELECT sentence FROM entry WHERE seq = 7) WHERE seq = 3")
        }
    }

    private func insert(at number: Int) throws {
        try connection.execute(
            """
            INSERT INTO entry SELECT \(number), at, actor, origin, 'retract', previous, hash FROM entry
            WHERE seq = \(number + 1)
            """)
    }

    @Test func insertedEntriesAreFound() throws {
        try expect(5, .inserted) {
            // Two steps, because a key may not stand twice even for a moment.
            try connection.execute("UPDATE entry SET seq = -seq - 1 WHERE seq >= 5")
            try connection.execute("UPDATE entry SET seq = -seq WHERE seq < 0")
            try insert(at: 5)
        }
        try expect(0, .inserted) { try insert(at: 0) }
        try expect(Self.count + 1, .moved(from: 2)) {
            try connection.execute(
                """
                INSERT INTO entry SELECT \(Self.count + 1), at, actor, origin, sentence, previous, hash FROM entry
                WHERE seq = 2
                """)
        }
    }

    /// Whoever rewrites an entry with a fresh fingerprint breaks the link to the next.
    @Test func aForgedEntryBreaksTheNextLink() throws {
        let (_, forged) = try emptyJournal()
        for entry in try journal.entries(limit: 4) {
            _ = try forged.append(draft("forged \(entry.number)", at: Int64(entry.number)))
        }
        let fake = try #require(try forged.entries(from: 4, limit: 1).first)
        try expect(4, .inserted) {
            try connection.execute("DELETE FROM entry_attachment WHERE seq = 4")
            try connection.execute(
                """
                UPDATE entry SET sentence = \(fake.sentence), at = \(fake.at), previous = \(fake.previous),
                    hash = \(fake.fingerprint) WHERE seq = 4
                """)
        }
    }

    @Test func changedFilesAreFound() throws {
        let name = "tệp-8.csv"
        try expect(8, .attachmentChanged(name: name)) {
            try connection.execute(
                """
                UPDATE attachment SET bytes = \([UInt8]([9])) WHERE sha256 =
                    (SELECT sha256 FROM entry_attachment WHERE name = \(name))
                """)
        }
        try expect(4, .attachmentChanged(name: "b")) { try connection.execute("DELETE FROM attachment") }
        try expect(8, .changed) { try connection.execute("DELETE FROM entry_attachment WHERE name = \(name)") }
        try expect(1, .changed) {
            try connection.execute("INSERT INTO entry_attachment SELECT 1, name, sha256 FROM entry_attachment LIMIT 1")
        }
    }

    @Test func textThatIsNoTextIsFound() throws {
        let noText: [UInt8] = [0xFF, 0xFE]
        try expect(6, .changed) {
            try connection.execute("UPDATE entry SET actor = CAST(\(noText) AS TEXT) WHERE seq = 6")
        }
        try expect(6, .changed) { try connection.execute("UPDATE entry SET hash = x'00' WHERE seq = 6") }
    }

    @Test func anEntryThatCannotBeReadSaysWhatToType() throws {
        try connection.execute("UPDATE entry SET at = 'yesterday' WHERE seq = 6")
        refuses(.journalUnreadable) { _ = try journal.entries(limit: 20) }
    }
}
