internal import Database

/// What counts the writing statements of a connection, table by table.
struct WriteMarks {
    private var marks: [String: WriteMark] = [:]

    /// The count of a table.
    mutating func mark(of table: String) -> WriteMark {
        if let mark = marks[table] { return mark }
        let mark = WriteMark()
        marks[table] = mark
        return mark
    }

    /// Counts a statement that is about to run.
    mutating func note(_ statement: PreparedStatement, _ text: () -> String) {
        if let mark = statement.mark { return mark.note() }
        guard let table = PreparedStatement.changedTable(text()) else {
            // Nobody can say what it changes.
            for mark in marks.values { mark.note() }
            return
        }
        let mark = mark(of: table)
        statement.mark = mark
        mark.note()
    }
}
