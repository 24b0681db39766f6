public import Database
import Diagnostics
import Documents
import Tables
public import Values

extension Correction {
    /// The command that ends a record which was put down by mistake.
    func retracting(_ examples: [Example]) -> Command {
        let summary = Text(
            "Takes back \(nounWithArticle) that was recorded by mistake; its history stays.",
            vi: "Rút \(noun.vietnamese) đã ghi nhầm; lịch sử vẫn được lưu.")
        let parameters = key + [Correction.reason]
        return Command("retract \(name)", summary, parameters, examples: examples) { session, bound in
            let reason: Value
            if case .value(let value)?? = bound.last { reason = value } else { reason = .missing }
            try Correction.requireReason(reason)
            let record = try CurrentRecord(self, bound, session)
            try refusal?(session, record.title, record.id)
            try refuseInUse(record, session)
            try end(record, session)
            return .done(
                Text("Retracted \(record.title): \(reason.plain)", vi: "Đã rút \(record.title): \(reason.plain)"))
        }
    }

    private func end(_ record: CurrentRecord, _ session: Session) throws {
        try session.database.execute("UPDATE \(table) SET retired = \(session.entry) WHERE id = \(record.id)")
        for (part, column) in session.registry.kind(name)?.parts ?? [:] {
            try session.database.execute(
                "UPDATE \(part) SET retired = \(session.entry) WHERE \(column) = \(record.id) AND retired IS NULL")
        }
    }

    /// Refuses a record that others refer to, naming what they are and the last entry that brought one.
    private func refuseInUse(_ record: CurrentRecord, _ session: Session) throws {
        let parts = session.registry.kind(name)?.parts ?? [:]
        for form in try session.recordTables() {
            let own = parts[form.name]
            for column in form.references where column.table.name == table.text && column.name != own {
                let others: SQL = own.map { "\($0) <> \(record.id)" } ?? "1 = 1"
                let row = try session.database.first(
                    """
                    SELECT count(*), max(recorded) FROM \(form.name)
                    WHERE \(column.name) = \(record.id) AND retired IS NULL AND \(others)
                    """)
                guard let row, case let count:Int = try row.value(0), count > 0 else { continue }
                var finding = Correction.inUse(
                    record.title, count, session.noun(of: form.name), entry: try row.value(1))
                finding.subject = key.first?.name
                throw finding
            }
        }
    }

    private static func inUse(_ title: String, _ count: Int, _ noun: Text, entry: Int) -> Diagnostic {
        let number = Number(count)
        return Diagnostic(
            .recordInUse,
            Text(
                "\(title) is in use: \(number.formatted(in: .english)) × \(noun.english).",
                vi: "\(title) đang được dùng: \(number.formatted(in: .vietnamese)) × \(noun.vietnamese)."),
            notes: [
                Text(
                    "Retract these first; entry \(entry) brought the last of them.",
                    vi: "Hãy rút các bản ghi đó trước; mục \(entry) ghi bản ghi cuối cùng trong số này.")
            ])
    }
}

extension Session {
    /// What a record of a table is called.
    public func noun(of table: Identifier) -> Text {
        let corrections = registry.packs.flatMap(\.corrections)
        if let correction = corrections.first(where: { $0.table.text == table.name }) { return correction.noun }
        for name in registry.kindNames {
            guard let kind = registry.kind(name) else { continue }
            if kind.table == table || kind.parts[table] != nil { return kind.noun }
        }
        return Text(verbatim: table.name)
    }
}

extension Diagnostic.Code {
    /// A record that others refer to.
    static let recordInUse: Self = "record-in-use"
}
