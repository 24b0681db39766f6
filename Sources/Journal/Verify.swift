internal import Database
internal import Diagnostics

extension Journal {
    /// Reads the whole journal and finds the first entry that is not as it was written.
    ///
    /// Entries pass one by one, so that a long journal needs no more memory than a short one.
    public func verify() throws -> Verification {
        var verifier = Verifier(connection)
        return try connection.transaction(.reading) { try verifier.run() }
    }

    /// The files whose content was changed or taken away, with the numbers of their entries.
    public func damagedAttachments() throws -> [(name: String, entry: Int)] {
        let sound = try Verifier(connection).soundAttachments()
        var damaged: [(name: String, entry: Int)] = []
        try connection.forEach("SELECT seq, name, sha256 FROM entry_attachment ORDER BY seq, name") { row in
            if let fingerprint = Fingerprint(sqlValue: row.values[2]), sound.contains(fingerprint) { return }
            damaged.append((try row.value(1), try row.value(0)))
        }
        return damaged
    }
}

/// One pass over a journal.
private struct Verifier {
    let connection: any Connection
    var canonical = CanonicalEntry()
    var last = Fingerprint.none
    var count = 0

    /// Ends the pass at the first entry that does not hold.
    struct Found: Error {
        let entry: BrokenEntry
    }

    init(_ connection: any Connection) {
        self.connection = connection
    }

    mutating func run() throws -> Verification {
        do {
            let sound = try soundAttachments()
            try connection.forEach("SELECT \(StoredEntry.columns) FROM entry ORDER BY seq") { row in
                try check(row, sound)
            }
            try checkEnd()
            return .intact(entries: count, last: last)
        } catch let found as Found {
            return .broken(found.entry)
        }
    }

    /// The fingerprints of the kept files whose content still has them.
    func soundAttachments() throws -> Set<Fingerprint> {
        var sound: Set<Fingerprint> = []
        try connection.forEach("SELECT sha256, bytes, size FROM attachment") { row in
            guard let bytes = KeptFile.content(try row.value(1), size: try row.value(2)) else { return }
            let content = Fingerprint(of: bytes)
            if row.values[0] == content.sqlValue { sound.insert(content) }
        }
        return sound
    }

    private mutating func check(_ row: Row, _ sound: Set<Fingerprint>) throws {
        let number: Int = try row.value(0)
        let expected = count + 1
        let entry: StoredEntry
        do {
            entry = try StoredEntry.read(row, from: connection)
        } catch let problem as Diagnostic where problem.code == .columnUnreadable {
            // A text that is no text any more, or a fingerprint of another length.
            let isGap = number > expected
            throw Found(entry: BrokenEntry(number: min(number, expected), reason: isGap ? .removed : .changed))
        }
        guard number == expected, entry.previous == last,
            entry.fingerprint(at: number, with: &canonical) == entry.fingerprint
        else { throw Found(entry: try explain(entry, expected)) }
        for file in entry.attachments where !sound.contains(file.fingerprint) {
            throw Found(entry: BrokenEntry(number: number, reason: .attachmentChanged(name: file.name)))
        }
        last = entry.fingerprint
        count = number
    }

    /// Entries taken from the end leave no gap, but the highest number ever given is remembered.
    private func checkEnd() throws {
        guard let entries = Identifier("entry"), let given = try connection.highestNumber(in: entries) else { return }
        if given > count { throw Found(entry: BrokenEntry(number: count + 1, reason: .removed)) }
    }
}

extension Verifier {
    /// Says why the entry that stands where another was expected does not hold.
    private mutating func explain(_ entry: StoredEntry, _ expected: Int) throws -> BrokenEntry {
        if entry.number > expected {
            guard let place = try place(ofWritten: expected) else {
                return BrokenEntry(number: expected, reason: .removed)
            }
            return BrokenEntry(number: place, reason: .moved(from: expected))
        }
        if let written = try writtenNumber(of: entry) {
            return BrokenEntry(
                number: entry.number, reason: written == entry.number ? .inserted : .moved(from: written))
        }
        let isExtra = try entry.number < expected || place(ofWritten: expected) != nil
        return BrokenEntry(number: entry.number, reason: isExtra ? .inserted : .changed)
    }

    /// The number under which an entry was written, when nothing else in it was changed.
    private mutating func writtenNumber(of entry: StoredEntry) throws -> Int? {
        let entries = try connection.first("SELECT count(*) FROM entry")?.integer(0) ?? 0
        // As many as there are may have been removed before it.
        return (1...max(1, 2 * entries)).first { entry.fingerprint(at: $0, with: &canonical) == entry.fingerprint }
    }

    /// Where the entry stands now that was written under a number behind the last sound one.
    private mutating func place(ofWritten number: Int) throws -> Int? {
        let rows = try connection.rows(
            "SELECT \(StoredEntry.columns) FROM entry WHERE previous = \(last) AND seq != \(number)")
        for row in rows {
            guard let entry = try? StoredEntry.read(row, from: connection) else { continue }
            if entry.fingerprint(at: number, with: &canonical) == entry.fingerprint { return entry.number }
        }
        return nil
    }
}
