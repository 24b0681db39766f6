import Commands
public import Diagnostics
import Syntax
import Tables
public import Values

/// What may stand at the cursor, and what it replaces.
public struct Completion: Sendable, Hashable {
    /// The bytes of the text that a candidate replaces.
    public let range: SourceSpan
    /// What may stand there, best first, each with a line of meaning.
    public let candidates: [Choice]
}

/// Completes lines from the registry, the database and the variables of an interpreter.
public struct Completer {
    private let interpreter: Interpreter
    /// The most codes that are looked up.
    public static let limit = 200

    /// Takes the interpreter whose session and variables count.
    public init(_ interpreter: Interpreter) {
        self.interpreter = interpreter
    }

    /// What may stand at a byte offset of a text.
    public func completion(of text: String, at cursor: Int) -> Completion {
        let front = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        let tokens = Lexer.tokens(of: Source(name: "prompt", text: front)).filter { $0.kind != .end }
        let segment = tokens[(tokens.lastIndex { Completer.separators.contains($0.kind) }.map { $0 + 1 } ?? 0)...]
        let touches = segment.last.map { $0.end == front.utf8.count && Completer.wordlike.contains($0.kind) } ?? false
        let start = touches ? segment.last?.start ?? cursor : cursor
        let prefix = String(decoding: front.utf8.dropFirst(start), as: UTF8.self)
        let before = touches ? segment.dropLast() : segment
        let isBehindPipe = segment.startIndex > 0 && tokens[segment.startIndex - 1].kind == .pipe
        let place = CompletionPlace(
            text: front, words: before.map { CompletionPlace.Piece($0, front) }, prefix: prefix,
            table: isBehindPipe ? table(in: front, before: tokens[segment.startIndex - 1].start) : nil,
            isBehindPipe: isBehindPipe)
        return Completion(range: SourceSpan(start, front.utf8.count), candidates: candidates(place))
    }

