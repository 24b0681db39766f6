import Commands
import Database
import Diagnostics
import Journal
import Values

/// Reads a dump into an empty database, line by line, within the caller's transaction.
final class DumpReader {
    private let session: Session
    /// Where the rows go that are read.
    private var database: any Connection
    private let all: [Migration]
    private let path: String
    private let fault: DumpFaults
    private var fingerprint = RunningFingerprint()
    private var state = State.head
    /// How many lines were read.
    private(set) var lines = 0
    private var steps: [(pack: String, number: Int)] = []
    /// How many entries the head tells of.
    private(set) var entries = 0
    /// The fingerprint of the last entry, as the head tells it.
    private(set) var last = ""

    /// What the next line may be.
    private enum State {
        case head
        case steps
        case rows(Identifier, [Identifier], left: Int)
        case over
    }

    /// Prepares to read a file into the database of a session.
    init(_ session: Session, path: String) {
        self.session = session
        self.path = path
        database = session.database
        all = session.registry.migrations
        fault = DumpFaults(path: path)
    }

    /// Reads one line, without its end.
    func read(_ line: [UInt8]) throws {
        lines += 1
        do {
            guard let content = DumpLine(line) else { throw fault(lines, DumpFaults.notJSON) }
            if case .rows(let table, let columns, let left) = state, left > 0 {
                try row(content, table, columns)
                state = .rows(table, columns, left: left - 1)
            } else {
                try other(content)
            }
        } catch let problem as Diagnostic {
            throw fault.placed(problem, lines)
        }
        fingerprint.append(line + [UInt8(ascii: "\n")])
    }

    /// Holds what was read against what the file says of itself, and brings its rows up to date.
    func finish() throws {
        guard case .over = state else { throw fault(lines, DumpFaults.cut) }
        try bringUpToDate()
        guard case .intact(let count, let fingerprint) = try Journal(session.database).verify(), count == entries,
            fingerprint.description == last
        else { throw fault(1, DumpFaults.journal) }
    }

    private func other(_ line: DumpLine) throws {
        switch state {
        case .head: try head(line)
        case .steps:
            if let step = line["migration"]?.row { return try self.step(step) }
            try makeTables()
            try table(line)
        case .rows: try table(line)
        case .over: throw fault(lines, DumpFaults.behind)
        }
    }

    private func head(_ line: DumpLine) throws {
        guard line["sen"]?.text == "everything", let version = line["version"]?.number,
            let entries = line["entries"]?.number, let last = line["last"]?.text
        else { throw fault(lines, DumpFaults.head) }
        guard version <= DumpWriter.version else { throw fault(lines, DumpFaults.newer) }
        (self.entries, self.last) = (entries, last)
        state = .steps
    }

    private func step(_ values: [SQLValue]) throws {
        guard values.count == 2, let pack = String(sqlValue: values[0]), let step = Int(sqlValue: values[1]) else {
            throw fault(lines, DumpFaults.notJSON)
        }
        guard let known = all.filter({ $0.pack == pack }).map(\.number).max() else {
            throw Diagnostic.databasePackMissing(path, pack: pack)
        }
        guard all.contains(where: { $0.pack == pack && $0.number == step }) else {
            throw Diagnostic.databaseNewer(path, pack: pack, migration: step, known: known)
        }
        steps.append((pack, step))
    }

    /// Where the file is of an older Sen, makes a database in memory with the tables of that time, in which the rows
    /// are brought up to date before they go where they belong.
    private func makeTables() throws {
        let made = all.filter { migration in
            steps.contains { $0.pack == migration.pack && $0.number == migration.number }
        }
        guard made.count < all.count else { return }
        database = try session.surroundings.emptyDatabase(nil)
        try Migrator(made).run(on: database)
    }

    private func bringUpToDate() throws {
        guard database !== session.database else { return }
        try Migrator(all).run(on: database)
        for form in try database.forms().inOrderOfReferences() {
            let columns = form.columns.map(\.name)
            try database.forEach("SELECT \(columns) FROM \(form.name) ORDER BY \(form.order)") { row in
                try session.database.execute(
                    "INSERT INTO \(form.name) (\(columns)) VALUES (\(list: row.values))")
            }
        }
    }

    private func table(_ line: DumpLine) throws {
        if let count = line["end"]?.number { return try end(count, line["sha256"]?.text) }
        guard let name = line["table"]?.text, let columns = line["columns"]?.list?.map(\.text),
            let rows = line["rows"]?.number, rows >= 0
        else { throw fault(lines, DumpFaults.notJSON) }
        let form = try Identifier(name).map { try database.form(of: $0) }
        guard let form, form.columns.map(\.name.name) == columns, name != "migration" else {
            throw fault(lines, DumpFaults.table(name))
        }
        state = .rows(form.name, form.columns.map(\.name), left: rows)
    }

    private func row(_ line: DumpLine, _ table: Identifier, _ columns: [Identifier]) throws {
        guard let values = line.row, values.count == columns.count else {
            throw fault(lines, line["table"] == nil && line["end"] == nil ? DumpFaults.notJSON : DumpFaults.count)
        }
        try database.execute("INSERT INTO \(table) (\(columns)) VALUES (\(list: values))")
    }

    private func end(_ count: Int, _ hash: String?) throws {
        guard count == lines - 1 else { throw fault(lines, DumpFaults.count) }
        guard hash == fingerprint.fingerprint.description else { throw fault(lines, DumpFaults.changed) }
        state = .over
    }
}

extension FileStore {
    /// Hands over the lines of a file, without their ends, however long it is.
    func lines(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        var open: [UInt8] = []
        try pieces(of: path) { piece in
            var rest = piece[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                open += rest[..<end]
                try body(open)
                open.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
            }
            open += rest
        }
        if !open.isEmpty { try body(open) }
    }
}
