import Commands
import Database
import Diagnostics
import Journal
import Values

/// Which entries are undone.
struct Undoing {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// The entry that was done last, or done again last, and can be undone; a finding when there is none.
    func lastInForce() throws -> Int {
        let again = try session.database.first(
            """
            SELECT meant, max(recorded) FROM taken_back GROUP BY meant HAVING count(*) % 2 = 0
            ORDER BY max(recorded) DESC LIMIT 1
            """
        ).map { (entry: try $0.integer(0), since: try $0.integer(1)) }
        var end = try session.journal.lastNumber() + 1
        while true {
            let row = try session.database.first(
                """
                SELECT seq FROM entry WHERE seq < \(end) AND seq NOT IN (SELECT recorded FROM taken_back)
                  AND seq NOT IN (SELECT meant FROM taken_back) ORDER BY seq DESC LIMIT 1
                """)
            let number: Int? = try row?.value(0)
            if let again, again.since > number ?? 0 { return again.entry }
            guard let number else { throw Undoing.nothing }
            if try !stays(number) { return number }
            end = number
        }
    }

    /// The entry whose undoing is the last in force; a finding when there is none.
    func lastUndone() throws -> Int {
        let row = try session.database.first(
            """
            SELECT meant FROM taken_back GROUP BY meant HAVING count(*) % 2 = 1 ORDER BY max(recorded) DESC LIMIT 1
            """)
        guard let number: Int = try row?.value(0) else { throw Undoing.nothingUndone }
        return number
    }

    /// The entry as which another one stands in the tables: itself, or the last that undid it or did it again; and
    /// whether it is undone.
    func standing(_ number: Int) throws -> (entry: Int, isUndone: Bool) {
        let row = try session.database.first(
            "SELECT max(recorded), count(*) FROM taken_back WHERE meant = \(number)")
        guard let row, let last: Int = try row.value(0) else { return (number, false) }
        return (last, try row.integer(1) % 2 == 1)
    }

    /// The entry that took another one back, where one did.
    func takenBack(_ entry: Int) throws -> Int? {
        try session.database.first("SELECT recorded FROM taken_back WHERE entry = \(entry)")?.value(0)
    }

    /// What an entry that takes back stands for: the entry that the user undid or did again, and the one taken back.
    func meaning(of entry: Int) throws -> (meant: Int, taken: Int)? {
        try session.database.first("SELECT meant, entry FROM taken_back WHERE recorded = \(entry)").map {
            (try $0.value(0), try $0.value(1))
        }
    }

    /// Refuses a number that no entry has, and those that cannot be undone.
    func refuseForeign(_ number: Int) throws {
        guard (1...max(1, try session.journal.lastNumber())).contains(number), try sentence(number) != nil else {
            throw Undoing.unknown(number)
        }
        if let (meant, _) = try meaning(of: number) { throw Undoing.isUndoing(number, meant) }
        if try stays(number) { throw Undoing.lasting(number, try sentence(number) ?? "") }
    }

    /// The sentence of an entry.
    func sentence(_ number: Int) throws -> String? {
        try session.journal.entries(from: number, limit: 1).first.map(\.sentence)
    }

    private func stays(_ number: Int) throws -> Bool {
        let words = try (sentence(number) ?? "").split(separator: " ").prefix(4).map(String.init)
        return session.registry.command(matching: words)?.command.isLasting ?? false
    }
}

extension Undoing {
    private static let nothing = Diagnostic(
        .nothingToUndo, Text("There is nothing to undo.", vi: "Không còn gì để hoàn tác."))

    private static let nothingUndone = Diagnostic(
        .nothingToRedo, Text("Nothing is undone.", vi: "Không có mục nào đang được hoàn tác."))

    private static func unknown(_ number: Int) -> Diagnostic {
        Diagnostic(
            .noSuchEntry,
            Text("The journal has no entry \(number).", vi: "Nhật ký không có mục \(number)."), subject: "entry",
            notes: [Text("‘show journal’ lists the last ones.", vi: "Gõ ‘show journal’ để xem các mục cuối.")])
    }

    private static func isUndoing(_ number: Int, _ meant: Int) -> Diagnostic {
        Diagnostic(
            .undoesItself,
            Text(
                "Entry \(number) undid entry \(meant) or did it again.",
                vi: "Mục \(number) là hoàn tác hoặc làm lại mục \(meant)."),
            subject: "entry",
            notes: [
                Text(
                    "‘undo entry: \(meant)’ and ‘redo entry: \(meant)’ name the entry itself.",
                    vi: "Hãy gõ ‘undo entry: \(meant)’ hoặc ‘redo entry: \(meant)’.")
            ])
    }

    private static func lasting(_ number: Int, _ sentence: String) -> Diagnostic {
        Diagnostic(
            .entryStays,
            Text("Entry \(number) stays for good.", vi: "Mục \(number) không thể hoàn tác."), subject: "entry",
            notes: [Text(verbatim: "\(number): \(sentence)")])
    }
}

extension Diagnostic.Code {
    /// A journal all of whose entries are undone.
    static let nothingToUndo: Self = "nothing-to-undo"
    /// A journal none of whose entries is undone.
    static let nothingToRedo: Self = "nothing-to-redo"
    /// A number that no entry has.
    static let noSuchEntry: Self = "no-such-entry"
    /// An entry that undid another one, or did it again.
    static let undoesItself: Self = "undoes-itself"
    /// An entry that is kept whatever comes.
    static let entryStays: Self = "entry-stays"
}
