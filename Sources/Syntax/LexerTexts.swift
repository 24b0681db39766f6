import Diagnostics

/// Texts in quotes and the expressions inside them.
extension Lexer {
    var isInExpression: Bool {
        if case .expression? = modes.last { true } else { false }
    }

    /// A colon outside brackets begins the format of an expression inside a text.
    var isAtFormat: Bool {
        if case .expression(brackets: 0)? = modes.last { true } else { false }
    }

    mutating func openText() {
        let start = position
        let isTriple = bytes[start...].starts(with: [Byte.quote, Byte.quote, Byte.quote])
        let quote: Quote = bytes[start] == Byte.apostrophe ? .single : isTriple ? .triple : .double
        if quote != .triple, lineText == nil { lineText = modes.count }
        modes.append(.text(quote, start: start))
        append(.textOpen, length: quote.length)
    }

    /// Reads letters up to the next quote, brace or line end.
    mutating func readText(_ quote: Quote) {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case Byte.lineFeed where quote != .triple, Byte.carriageReturn where quote != .triple && isAtLineEnd:
                finishPiece(from: start)
                return endLine(length: bytes[position] == Byte.lineFeed ? 1 : 2)
            case Byte.apostrophe where quote == .single: return closeText(.single, from: start)
            case Byte.quote where quote == .double: return closeText(.double, from: start)
            case Byte.quote where quote == .triple && isAtTriple: return closeText(.triple, from: start)
            case Byte.backslash where quote != .single: readEscape()
            case Byte.openBrace where quote != .single && bytes.byte(at: position + 1) != Byte.openBrace:
                finishPiece(from: start)
                modes.append(.expression(brackets: 0))
                return append(.openBrace, length: 1)
            case Byte.openBrace where quote != .single: position += 2
            case Byte.closeBrace where quote != .single: readCloseBrace()
            default: position += 1
            }
        }
        finishPiece(from: start)
    }

    private var isAtLineEnd: Bool { bytes.byte(at: position + 1) == Byte.lineFeed }

    private var isAtTriple: Bool {
        bytes.byte(at: position + 1) == Byte.quote && bytes.byte(at: position + 2) == Byte.quote
    }

    private mutating func finishPiece(from start: Int) {
        if position > start { append(.text, from: start) }
    }

    private mutating func closeText(_ quote: Quote, from start: Int) {
        finishPiece(from: start)
        append(.textClose, length: quote.length)
        leaveMode()
    }

    mutating func closeExpression() {
        append(.closeBrace, length: 1)
        leaveMode()
    }

    private mutating func leaveMode() {
        modes.removeLast()
        if let open = lineText, open >= modes.count { lineText = nil }
    }

    /// Closes what is open with empty tokens, so that a parser always sees pairs, and says so once.
    mutating func closeTexts(from lowest: Int, curable: Bool) {
        if case .text(_, let start) = modes[lowest] {
            let hasBrace = modes.count > lowest + 1
            findings.add(.unfinishedText(hasBrace: hasBrace), at: SourceSpan(start, position), curable: curable)
        }
        while modes.count > lowest {
            append(isInExpression ? .closeBrace : .textClose, from: position)
            leaveMode()
        }
    }

    mutating func readFormat() {
        let start = position
        while position < bytes.count, ![Byte.closeBrace, Byte.quote, Byte.lineFeed].contains(bytes[position]) {
            position += 1
        }
        append(.format, from: start)
    }

    private mutating func readCloseBrace() {
        if bytes.byte(at: position + 1) == Byte.closeBrace {
            position += 2
        } else {
            findings.add(.loneBrace, at: SourceSpan(position, position + 1))
            position += 1
        }
    }

    private mutating func readEscape() {
        let start = position
        position += 1
        switch bytes.byte(at: position) {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), Byte.quote, Byte.backslash:
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            if let escape = Escape.scalar(bytes, at: position) {
                position = escape.end
            } else {
                reportEscape(from: start)
            }
        default:
            reportEscape(from: start)
        }
    }

    private mutating func reportEscape(from start: Int) {
        guard position < bytes.count else { return }
        let end = bytes[position] == Byte.lineFeed ? position : position + bytes.scalar(at: position).length
        findings.add(.badEscape, at: SourceSpan(start, end))
    }
}

/// Escapes inside texts.
enum Escape {
    /// Reads `{202e}` behind `\u`.
    static func scalar(_ bytes: [UInt8], at position: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        guard bytes.byte(at: position) == Byte.openBrace else { return nil }
        var value: UInt32 = 0
        var place = position + 1
        while place < position + 9, let digit = hexadecimal(bytes.byte(at: place)) {
            value = value << 4 | digit
            place += 1
        }
        guard place > position + 1, bytes.byte(at: place) == Byte.closeBrace else { return nil }
        return Unicode.Scalar(value).map { ($0, place + 1) }
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - 87)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - 55)
        default: nil
        }
    }

    /// The text that bytes of a piece stand for: escapes and doubled braces resolved.
    static func resolve(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == Byte.backslash || $0 == Byte.openBrace || $0 == Byte.closeBrace }) else {
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let next = bytes.byte(at: place + 1)
            if byte == Byte.backslash, next == UInt8(ascii: "u"), let escape = scalar(bytes, at: place + 2) {
                result.append(contentsOf: String(escape.scalar).utf8)
                place = escape.end
            } else if byte == Byte.backslash {
                result.append(next == UInt8(ascii: "n") ? Byte.lineFeed : next == UInt8(ascii: "t") ? Byte.tab : next)
                place += 2
            } else {
                result.append(byte)
                place += (byte == Byte.openBrace || byte == Byte.closeBrace) && next == byte ? 2 : 1
            }
        }
        return result
    }
}
