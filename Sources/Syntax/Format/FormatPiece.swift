import Values

/// What is written without a break: a token, or a whole text with its quotes.
struct FormatPiece {
    /// What it is; `textOpen` stands for a whole text, `word` for a type.
    let kind: Token.Kind
    /// How it is written.
    let text: String
    /// The offset of its first byte in the source.
    let start: Int
    /// The offset behind its last byte.
    let end: Int
}

/// Cuts a source into pieces: texts and types whole, dates and amounts in their usual form.
struct FormatPieces {
    private let tokens: [Token]
    private let bytes: [UInt8]
    private let plan: FormatPlan

    init(_ tokens: [Token], _ bytes: [UInt8], _ plan: FormatPlan) {
        self.tokens = tokens
        self.bytes = bytes
        self.plan = plan
    }

    /// The pieces in order, line ends and comments among them.
    func all() -> [FormatPiece] {
        var pieces: [FormatPiece] = []
        pieces.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let last = lastOfPiece(from: index)
            let text = last == index ? written(token) : bytes.string(token.start, tokens[last].end)
            let isWhole = last > index && token.kind != .textOpen
            pieces.append(
                FormatPiece(kind: isWhole ? .word : token.kind, text: text, start: token.start, end: tokens[last].end))
            index = last + 1
        }
        return pieces
    }

    private func lastOfPiece(from index: Int) -> Int {
        var last = index
        if let end = plan.types[tokens[index].start] {
            while last + 1 < tokens.count, tokens[last].end < end { last += 1 }
        } else if tokens[index].kind == .textOpen {
            var depth = 1
            while depth > 0, last + 1 < tokens.count {
                last += 1
                if tokens[last].kind == .textOpen { depth += 1 }
                if tokens[last].kind == .textClose { depth -= 1 }
            }
        }
        return last
    }

    private func written(_ token: Token) -> String {
        let text = bytes.string(token.start, token.end)
        switch token.kind {
        case .date where !plan.columns.contains(token.start):
            return Shape.day(bytes, token.start, token.end)?.description ?? text
        case .money, .duration:
            let digits = Shape.numberEnd(bytes, token.start, token.end)
            let unit = bytes.string(digits, token.end).split { $0 == " " || $0 == "\t" }
            return bytes.string(token.start, digits) + " " + unit.joined(separator: " ")
        case .percent: return text.filter { $0 != " " && $0 != "\t" }
        case .comment:
            let end = bytes[token.start..<token.end].lastIndex { !Byte.isBlank($0) && $0 != Byte.carriageReturn }
            return bytes.string(token.start, (end ?? token.start) + 1)
        default: return text
        }
    }
}
