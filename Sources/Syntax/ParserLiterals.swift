import Diagnostics
import Values

/// Values whose form tells their type, variables and texts.
extension Parser {
    /// Reads the number, percent, amount, date or period at the current token.
    mutating func literal() throws -> Value {
        let token = current
        let value: Value
        switch token.kind {
        case .percent:
            guard
                let share = Shape.number(
                    bytes, token.start, Shape.numberEnd(bytes, token.start, token.end), moreDecimals: 2)
            else { throw refuse(.numberTooLong) }
            value = .percent(share)
        case .money:
            guard let amount = try number(token).whole else { throw refuse(.fractionalMoney) }
            value = .money(amount)
        case .duration: value = .time(TimeAmount(try number(token), timeUnit(token)))
        case .date:
            guard let day = Shape.day(bytes, token.start, token.end) else { throw refuse(.noSuchDay(text(token))) }
            value = .date(day)
        case .period:
            guard let period = Shape.period(bytes, token.start, token.end) else {
                throw expected(.expectedValue, Text("a period", vi: "một kỳ"))
            }
            value = .period(period)
        default: value = .number(try number(token))
        }
        advance()
        return value
    }

    /// The number with which a token begins.
    mutating func number(_ token: Token) throws -> Number {
        let end = Shape.numberEnd(bytes, token.start, token.end)
        guard let number = Shape.number(bytes, token.start, end) else { throw refuse(.numberTooLong, at: token.span) }
        return number
    }

    private func timeUnit(_ token: Token) -> TimeAmount.Unit {
        let start = bytes.skippingBlanks(from: Shape.numberEnd(bytes, token.start, token.end))
        return TimeAmount.Unit(rawValue: bytes.string(start, token.end)) ?? .workingDays
    }

    /// Reads the variable at the current token.
    mutating func variable() -> Variable {
        let token = advance()
        var words: [Word] = []
        var start = token.start + 1
        for end in start...token.end where end == token.end || bytes[end] == Byte.point {
            words.append(Word(bytes.string(start, end).composed, SourceSpan(start, end)))
            start = end + 1
        }
        return Variable(name: words[0], fields: Array(words.dropFirst()), span: token.span)
    }

    /// Reads the text at the current token, up to its closing quote.
    mutating func textLiteral() throws -> StringLiteral {
        try enter()
        let opener = advance()
        var pieces: [TextPiece] = []
        while kind != .textClose {
            if kind == .text {
                pieces.append(.letters(advance()))
            } else {
                try takeMark(.openBrace, "{")
                let expression = try expression()
                var format: String?
                if kind == .format {
                    format = bytes.string(current.start + 1, current.end)
                    advance()
                }
                try takeMark(.closeBrace, "}")
                pieces.append(.expression(expression, format: format))
            }
        }
        advance()
        depth -= 1
        return StringLiteral(parts: parts(pieces, opener), span: span(from: opener.start))
    }

    private func parts(_ pieces: [TextPiece], _ opener: Token) -> [StringLiteral.Part] {
        let isRaw = bytes[opener.start] == Byte.apostrophe
        let layout = opener.end - opener.start == 3 ? TextLayout(bytes, pieces) : nil
        var parts: [StringLiteral.Part] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .expression(let expression, let format): parts.append(.expression(expression, format: format))
            case .letters(let token):
                let written =
                    layout?.letters(token, isFirst: index == 0, isLast: index == pieces.count - 1)
                    ?? Array(bytes[token.start..<token.end])
                let text = String(decoding: isRaw ? written : Escape.resolve(written), as: UTF8.self).composed
                if !text.isEmpty { parts.append(.text(text)) }
            }
        }
        return parts
    }
}

/// One piece of a text as it was cut.
enum TextPiece {
    case letters(Token)
    case expression(Expression, format: String?)
}

/// How a text of several lines is set: the lines of its quotes do not belong to it, nor does the indentation of the
/// closing one.
struct TextLayout {
    private let bytes: [UInt8]
    private let indentation: Int
    /// Where the last line that belongs to the text ends; `nil` when its closing quotes stand behind letters.
    private let lastLineEnd: Int?

    init(_ bytes: [UInt8], _ pieces: [TextPiece]) {
        self.bytes = bytes
        guard case .letters(let last)? = pieces.last,
            let lineEnd = bytes[last.start..<last.end].lastIndex(of: Byte.lineFeed),
            bytes[(lineEnd + 1)..<last.end].allSatisfy(Byte.isBlank)
        else {
            indentation = 0
            lastLineEnd = nil
            return
        }
        indentation = last.end - lineEnd - 1
        lastLineEnd = lineEnd
    }

    /// The letters of a piece without indentation, lines ended by a line feed alone.
    func letters(_ token: Token, isFirst: Bool, isLast: Bool) -> [UInt8] {
        var place = token.start
        let end = isLast ? lastLineEnd ?? token.end : token.end
        var startsLine = false
        if isFirst, let firstEnd = firstLineEnd(token) {
            place = firstEnd + 1
            startsLine = true
        }
        var result: [UInt8] = []
        while place < end {
            if startsLine { place = skipIndentation(from: place, to: end) }
            guard place < end else { break }
            let byte = bytes[place]
            startsLine = byte == Byte.lineFeed
            let endsLine = byte == Byte.carriageReturn && bytes.byte(at: place + 1) == Byte.lineFeed
            if !endsLine { result.append(byte) }
            place += 1
        }
        return result
    }

    private func firstLineEnd(_ token: Token) -> Int? {
        guard let end = bytes[token.start..<token.end].firstIndex(of: Byte.lineFeed),
            bytes[token.start..<end].allSatisfy({ Byte.isBlank($0) || $0 == Byte.carriageReturn })
        else { return nil }
        return end
    }

    private func skipIndentation(from start: Int, to end: Int) -> Int {
        var place = start
        while place < end, place - start < indentation, Byte.isBlank(bytes[place]) { place += 1 }
        return place
    }
}
