import Commands
import Database
import Diagnostics
import Documents
import Journal
import Language
import Syntax
import Values

/// `restore` puts a back-up in place of the database, which is kept beside it.
let restore = Command(
    "restore",
    Text(
        "Puts a back-up in place of the database, which is kept beside it under another name.",
        vi: "Đưa bản sao lưu vào thay cơ sở dữ liệu; bản hiện tại được giữ bên cạnh dưới tên khác."),
    effect: .replaces, run: putBack
) {
    Label<FilePath>("from", Text("The back-up.", vi: "Bản sao lưu."))
    Label<Bool>(
        "replacing",
        Text(
            "Whether entries that the back-up does not have may be given up.",
            vi: "Có bỏ những mục mà bản sao lưu không có hay không."),
        default: .value(.yesNo(false)))
} examples: {
    Example("restore from: \"example.db\"").prints("Restored")
    Example("restore from: \"nothing.db\"").reports(.databaseMissing)
}

private func putBack(session: Session, from path: FilePath, replacing: Bool) throws -> Document {
    let copies = Copies(session: session)
    let shelf = try copies.shelf()
    guard shelf.has(path.path) else { throw Restoring.missing(path.path) }
    let copy = try shelf.open(path.path)
    defer { try? copy.close() }
    let end = try copies.soundEnd(of: copy, path.path)
    // Both are done at one moment; the copying is refused when anybody writes behind it.
    let kept = try session.database.transaction(.reading) {
        let common = try copies.common(with: copy)
        if !replacing { try Restoring.refuseLoss(session, from: common, path.path) }
        return try Restoring.keep(session, copies)
    }
    try copy.copy(into: session.database, isStopped: session.isStopped)
    try Migrator(session.registry.migrations).run(on: session.database)
    let beside = kept.map {
        Text(" The former database is kept in \($0).", vi: " Cơ sở dữ liệu cũ được giữ trong \($0).")
    }
    return .done(
        Text(
            "Restored \(end.count.english) from \(path.path), last \(end.fingerprint).",
            vi: "Đã khôi phục \(end.count.vietnamese) từ \(path.path), mục cuối \(end.fingerprint).")
            + (beside ?? Text(verbatim: "")))
}

/// What restoring looks at before it begins.
private enum Restoring {
    /// How many of the entries that would be given up are shown.
    static let shown = 5

    /// Refuses to give up entries, showing the last of them.
    static func refuseLoss(_ session: Session, from common: Int, _ path: String) throws {
        let last = try session.journal.lastNumber()
        guard last > common else { return }
        let first = max(common + 1, last - shown + 1)
        let sentences = try session.journal.entries(from: first, limit: shown).map {
            Text(verbatim: "\($0.number)  \($0.at)  \($0.sentence)")
        }
        let count = last - common
        throw Diagnostic(
            .restoreWouldLose,
            Text(
                "The database holds \(Text(entries: count).english) that ‘\(path)’ does not have.",
                vi: "Cơ sở dữ liệu có \(count) mục mà ‘\(path)’ không có."),
            subject: "from", notes: sentences,
            suggestion: "restore from: \(SourceForm.text(path)) replacing: yes")
    }

    /// Keeps the database as it is under a name with the moment in it; gives the name, or `nil` for an empty one.
    static func keep(_ session: Session, _ copies: Copies) throws -> String? {
        guard try session.journal.lastNumber() > 0 else { return nil }
        let moment = session.now.description.prefix(19).filter { $0 != ":" }
        let name = session.database.name
        let stem = name.hasSuffix(".db") ? String(name.dropLast(3)) : name
        let shelf = try copies.shelf()
        var path = "\(stem).before-\(moment).db"
        var others = 1
        while shelf.has(path) {
            others += 1
            path = "\(stem).before-\(moment)-\(others).db"
        }
        try shelf.keep(path) { former in
            try session.database.copy(into: former, isStopped: session.isStopped)
        } check: { _ in
            // It is kept as it is, sound or not.
        }
        return path
    }

    static func missing(_ path: String) -> Diagnostic {
        Diagnostic(
            .databaseMissing,
            Text("There is no back-up at ‘\(path)’.", vi: "Không có bản sao lưu nào tại ‘\(path)’."), subject: "from")
    }
}

extension Diagnostic.Code {
    /// A back-up that lacks entries which the database has.
    static let restoreWouldLose: Self = "restore-would-lose"
}
