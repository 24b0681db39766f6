/// Sets one statement: its head up to the block, a line of the header, or a comment that stands alone.
///
/// Lines end where the author ended them. A pipeline one of whose lines is too wide is broken behind each `|`.
struct FormatLayout {
    private let pieces: ArraySlice<FormatPiece>
    private let level: Int
    private let plan: FormatPlan
    private let bytes: [UInt8]
    private var text = ""
    private var line = ""
    private var isTooWide = false
    /// The indentation of the lines on which the brackets stand that are open.
    private var brackets: [Int] = []
    private var indentation = 0

    /// The usual form of a statement, with the end of its last line.
    static func text(_ pieces: ArraySlice<FormatPiece>, level: Int, _ plan: FormatPlan, _ bytes: [UInt8]) -> String {
        var layout = FormatLayout(pieces, level: level, plan, bytes)
        layout.set(breaksPipes: false)
        guard layout.isTooWide else { return layout.text }
        var broken = FormatLayout(pieces, level: level, plan, bytes)
        broken.set(breaksPipes: true)
        return broken.text
    }

    private init(_ pieces: ArraySlice<FormatPiece>, level: Int, _ plan: FormatPlan, _ bytes: [UInt8]) {
        self.pieces = pieces
        self.level = level
        self.plan = plan
        self.bytes = bytes
    }

    private mutating func set(breaksPipes: Bool) {
        for index in pieces.indices {
            let piece = pieces[index]
            guard piece.kind != .newline else {
                finishLine()
                continue
            }
            if line.isEmpty { beginLine(at: index) } else { line += gap(pieces[index - 1], piece) }
            if piece.kind != .comment { follow(piece.kind) }
            append(piece)
            let isFollowed = index + 1 < pieces.endIndex && pieces[index + 1].kind != .comment
            if breaksPipes, piece.kind == .pipe, brackets.isEmpty, isFollowed { finishLine() }
        }
        finishLine()
    }

    /// A line that goes on stands two blanks deeper than the one on which it, or its bracket, began.
    private mutating func beginLine(at index: Int) {
        let closers = pieces[index...].prefix { $0.kind == .closeParenthesis || $0.kind == .closeBracket }.count
        if closers > 0, closers <= brackets.count {
            indentation = brackets[brackets.count - closers]
        } else {
            indentation = brackets.last.map { $0 + 1 } ?? (text.isEmpty ? level : level + 1)
        }
        line = String(repeating: "  ", count: indentation)
    }

    private mutating func follow(_ kind: Token.Kind) {
        switch kind {
        case .openParenthesis, .openBracket: brackets.append(indentation)
        case .closeParenthesis, .closeBracket: if !brackets.isEmpty { brackets.removeLast() }
        default: break
        }
    }

    /// Puts a piece on the line. Comments may be as wide as they are, and so may the lines inside a text.
    private mutating func append(_ piece: FormatPiece) {
        guard let lineEnd = piece.text.utf8.firstIndex(of: Byte.lineFeed) else {
            line += piece.text
            if piece.kind != .comment, !isTooWide, line.utf8.count > Formatter.width {
                isTooWide = line.count > Formatter.width
            }
            return
        }
        line += piece.text[..<lineEnd]
        if line.count > Formatter.width { isTooWide = true }
        let last = piece.text.utf8.lastIndex(of: Byte.lineFeed) ?? lineEnd
        text += line + piece.text[lineEnd...last]
        line = String(piece.text[piece.text.utf8.index(after: last)...])
    }

    private mutating func finishLine() {
        guard !line.isEmpty else { return }
        text += line + "\n"
        line = ""
    }

    /// What stands between two pieces of a line.
    private func gap(_ left: FormatPiece, _ right: FormatPiece) -> String {
        if right.kind == .comment { return " " }
        let written = bytes[left.end..<right.start]
        // A blank from a word processor keeps a number and a unit apart that would else be one amount.
        if !written.allSatisfy(Byte.isBlank) { return String(decoding: written, as: UTF8.self) }
        switch (left.kind, right.kind) {
        case (_, .comma), (_, .closeParenthesis), (_, .closeBracket), (.openParenthesis, _), (.openBracket, _):
            return ""
        case (.minus, _) where !plan.differences.contains(left.start): return ""
        case (_, .openParenthesis) where plan.names.contains(left.end): return ""
        default: return " "
        }
    }
}
