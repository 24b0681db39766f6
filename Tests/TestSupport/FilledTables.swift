public import Database
import Journal
import Values

/// Rows of no meaning in every table of records, so that what goes by the form of tables can be tried on all packs.
public enum FilledTables {
    /// How many rows each table gets.
    public static let rows = 4

    /// Fills all tables of records whose references are there; gives their names. Whatever refers to nothing gets texts
    /// that a careless writer would break, or, for `numbers`, numbers of rows that are there.
    public static func fill(_ database: any Connection, numbers: Bool = false) throws -> [Identifier] {
        try database.transaction {
            let journal = Journal(database)
            for number in 1...3 {
                let moment = Instant(seconds: Int64(1_760_000_000 + number * 60))
                let file = Entry.Attachment(name: "\(number).csv", bytes: Array("a,b\n\(number % 2),ư\n".utf8))
                _ = try journal.append(
                    Entry.Draft(at: moment, actor: "lan", origin: "test", sentence: "s \(number)", attachments: [file]))
            }
            var filled: [Identifier] = []
            var waiting = try database.tables().compactMap(Identifier.init).map { try database.form(of: $0) }
                .filter(\.holdsRecords)
            while let index = waiting.firstIndex(where: { form in
                form.columns.allSatisfy { $0.reference.map { $0 == form.name || filled.contains($0) } ?? true }
            }) {
                let form = waiting.remove(at: index)
                for id in 1...rows { try insert(id, into: form, of: database, numbers) }
                filled.append(form.name)
            }
            return filled
        }
    }

    private static func insert(_ id: Int, into form: TableForm, of database: any Connection, _ numbers: Bool) throws {
        let texts: [SQLValue] = [.text("“\(id)”\t\\ \"ữ\u{301}\"\u{1}\n{"), .blob([0, 255, UInt8(id)])]
        let number = SQLValue.integer(Int64(id))
        let kinds = numbers ? [number] + texts : texts + [number]
        for (place, kind) in kinds.enumerated() {
            let values = form.columns.map { column -> SQLValue in
                switch column.name.name {
                case "id": .integer(Int64(id))
                case "recorded": .integer(Int64(1 + id % 2))
                case "retired": id == 1 ? .integer(3) : .null
                default: column.reference == nil ? kind : .integer(Int64(id))
                }
            }
            do {
                try database.transaction {
                    let columns = form.columns.map(\.name)
                    try database.execute("INSERT INTO \(form.name) (\(columns)) VALUES (\(list: values))")
                }
                return
            } catch  where place < kinds.count - 1 {
                // A table that takes only values of its types gets others.
            }
        }
    }
}