    /// What the next arguments are: `NAME  kind: …  [under: …]`.
    public func hint(of text: String) -> String? {
        let words = Lexer.tokens(of: Source(name: "prompt", text: text)).filter { $0.kind != .end }
            .map { CompletionPlace.Piece($0, text) }
        guard text.hasSuffix(" "), let sentence = SentencePlace(words[...], interpreter.session.registry) else {
            return nil
        }
        let open = sentence.openPlaces.map { $0.isRequired ? $0.name.uppercased() : "[\($0.name.uppercased())]" }
        let labels = sentence.openLabels.map { $0.isRequired ? "\($0.name):" : "[\($0.name):]" }
        let parts = open + labels
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func candidates(_ place: CompletionPlace) -> [Choice] {
        if place.prefix.hasPrefix("$") {
            return interpreter.variableNames.map { Choice("$" + $0, Text(verbatim: "")) }.matching(place.prefix)
        }
        if place.isBehindPipe, let verb = place.words.first?.text, Completer.verbs.contains(where: { $0.word == verb })
        {
            return place.columns.matching(place.prefix)
        }
        let registry = interpreter.session.registry
        var list: [Choice] = []
        if let sentence = SentencePlace(place.words[...], registry) {
            list += arguments(of: sentence, place)
        }
        list += commandWords(place)
        if place.isBehindPipe, place.words.isEmpty { list = Completer.verbs.matching(place.prefix) + list }
        return list.matching(place.prefix)
    }

    private func arguments(of sentence: SentencePlace, _ place: CompletionPlace) -> [Choice] {
        if let label = sentence.pendingLabel { return values(of: label.type, place.prefix) }
        var list: [Choice] = []
        if let next = sentence.openPlaces.first { list += values(of: next.type, place.prefix) }
        list += sentence.openLabels.map { Choice($0.name + ":", $0.help) }
        return list
    }

    private func values(of type: ValueType, _ prefix: String) -> [Choice] {
        switch type {
        case .choice(let choices): return choices.options
        case .yesNo: return [Choice("yes", Text("yes", vi: "có")), Choice("no", Text("no", vi: "không"))]
        case .code(let name):
            guard let kind = interpreter.session.registry.kind(name) else { return [] }
            return (try? kind.codes(interpreter.session, prefix, Completer.limit)) ?? []
        case .list(let element): return values(of: element, prefix)
        case .period:
            return ["this", "last"].flatMap { which in
                ["month", "year"].map { Choice("\(which) \($0)", Text(verbatim: "")) }
            }
        default: return []
        }
    }

    /// The words that can follow those typed so far in the name of a command.
    private func commandWords(_ place: CompletionPlace) -> [Choice] {
        let typed = place.words.map(\.text)
        guard place.words.allSatisfy({ $0.kind == .word }) else { return [] }
        var found: [String: Choice] = [:]
        for command in interpreter.session.registry.commands where command.takesTable || !place.isBehindPipe {
            let words = command.words
            guard words.count > typed.count, Array(words.prefix(typed.count)) == typed else { continue }
            let word = words[typed.count]
            let isWhole = words.count == typed.count + 1
            found[word] =
                found[word] == nil && isWhole ? Choice(word, command.summary) : Choice(word, Text("…", vi: "…"))
        }
        return found.values.sorted { $0.word < $1.word }
    }

    /// The columns of the table in front of a pipe, when they can be made out.
    private func table(in text: String, before end: Int) -> Schema? {
        let front = String(decoding: text.utf8.prefix(end), as: UTF8.self)
        let source = Source(name: "prompt", text: front)
        guard let statement = Parser.parse(source).program.statements.last else { return nil }
        let pipeline: Pipeline
        switch statement.kind {
        case .sentence(_, let found), .bind(_, let found), .loop(_, let found, _): pipeline = found
        default: return nil
        }
        guard case .table(let schema)? = interpreter.check(pipeline).type else { return nil }
        return schema
    }

    private static let separators: Set<Token.Kind> = [.pipe, .newline, .openParenthesis, .equal]
    private static let wordlike: Set<Token.Kind> = [.word, .label, .variable, .number, .period, .date]

    /// The table verbs.
    static let verbs: [Choice] = [
        Choice("where", Text("keep the rows for which it holds", vi: "giữ các dòng thoả điều kiện")),
        Choice("keep", Text("keep these columns", vi: "giữ các cột này")),
        Choice("drop", Text("leave these columns out", vi: "bỏ các cột này")),
        Choice("add", Text("work out a column", vi: "thêm cột tính được")),
        Choice("rename", Text("give a column another name", vi: "đổi tên cột")),
        Choice("sort by", Text("put the rows in order", vi: "sắp xếp các dòng")),
        Choice("first", Text("the first rows", vi: "các dòng đầu")),
        Choice("last", Text("the last rows", vi: "các dòng cuối")),
        Choice("group by", Text("one row for each group", vi: "gộp theo nhóm")),
        Choice("distinct", Text("each row once", vi: "bỏ dòng trùng")),
        Choice("count", Text("how many rows", vi: "đếm số dòng")),
        Choice("join", Text("put columns of another table beside", vi: "ghép cột của bảng khác")),
        Choice("pivot", Text("values as columns", vi: "xoay giá trị thành cột")),
        Choice("unpivot", Text("columns as values", vi: "xoay cột thành giá trị")),
        Choice("fill", Text("carry values down into gaps", vi: "điền chỗ trống từ dòng trên")),
    ]
}

extension [Choice] {
    /// Those that begin with a prefix; without any, those that begin so when tones and case do not count.
    func matching(_ prefix: String) -> [Choice] {
        guard !prefix.isEmpty else { return self }
        let exact = filter { $0.word.hasPrefix(prefix) }
        guard exact.isEmpty else { return exact }
        let folded = prefix.folded
        let loose = filter { $0.word.folded.hasPrefix(folded) }
        return loose.isEmpty ? filter { $0.word.folded.contains(folded) } : loose
    }
}
