internal import Database
public import Diagnostics
internal import Values

/// An entry as it stands in the table, before anybody vouches for it.
struct StoredEntry {
    let number: Int
    let at: String
    let actor: String
    let origin: String
    let sentence: String
    let previous: Fingerprint
    let fingerprint: Fingerprint
    var attachments: [AttachedFile] = []

    /// Reads a row of ``columns``.
    init(_ row: Row) throws {
        number = try row.value(0)
        at = try row.value(1)
        actor = try row.value(2)
        origin = try row.value(3)
        sentence = try row.value(4)
        previous = try row.value(5)
        fingerprint = try row.value(6)
    }

    /// The columns that are read, and whether the entry has attachments.
    static let columns: SQL = """
        seq, at, actor, origin, sentence, previous, hash,
        EXISTS (SELECT 1 FROM entry_attachment WHERE entry_attachment.seq = entry.seq)
        """

    /// Reads a row of ``columns`` with the attachments that it tells of.
    static func read(_ row: Row, from connection: any Connection) throws -> StoredEntry {
        var entry = try StoredEntry(row)
        guard try row.value(7) else { return entry }
        try connection.forEach(
            "SELECT name, sha256 FROM entry_attachment WHERE seq = \(entry.number) ORDER BY name"
        ) { entry.attachments.append(AttachedFile(name: try $0.value(0), fingerprint: try $0.value(1))) }
        return entry
    }

    /// The fingerprint it has if it stood at a number, behind the entry that it names.
    func fingerprint(at number: Int, with canonical: inout CanonicalEntry) -> Fingerprint {
        canonical.fingerprint(
            previous: previous, number: number, at: at, actor: actor, origin: origin, sentence: sentence,
            attachments: attachments)
    }

    /// The entry, when its moment can be read.
    func entry() throws -> Entry {
        guard let moment = Instant(at) else {
            throw Diagnostic(
                .journalUnreadable,
                Text(
                    "Entry \(number) of the journal was changed: its moment cannot be read.",
                    vi: "Mục \(number) của nhật ký đã bị sửa: không đọc được thời điểm."),
                suggestion: "verify journal")
        }
        return Entry(
            number: number, at: moment, actor: actor, origin: origin, sentence: sentence, attachments: attachments,
            previous: previous, fingerprint: fingerprint)
    }
}

extension Diagnostic.Code {
    /// An entry of the journal holds something that Sen never writes there.
    public static let journalUnreadable: Self = "journal-unreadable"
}
