internal import Database

/// The prepared statements of a connection, by their pieces.
struct StatementStore {
    private var statements: [StatementKey: PreparedStatement] = [:]
    private var uses = 0

    /// How many statements are kept; those of lists of every length would otherwise pile up.
    private static let kept = 512

    /// Gives the statement of some SQL, prepared before or now, and marks it as being in use.
    mutating func take(_ sql: SQL, _ database: OpenDatabase) throws -> PreparedStatement {
        uses += 1
        let key = sql.key
        let statement = try known(key) ?? keep(PreparedStatement(sql.text, database), for: key)
        statement.lastUse = uses
        statement.isInUse = true
        return statement
    }

    /// Lets go of all statements.
    mutating func empty() {
        statements = [:]
    }

    /// A statement that is being read further out cannot serve a second time meanwhile.
    private func known(_ key: StatementKey) -> PreparedStatement? {
        guard let statement = statements[key], !statement.isInUse else { return nil }
        return statement
    }

    private mutating func keep(_ statement: PreparedStatement, for key: StatementKey) -> PreparedStatement {
        guard statements[key] == nil else { return statement }
        if statements.count >= StatementStore.kept { forgetOlderHalf() }
        statements[key] = statement
        return statement
    }

    /// Half at once, so that finding the oldest costs little for each.
    private mutating func forgetOlderHalf() {
        let middle = statements.values.map(\.lastUse).sorted()[statements.count / 2]
        statements = statements.filter { $0.value.isInUse || $0.value.lastUse >= middle }
    }
}
