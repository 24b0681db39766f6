internal import Synchronization

/// A connection whose database is opened when somebody first asks something of it.
///
/// A line that needs no database (`show version`, a calculation) then neither waits for one nor makes one.
public final class DeferredConnection: Connection {
    /// The name of the database in messages.
    public let name: String
    /// Whether it is opened for reading only.
    public let isReadOnly: Bool
    /// What the user may do in it: everything, until it is open and says otherwise.
    public var roles: Set<Role> { opened?.roles ?? Set(Role.allCases) }
    private let open: () throws -> any Connection
    private var works: [(any Connection) throws -> Void] = []
    private var opened: (any Connection)?
    private let interrupter = Interrupter()

    /// Stops what runs, as soon as there is something that can be stopped.
    private final class Interrupter: Sendable {
        let work = Mutex<(@Sendable () -> Void)?>(nil)
    }

    /// Names a database and tells how it is opened.
    public init(_ name: String, isReadOnly: Bool, open: @escaping () throws -> any Connection) {
        self.name = name
        self.isReadOnly = isReadOnly
        self.open = open
    }

    /// The open database.
    public func database() throws -> any Connection {
        if let opened { return opened }
        let connection = try open()
        for work in works { try work(connection) }
        opened = connection
        connection.staysInMoment = staysInMoment
        let interrupt = connection.interrupt
        interrupter.work.withLock { $0 = interrupt }
        return connection
    }

    /// Does work on the database as soon as it is open: at once, where it is open already.
    public func whenOpened(_ work: @escaping (any Connection) throws -> Void) throws {
        if let opened { return try work(opened) }
        works.append(work)
    }

    /// Runs a statement to its end; gives how many rows it inserted, changed or removed.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int { try database().execute(statement) }

    /// Inserts many rows by one statement that is prepared once.
    public func insert(
        into columns: SQL, width: Int, count: Int, row: (_ number: Int, _ values: inout [SQLValue]) throws -> Void
    ) throws {
        try database().insert(into: columns, width: width, count: count, row: row)
    }

    /// Runs work that inserts about so many rows into a table.
    public func filling<Answer>(_ table: SQL, rows: Int, _ work: () throws -> Answer) throws -> Answer {
        try database().filling(table, rows: rows, work)
    }

    /// Runs a statement and hands over each row of its answer, without keeping it.
    public func forEach(_ query: SQL, _ body: (Row) throws -> Void) throws { try database().forEach(query, body) }

    /// Runs a query and gathers its answer column by column, one form for each of its columns.
    public func columns(_ query: SQL, as forms: [ColumnForm]) throws -> [FetchedColumn] {
        try database().columns(query, as: forms)
    }

    /// Runs a query and hands over the bytes of each row.
    public func scan(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws { try database().scan(query, body) }

    /// Runs a query and hands over the bytes of each row, of which there are many.
    public func scanLong(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws { try database().scanLong(query, body) }

    /// The first row of an answer, if there is one.
    public func first(_ query: SQL) throws -> Row? { try database().first(query) }

    /// The number that the last insertion gave to its row; 0 before the first.
    public var lastInsertedID: Int64 { opened?.lastInsertedID ?? 0 }

    /// Runs the body with the connection at hand.
    public func hold<Answer>(_ body: () throws -> Answer) throws -> Answer { try database().hold(body) }

    /// Whether reads outside transactions see one moment until something is written.
    public var staysInMoment = false {
        didSet { opened?.staysInMoment = staysInMoment }
    }

    /// Begins a transaction, or a savepoint where one is open already.
    public func begin(_ purpose: TransactionPurpose) throws { try database().begin(purpose) }

    /// Keeps what was done since the last beginning.
    public func commit() throws { try database().commit() }

    /// Undoes what was done since the last beginning.
    public func rollback() throws { try opened?.rollback() }

    /// How many beginnings are open.
    public var depth: Int { opened?.depth ?? 0 }

    /// A number that changes when rows read earlier may have changed by something else than own statements.
    public var revision: Int { opened?.revision ?? 0 }

    /// Counts the own statements that may change rows of a table.
    public func mark(of table: String) -> WriteMark? { opened?.mark(of: table) }

    /// The tables, in alphabetical order.
    public func tables() throws -> [String] { try database().tables() }

    /// How a table is made; without columns when there is none of the name.
    public func form(of table: Identifier) throws -> TableForm { try database().form(of: table) }

    /// The highest number that was ever given to a row of a table whose numbers are never given again.
    public func highestNumber(in table: Identifier) throws -> Int? { try database().highestNumber(in: table) }

    /// The number that the next row of a table with an `id` would get.
    public func nextID(in table: SQL) throws -> Int64 { try database().nextID(in: table) }

    /// Runs a statement of a migration.
    public func migrate(_ statement: SQL) throws { try database().migrate(statement) }

    /// What the engine finds wrong with its own storage; nothing when all is sound.
    public func integrity() throws -> [String] { try database().integrity() }

    /// Puts the whole content in place of that of another database of this engine.
    public func copy(into other: any Connection, isStopped: () -> Bool) throws {
        try database().copy(into: other, isStopped: isStopped)
    }

    /// Whose database it is and of which format.
    public func stamp() throws -> Stamp { try database().stamp() }

    /// Marks the database as Sen's, of a format.
    public func setStamp(_ stamp: Stamp) throws { try database().setStamp(stamp) }

    /// Stops the statement that is running; may be called from any thread, also before the database is open.
    public var interrupt: @Sendable () -> Void {
        let interrupter = interrupter
        return { interrupter.work.withLock { $0 }?() }
    }

    /// Closes the database if it was opened.
    public func close() throws { try opened?.close() }
}
