public import Database
internal import Diagnostics
internal import class GRDB.Database
internal import struct GRDB.DatabaseError
internal import class GRDB.DatabaseQueue

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

    private let queue: DatabaseQueue
    private var held: GRDB.Database?
    private var statements: [String: PreparedStatement] = [:]
    private var seenVersion: Int64 = -1
    private var isOpen = true

    /// How many prepared statements are kept; those of lists of every length would otherwise pile up.
    private static let keptStatements = 512

    init(_ queue: DatabaseQueue, name: String, isReadOnly: Bool) {
        self.queue = queue
        self.name = name
        self.isReadOnly = isReadOnly
    }

    deinit {
        try? close()
    }

    /// Runs a statement to its end; gives how many rows it inserted, changed or removed.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int {
        try run(statement) { prepared, _ in
            try prepared.execute()
            return prepared.changes
        }
    }

    /// Runs a statement and hands over each row of its answer, without keeping it.
    public func forEach(_ query: SQL, _ body: (Row) throws -> Void) throws {
        try run(query) { prepared, _ in
            while let row = try prepared.next() { try body(row) }
        }
    }

    /// The first row of an answer, if there is one.
    public func first(_ query: SQL) throws -> Row? {
        try run(query) { prepared, _ in try prepared.next() }
    }

    /// The number that the last insertion gave to its row; 0 before the first.
    public var lastInsertedID: Int64 {
        (try? use { $0.lastInsertedRowID }) ?? 0
    }

    /// Runs the body with the connection at hand; many small statements are faster so.
    public func hold<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try use { _ in try body() }
    }

    /// Begins a transaction, or a savepoint where one is open already.
    public func begin(_ purpose: TransactionPurpose) throws {
        if depth > 0 {
            // Savepoints may share a name: the innermost one is meant.
            try control("SAVEPOINT nested")
        } else {
            try control(purpose == .writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
            // Counts the commits of other connections to this file.
            let version: Int64 = try first("PRAGMA data_version")?.value(0) ?? 0
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
        guard try use({ $0.isInsideTransaction }) else { return }
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

    /// Whose database it is and of which format.
    public func stamp() throws -> Stamp {
        let row = try first("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
        return Stamp(
            application: Int32(truncatingIfNeeded: try row?.integer(0) ?? 0),
            format: Int32(truncatingIfNeeded: try row?.integer(1) ?? 0))
    }

    /// Marks the database as Sen's, of a format.
    public func setStamp(_ stamp: Stamp) throws {
        // A pragma takes no bound values; both are numbers.
        try use { database in
            try database.execute(sql: "PRAGMA application_id = \(stamp.application)")
            try database.execute(sql: "PRAGMA user_version = \(stamp.format)")
        }
    }

    /// Stops the statement that is running; may be called from any thread.
    public var interrupt: @Sendable () -> Void {
        let queue = queue
        return { queue.interrupt() }
    }

    /// Closes the database. A transaction that is open is rolled back.
    public func close() throws {
        guard isOpen else { return }
        guard held == nil else { throw Diagnostic.databaseStatement("closed while a statement was running") }
        isOpen = false
        depth = 0
        statements = [:]
        do {
            try queue.close()
        } catch let error as DatabaseError {
            throw diagnostic(of: error, name: name)
        }
    }
}

extension SQLiteConnection {
    /// Prepares a statement or takes it from the store, binds its values, and lets the body run it.
    private func run<Answer>(
        _ sql: SQL, _ body: (PreparedStatement, GRDB.Database) throws -> Answer
    ) throws -> Answer {
        try use { database in
            // What follows a lost transaction must not be kept one by one.
            guard depth == 0 || database.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
            let prepared = try prepare(sql.text, database)
            prepared.isInUse = true
            defer { prepared.finish() }
            try prepared.bind(sql.values)
            return try body(prepared, database)
        }
    }

    private func prepare(_ text: String, _ database: GRDB.Database) throws -> PreparedStatement {
        if let known = statements[text] {
            // A statement that is being read further out cannot serve a second time meanwhile.
            return known.isInUse ? try PreparedStatement(text, database) : known
        }
        let prepared = try PreparedStatement(text, database)
        if statements.count >= SQLiteConnection.keptStatements {
            statements = statements.filter { $0.value.isInUse }
        }
        statements[text] = prepared
        return prepared
    }

    private func control(_ statement: SQL) throws {
        try run(statement) { prepared, _ in try prepared.execute() }
    }

    /// Enters the connection's queue, which runs the body on the caller's own thread, unless it is held already.
    private func use<Answer>(_ body: (GRDB.Database) throws -> Answer) throws -> Answer {
        if let held { return try translated { try body(held) } }
        guard isOpen else { throw Diagnostic.databaseClosed(name) }
        return try queue.unsafeReentrantWrite { database in
            held = database
            defer { held = nil }
            return try translated { try body(database) }
        }
    }

    private func translated<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw diagnostic(of: error, name: name)
        }
    }
}
