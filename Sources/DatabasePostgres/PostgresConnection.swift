public import Database
internal import Diagnostics

/// An open PostgreSQL database, used from one thread at a time.
///
/// It works for one office: every statement sees and writes the rows of that office alone, which the server sees to.
public final class PostgresConnection: Connection {
    /// The address, without its password.
    public let name: String
    /// Whether it was opened for reading only, or the user may only read.
    public let isReadOnly: Bool
    /// What the user may do.
    public let roles: Set<Role>
    /// The name of the person who has logged in; `nil` for the owner of the tables, whom several may share.
    public let person: String?
    /// How many transactions and savepoints are open.
    public internal(set) var depth = 0
    /// A number that changes when rows read earlier may have changed by something else than own statements.
    public internal(set) var revision = 0
    /// The number that the last insertion gave to its row; 0 before the first.
    public private(set) var lastInsertedID: Int64 = 0

    let server: ServerConnection
    let office: String
    let definition: Definition
    /// Whether the tables of the engine itself are there.
    var isPrepared: Bool
    /// The number of the office's last change that was seen.
    var seenTurn: Int64 = -1
    /// What was done in the transaction that is open.
    var deeds = Deeds()
    private var statements: [ServerStatement.Key: ServerStatement] = [:]
    private var numbered: [String: String]?
    private var prepared = 0
    private var isOpen = true
    private var calls = 0

    /// What a transaction has done so far.
    struct Deeds {
        var writes = false
        var defines = false
        /// References to tables that are not there yet.
        var waiting: [Definition.Reference] = []
    }

    /// Opens `postgres://user@server/database?office=SGD-HP`; a writer that finds another one waits for `patience`
    /// seconds.
    public init(_ address: String, readOnly: Bool = false, patience: Int = 5) throws {
        let address = ServerAddress(address)
        guard address.hasOffice else { throw Diagnostic.officeUnreadable(address.office) }
        server = try ServerConnection(address)
        let facts = try ServerFacts(server, address, readOnly: readOnly, patience: patience)
        name = server.name
        office = address.office
        roles = facts.roles
        person = facts.person
        isReadOnly = readOnly || facts.roles == [.viewer]
        isPrepared = facts.isPrepared
        definition = Definition(schema: facts.schema, servers: facts.servers)
        try stamp().check(hasTables: !tables().isEmpty, name: name)
    }

    deinit {
        try? close()
    }

    /// Whether an address is one of a PostgreSQL server.
    public static func isAddress(_ name: String) -> Bool {
        name.hasPrefix("postgres://") || name.hasPrefix("postgresql://")
    }

    /// Runs a statement to its end; gives how many rows it inserted, changed or removed.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int {
        guard Dialect.kind(of: statement.text) != .defines else {
            try define(statement.text)
            return 0
        }
        return try run(statement) { prepared, answer in prepared.kind == .reads ? 0 : answer.affected }
    }

    /// Runs a statement and hands over each row of its answer.
    public func forEach(_ query: SQL, _ body: (Row) throws -> Void) throws {
        try run(query) { _, answer in
            let columns = answer.columns()
            for place in 0..<answer.count { try body(answer.row(place, columns)) }
        }
    }

    /// Runs a query and gathers its answer column by column, one form for each of its columns.
    public func columns(_ query: SQL, as forms: [ColumnForm]) throws -> [FetchedColumn] {
        try run(query) { _, answer in try answer.columns(as: forms) }
    }

    /// The first row of an answer, if there is one.
    public func first(_ query: SQL) throws -> Row? {
        try run(query) { _, answer in try answer.count > 0 ? answer.row(0, answer.columns()) : nil }
    }

    /// Runs the body with the connection at hand.
    public func hold<Answer>(_ body: () throws -> Answer) throws -> Answer {
        guard isOpen else { throw Diagnostic.databaseClosed(name) }
        calls += 1
        defer { calls -= 1 }
        return try body()
    }

    /// Stops the statement that is running; may be called from any thread.
    public var interrupt: @Sendable () -> Void {
        let server = server
        return { server.interrupt() }
    }

    /// Closes the database. A transaction that is open is rolled back.
    public func close() throws {
        guard isOpen else { return }
        guard calls == 0 else { throw Diagnostic.databaseStatement("closed while a statement was running") }
        isOpen = false
        depth = 0
        statements = [:]
        server.close()
    }

    /// Whether it has not been closed.
    var hasServer: Bool { isOpen }
}

// Statements.
extension PostgresConnection {
    /// How many prepared statements are kept.
    private static let kept = 512

    /// Runs a statement; one that writes is a transaction of its own where none is open.
    private func run<Result>(_ sql: SQL, _ body: (ServerStatement, Answer) throws -> Result) throws -> Result {
        try hold {
            let statement: ServerStatement
            let answer: Answer
            if depth == 0, Dialect.kind(of: sql.text) == .writes {
                (statement, answer) = try transaction { try answered(sql) }
            } else {
                (statement, answer) = try answered(sql)
            }
            return try body(statement, answer)
        }
    }

    private func answered(_ sql: SQL) throws -> (ServerStatement, Answer) {
        guard depth == 0 || server.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
        let statement = try statement(sql)
        let answer = try statement.run(sql.values)
        if statement.kind == .writes { deeds.writes = true }
        if statement.tellsNumbers, answer.count > 0 {
            lastInsertedID = answer.text(answer.count - 1, 0).flatMap { Int64($0) } ?? lastInsertedID
        }
        return (statement, answer)
    }

    private func statement(_ sql: SQL) throws -> ServerStatement {
        let key = ServerStatement.Key(sql)
        if let known = statements[key] { return known }
        if statements.count >= PostgresConnection.kept { try forgetStatements() }
        let number = try Dialect.insertedTable(sql.text).flatMap { try numberedColumns()[$0] }
        prepared += 1
        let statement = try ServerStatement(key, number: number, named: "s\(prepared)", server)
        statements[key] = statement
        return statement
    }

    /// The column of each table whose numbers are given.
    private func numberedColumns() throws -> [String: String] {
        if let numbered { return numbered }
        let answer = try server.run(
            """
            SELECT c.relname, a.attname FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
            WHERE c.relnamespace = current_schema()::regnamespace AND a.attname <> 'office'
              AND pg_get_expr(d.adbin, d.adrelid) LIKE '%next\\_' || c.relname || '()'
            """)
        var found: [String: String] = [:]
        for place in 0..<answer.count { found[answer.text(place, 0) ?? ""] = answer.text(place, 1) }
        numbered = found
        return found
    }

    private func define(_ text: String) throws {
        try hold {
            guard depth > 0 else { return try transaction { try define(text) } }
            guard server.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
            (deeds.writes, deeds.defines) = (true, true)
            let statements = definition.statements(for: text)
            if !statements.isEmpty { try server.run(statements.joined(separator: "; ")) }
            deeds.waiting += definition.references(of: text)
            try refer()
            try forgetStatements()
        }
    }

    /// Adds the references whose tables are there by now.
    private func refer() throws {
        for (place, reference) in deeds.waiting.enumerated().reversed() {
            let table = "to_regclass(\(Dialect.quoted(reference.table)))"
            guard try server.run("SELECT \(table) IS NOT NULL").text(0, 0) == "t" else { continue }
            try server.run(reference.statement)
            deeds.waiting.remove(at: place)
        }
    }

    /// Lets go of what was prepared: there is too much of it, or the tables have changed.
    func forgetStatements() throws {
        statements = [:]
        numbered = nil
        try server.run("DEALLOCATE ALL")
    }
}
