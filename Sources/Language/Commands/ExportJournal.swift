import Commands
import Documents
import Journal
import Values

/// `export journal` writes the journal as a script that can be read and run.
let exportJournal = Command(
    "export journal", Text("Writes the journal as a script.", vi: "Xuất nhật ký thành một kịch bản."), effect: .exports,
    run: export
) {
    Label<FilePath>("to", Text("The script's file.", vi: "Tệp kịch bản."))
} examples: {
    Example("export journal to: \"journal.sen\"").prints("journal.sen")
    Example("export journal").reports(.missingArgument)
}

private func export(session: Session, to path: FilePath) throws -> Document {
    var count = 0
    try session.write(to: path.path) { append in
        try session.journal.forEach { entry in
            guard entry.number <= session.horizon ?? .max else { return }
            let head = "# entry \(entry.number), \(entry.at), \(entry.actor), \(entry.origin)"
            try append(Array("\(head)\n\(entry.sentence)\n".utf8))
            count += 1
        }
    }
    return .done(Text("Wrote \(count) entries to \(path.path).", vi: "Đã ghi \(count) mục vào \(path.path)."))
}
