public import Diagnostics

/// Cuts a source into tokens, in one pass over its bytes, also where it is broken.
///
/// Texts with expressions in them are cut as well, so that a highlighter sees every piece. What is open inside them is
/// kept on a stack of its own and not on the machine's, so that no input is too deep.
public struct Lexer {
    /// The most bytes that are read.
    static let sizeLimit = 10_000_000

    let bytes: [UInt8]
    var position = 0
    var tokens: [Token] = []
    var findings: Findings
    var modes: [Mode] = []
    /// The outermost open text that must end with its line, as a place in `modes`.
    var lineText: Int?

    /// What is open around the place that is read.
    enum Mode {
        case text(Quote, start: Int)
        case expression(brackets: Int)
    }

    /// How a text is quoted.
    enum Quote {
        case double, single, triple

        var length: Int { self == .triple ? 3 : 1 }
    }

    /// The tokens of a source; the last one is its end.
    public static func tokens(of source: Source) -> [Token] {
        Lexer(source).tokens
    }

    init(_ source: Source) {
        let all = Array(source.text.utf8)
        bytes = all.count <= Lexer.sizeLimit ? all : Array(all.prefix(Lexer.sizeLimit))
        findings = Findings(source)
        tokens.reserveCapacity(bytes.count / 5)
        run()
    }

    private mutating func run() {
        reportForbidden()
        if bytes.starts(with: Lexer.byteOrderMark) { position = 3 }
        while position < bytes.count {
            if case .text(let quote, _)? = modes.last { readText(quote) } else { readCode() }
        }
        if !modes.isEmpty { closeTexts(from: 0, curable: true) }
        append(.end, from: position)
    }

    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind, SourceSpan(start, position)))
    }

    mutating func append(_ kind: Token.Kind, length: Int) {
        position += length
        append(kind, from: position - length)
    }

    private mutating func readCode() {
        let byte = bytes[position]
        switch byte {
        case Byte.space, Byte.tab: position += 1
        case Byte.lineFeed: endLine(length: 1)
        case Byte.carriageReturn:
            if bytes.byte(at: position + 1) == Byte.lineFeed { endLine(length: 2) } else { position += 1 }
        case Byte.hash: readComment()
        case Byte.dollar: readVariable()
        case Byte.quote, Byte.apostrophe: openText()
        case Byte.closeBrace where isInExpression: closeExpression()
        case Byte.colon where isAtFormat: readFormat()
        case Byte.openParenthesis: openBracket(.openParenthesis, step: 1)
        case Byte.openBracket: openBracket(.openBracket, step: 1)
        case Byte.closeParenthesis: openBracket(.closeParenthesis, step: -1)
        case Byte.closeBracket: openBracket(.closeBracket, step: -1)
        default:
            if bytes.wordLength(at: position) > 0 {
                readRun()
            } else if let mark = mark(byte, bytes.byte(at: position + 1)) {
                append(mark.kind, length: mark.length)
                if let meant = mark.meant { reportForeign(meant) }
            } else {
                readStray()
            }
        }
    }

    /// A line ends the texts that must end with it; inside an expression of a longer text it is a blank.
    mutating func endLine(length: Int) {
        if let lineText { closeTexts(from: lineText, curable: false) }
        if modes.isEmpty { append(.newline, length: length) } else { position += length }
    }

    private mutating func openBracket(_ kind: Token.Kind, step: Int) {
        append(kind, length: 1)
        guard case .expression(let brackets)? = modes.last else { return }
        modes[modes.count - 1] = .expression(brackets: max(0, brackets + step))
    }

    private func mark(_ byte: UInt8, _ next: UInt8) -> (kind: Token.Kind, length: Int, meant: String?)? {
        switch byte {
        case Byte.pipe: (.pipe, 1, nil)
        case Byte.comma: (.comma, 1, nil)
        case Byte.plus: (.plus, 1, nil)
        case Byte.star: (.times, 1, nil)
        case Byte.slash: (.over, 1, nil)
        case Byte.hyphen: next == Byte.more ? (.arrow, 2, nil) : (.minus, 1, nil)
        case Byte.equal: next == Byte.equal ? (.equal, 2, "=") : (.equal, 1, nil)
        case Byte.exclamation: next == Byte.equal ? (.unequal, 2, nil) : nil
        case Byte.less:
            next == Byte.equal ? (.atMost, 2, nil) : next == Byte.more ? (.unequal, 2, "!=") : (.less, 1, nil)
        case Byte.more: next == Byte.equal ? (.atLeast, 2, nil) : (.more, 1, nil)
        default: nil
        }
    }

    private mutating func reportForeign(_ meant: String) {
        let span = SourceSpan(position - 2, position)
        findings.add(.foreignOperator(bytes.string(span.start, span.end), meant), at: span)
    }

    /// `#` in the middle of a word begins no comment, but nothing else either.
    private mutating func readComment() {
        let start = position
        while position < bytes.count, bytes[position] != Byte.lineFeed { position += 1 }
        if bytes[position - 1] == Byte.carriageReturn { position -= 1 }
        if let last = tokens.last, last.end == start, last.kind.isWordLike {
            findings.add(.commentWithoutSpace, at: SourceSpan(start, start + 1))
        }
        append(.comment, from: start)
    }
}

extension Token.Kind {
    /// Whether it is a word or a value without quotes.
    var isWordLike: Bool { rawValue <= Token.Kind.period.rawValue }
}
