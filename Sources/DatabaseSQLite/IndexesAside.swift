internal import CSQLite
public import Database
internal import Diagnostics

extension SQLiteConnection {
    /// Fewer rows than this are quickly put into indexes one by one.
    private static let leastRows = 50_000

    /// Runs work that inserts about so many rows into a table. When these are no fewer than the rows that it has, its
    /// indexes are laid aside meanwhile and made anew behind the work: sorting all keys once is several times faster
    /// than finding the place of each. An index that keeps rows apart stays.
    public func filling<Answer>(_ table: SQL, rows: Int, _ work: () throws -> Answer) throws -> Answer {
        guard depth > 0, rows >= SQLiteConnection.leastRows, !database.isAnswering,
            try first("SELECT coalesce(max(rowid), 0) FROM \(table)")?.integer(0) ?? 0 <= rows
        else { return try work() }
        // Work that fails is taken back together with the laying aside.
        let name = table.text.filter { $0 != "\"" }
        return try transaction {
            let indexes = try self.rows(
                """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'index' AND tbl_name = \(name) AND sql LIKE 'CREATE INDEX %' ORDER BY name
                """
            ).map { (name: try $0.text(0), definition: try $0.text(1)) }
            for index in indexes { try database.run("DROP INDEX \"\(index.name)\"") }
            let answer = try work()
            for index in indexes { try database.run(index.definition) }
            return answer
        }
    }
}

extension OpenDatabase {
    /// Whether a statement is in the middle of its answer; no index can be laid aside then.
    fileprivate var isAnswering: Bool {
        var statement = sqlite3_next_stmt(handle, nil)
        while let found = statement {
            if sqlite3_stmt_busy(found) != 0 { return true }
            statement = sqlite3_next_stmt(handle, found)
        }
        return false
    }
}
