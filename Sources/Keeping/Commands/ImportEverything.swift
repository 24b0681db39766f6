import Commands
import Database
import Diagnostics
import Documents
import Journal
import Language
import Values

/// `import everything` reads what `export everything` wrote into an empty database.
let importEverything = Command(
    "import everything",
    Text(
        "Reads what ‘export everything’ wrote into an empty database.",
        vi: "Nhập tệp do ‘export everything’ ghi vào một cơ sở dữ liệu trống."),
    effect: .replaces, run: importAll
) {
    Label<FilePath>("from", Text("The file.", vi: "Tệp cần đọc."))
} examples: {
    Example("import everything from: \"example.jsonl\"").prints("already")
    Example("import everything").reports(.missingArgument)
}

private func importAll(session: Session, from path: FilePath) throws -> Document {
    let database = session.database
    let reader = DumpReader(session, path: path.path)
    do {
        try database.transaction {
            try session.surroundings.files.lines(of: path.path) { line in
                guard !session.isStopped() else { throw Diagnostic.interrupted }
                try reader.read(line)
                if reader.lines == 1 { try refuseContent(of: session, before: reader) }
            }
            try reader.finish()
            let faults = try DatabaseCheck(database, in: session).faults()
            guard faults.isEmpty else { throw Diagnostics(faults) }
        }
    } catch is AlreadyHere {
        return .says(
            Text(
                "The database already holds \(Text(entries: reader.entries).english) of the file.",
                vi: "Cơ sở dữ liệu đã có sẵn \(reader.entries) mục này."))
    }
    // Whoever remembers an empty journal looks again when a transaction was taken back.
    try database.begin(.reading)
    try database.rollback()
    return .done(
        Text(
            "Read \(Text(entries: reader.entries).english) from \(path.path).",
            vi: "Đã nhập \(reader.entries) mục từ \(path.path)."))
}

/// Ends the reading of a file whose journal is the database's own.
private struct AlreadyHere: Error {}

private func refuseContent(of session: Session, before reader: DumpReader) throws {
    let database = session.database
    let end = try session.journal.end()
    if end.number > 0, end.number == reader.entries, end.fingerprint.description == reader.last { throw AlreadyHere() }
    for form in try database.forms().inOrderOfReferences() {
        guard try database.first("SELECT 1 FROM \(form.name) LIMIT 1") != nil else { continue }
        throw Diagnostic(
            .databaseNotEmpty,
            Text(
                "The database ‘\(database.name)’ is not empty.", vi: "Cơ sở dữ liệu ‘\(database.name)’ không trống."),
            notes: [
                Text(
                    "Read it into a new file: sen --database new.db.",
                    vi: "Hãy nhập vào một tệp mới: sen --database new.db.")
            ])
    }
}
