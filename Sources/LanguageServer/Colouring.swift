import Commands
import Diagnostics
import JSON
import Language
import Syntax

// Which word is what, for editors that colour by it.
extension LanguageServer {
    /// The kinds of words, by their places in this list.
    private static let kinds = [
        "keyword", "function", "variable", "parameter", "property", "string", "number", "comment", "operator",
    ]

    static var semanticLegend: JSON {
        ["tokenTypes": .array(kinds.map { .string($0) }), "tokenModifiers": []]
    }

    func semanticTokens(_ document: OpenDocument) -> JSON {
        var roles = WordRoles(session.registry)
        roles.walk(analysis(document).facts.program)
        var data: [JSON] = []
        var last = (line: 0, character: 0)
        for token in Lexer.tokens(of: document.source) {
            guard let kind = LanguageServer.kind(token, roles, document) else { continue }
            for (start, length) in document.map.lines(of: token.span) {
                let column = start.line == last.line ? start.character - last.character : start.character
                data += [.int(start.line - last.line), .int(column), .int(length), .int(kind), 0]
                last = start
            }
        }
        return ["data": .array(data)]
    }

    private static func kind(_ token: Token, _ roles: WordRoles, _ document: OpenDocument) -> Int? {
        let name: String?
        switch token.kind {
        case .word:
            name = roles.kinds[token.start] ?? (blockWords.contains(document.source[token.span]) ? "keyword" : nil)
        case .label: name = "parameter"
        case .variable: name = "variable"
        case .number, .percent, .money, .duration, .date, .period: name = "number"
        case .textOpen, .text, .textClose: name = token.start == token.end ? nil : "string"
        case .comment: name = "comment"
        case .pipe, .equal, .unequal, .less, .atMost, .more, .atLeast, .plus, .minus, .times, .over, .arrow:
            name = "operator"
        default: name = nil
        }
        return name.flatMap { kinds.firstIndex(of: $0) }
    }

    private static let blockWords: Set<String> = [
        "then", "do", "else", "elseif", "catch", "end", "script", "version", "param", "needs", "in", "and", "or", "not",
    ]
}

/// The words that name commands, columns and functions or begin statements and verbs, by their first bytes.
private struct WordRoles: TreeVisitor {
    private(set) var kinds: [Int: String] = [:]
    private let registry: Registry

    init(_ registry: Registry) {
        self.registry = registry
    }

    mutating func enter(_ statement: Statement) {
        if case .sentence([], _) = statement.kind { return }
        kinds[statement.span.start] = "keyword"
    }

    mutating func enter(_ sentence: Sentence) {
        guard let count = registry.command(matching: sentence.words.map(\.text))?.count else { return }
        for word in sentence.words.prefix(count) { kinds[word.span.start] = "function" }
    }

    mutating func enter(_ stage: Stage) { kinds[stage.span.start] = "keyword" }

    mutating func enter(_ expression: Expression) {
        switch expression.kind {
        case .call(let name, _): kinds[name.span.start] = "function"
        case .column: kinds[expression.span.start] = "property"
        default: break
        }
    }

    mutating func see(columns: [Word]) {
        for word in columns { kinds[word.span.start] = "property" }
    }
}

extension LineMap {
    /// The lines of a span, each with where the span begins on it and how many units of UTF-16 it takes.
    func lines(of span: SourceSpan) -> [(start: (line: Int, character: Int), length: Int)] {
        let (first, last) = (place(span.start), place(span.end))
        return (first.line...last.line).compactMap { line in
            let start = line == first.line ? span.start : offset(line: line, character: 0)
            let end = line == last.line ? span.end : offset(line: line, character: .max)
            let length = place(end).character - place(start).character
            return length > 0 ? (place(start), length) : nil
        }
    }
}
