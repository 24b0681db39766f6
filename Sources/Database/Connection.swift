internal import Diagnostics

/// An open database, used from one thread at a time.
///
/// Failures are diagnostics that never hold a bound value.
public protocol Connection: AnyObject {
    /// The name of the database in messages: the path of its file, or its address.
    var name: String { get }
    /// Whether it was opened for reading only.
    var isReadOnly: Bool { get }
    /// What the user may do in it.
    var roles: Set<Role> { get }

    /// Runs a statement to its end; gives how many rows it inserted, changed or removed.
    @discardableResult
    func execute(_ statement: SQL) throws -> Int
    /// Inserts many rows by one statement that is prepared once: `insert(into: "day (number, name)", width: 2, …)`.
    ///
    /// `row` gets the number of each row, from 0, and sets its values, which are null before; those of the row before
    /// are gone.
    func insert(
        into columns: SQL, width: Int, count: Int, row: (_ number: Int, _ values: inout [SQLValue]) throws -> Void)
        throws
    /// Runs work that inserts about so many rows into a table; what is slow row by row may be done behind them. Until
    /// then the table answers as always, only slower.
    func filling<Answer>(_ table: SQL, rows: Int, _ work: () throws -> Answer) throws -> Answer
    /// Runs a statement and hands over each row of its answer, without keeping it.
    func forEach(_ query: SQL, _ body: (Row) throws -> Void) throws
    /// Runs a query and gathers its answer column by column, one form for each of its columns.
    func columns(_ query: SQL, as forms: [ColumnForm]) throws -> [FetchedColumn]
    /// Runs a query whose first column is a whole number and whose others are bytes, and hands over each row. The bytes
    /// are the engine's own: they last as long as the body runs, and are empty where there are none.
    func scan(_ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void) throws
    /// The same where each row has many pages of bytes, most of which nobody asks for twice.
    func scanLong(_ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void) throws
    /// The first row of an answer, if there is one.
    func first(_ query: SQL) throws -> Row?
    /// The number that the last insertion gave to its row.
    var lastInsertedID: Int64 { get }

    /// Runs the body with the connection at hand; many small statements are faster so. A transaction does it by itself.
    func hold<Answer>(_ body: () throws -> Answer) throws -> Answer

    /// Whether reads outside transactions see one moment from the first of them until something is written or this is
    /// no again; many small reads are faster so. An engine that cannot do that leaves it at no.
    var staysInMoment: Bool { get set }

    /// Begins a transaction, or a savepoint where one is open already.
    func begin(_ purpose: TransactionPurpose) throws
    /// Keeps what was done since the last beginning; at the outermost one, for good.
    func commit() throws
    /// Undoes what was done since the last beginning.
    func rollback() throws
    /// How many beginnings are open.
    var depth: Int { get }
    /// A number that changes when rows read earlier may have changed by something else than this connection's own
    /// statements: another connection wrote, or a transaction was rolled back. Looked up as a transaction begins.
    var revision: Int { get }

    /// Counts the own statements that may change rows of a table; `nil` where nobody does. What was read of the table
    /// in a transaction holds while neither the count nor ``revision`` changes.
    func mark(of table: String) -> WriteMark?

    /// The tables, in alphabetical order, without those of the engine.
    func tables() throws -> [String]
    /// How a table is made; without columns when there is none of the name.
    func form(of table: Identifier) throws -> TableForm
    /// The highest number that was ever given to a row of a table whose numbers are never given again, also when the
    /// row is gone; `nil` where nobody has kept it.
    func highestNumber(in table: Identifier) throws -> Int?
    /// The number that the next row of a table with an `id` would get, whoever may see those before it.
    func nextID(in table: SQL) throws -> Int64
    /// Runs a statement of a migration: for every office that the database keeps.
    func migrate(_ statement: SQL) throws
    /// Whose database it is and of which format.
    func stamp() throws -> Stamp
    /// Marks the database as Sen's, of a format.
    func setStamp(_ stamp: Stamp) throws

    /// What the engine finds wrong with its own storage, in its own words; nothing when all is sound.
    func integrity() throws -> [String]
    /// Puts the whole content in place of that of another database of this engine, which gets all of it or nothing.
    /// Others may read and write here meanwhile; the other is refused when it was changed since its last transaction.
    func copy(into other: any Connection, isStopped: () -> Bool) throws
    /// Does work on the database as soon as it is open: at once, where it is open already.
    func whenOpened(_ work: @escaping (any Connection) throws -> Void) throws

