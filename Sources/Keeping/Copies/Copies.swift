import Commands
import Database
import Diagnostics
import Journal
import Syntax
import Values

/// Copies of a session's database, each one file, whole and checked.
struct Copies {
    let session: Session

    /// Where copies lie.
    func shelf() throws -> any DatabaseShelf {
        guard let shelf = session.surroundings.shelf else { throw Diagnostic.databaseNotCopied(session.database.name) }
        return shelf
    }

    /// Copies the database as it is at one moment, while others write; gives the last entry of the copy.
    ///
    /// The copy is looked through as it will be read. It takes the place of an older copy, never of other work.
    func make(_ path: String) throws -> JournalEnd {
        let shelf = try shelf()
        try refuseOtherWork(path, on: shelf)
        var end = JournalEnd.beginning
        try shelf.keep(path) { copy in
            try session.database.copy(into: copy, isStopped: session.isStopped)
        } check: { copy in
            end = try soundEnd(of: copy, path)
            guard try session.journal.end(at: end.number) == end else { throw Copies.faulty(path, []) }
        }
        return end
    }

    /// The last entry of a copy in which nothing is wrong.
    func soundEnd(of copy: any Connection, _ path: String) throws -> JournalEnd {
        let faults = try DatabaseCheck(copy, in: session).faults()
        guard faults.isEmpty else { throw Copies.faulty(path, faults) }
        return try Journal(copy).end()
    }

    /// The number up to which the session's journal and that of a copy are the same.
    func common(with copy: any Connection) throws -> Int {
        let (own, other) = (session.journal, Journal(copy))
        var (same, different) = (0, try min(own.lastNumber(), other.lastNumber()) + 1)
        // A fingerprint covers all entries in front of it, so that halving finds the place.
        while same + 1 < different {
            let middle = (same + different) / 2
            if try own.end(at: middle) == other.end(at: middle) { same = middle } else { different = middle }
        }
        return same
    }

    private func refuseOtherWork(_ path: String, on shelf: any DatabaseShelf) throws {
        guard shelf.has(path) else { return }
        let older = try shelf.open(path)
        defer { try? older.close() }
        guard try older.tables().contains("entry"), try common(with: older) == Journal(older).lastNumber() else {
            throw Diagnostic(
                .copyWouldLose,
                Text(
                    "‘\(path)’ is no older copy of this database: it holds entries that are not here.",
                    vi: "‘\(path)’ không phải bản sao cũ của cơ sở dữ liệu này: tệp có những mục không có ở đây."),
                subject: "to", notes: [Text("Give another name.", vi: "Hãy chọn tên khác.")])
        }
    }

    private static func faulty(_ path: String, _ faults: [Diagnostic]) -> Diagnostic {
        let first = faults.first?.message
        return Diagnostic(
            .copyFaulty,
            Text("‘\(path)’ is not sound and was not used.", vi: "‘\(path)’ có lỗi nên không được dùng."),
            notes: (first.map { [$0] } ?? []) + [
                Text(
                    "‘check database’ tells all that is wrong with the database that is open.",
                    vi: "‘check database’ cho biết mọi lỗi của cơ sở dữ liệu đang mở.")
            ])
    }
}

/// Where a journal ends.
struct JournalEnd: Equatable {
    let number: Int
    let fingerprint: Fingerprint

    /// How many entries it has, in words.
    var count: Text { Text(entries: number) }

    static let beginning = JournalEnd(number: 0, fingerprint: .none)
}

extension Text {
    /// A count of entries.
    init(entries count: Int) {
        self.init(count == 1 ? "1 entry" : "\(count) entries", vi: "\(count) mục")
    }
}

extension Journal {
    /// Where it ends.
    func end() throws -> JournalEnd { try end(at: lastNumber()) ?? .beginning }

    /// Where it ended when it had so many entries; `nil` when it never had.
    func end(at number: Int) throws -> JournalEnd? {
        guard number > 0 else { return .beginning }
        return try entries(from: number, limit: 1).first.flatMap {
            $0.number == number ? JournalEnd(number: number, fingerprint: $0.fingerprint) : nil
        }
    }
}

extension Diagnostic.Code {
    /// A file that a back-up would take the place of, and that holds other work.
    static let copyWouldLose: Self = "copy-would-lose"
    /// A copy that is not sound.
    static let copyFaulty: Self = "copy-faulty"
}
