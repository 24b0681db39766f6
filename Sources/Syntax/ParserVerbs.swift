import Diagnostics
import Values

/// What stands behind `|`. Verbs are reserved there and nowhere else; any other word begins a command that takes a
/// table.
extension Parser {
    mutating func stage() throws -> Stage {
        let start = current.start
        guard kind == .word, !isCall || isAt("where") else {
            let examples = Text(
                "For example: where, keep, sort by, first 5, count.", vi: "Ví dụ: where, keep, sort by, first 5, count."
            )
            throw expected(.expectedVerb, Text("a table verb", vi: "một phép xử lý bảng"), notes: [examples])
        }
        let kind = try stageKind(text(current))
        return Stage(kind, span(from: start))
    }

    private mutating func stageKind(_ verb: String) throws -> Stage.Kind {
        switch verb {
        case "where":
            advance()
            return .filter(try expression())
        case "keep": return .keep(try columnsBehindVerb())
        case "drop": return .drop(try columnsBehindVerb())
        case "distinct": return .distinct(try optionalColumns())
        case "unpivot": return .unpivot(try optionalColumns())
        case "fill": return .fill(try optionalColumns())
        case "add":
            advance()
            return .add(try assignments())
        case "rename": return .rename(try renamings())
        case "sort": return .sort(try sortKeys())
        case "first":
            advance()
            return .first(try takeWhole())
        case "last":
            advance()
            return .last(try takeWhole())
        case "count":
            advance()
            return .count
        case "group": return try group()
        case "join": return try join()
        case "pivot": return try pivot()
        default: return .sentence(try sentence(near: nearest(to: verb, among: Parser.verbs)))
        }
    }

    /// The words that begin a table verb.
    public static let verbs = [
        "where", "keep", "drop", "distinct", "unpivot", "fill", "add", "rename", "sort", "first", "last", "count",
        "group",
        "join", "pivot",
    ]

    /// A command behind `|`; when it cannot be read and its first word is like a verb, that verb was meant.
    private mutating func sentence(near verb: String?) throws -> Sentence {
        guard let verb else { return try sentence() }
        let (before, first) = (findings, current)
        do {
            return try sentence()
        } catch {
            findings = before
            throw refuse(.unknownVerb(text(first), meant: verb), at: first.span)
        }
    }

    /// Columns after a pivot may be named after years and months.
    private var isAtColumn: Bool { kind == .word || kind == .period || kind == .number || kind == .date }

    private mutating func column() throws -> Word {
        guard isAtColumn else { throw expected(.expectedColumn, Text("a column", vi: "một cột")) }
        return word(advance())
    }

    private mutating func columns() throws -> [Word] {
        var list = [try column()]
        while kind == .comma {
            advanceAcrossLines()
            list.append(try column())
        }
        return list
    }

    private mutating func columnsBehindVerb() throws -> [Word] {
        advance()
        return try columns()
    }

    /// No columns mean all of them.
    private mutating func optionalColumns() throws -> [Word] {
        advance()
        return isAtColumn && !(endsAtDo && brackets == 0 && isAt("do")) ? try columns() : []
    }

    private mutating func assignments() throws -> [Assignment] {
        var list = [try assignment()]
        while kind == .comma {
            advanceAcrossLines()
            list.append(try assignment())
        }
        return list
    }

    private mutating func assignment() throws -> Assignment {
        try countOperator()
        let name = try column()
        try takeMark(.equal, "=")
        return Assignment(name: name, value: try expression())
    }

    private mutating func renamings() throws -> [Renaming] {
        var list: [Renaming] = []
        repeat {
            advanceAcrossLines()
            try countOperator()
            let old = try column()
            try takeWord("to")
            list.append(Renaming(old: old, new: try column()))
        } while kind == .comma
        return list
    }

    private mutating func sortKeys() throws -> [SortKey] {
        advance()
        if !isAt("by") { try takeWord("by") }
        var keys: [SortKey] = []
        repeat {
            advanceAcrossLines()
            let value = try expression()
            let descending = isAt("desc")
            if descending || isAt("asc") { advance() }
            keys.append(SortKey(value: value, descending: descending))
        } while kind == .comma
        return keys
    }

    private mutating func group() throws -> Stage.Kind {
        advance()
        try takeWord("by")
        let keys = try columns()
        guard isAt("with") else { return .group(by: keys, with: []) }
        advance()
        return .group(by: keys, with: try assignments())
    }

    private mutating func join() throws -> Stage.Kind {
        advance()
        guard kind == .openParenthesis else {
            throw expected(.expectedMark, Text("a table in brackets, ‘(…)’", vi: "một bảng trong ngoặc, ‘(…)’"))
        }
        let opener = try open()
        let table = try value()
        try close(.closeParenthesis, opener)
        try takeWord("on")
        let keys = try columns()
        guard isAt("keep") else { return .join(table, on: keys, keepsUnmatched: false) }
        advance()
        try takeWord("unmatched")
        return .join(table, on: keys, keepsUnmatched: true)
    }

    private mutating func pivot() throws -> Stage.Kind {
        advance()
        let rows = try column()
        try takeWord("by")
        let columns = try column()
        try takeWord("with")
        return .pivot(rows, by: columns, with: try expression())
    }
}
