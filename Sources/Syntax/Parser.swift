public import Diagnostics
import Values

/// Reads the whole grammar into the tree; it knows no registry.
///
/// A statement that cannot be read gives a finding and is left out; reading goes on with the next line, so that all
/// findings of a file come in one pass.
public struct Parser {
    /// How deep brackets and blocks may be nested together.
    static let depthLimit = 200
    /// How many operators, verbs and new columns one statement may hold; they make a tree deep or a table wide.
    static let operatorLimit = 1000

    let source: Source
    let bytes: [UInt8]
    var tokens: [Token]
    let comments: [Comment]
    var findings: Findings
    var index = 0
    /// The end of the token that was read last.
    var lastEnd = 0
    /// How many brackets and blocks are open.
    var depth = 0
    /// How many brackets are open; inside them a line goes on.
    var brackets = 0
    var operators = 0
    /// `return` is a statement inside `def` only; elsewhere a pack may own a command of that name.
    var isInFunction = false
    /// In the line of a `for`, the word `do` ends a sentence.
    var endsAtDo = false
    /// A place whose line is known already.
    private var counted: (offset: Int, line: Int)

    /// Reads a script, or what was typed at once.
    public static func parse(_ source: Source) -> Parse {
        guard source.text.utf8.count <= Lexer.sizeLimit else {
            let program = Program(source: source, header: nil, statements: [], comments: [])
            let finding = Diagnostic.tooLarge.placed(at: SourceSpan(0, 0), in: source)
            return Parse(program: program, findings: [finding], isIncomplete: false)
        }
        var parser = Parser(source)
        let header = parser.header()
        let statements = parser.block(until: [])
        let program = Program(source: source, header: header, statements: statements, comments: parser.comments)
        let findings = parser.findings.inOrder
        return Parse(
            program: program, findings: findings, isIncomplete: !findings.isEmpty && parser.findings.areCurable)
    }

    /// Reads one expression alone, such as the formula of an indicator; it may go over lines as in brackets.
    public static func expression(_ source: Source) -> (Expression?, [Diagnostic]) {
        guard source.text.utf8.count <= Lexer.sizeLimit else {
            return (nil, [Diagnostic.tooLarge.placed(at: SourceSpan(0, 0), in: source)])
        }
        var parser = Parser(source)
        parser.brackets = 1
        parser.skipLines()
        let expression = parser.attempt { parser in
            let expression = try parser.expression()
            try parser.finishLine()
            return expression
        }
        return (expression, parser.findings.inOrder)
    }

    init(_ source: Source) {
        let lexer = Lexer(source)
        self.source = source
        counted = (0, source.firstLine)
        bytes = lexer.bytes
        findings = lexer.findings
        comments = lexer.tokens.compactMap { token in
            token.kind == .comment ? Comment(lexer.bytes.string(token.start, token.end), token.span) : nil
        }
        tokens = lexer.tokens
        if !comments.isEmpty { tokens.removeAll { $0.kind == .comment } }
    }
}

/// A statement that cannot be read; the finding is kept already.
struct Broken: Error {}

extension Parser {
    var current: Token { tokens[index] }
    var kind: Token.Kind { tokens[index].kind }
    var next: Token { tokens[min(index + 1, tokens.count - 1)] }

    /// Whether the current word or variable has its bracket right behind it.
    var isCall: Bool { kind == .word && next.kind == .openParenthesis && next.start == current.end }

    /// The letters of a token in NFC.
    func text(_ token: Token) -> String {
        bytes.string(token.start, token.end).composed
    }

    func word(_ token: Token) -> Word { Word(text(token), token.span) }

    /// Whether the current token is this word.
    func isAt(_ word: String) -> Bool { kind == .word && spells(current, word) }

    func isNext(_ word: String) -> Bool { next.kind == .word && spells(next, word) }

    /// Whether a token is a keyword; keywords are the same composed and not.
    private func spells(_ token: Token, _ word: String) -> Bool {
        token.end - token.start == word.utf8.count && bytes[token.start..<token.end].elementsEqual(word.utf8)
    }

