import Commands
import Database
import Diagnostics
import Values

/// Takes an entry back, whatever command wrote it: the rows that it brought end, and those that it ended come back as
/// new rows, so that the time between still reads as it was.
struct TakingBack {
    private let session: Session
    private let undoing: Undoing
    /// The entry that the user named.
    private let meant: Int
    /// The entry as which it stands in the tables: itself, or the last that undid it or did it again.
    private let target: Int
    private let forms: [TableForm]
    private(set) var ended = 0
    private(set) var returned = 0

    init(_ meant: Int, standingAs target: Int, _ session: Session) throws {
        self.session = session
        self.meant = meant
        self.target = target
        undoing = Undoing(session)
        forms = try session.recordTables()
    }

    mutating func run() throws {
        for form in forms { try end(form) }
        var back: [String: SQL] = [:]
        for form in forms where try ends(form.name) {
            try bringBack(form, back)
            back[form.name.name] = Session.successors(in: "\(form.name)", endedBy: target, broughtBy: session.entry)
        }
        for form in forms {
            for column in form.references { try settle(form, column) }
        }
        try session.database.execute(
            "INSERT INTO taken_back (entry, meant, recorded) VALUES (\(target), \(meant), \(session.entry))")
        try FigureLocks.refuseTakingBack(session)
    }
}

// The rows that it brought.
extension TakingBack {
    private mutating func end(_ form: TableForm) throws {
        let later = try session.database.rows(
            """
            SELECT DISTINCT retired FROM \(form.name) WHERE recorded = \(target) AND retired <> \(target)
            ORDER BY retired
            """)
        ended += try session.database.execute(
            "UPDATE \(form.name) SET retired = \(session.entry) WHERE recorded = \(target) AND retired IS NULL")
        for row in later {
            let entry: Int = try row.value(0)
            let ids = try session.database.rows(
                "SELECT id FROM \(form.name) WHERE recorded = \(target) AND retired = \(entry) ORDER BY id")
            try follow(form, try ids.map { try $0.value(0) }, endedBy: entry)
        }
    }

    /// Ends what rows have become that another entry ended: that one must have been undone since.
    private mutating func follow(_ form: TableForm, _ ids: [Int64], endedBy entry: Int) throws {
        guard let undo = try undoing.takenBack(entry) else { throw try blocked(by: entry) }
        let pairs = Session.successors(in: "\(form.name)", endedBy: entry, broughtBy: undo)
        let rows = try session.database.rows(
            """
            SELECT t.id, t.retired FROM (\(pairs)) p JOIN \(form.name) t ON t.id = p.new_id
            WHERE p.old_id IN (\(ids: ids)) ORDER BY t.id
            """)
        let groups = Dictionary(grouping: rows) { $0.values[1].entry }
        for (later, rows) in groups.sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) }) {
            let copies: [Int64] = try rows.map { try $0.value(0) }
            guard let later else {
                ended += try session.database.execute(
                    "UPDATE \(form.name) SET retired = \(session.entry) WHERE id IN (\(ids: copies))")
                continue
            }
            try follow(form, copies, endedBy: later)
        }
    }
}

// The rows that it ended.
extension TakingBack {
    private func ends(_ table: Identifier) throws -> Bool {
        try session.database.first(
            "SELECT 1 FROM \(table) WHERE retired = \(target) AND recorded < \(target) LIMIT 1") != nil
    }

    private mutating func bringBack(_ form: TableForm, _ back: [String: SQL]) throws {
        do {
            let condition: SQL = "o.retired = \(target) AND o.recorded < \(target)"
            let count = try session.database.first("SELECT count(*) FROM \(form.name) o WHERE \(condition)")
            returned += try session.database.transaction {
                try session.database.filling("\(form.name)", rows: count?.integer(0) ?? 0) {
                    try session.copyRows(of: form, where: condition, following: back)
                }
            }
        } catch let finding as Diagnostic where finding.code == .databaseRule {
            throw try placeTaken(form)
        }
    }

