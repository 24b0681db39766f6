internal import CSQLite
public import Database
internal import Diagnostics

/// An open SQLite file, used from one thread at a time.
///
/// Statements are prepared once for each text. A transaction spans as many calls as its user likes.
public final class SQLiteConnection: Connection {
    /// The path of the file, or `:memory:`.
    public let name: String
    /// Whether it was opened for reading only.
    public let isReadOnly: Bool
    /// How many transactions and savepoints are open.
    public private(set) var depth = 0
    /// A number that changes when rows read earlier may have changed by something else than own statements.
    public private(set) var revision = 0

    /// Whether reads outside transactions see one moment from the first of them until something is written.
    public var staysInMoment = false {
        didSet { if !staysInMoment { try? leaveMoment() } }
    }

    let database: OpenDatabase
    private var statements = StatementStore()
    private var marks = WriteMarks()
    private var seenVersion = -1
    private var isOpen = true
    /// Whether reads outside transactions see one moment now.
    private var isInMoment = false
    /// Whether readers and writers do not wait for each other; `nil` until somebody wants to know.
    private var knownLog: Bool?
    /// How many calls are on their way.
    private var calls = 0

    init(_ database: OpenDatabase, isReadOnly: Bool) {
        self.database = database
        self.name = database.name
        self.isReadOnly = isReadOnly
    }

    deinit {
        try? close()
    }