    func span(from start: Int) -> SourceSpan { SourceSpan(start, max(start, lastEnd)) }

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[index]
        lastEnd = token.end
        if index < tokens.count - 1 { index += 1 }
        if brackets > 0 { skipLines() }
        return token
    }

    mutating func skipLines() {
        while kind == .newline { index += 1 }
    }

    /// Goes past a comma or `|`, behind which a line goes on.
    mutating func advanceAcrossLines() {
        advance()
        skipLines()
    }

    /// Goes past the rest of a line that could not be read, with the lines on which it goes on.
    mutating func skipLine() {
        while kind != .end {
            guard kind == .newline else {
                index += 1
                continue
            }
            guard index > 0, Parser.lineGoesOn.contains(tokens[index - 1].kind) else { return }
            skipLines()
        }
    }

    private static let lineGoesOn: [Token.Kind] = [.pipe, .comma, .openParenthesis, .openBracket]

    /// Reads something; what cannot be read is skipped to the end of its line.
    mutating func attempt<Tree>(_ read: (inout Parser) throws -> Tree) -> Tree? {
        let before = (depth, brackets, endsAtDo)
        defer { (depth, brackets, endsAtDo) = before }
        do {
            return try read(&self)
        } catch {
            skipLine()
            return nil
        }
    }

    /// Refuses what stands at the current token, or at a given place.
    mutating func refuse(_ finding: Diagnostic, at span: SourceSpan? = nil) -> Broken {
        let isAtEnd = kind == .newline || kind == .end
        let place = span ?? (isAtEnd ? SourceSpan(lastEnd, lastEnd) : current.span)
        findings.add(finding, at: place, curable: isCurable, near: isAtEnd ? place : current.span)
        return Broken()
    }

    /// Refuses the current token because something else should stand there.
    mutating func expected(_ code: Diagnostic.Code, _ what: Text, notes: [Text] = [], replacement: String? = nil)
        -> Broken
    {
        var finding = Diagnostic.expected(code, what, found: shown)
        finding.notes = notes
        finding.replacement = replacement
        return refuse(finding)
    }

    /// Whether more text could go on where reading stopped: behind `|`, a comma or inside brackets.
    private var isCurable: Bool {
        guard kind == .end else { return false }
        let last = tokens[..<index].last { $0.kind != .newline }?.kind
        return brackets > 0 || last == .pipe || last == .comma
    }

    /// The current token in a message; `nil` at the end of a line.
    var shown: String? {
        guard kind != .newline, kind != .end else { return nil }
        return bytes.excerpt(current.start, current.end)
    }

    mutating func enter() throws {
        guard depth < Parser.depthLimit else { throw refuse(.tooDeep(Parser.depthLimit)) }
        depth += 1
    }

    /// The line in which a token stands, as messages count them.
    mutating func line(of token: Token) -> Int {
        if token.start < counted.offset { counted = (0, source.firstLine) }
        counted.line += bytes[counted.offset..<token.start].count { $0 == Byte.lineFeed }
        counted.offset = token.start
        return counted.line
    }

    /// Counts an operator, a verb behind a pipe or a column that it makes.
    mutating func countOperator() throws {
        operators += 1
        guard operators <= Parser.operatorLimit else { throw refuse(.tooManyOperators(Parser.operatorLimit)) }
    }

    /// Goes past an opening bracket.
    mutating func open() throws -> Token {
        try enter()
        brackets += 1
        return advance()
    }

    /// Goes past the bracket that closes one.
    mutating func close(_ mark: Token.Kind, _ opener: Token) throws {
        guard kind == mark else {
            let sign = mark == .closeParenthesis ? ")" : "]"
            throw refuse(.unclosedBracket(sign, line: line(of: opener), found: shown))
        }
        brackets -= 1
        depth -= 1
        advance()
    }

    mutating func takeWord(_ word: String) throws {
        guard isAt(word) else {
            throw expected(
                .expectedWord, Text("‘\(word)’", vi: "‘\(word)’"),
                replacement: kind == .newline || kind == .end ? nil : word + " " + text(current))
        }
        advance()
    }

    mutating func takeMark(_ mark: Token.Kind, _ sign: String) throws {
        guard kind == mark else { throw expected(.expectedMark, Text("‘\(sign)’", vi: "‘\(sign)’")) }
        advance()
    }

    mutating func takeName() throws -> Word {
        guard kind == .word else { throw expected(.expectedName, Text("a name", vi: "một tên")) }
        return word(advance())
    }

    mutating func takeText() throws -> StringLiteral {
        guard kind == .textOpen else {
            throw expected(.expectedText, Text("a text in quotes", vi: "một văn bản trong dấu ngoặc kép"))
        }
        return try textLiteral()
    }

    mutating func takeWhole() throws -> Int {
        guard kind == .number, let number = Shape.number(bytes, current.start, current.end)?.whole else {
            throw expected(.expectedNumber, Text("a whole number", vi: "một số nguyên"))
        }
        advance()
        return Int(number)
    }

    mutating func finishLine() throws {
        guard let shown else { return }
        let last = tokens[max(index - 1, 0)]
        if kind == .comma, last.kind == .number, last.end == current.start, next.kind == .number,
            next.start == current.end
        {
            throw refuse(.decimalComma(text(last) + "." + text(next)), at: last.span.joined(next.span))
        }
        throw refuse(.unexpectedRest(shown))
    }
}
