/// The definitions of tables in PostgreSQL's words, with the office as the first part of every key.
///
/// A migration is written for one office. Here each of its tables gets a column `office`, which fills itself with the
/// office of the connection; keys, references and indexes begin with it; and a policy limits every statement to it.
/// Ids are those that SQLite would give: one more than the highest of the office, which replaying a journal relies on.
struct Definition {
    /// The schema of the tables, in quotes where it needs them.
    let schema: String
    /// The foreign servers over which rows are spread by office; none for tables of this server.
    let servers: [String]

    /// Tables that belong to the database and not to an office.
    static let shared: Set<String> = ["migration"]

    /// A reference that waits for the table that it names: SQLite takes tables in any order.
    struct Reference {
        let table: String
        let statement: String
    }

    /// The references of the table that a statement makes.
    func references(of text: String) -> [Reference] {
        let words = SQLScanner.words(text)
        guard servers.isEmpty, words.starts(with: ["CREATE", "TABLE"]), let (name, shape) = shape(words) else {
            return []
        }
        return shape.references.map { Reference(table: $0.table, statement: "ALTER TABLE \(name) \($0.rule)") }
    }

    /// The statements for one of ours, without references between tables.
    func statements(for text: String) -> [String] {
        let words = SQLScanner.words(text)
        if words.starts(with: ["CREATE", "TABLE"]) { return table(words) }
        if words.starts(with: ["CREATE", "INDEX"]) || words.starts(with: ["CREATE", "UNIQUE", "INDEX"]) {
            return index(words)
        }
        // A table over several servers has no indexes.
        if words.starts(with: ["DROP", "INDEX"]), !servers.isEmpty, let index = words.last {
            return ["DELETE FROM table_law WHERE index = '\(index)'"]
        }
        if words.starts(with: ["ALTER", "TABLE"]), words.count > 4 { return alteration(words) }
        if words.starts(with: ["DROP", "TABLE"]), let name = words.last {
            return [text, "DROP FUNCTION IF EXISTS \(counter(name))()", "DELETE FROM table_law WHERE name = '\(name)'"]
        }
        return [text]
    }
}

// Tables.
extension Definition {
    private func shape(_ words: [String]) -> (name: String, shape: TableShape)? {
        guard let body = words.firstIndex(where: { $0.hasPrefix("(") }), body > 2 else { return nil }
        let name = words[body - 1]
        var shape = TableShape(office: !Definition.shared.contains(name))
        for piece in SQLScanner.pieces(words[body]) { shape.add(SQLScanner.words(piece), counter: counter(name)) }
        return (name, shape)
    }

    private func table(_ words: [String]) -> [String] {
        guard let (name, shape) = shape(words) else { return [words.joined(separator: " ")] }
        let start = words.contains("EXISTS") ? "CREATE TABLE IF NOT EXISTS" : "CREATE TABLE"
        guard shape.office else {
            return ["\(start) \(name) (\((shape.columns + shape.rules).joined(separator: ", ")))"]
        }
        var made: [String] = []
        if let id = shape.id { made.append(counting(name, id)) }
        if shape.remembers, let id = shape.id { made.append(remembering(name, id)) }
        if servers.isEmpty {
            made.append("\(start) \(name) (\((shape.columns + shape.rules).joined(separator: ", ")))")
        } else {
            made.append("\(start) \(name) (\(shape.columns.joined(separator: ", "))) PARTITION BY HASH (office)")
            made += servers.enumerated().map {
                EngineTables.part(of: name, $0.offset, of: servers.count, on: $0.element)
            }
            made += shape.references.map { "COMMENT ON COLUMN \(name).\($0.column) IS 'REFERENCES \($0.table)'" }
        }
        return made + [
            "ALTER TABLE \(name) ENABLE ROW LEVEL SECURITY", "ALTER TABLE \(name) FORCE ROW LEVEL SECURITY",
            "CREATE POLICY office ON \(name) USING (office = (SELECT own_office()))",
        ]
    }

    private func counter(_ table: String) -> String { "\(schema).next_\(table)" }

    /// It counts the rows of the office, also those that the user may not see.
    private func counting(_ table: String, _ id: String) -> String {
        """
        CREATE OR REPLACE FUNCTION \(counter(table))() RETURNS bigint
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
        BEGIN
            RETURN (SELECT coalesce(max(\(id)), 0) + 1 FROM \(schema).\(table) WHERE office = \(schema).own_office());
        END $$
        """
    }

    /// SQLite remembers the highest number that an `AUTOINCREMENT` ever gave; here it is kept as a transaction ends.
    private func remembering(_ table: String, _ id: String) -> String {
        """
        CREATE OR REPLACE FUNCTION \(schema).highest_number() RETURNS bigint
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
        BEGIN
            RETURN (SELECT max(\(id)) FROM \(schema).\(table) WHERE office = \(schema).own_office());
        END $$
        """
    }
}

// Indexes and changes.
extension Definition {
    private func index(_ words: [String]) -> [String] {
        guard let on = words.firstIndex(of: "ON"), words.count > on + 2 else { return [words.joined(separator: " ")] }
        // The servers that keep the rows have the indexes; a table over several servers can have none. What it says of
        // rows that are not retired is written down.
        guard servers.isEmpty else {
            guard words.contains("UNIQUE"), words.suffix(4) == ["WHERE", "retired", "IS", "NULL"] else { return [] }
            let columns = words[on + 2].dropFirst().dropLast().filter { $0 != " " }
            guard !columns.contains("(") else { return [] }
            let law = "'\(words[on - 1])', '\(words[on + 1])', '\(columns)'"
            return ["INSERT INTO table_law (index, name, columns) VALUES (\(law))"]
        }
        var words = words
        if !Definition.shared.contains(words[on + 1]) { words[on + 2] = "(office, " + words[on + 2].dropFirst() }
        return [words.joined(separator: " ")]
    }