    /// Stops the statement that is running; may be called from any thread.
    var interrupt: @Sendable () -> Void { get }
    /// Closes the database. A transaction that is open is rolled back.
    func close() throws
}

/// What a transaction is for.
public enum TransactionPurpose: Sendable {
    /// To write: nobody else can write until it ends.
    case writing
    /// To read: all of it sees the same moment, and many small reads are faster.
    case reading
}

extension Connection {
    /// Every role: who has the whole database may do everything.
    public var roles: Set<Role> { Set(Role.allCases) }

    /// Nobody counts, unless the engine does.
    public func mark(of table: String) -> WriteMark? { nil }

    /// One more than the highest, where every row can be seen.
    public func nextID(in table: SQL) throws -> Int64 {
        try first("SELECT coalesce(max(id), 0) + 1 FROM \(table)")?.value(0) ?? 1
    }

    /// Runs the statement, where a database is one office's.
    public func migrate(_ statement: SQL) throws {
        try execute(statement)
    }

    /// Nothing, where the engine watches over its storage by itself.
    public func integrity() throws -> [String] { [] }

    /// Refuses, where a server keeps the database.
    public func copy(into other: any Connection, isStopped: () -> Bool) throws {
        throw Diagnostic.databaseNotCopied(name)
    }

    /// No: every read sees what was kept last.
    public var staysInMoment: Bool {
        get { false }
        set {}
    }

    /// Does work on the database, which is open already.
    public func whenOpened(_ work: @escaping (any Connection) throws -> Void) throws { try work(self) }

    /// Does as for few bytes; an engine may have a faster way.
    public func scanLong(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws { try scan(query, body) }

    /// Hands over copies of the bytes; an engine may have a faster way.
    public func scan(
        _ query: SQL, _ body: (_ number: Int64, _ bytes: [UnsafeRawBufferPointer]) throws -> Void
    ) throws {
        try forEach(query) { row in
            let contents = try row.values.indices.dropFirst().map { try row.value($0, as: [UInt8]?.self) ?? [] }
            let all = contents.flatMap { $0 }
            try all.withUnsafeBytes { whole in
                var start = 0
                let bytes = contents.map { content in
                    defer { start += content.count }
                    return UnsafeRawBufferPointer(rebasing: whole[start..<(start + content.count)])
                }
                try body(row.value(0), bytes)
            }
        }
    }

    /// Inserts the rows one by one; an engine may have a faster way.
    public func insert(
        into columns: SQL, width: Int, count: Int, row: (_ number: Int, _ values: inout [SQLValue]) throws -> Void
    ) throws {
        try insertOneByOne(into: columns, width: width, count: count, row: row)
    }

    /// Runs the work; an engine may have a faster way.
    public func filling<Answer>(_ table: SQL, rows: Int, _ work: () throws -> Answer) throws -> Answer {
        try work()
    }

    /// Inserts each row by a statement of its own: what every faster way must do the same.
    public func insertOneByOne(
        into columns: SQL, width: Int, count: Int, row: (_ number: Int, _ values: inout [SQLValue]) throws -> Void
    ) throws {
        for number in 0..<count {
            var values = [SQLValue](repeating: .null, count: width)
            try row(number, &values)
            try execute("INSERT INTO \(columns) VALUES (\(list: values))")
        }
    }

    /// All rows of an answer.
    public func rows(_ query: SQL) throws -> [Row] {
        var rows: [Row] = []
        try forEach(query) { rows.append($0) }
        return rows
    }

    /// Runs the body in a transaction: all that it does is kept, or nothing. Inside another it is a savepoint.
    @discardableResult
    public func transaction<Answer>(
        _ purpose: TransactionPurpose = .writing, _ body: () throws -> Answer
    ) throws -> Answer {
        try hold {
            try begin(purpose)
            do {
                let answer = try body()
                try commit()
                return answer
            } catch {
                // The reason why the body failed says more than a failure to undo; an engine that lost the
                // transaction has undone it already.
                try? rollback()
                throw error
            }
        }
    }

    /// The whole content of a table, ordered by its columns from left to right, so that two can be compared.
    public func content(of table: Identifier) throws -> [Row] {
        let columns = try form(of: table).columns.map(\.name)
        return columns.isEmpty ? [] : try rows("SELECT \(columns) FROM \(table) ORDER BY \(columns)")
    }
}