    /// The place of a row that would come back has been given to another since.
    private func placeTaken(_ form: TableForm) throws -> Diagnostic {
        let noun = session.noun(of: form.name)
        var finding = Diagnostic(
            .placeTaken,
            Text(
                "Entry \(meant) cannot be taken back: another \(noun.english) stands in the place of the one it ended.",
                vi: "Không thể đảo lại mục \(meant): đã có \(noun.vietnamese) khác ở vị trí của bản ghi cũ."),
            subject: "entry")
        let corrections = session.registry.packs.flatMap(\.corrections)
        let keys = corrections.first { $0.table.text == form.name.name }?.keyColumns ?? []
        guard !keys.isEmpty else { return finding }
        let row = try session.database.first(
            """
            SELECT max(v.recorded) FROM \(form.name) v JOIN \(form.name) o
                ON \(keys.map { key -> SQL in "(o.\(key) = v.\(key) OR (o.\(key) IS NULL AND v.\(key) IS NULL))" }
                    .joined(" AND "))
            WHERE o.retired = \(target) AND o.recorded < \(target) AND v.retired IS NULL
            """)
        if let entry: Int = try row?.value(0) {
            finding.notes = try [note(entry)]
            finding.suggestion = try undoing.meaning(of: entry) == nil ? "undo entry: \(entry)" : nil
        }
        return finding
    }
}

// What refers to rows that went or came.
extension TakingBack {
    private func settle(_ form: TableForm, _ column: (name: Identifier, table: Identifier)) throws {
        let (table, name, name2) = (form.name, column.name, column.table)
        if let target = forms.first(where: { $0.name == name2 }), target.hasCodes {
            // A reference follows the code: what it named was amended since.
            try session.database.execute(
                """
                UPDATE \(table) SET \(name) = (
                    SELECT max(v.id) FROM \(name2) v JOIN \(name2) d ON d.code = v.code
                    WHERE d.id = \(table).\(name) AND v.retired IS NULL)
                WHERE recorded = \(session.entry) AND \(name) IN (
                    SELECT d.id FROM \(name2) d JOIN \(name2) v ON v.code = d.code
                    WHERE d.retired IS NOT NULL AND v.retired IS NULL)
                """)
        }
        let stranded = try session.database.first(
            """
            SELECT id, recorded FROM \(table)
            WHERE retired IS NULL AND recorded <> \(session.entry)
              AND \(name) IN (SELECT id FROM \(name2) WHERE retired = \(session.entry)) ORDER BY id LIMIT 1
            """)
        if let stranded { throw try blocked(by: origin(form, try stranded.value(0), try stranded.value(1))) }
        let rootless = try session.database.first(
            """
            SELECT max(d.retired) FROM \(table) t JOIN \(name2) d ON d.id = t.\(name)
            WHERE t.recorded = \(session.entry) AND t.retired IS NULL AND d.retired IS NOT NULL
            """)
        if let entry: Int = try rootless?.value(0) { throw try blocked(by: entry) }
    }

    /// The entry that brought a row first, where undoing has put it on record again.
    private func origin(_ form: TableForm, _ id: Int64, _ entry: Int) throws -> Int {
        guard let (_, taken) = try undoing.meaning(of: entry) else { return entry }
        let pairs = Session.successors(in: "\(form.name)", endedBy: taken, broughtBy: entry)
        let row = try session.database.first(
            "SELECT t.id, t.recorded FROM (\(pairs)) p JOIN \(form.name) t ON t.id = p.old_id WHERE p.new_id = \(id)")
        return try row.map { try origin(form, try $0.value(0), try $0.value(1)) } ?? entry
    }

    /// What is said where another entry built on this one.
    private func blocked(by entry: Int) throws -> Diagnostic {
        let other = try undoing.meaning(of: entry)?.meant ?? entry
        let isUndone = try undoing.standing(other).isUndone
        return Diagnostic(
            .builtOn,
            Text(
                "Entry \(meant) cannot be taken back: entry \(other) rests on it.",
                vi: "Không thể đảo lại mục \(meant): mục \(other) đã dựa vào mục này."),
            subject: "entry", notes: [try note(other)],
            suggestion: "\(isUndone ? "redo" : "undo") entry: \(other)")
    }

    private func note(_ entry: Int) throws -> Text {
        Text(verbatim: "\(entry): \(try undoing.sentence(entry) ?? "")")
    }
}

extension SQLValue {
    fileprivate var entry: Int? { Int(sqlValue: self) }
}

extension Diagnostic.Code {
    /// An entry on which another one rests.
    static let builtOn: Self = "built-on"
    /// A row whose place another one has taken since.
    static let placeTaken: Self = "place-taken"
}