    private func alteration(_ words: [String]) -> [String] {
        let table = words[2]
        if words[3] == "ADD" {
            var shape = TableShape(office: false)
            shape.add(Array(words[(words[4] == "COLUMN" ? 5 : 4)...]), counter: counter(table))
            let rules =
                servers.isEmpty
                ? shape.references.map(\.rule) : []
            let changes = shape.columns.map { "ADD COLUMN \($0)" } + rules
            return ["ALTER TABLE \(table) \(changes.joined(separator: ", "))"]
        }
        let text = words.joined(separator: " ")
        guard words[3] == "RENAME", words[4] == "TO", words.count > 5 else { return [text] }
        // Counter and parts go by the name of their table.
        let parts = servers.indices.map { "ALTER TABLE \(table)_part\($0) RENAME TO \(words[5])_part\($0)" }
        return [text] + parts + [
            "UPDATE table_law SET name = '\(words[5])' WHERE name = '\(table)'",
            "ALTER TABLE \(words[5]) ALTER COLUMN id DROP DEFAULT",
            "DROP FUNCTION IF EXISTS \(counter(table))()", counting(words[5], "id"),
            "ALTER TABLE \(words[5]) ALTER COLUMN id SET DEFAULT \(counter(words[5]))()",
        ]
    }
}

/// The columns and rules of a table, gathered one by one.
private struct TableShape {
    /// Whether the office is the first part of every key.
    let office: Bool
    var columns: [String] = []
    var rules: [String] = []
    var references: [(column: String, table: String, rule: String)] = []
    /// The column whose numbers are given.
    var id: String?
    /// Whether the highest number that was given is remembered.
    var remembers = false

    private static let types = ["INTEGER": "BIGINT", "TEXT": "TEXT COLLATE \"C\"", "BLOB": "BYTEA"]

    init(office: Bool) {
        self.office = office
        if office { columns = ["office TEXT COLLATE \"C\" NOT NULL DEFAULT own_office()"] }
    }

    private var first: String { office ? "office, " : "" }

    mutating func add(_ words: [String], counter: String) {
        switch words.first {
        case "PRIMARY", "UNIQUE": rules.append(keyed(words))
        case "CHECK", "CONSTRAINT": rules.append(words.joined(separator: " "))
        case "FOREIGN":
            guard words.count > 4 else { return }
            let inner = words[2].dropFirst().dropLast()
            refer(String(inner), Array(words[4...]))
        default: addColumn(words, counter)
        }
    }

    private func keyed(_ words: [String]) -> String {
        words.map { $0.hasPrefix("(") ? "(\(first)\($0.dropFirst())" : $0 }.joined(separator: " ")
    }

    private mutating func addColumn(_ words: [String], _ counter: String) {
        guard let name = words.first else { return }
        var kept = [name]
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            switch word {
            case "PRIMARY":
                rest = rest.dropFirst()
                rules.append("PRIMARY KEY (\(first)\(name))")
                guard office, kept.contains("BIGINT") else { continue }
                id = name
                kept += ["NOT NULL", "DEFAULT \(counter)()"]
            case "AUTOINCREMENT": remembers = true
            case "UNIQUE": rules.append("UNIQUE (\(first)\(name))")
            case "REFERENCES":
                var rule = Array(rest)
                if let not = rule.firstIndex(of: "NOT"), rule.dropFirst(not + 1).first == "NULL" {
                    rule.removeSubrange(not...(not + 1))
                    kept.append("NOT NULL")
                }
                refer(name, rule)
                rest = []
            default: kept.append(TableShape.types[word] ?? word)
            }
        }
        columns.append(kept.joined(separator: " "))
    }

    /// Adds a reference; what stands behind the table may name its column and say when it is checked.
    private mutating func refer(_ column: String, _ words: [String]) {
        guard let table = words.first else { return }
        var rest = words.dropFirst()
        var target = table
        if let place = rest.first, place.hasPrefix("(") {
            target += " (office, \(place.dropFirst())"
            rest = rest.dropFirst()
        }
        let end = rest.map { " " + $0 }.joined()
        references.append((column, table, "ADD FOREIGN KEY (office, \(column)) REFERENCES \(target)\(end)"))
    }
}

/// Takes the text of a definition apart.
enum SQLScanner {
    /// The words of a text; what stands in parentheses or quotes is one word.
    static func words(_ text: String) -> [String] { split(text) { $0 == " " || $0 == "\n" } }

    /// The pieces between the commas of a text in parentheses.
    static func pieces(_ text: String) -> [String] { split(String(text.dropFirst().dropLast())) { $0 == "," } }

    private static func split(_ text: String, at isEnd: (Character) -> Bool) -> [String] {
        var found: [String] = []
        var word = ""
        var depth = 0
        var quote: Character?
        for letter in text {
            if quote == nil, depth == 0, isEnd(letter) {
                if !word.isEmpty { found.append(word) }
                word = ""
                continue
            }
            // A parenthesis begins a word of its own.
            if quote == nil, depth == 0, letter == "(", isEnd(" "), !word.isEmpty {
                found.append(word)
                word = ""
            }
            word.append(letter)
            if letter == quote {
                quote = nil
            } else if quote == nil {
                if letter == "'" || letter == "\"" { quote = letter }
                if letter == "(" { depth += 1 }
                if letter == ")" { depth -= 1 }
            }
        }
        return word.isEmpty ? found : found + [word]
    }
}
