internal import Database

/// The prepared statements of a connection, by their texts.
struct StatementStore {
    private var statements: [String: PreparedStatement] = [:]
    private var uses = 0

    /// How many statements are kept; those of lists of every length would otherwise pile up.
    private static let kept = 512

    /// Gives the statement of a text, prepared before or now, and marks it as being in use.
    mutating func take(_ text: String, _ database: OpenDatabase) throws -> PreparedStatement {
        uses += 1
        let statement = try known(text) ?? keep(PreparedStatement(text, database), for: text)
        statement.lastUse = uses
        statement.isInUse = true
        return statement
    }

    /// Lets go of all statements.
    mutating func empty() {
        statements = [:]
    }

    /// A statement that is being read further out cannot serve a second time meanwhile.
    private func known(_ text: String) -> PreparedStatement? {
        guard let statement = statements[text], !statement.isInUse else { return nil }
        return statement
    }

    private mutating func keep(_ statement: PreparedStatement, for text: String) -> PreparedStatement {
        guard statements[text] == nil else { return statement }
        if statements.count >= StatementStore.kept { forgetOlderHalf() }
        statements[text] = statement
        return statement
    }

    /// Half at once, so that finding the oldest costs little for each.
    private mutating func forgetOlderHalf() {
        let middle = statements.values.map(\.lastUse).sorted()[statements.count / 2]
        statements = statements.filter { $0.value.isInUse || $0.value.lastUse >= middle }
    }
}
