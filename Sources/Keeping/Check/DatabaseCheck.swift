import Commands
import Database
import Diagnostics
import Journal
import Values

/// Looks through a whole database: whether it is stored soundly, and whether it keeps the laws that commands keep.
struct DatabaseCheck {
    let database: any Connection
    /// The tables as this Sen makes them.
    private let expected: [TableForm]
    /// What packs know of their own tables.
    private let laws: [DatabaseLaw]

    /// One thing that was looked at.
    struct Part {
        let name: Text
        /// What was looked through: `12 entries`.
        let extent: Text
        let faults: [Diagnostic]
    }

    /// Prepares to look through a database of the packs of a session, which may be of an older Sen.
    ///
    /// Refuses one of another program, of a newer Sen, or with tables of a pack that is not here.
    init(_ database: any Connection, in session: Session) throws {
        self.database = database
        let all = try Migrator(session.registry.migrations)
        let missing = try all.missing(on: database)
        let fresh = try session.surroundings.emptyDatabase(nil)
        try Migrator(all.migrations.filter { !missing.contains($0) }).run(on: fresh)
        expected = try fresh.forms()
        laws = session.registry.contributions()
        try fresh.close()
    }

    /// Everything that was looked at, in the order of what rests on what; all of it at one moment.
    func parts() throws -> [Part] {
        try database.transaction(.reading) {
            let forms = try database.forms()
            let records = RecordLaws(database, forms: forms, expected: expected)
            let general = [
                try part(Text("storage", vi: "lưu trữ"), storage),
                try part(Text("tables", vi: "các bảng")) { try tables(forms) },
                try part(Text("journal", vi: "nhật ký"), journal),
                try part(Text("files in the journal", vi: "các tệp trong nhật ký"), files),
                try part(Text("rows and their entries", vi: "dòng dữ liệu và mục nhật ký"), records.entries),
                try part(Text("references", vi: "tham chiếu"), records.references),
                try part(Text("one row where one may stand", vi: "không trùng dòng"), records.doubles),
            ]
            return try general
                + laws.map { law in
                    try part(law.name) {
                        let (extent, faults) = try law.faults(database)
                        return (extent, faults.map { .fault($0, Remedy.move) })
                    }
                }
        }
    }

    /// All faults, in the order of the parts.
    func faults() throws -> [Diagnostic] { try parts().flatMap(\.faults) }

    /// What cannot even be read is a fault of the part that wanted to read it.
    private func part(_ name: Text, _ look: () throws -> (Text, [Diagnostic])) throws -> Part {
        do {
            let (extent, faults) = try look()
            return Part(name: name, extent: extent, faults: faults)
        } catch let problem as Diagnostic where problem.code != .interrupted {
            return Part(name: name, extent: Text(verbatim: "–"), faults: [.fault(problem.message, Remedy.backUp)])
        }
    }
}

extension DatabaseCheck {
    private func storage() throws -> (Text, [Diagnostic]) {
        let faults = try database.integrity().map { words in
            Diagnostic.fault(Text("The storage: \(words).", vi: "Lưu trữ: \(words)."), Remedy.backUp)
        }
        return (Text("sound", vi: "tốt"), faults)
    }

    private func tables(_ forms: [TableForm]) throws -> (Text, [Diagnostic]) {
        var faults: [Diagnostic] = []
        for wanted in expected {
            guard let form = forms.first(where: { $0.name == wanted.name }) else {
                faults.append(
                    .fault(Text("The table ‘\(wanted.name)’ is gone.", vi: "Mất bảng ‘\(wanted.name)’."), Remedy.backUp)
                )
                continue
            }
            for column in wanted.columns where !form.columns.contains(where: { $0.name == column.name }) {
                faults.append(
                    .fault(
                        Text(
                            "The column ‘\(column.name)’ of the table ‘\(form.name)’ is gone.",
                            vi: "Mất cột ‘\(column.name)’ của bảng ‘\(form.name)’."), Remedy.backUp))
            }
            for law in wanted.laws where !form.laws.contains(law) {
                let columns = law.map(\.name).joined(separator: ", ")
                faults.append(
                    .fault(
                        Text(
                            "The table ‘\(form.name)’ has lost the rule that keeps \(columns) from being doubled.",
                            vi: "Bảng ‘\(form.name)’ mất quy tắc chống trùng \(columns)."), Remedy.move))
            }
        }
        return (Text("all of them, as this Sen makes them", vi: "đủ, đúng như bản Sen này tạo"), faults)
    }

    private func journal() throws -> (Text, [Diagnostic]) {
        switch try Journal(database).verify() {
        case .intact(let entries, _): (Text(entries: entries), [])
        case .broken(let entry): (Text(verbatim: "–"), [.fault(entry.message, Remedy.compare)])
        }
    }

    private func files() throws -> (Text, [Diagnostic]) {
        let damaged = try Journal(database).damagedAttachments().map { name, entry in
            Diagnostic.fault(
                Text(
                    "The file ‘\(name)’ of entry \(entry) was changed or removed.",
                    vi: "Tệp ‘\(name)’ của mục \(entry) đã bị sửa hoặc bị xoá."), Remedy.compare)
        }
        let count = try database.first("SELECT count(*) FROM entry_attachment")?.integer(0) ?? 0
        let stray =
            try database.first(
                """
                SELECT count(*) FROM attachment WHERE NOT EXISTS (
                    SELECT 1 FROM entry_attachment WHERE entry_attachment.sha256 = attachment.sha256)
                """)?.integer(0) ?? 0
        let left = Text(
            "\(stray) files in the journal belong to no entry.", vi: "\(stray) tệp trong nhật ký không thuộc mục nào.")
        return (
            Text(count == 1 ? "1 file" : "\(count) files", vi: "\(count) tệp"),
            damaged + (stray > 0 ? [.fault(left, Remedy.move)] : [])
        )
    }
}

extension Connection {
    /// How all tables are made, in the order of their names.
    func forms() throws -> [TableForm] {
        try tables().compactMap(Identifier.init).map { try form(of: $0) }
    }
}
