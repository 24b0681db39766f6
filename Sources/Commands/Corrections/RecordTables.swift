public import Database
import Values

// What is done to records of any table, by the form of the tables.
extension Session {
    /// The tables that hold records, each behind those that it refers to.
    public func recordTables() throws -> [TableForm] {
        if let tablesOfRecords { return tablesOfRecords }
        let forms = try database.tables().compactMap(Identifier.init).map { try database.form(of: $0) }
            .filter(\.holdsRecords)
        var ordered: [TableForm] = []
        var waiting = forms
        while !waiting.isEmpty {
            let open = Set(waiting.map(\.name))
            let ready = waiting.filter { form in
                form.references.allSatisfy { $0.table == form.name || !open.contains($0.table) }
            }
            // Tables that refer to each other come as they stand.
            ordered += ready.isEmpty ? waiting : ready
            let done = Set(ordered.map(\.name))
            waiting.removeAll { done.contains($0.name) }
        }
        tablesOfRecords = ordered
        return ordered
    }

    /// Puts rows `o` of a table on record once more, as they stand. A column whose table has successors names these.
    public func copyRows(
        of form: TableForm, where condition: SQL, following successors: [String: SQL] = [:]
    ) throws -> Int {
        var values: [SQL] = []
        var joins: SQL = ""
        for column in form.kept {
            guard let table = column.reference, let pairs = successors[table.name],
                let alias = Identifier("s\(values.count)")
            else {
                values.append("o.\(column.name)")
                continue
            }
            values.append("coalesce(\(alias).new_id, o.\(column.name))")
            joins = "\(joins) LEFT JOIN (\(pairs)) \(alias) ON \(alias).old_id = o.\(column.name)"
        }
        return try database.execute(
            """
            INSERT INTO \(form.name) (\(form.kept.map(\.name)), recorded)
            SELECT \(values.joined(", ")), \(entry) FROM \(form.name) o \(joins) WHERE \(condition) ORDER BY o.id
            """)
    }

    /// The ids of the rows that one entry ended (`old_id`), each with that of the row that came in its place
    /// (`new_id`).
    ///
    /// Holds where the other entry put exactly those rows on record again, in their order.
    public static func successors(in table: SQL, endedBy old: Int, broughtBy new: Int) -> SQL {
        """
        SELECT o.id AS old_id, n.id AS new_id
        FROM (
            SELECT id, row_number() OVER (ORDER BY id) AS place FROM \(table)
            WHERE retired = \(old) AND recorded < \(old)
        ) o
        JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM \(table) WHERE recorded = \(new)) n
            ON n.place = o.place
        """
    }

    /// Lets the records that refer to a row which this entry has succeeded refer to its successor, and so on.
    func followSuccessor(in table: SQL) throws {
        var moved: [String: SQL] = [
            table.text: Session.successors(in: table, endedBy: entry, broughtBy: entry)
        ]
        for form in try recordTables() where form.name.name != table.text {
            let columns = form.references.filter { moved[$0.table.name] != nil }
            guard !columns.isEmpty else { continue }
            let refers = columns.map { column -> SQL in
                "\(column.name) IN (SELECT id FROM \(column.table) WHERE retired = \(entry))"
            }.joined(" OR ")
            let count = try database.execute(
                "UPDATE \(form.name) SET retired = \(entry) WHERE retired IS NULL AND (\(refers))")
            guard count > 0 else { continue }
            _ = try copyRows(of: form, where: "o.retired = \(entry)", following: moved)
            moved[form.name.name] = Session.successors(in: "\(form.name)", endedBy: entry, broughtBy: entry)
        }
    }
}

extension TableForm {
    /// The columns that tell something: all but the id and the entries that brought and ended the row.
    public var kept: [Column] { columns.filter { !["id", "recorded", "retired"].contains($0.name.name) } }

    /// The columns that name records, each with the table of these.
    public var references: [(name: Identifier, table: Identifier)] {
        columns.compactMap { column in column.reference.map { (column.name, $0) } }
    }

    /// Whether its records have codes.
    public var hasCodes: Bool { columns.contains { $0.name.name == "code" } }
}
