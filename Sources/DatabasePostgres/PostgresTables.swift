public import Database
internal import Diagnostics

// What there is in the database.
extension PostgresConnection {
    /// The tables, in alphabetical order, without those of the engine.
    public func tables() throws -> [String] {
        try rows(
            """
            SELECT relname::text COLLATE "C" FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            ORDER BY 1
            """
        ).map { try $0.text(0) }.filter { !EngineTables.names.contains($0) }
    }

    /// How a table is made, without the office; without columns when there is none of the name.
    ///
    /// A table over several servers has no references of its own; they are written down as remarks.
    public func form(of table: Identifier) throws -> TableForm {
        let columns = try rows(
            """
            SELECT a.attname::text, coalesce(
                (SELECT t.relname::text FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
                 WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND a.attnum = ANY (k.conkey) LIMIT 1),
                substring(col_description(a.attrelid, a.attnum) FROM 'REFERENCES (.*)'))
            FROM pg_attribute a
            WHERE a.attrelid = to_regclass(\(table.name)) AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attname <> 'office' ORDER BY a.attnum
            """)
        return TableForm(
            table,
            columns: try columns.compactMap { row in
                guard let name = Identifier(try row.text(0)) else { return nil }
                return TableForm.Column(name, reference: try row.value(1, as: String?.self).flatMap { Identifier($0) })
            }, laws: try laws(of: table))
    }

    /// The columns of each index that lets no two rows of an office be the same which are not retired.
    private func laws(of table: Identifier) throws -> [[Identifier]] {
        var laws: [String: [Identifier]] = [:]
        try forEach(
            """
            SELECT i.indexrelid::regclass::text, a.attname::text FROM pg_index i
            CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS key (number, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number
            WHERE i.indrelid = to_regclass(\(table.name)) AND i.indisunique AND i.indexprs IS NULL
              AND a.attname <> 'office'
              AND pg_get_expr(i.indpred, i.indrelid) LIKE '%retired IS NULL%'
            ORDER BY 1, key.place
            """
        ) { row in
            if let column = Identifier(try row.text(1)) { laws[try row.text(0), default: []].append(column) }
        }
        // What a table over several servers cannot have as an index.
        if !definition.servers.isEmpty {
            try forEach("SELECT index, columns FROM table_law WHERE name = \(table.name)") { row in
                laws[try row.text(0)] = try row.text(1).split(separator: ",").compactMap { Identifier(String($0)) }
            }
        }
        return laws.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The highest number that the numbered table ever gave to a row of the office.
    public func highestNumber(in table: Identifier) throws -> Int? {
        guard isPrepared else { return nil }
        return try first("SELECT highest FROM office_turn WHERE office = \(office)")?.value(0)
    }

    /// The number that the next row of a table with an `id` would get, whoever may see those before it.
    public func nextID(in table: SQL) throws -> Int64 {
        try first("SELECT \("next_" + table)()")?.value(0) ?? 1
    }

    /// Whose database it is and of which format.
    public func stamp() throws -> Stamp {
        guard try isPrepared || EngineTables.exist(on: server),
            let row = try first("SELECT application, format FROM database_stamp")
        else { return Stamp(application: 0, format: 0) }
        return Stamp(
            application: Int32(truncatingIfNeeded: try row.integer(0)),
            format: Int32(truncatingIfNeeded: try row.integer(1)))
    }

    /// Marks the database as Sen's, of a format.
    public func setStamp(_ stamp: Stamp) throws {
        try transaction {
            let (application, format) = (Int64(stamp.application), Int64(stamp.format))
            try execute("DELETE FROM database_stamp")
            try execute("INSERT INTO database_stamp (application, format) VALUES (\(application), \(format))")
        }
    }
}