    /// Runs a statement to its end; gives how many rows it inserted, changed or removed.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int {
        try run(statement) { prepared in
            try prepared.execute()
            return prepared.changes
        }
    }

    /// Inserts many rows by statements of several rows each, which are prepared once.
    public func insert(
        into columns: SQL, width: Int, count: Int, row: (_ number: Int, _ values: inout [SQLValue]) throws -> Void
    ) throws {
        let nothing = [SQLValue](repeating: .null, count: width)
        var done = 0
        for height in [SQLiteConnection.rowsAtOnce, 1] where count - done >= height {
            let rows = repeatElement("(\(list: nothing))" as SQL, count: height).joined(", ")
            try run("INSERT INTO \(columns) VALUES \(rows)", isBound: false) { prepared in
                var values = nothing
                while count - done >= height {
                    for line in 0..<height {
                        for place in 0..<width { values[place] = .null }
                        try row(done + line, &values)
                        try prepared.bind(values, behind: line * width)
                    }
                    try prepared.execute()
                    prepared.reset()
                    done += height
                }
            }
        }
    }

    /// More make a row no cheaper.
    private static let rowsAtOnce = 16

    /// Runs a statement and hands over each row of its answer, without keeping it.
    public func forEach(_ query: SQL, _ body: (Row) throws -> Void) throws {
        try run(query) { prepared in
            while let row = try prepared.next() { try body(row) }
        }
    }

    /// Runs a query and gathers its answer column by column, one form for each of its columns.
    public func columns(_ query: SQL, as forms: [ColumnForm]) throws -> [FetchedColumn] {
        try run(query) { try $0.columns(as: forms) }
    }

    /// Runs a query and hands over the bytes of each row, which are SQLite's own.
    public func scan(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws {
        try run(query) { try $0.scan(body) }
    }

    /// Runs a query and hands over the bytes of each row, which are SQLite's own.
    ///
    /// While it runs, the file is mapped into memory as far as SQLite maps files, and of what lies beyond few pages are
    /// kept: long contents lie in pages of their own that nobody asks for twice, and getting each of them from the
    /// system took two thirds of the time.
    public func scanLong(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws {
        try hold {
            let kept = try number("PRAGMA cache_size")
            try database.run("PRAGMA mmap_size = \(Int32.max)")
            try database.run("PRAGMA cache_size = -1024")
            defer {
                try? database.run("PRAGMA mmap_size = 0")
                try? database.run("PRAGMA cache_size = \(kept)")
            }
            try run(query) { try $0.scan(body) }
        }
    }

    /// The first row of an answer, if there is one.
    public func first(_ query: SQL) throws -> Row? {
        try run(query) { try $0.next() }
    }

    /// The number that the last insertion gave to its row; 0 before the first.
    public var lastInsertedID: Int64 {
        isOpen ? sqlite3_last_insert_rowid(database.handle) : 0
    }

    /// Runs the body with the connection at hand; many small statements are faster so.
    public func hold<Answer>(_ body: () throws -> Answer) throws -> Answer {
        guard isOpen else { throw Diagnostic.databaseClosed(name) }
        calls += 1
        defer { calls -= 1 }
        return try body()
    }

    /// Counts the statements that may have changed rows of a table.
    public func mark(of table: String) -> WriteMark? { marks.mark(of: table) }

    /// Begins a transaction, or a savepoint where one is open already.
    public func begin(_ purpose: TransactionPurpose) throws {
        try leaveMoment()
        if depth > 0 {
            // Savepoints may share a name: the innermost one is meant.
            try control("SAVEPOINT nested")
        } else {
            try control(purpose == .writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
            // Counts the commits of other connections to this file.
            let version = try number("PRAGMA data_version")
            if version != seenVersion { revision += 1 }
            seenVersion = version
        }
        depth += 1
    }

    /// Keeps what was done since the last beginning; at the outermost one, for good.
    public func commit() throws {
        guard depth > 0 else { throw Diagnostic.transactionLost(name) }
        try control(depth > 1 ? "RELEASE nested" : "COMMIT")
        depth -= 1
    }

    /// Undoes what was done since the last beginning.
    public func rollback() throws {
        guard depth > 0 else { return }
        depth -= 1
        revision += 1
        // After a full disk or an interruption, SQLite may have undone the whole transaction by itself.
        guard isOpen, database.isInsideTransaction else { return }
        guard depth > 0 else { return try control("ROLLBACK") }
        try control("ROLLBACK TO nested")
        try control("RELEASE nested")
    }

    /// The tables, in alphabetical order, without those of the engine.
    public func tables() throws -> [String] {
        try rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name"
        ).map { try $0.text(0) }
    }

    /// How a table is made; without columns when there is none of the name.
    public func form(of table: Identifier) throws -> TableForm {
        let references = try rows("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(table.name))")
            .map { (try $0.text(0), Identifier(try $0.text(1))) }
        let columns = try rows("SELECT name FROM pragma_table_info(\(table.name)) ORDER BY cid").compactMap { row in
            let name = try row.text(0)
            return Identifier(name).map { column in
                TableForm.Column(column, reference: references.first { $0.0 == name }?.1)
            }
        }
        return TableForm(table, columns: columns, laws: columns.isEmpty ? [] : try laws(of: table))
    }

    /// The columns of each index that lets no two rows be the same which are not retired; not of those that go by
    /// more than columns.
    private func laws(of table: Identifier) throws -> [[Identifier]] {
        let indexes = try rows(
            """
            SELECT list.name FROM pragma_index_list(\(table.name)) list JOIN sqlite_schema made ON made.name = list.name
            WHERE list."unique" = 1 AND list.partial = 1 AND made.sql LIKE '%WHERE retired IS NULL' ORDER BY list.name
            """)
        return try indexes.compactMap { index in
            let names = try rows("SELECT name FROM pragma_index_info(\(try index.text(0))) ORDER BY seqno")
                .map { try $0.value(0, as: String?.self).flatMap { Identifier($0) } }
            return names.contains(nil) ? nil : names.compactMap { $0 }
        }
    }

    /// The highest number that was ever given to a row of a table made with `AUTOINCREMENT`.
    public func highestNumber(in table: Identifier) throws -> Int? {
        guard try first("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'") != nil else { return nil }
        return try first("SELECT seq FROM sqlite_sequence WHERE name = \(table.name)")?.value(0)
    }

    /// Whose database it is and of which format.
    public func stamp() throws -> Stamp {
        Stamp(
            application: Int32(truncatingIfNeeded: try number("PRAGMA application_id")),
            format: Int32(truncatingIfNeeded: try number("PRAGMA user_version")))
    }

    /// Marks the database as Sen's, of a format.
    public func setStamp(_ stamp: Stamp) throws {
        try pragma("PRAGMA application_id = \(stamp.application)")
        try pragma("PRAGMA user_version = \(stamp.format)")
    }

    /// What SQLite finds wrong with the file: its pages, indexes and references; nothing when all is sound.
    public func integrity() throws -> [String] {
        let pages = try rows("PRAGMA integrity_check(20)").map { try $0.text(0) }.filter { $0 != "ok" }
        return try pages
            + rows("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2").map {
                "\(try $0.text(0)) refers to \(try $0.integer(2)) missing rows of \(try $0.text(1))"
            }
    }

    /// Puts the whole content in place of that of another SQLite database, which gets all of it or nothing.
    ///
    /// Others may read and write this one meanwhile: what is copied is one moment of it. The other is refused as
    /// locked when somebody else has changed it since its last transaction.
    public func copy(into other: any Connection, isStopped: () -> Bool) throws {
        let opened = try (other as? DeferredConnection)?.database() ?? other
        guard let target = opened as? SQLiteConnection else { throw Diagnostic.databaseNotCopied(other.name) }
        guard target.depth == 0 else { throw Diagnostic.databaseStatement("copied inside a transaction") }
        try target.leaveMoment()
        try target.hold {
            try transaction(.reading) {
                // The first row that is read fixes the moment.
                _ = try first("SELECT 1 FROM sqlite_schema LIMIT 1")
                try database.copy(into: target.database, isStopped)
            }
            target.revision += 1
        }
    }

    /// Stops the statement that is running; may be called from any thread.
    public var interrupt: @Sendable () -> Void {
        let database = database
        return { database.interrupt() }
    }

    /// Runs a setting, which takes no values.
    func pragma(_ text: String) throws {
        try hold { try database.run(text) }
    }

    /// Closes the database. A transaction that is open is rolled back.
    public func close() throws {
        guard isOpen else { return }
        guard calls == 0 else { throw Diagnostic.databaseStatement("closed while a statement was running") }
        isOpen = false
        depth = 0
        statements.empty()
        database.close()
    }
}

extension SQLiteConnection {
    /// Prepares a statement or takes it from the store, binds its values, and lets the body run it.
    private func run<Answer>(
        _ sql: SQL, isBound: Bool = true, _ body: (PreparedStatement) throws -> Answer
    ) throws -> Answer {
        try hold {
            // What follows a lost transaction must not be kept one by one.
            guard depth == 0 || database.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
            let prepared = try statements.take(sql, database)
            defer { prepared.finish() }
            if prepared.isQuery { try enterMoment() } else { try leaveMoment() }
            if prepared.changesRows { marks.note(prepared) { sql.text } }
            if isBound { try prepared.bind(sql.values) }
            return try body(prepared)
        }
    }

    /// Begins to see one moment, where that is wished and no transaction is open. Readers keep nobody from writing, and
    /// nobody keeps them from reading, in a database with a log of its changes only.
    private func enterMoment() throws {
        guard staysInMoment, depth == 0, !database.isInsideTransaction, try hasLog() else { return }
        try control("BEGIN DEFERRED")
        isInMoment = true
    }

    /// Ends what ``enterMoment()`` began.
    private func leaveMoment() throws {
        guard isInMoment else { return }
        isInMoment = false
        if isOpen, database.isInsideTransaction { try control("COMMIT") }
    }

    private func hasLog() throws -> Bool {
        if let knownLog { return knownLog }
        let mode = try PreparedStatement("PRAGMA journal_mode", database).next()?.text(0)
        knownLog = mode == "wal" || name == ":memory:"
        return knownLog == true
    }

    private func number(_ query: SQL) throws -> Int {
        try first(query)?.integer(0) ?? 0
    }

    private func control(_ statement: SQL) throws {
        try run(statement) { try $0.execute() }
    }
}
