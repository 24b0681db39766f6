public import Database
internal import Diagnostics

extension PostgresConnection {
    /// Begins a transaction, or a savepoint where one is open already.
    ///
    /// A writer locks the row of its office in `office_turn` first: one writes at a time in an office, as in a SQLite
    /// file, so that entries of the journal follow each other without a gap. The row counts the office's changes, which
    /// tells whether somebody else has written.
    public func begin(_ purpose: TransactionPurpose) throws {
        try hold {
            guard depth == 0 else {
                guard server.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
                try server.run("SAVEPOINT nested\(depth)")
                depth += 1
                return
            }
            deeds = Deeds()
            do {
                let turn = try purpose == .writing ? beginWriting() : beginReading()
                if turn != seenTurn { revision += 1 }
                seenTurn = turn
            } catch {
                if server.hasTransaction { _ = try? server.run("ROLLBACK") }
                throw error
            }
            depth = 1
        }
    }

    private var turn: String { "SELECT number FROM office_turn WHERE office = \(Dialect.quoted(office))" }

    private func beginReading() throws -> Int64 {
        let start = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        return number(try server.run(isPrepared ? "\(start); \(turn)" : start)) ?? 0
    }

    private func beginWriting() throws -> Int64 {
        if !isPrepared { isPrepared = try EngineTables.exist(on: server) }
        if !isPrepared {
            try server.run("BEGIN")
            try EngineTables.make(on: server, over: definition.servers)
        }
        var start = isPrepared ? "BEGIN; " : ""
        // A foreign row is seen as of the first look at its server, so a writer waits here before it looks there.
        if !definition.servers.isEmpty {
            start += "SELECT pg_advisory_xact_lock(\(EngineTables.lock), hashtext(\(Dialect.quoted(office)))); "
        }
        if let number = number(try server.run("\(start)\(turn) FOR UPDATE")) { return number }
        // The office's first change.
        try server.run(
            "INSERT INTO office_turn (office, number) VALUES (\(Dialect.quoted(office)), 0) ON CONFLICT DO NOTHING")
        return number(try server.run("\(turn) FOR UPDATE")) ?? 0
    }

    private func number(_ answer: Answer) -> Int64? {
        answer.count > 0 ? answer.text(0, 0).flatMap { Int64($0) } : nil
    }

    /// Keeps what was done since the last beginning; at the outermost one, for good.
    public func commit() throws {
        guard depth > 0, server.isInsideTransaction else { throw Diagnostic.transactionLost(name) }
        if depth > 1 {
            try server.run("RELEASE SAVEPOINT nested\(depth - 1)")
        } else if deeds.writes {
            // Whatever still waits names a table that nobody makes, which the server says.
            for reference in deeds.waiting { try server.run(reference.statement) }
            if deeds.defines, try server.run("SELECT to_regproc('grant_rights') IS NOT NULL").text(0, 0) == "t" {
                try server.run("SELECT grant_rights()")
            }
            try server.run(
                """
                UPDATE office_turn SET number = number + 1, highest = greatest(highest, highest_number())
                WHERE office = \(Dialect.quoted(office)); COMMIT
                """)
            seenTurn += 1
            isPrepared = true
        } else {
            try server.run("COMMIT")
        }
        depth -= 1
    }

    /// Undoes what was done since the last beginning.
    public func rollback() throws {
        guard depth > 0 else { return }
        depth -= 1
        revision += 1
        guard hasServer, server.hasTransaction else { return }
        if depth > 0 {
            try server.run("ROLLBACK TO SAVEPOINT nested\(depth); RELEASE SAVEPOINT nested\(depth)")
        } else {
            try server.run("ROLLBACK")
        }
        if deeds.defines { try forgetStatements() }
    }

    /// Runs a statement of a migration: a definition once for all offices, a change of rows for each of them. Rows on
    /// other servers were changed there already.
    public func migrate(_ statement: SQL) throws {
        guard Dialect.kind(of: statement.text) == .writes else {
            try execute(statement)
            return
        }
        guard definition.servers.isEmpty else { return }
        let offices = try server.run("SELECT office FROM office_turn ORDER BY office")
        for place in 0..<offices.count {
            guard let other = offices.text(place, 0) else { continue }
            try server.run("SELECT set_config('sen.office', \(Dialect.quoted(other)), true)")
            try execute(statement)
        }
        try server.run("SELECT set_config('sen.office', \(Dialect.quoted(office)), true)")
    }
}
