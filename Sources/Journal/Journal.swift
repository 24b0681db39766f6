public import Database
public import Diagnostics
public import Values

/// The append-only list of the sentences that changed a database, each chained to the one before by its fingerprint.
///
/// One connection has one journal.
public final class Journal {
    let connection: any Connection
    private var head = Head.beginning
    private var headRevision: Int?
    private var canonical = CanonicalEntry()
    private var lastMoment: (instant: Instant, text: String)?

    /// The last entry, as far as the next one needs it.
    private struct Head {
        let number: Int
        let at: Instant
        let fingerprint: Fingerprint

        static let beginning = Head(number: 0, at: Instant(seconds: .min), fingerprint: .none)
    }

    /// Reads and writes the journal of a database that ``migrations`` have prepared.
    public init(_ connection: any Connection) {
        self.connection = connection
    }

    /// Writes an entry behind the last one, within the caller's transaction if there is one.
    ///
    /// Where the clock went back, the entry gets the moment of the one before it.
    public func append(_ draft: Entry.Draft) throws -> Entry {
        guard connection.depth > 0 else { return try connection.transaction { try append(draft) } }
        let last = try currentHead()
        let number = last.number + 1
        let at = max(draft.at, last.at)
        let moment = text(of: at)
        let files = try attachedFiles(draft.attachments)
        let fingerprint = canonical.fingerprint(
            previous: last.fingerprint, number: number, at: moment, actor: draft.actor, origin: draft.origin,
            sentence: draft.sentence, attachments: files)
        try connection.execute(
            """
            INSERT INTO entry (seq, at, actor, origin, sentence, previous, hash)
            VALUES (\(number), \(moment), \(draft.actor), \(draft.origin), \(draft.sentence), \(last.fingerprint),
                \(fingerprint))
            """)
        if !files.isEmpty { try keep(draft.attachments, as: files, of: number) }
        head = Head(number: number, at: at, fingerprint: fingerprint)
        return Entry(
            number: number, at: at, actor: draft.actor, origin: draft.origin, sentence: draft.sentence,
            attachments: files, previous: last.fingerprint, fingerprint: fingerprint)
    }

    /// The number that the next entry will get, within the caller's transaction.
    public func nextNumber() throws -> Int {
        try currentHead().number + 1
    }

    /// The moment that the next entry will get at a time: that of the last one where the clock went back.
    public func nextMoment(_ time: Instant) throws -> Instant {
        max(time, try currentHead().at)
    }

    /// Hands over the entries from a number on, one by one.
    public func forEach(from number: Int = 1, _ body: (Entry) throws -> Void) throws {
        try connection.forEach("SELECT \(StoredEntry.columns) FROM entry WHERE seq >= \(number) ORDER BY seq") { row in
            try body(StoredEntry.read(row, from: connection).entry())
        }
    }

    /// So many entries from a number on.
    public func entries(from number: Int = 1, limit: Int) throws -> [Entry] {
        try connection.rows(
            "SELECT \(StoredEntry.columns) FROM entry WHERE seq >= \(number) ORDER BY seq LIMIT \(max(limit, 0))"
        ).map { try StoredEntry.read($0, from: connection).entry() }
    }

    /// The number of the last entry; 0 while there is none.
    public func lastNumber() throws -> Int {
        try connection.first("SELECT max(seq) FROM entry")?.value(0, as: Int?.self) ?? 0
    }

    /// The number of the last entry that was written by the end of a day; 0 when none was.
    public func lastNumber(by day: Day) throws -> Int {
        let end = Instant(day.adding(days: 1))
        return try connection.first("SELECT max(seq) FROM entry WHERE at < \(end)")?.value(0, as: Int?.self) ?? 0
    }

    /// The content of a file that is kept with an entry, or `nil` when the entry has no such file.
    public func attachment(named name: String, of number: Int) throws -> Entry.Attachment? {
        let row = try connection.first(
            """
            SELECT attachment.bytes, attachment.size FROM entry_attachment JOIN attachment USING (sha256)
            WHERE entry_attachment.seq = \(number) AND entry_attachment.name = \(name)
            """)
        guard let row else { return nil }
        guard let bytes = KeptFile.content(try row.value(0), size: try row.value(1)) else {
            throw Diagnostic.databaseDamaged(connection.name)
        }
        return Entry.Attachment(name: name, bytes: bytes)
    }
}

extension Journal {
    /// The last entry. It is read again when another connection may have written one, or one was rolled back.
    private func currentHead() throws -> Head {
        let revision = connection.revision
        guard headRevision != revision else { return head }
        let row = try connection.first("SELECT seq, at, hash FROM entry ORDER BY seq DESC LIMIT 1")
        head =
            try row.map { Head(number: try $0.value(0), at: try $0.value(1), fingerprint: try $0.value(2)) }
            ?? .beginning
        headRevision = revision
        return head
    }

    private func text(of moment: Instant) -> String {
        if let lastMoment, lastMoment.instant == moment { return lastMoment.text }
        let text = moment.description
        lastMoment = (moment, text)
        return text
    }

    /// Fingerprints the files and orders them by the bytes of their names, as the database does.
    private func attachedFiles(_ attachments: [Entry.Attachment]) throws -> [AttachedFile] {
        guard !attachments.isEmpty else { return [] }
        let files =
            attachments
            .map { AttachedFile(name: $0.name, fingerprint: $0.kept.fingerprint) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var names: Set<String> = []
        for file in files where !names.insert(file.name).inserted { throw Journal.doubled(file.name) }
        return files
    }

    /// Keeps each content once, however often it comes.
    private func keep(_ attachments: [Entry.Attachment], as files: [AttachedFile], of number: Int) throws {
        for file in files {
            guard let kept = attachments.first(where: { $0.name == file.name })?.kept else { continue }
            try connection.execute(
                """
                INSERT INTO attachment (sha256, bytes, size) VALUES (\(kept.fingerprint), \(kept.bytes), \(kept.size))
                ON CONFLICT DO NOTHING
                """)
            try connection.execute(
                """
                INSERT INTO entry_attachment (seq, name, sha256)
                VALUES (\(number), \(file.name), \(file.fingerprint))
                """)
        }
    }

    private static func doubled(_ name: String) -> Diagnostic {
        Diagnostic(
            .attachmentDoubled,
            Text(
                "Two files of one line are called ‘\(name)’.",
                vi: "Trong một dòng lệnh có hai tệp cùng tên ‘\(name)’."),
            subject: name, notes: [Text("Give one of them another name.", vi: "Hãy đổi tên một trong hai tệp.")])
    }
}

extension Diagnostic.Code {
    /// One line brings two files of the same name.
    public static let attachmentDoubled: Self = "attachment-doubled"
}
