/// Sen's SQL in PostgreSQL's words.
///
/// Statements are written once, in what both engines understand but for a few words. Only texts of Sen's own source are
/// translated, never what a user typed.
enum Dialect {
    /// What a statement does.
    enum Kind {
        case reads, writes, defines
    }

    /// What a statement does, by its first word.
    static func kind(of text: String) -> Kind {
        let start = text.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        func begins(_ word: StaticString) -> Bool { start.starts(with: word.description.utf8) }
        if begins("SELECT") || begins("WITH") || begins("VALUES") { return .reads }
        if begins("CREATE") || begins("ALTER") || begins("DROP") { return .defines }
        return .writes
    }

    /// A statement that defines nothing, with `$1`, `$2` … for its values.
    static func translated(_ text: String) -> String {
        var words = text
        for (ours, theirs) in phrases where words.contains(ours) { words = words.replacing(ours, with: theirs) }
        return numbered(words.contains(" AS INTEGER)") ? cutOff(words) : words)
    }

    /// A statement whose casts to whole numbers cut decimals off. `CAST … AS INTEGER` is only used on decimal numbers
    /// kept as text.
    private static func cutOff(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: "CAST(") {
            result += rest[..<found.lowerBound]
            rest = rest[found.upperBound...]
            guard let end = closing(rest) else { return result + "CAST(" + rest }
            let inside = cutOff(String(rest[..<end]))
            rest = rest[rest.index(after: end)...]
            let whole = " AS INTEGER"
            result +=
                inside.hasSuffix(whole) ? "trunc(CAST(\(inside.dropLast(whole.count)) AS NUMERIC))" : "CAST(\(inside))"
        }
        return result + rest
    }

    /// Where the bracket closes that was opened before a text.
    private static func closing(_ text: Substring) -> Substring.Index? {
        var depth = 0
        for place in text.indices {
            switch text[place] {
            case "(": depth += 1
            case ")" where depth == 0: return place
            case ")": depth -= 1
            default: continue
            }
        }
        return nil
    }

    /// What SQLite says otherwise.
    private static let phrases: [(String, String)] = [
        (
            "SELECT value FROM json_each(?)",
            "SELECT value::bigint FROM json_array_elements_text(?::json)"
        ),
        (
            "SELECT value AS id, key AS place FROM json_each(?)",
            "SELECT value::bigint AS id, n - 1 AS place FROM json_array_elements_text(?::json) "
                + "WITH ORDINALITY AS list (value, n)"
        ),
        ("ON CONFLICT (", "ON CONFLICT (office, "), ("ORDER BY +", "ORDER BY "),
        (" IS NOT ?", " IS DISTINCT FROM ?"), (" IS ?", " IS NOT DISTINCT FROM ?"),
    ]

    private static func numbered(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        var places = 0
        var quote: UInt8?
        for byte in text.utf8 {
            if quote == nil, byte == UInt8(ascii: "?") {
                places += 1
                result += "$\(places)".utf8
                continue
            }
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The table that a statement inserts into; `nil` for other statements and for those that answer already.
    static func insertedTable(_ text: String) -> String? {
        guard text.hasPrefix("INSERT INTO "), !text.contains("RETURNING") else { return nil }
        let name = text.dropFirst("INSERT INTO ".count).prefix { $0 != " " && $0 != "(" && $0 != "\n" }
        return name.filter { $0 != "\"" }
    }

    /// A text as a literal.
    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
