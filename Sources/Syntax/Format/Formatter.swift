public import Diagnostics

/// Writes scripts in their usual form: it knows the tree, the tokens and the comments, and no command.
///
/// The tree stays as it was, every comment stays where it was, and what is formatted once does not change again.
public struct Formatter {
    /// The widest line before a pipeline is broken behind each `|`.
    static let width = 100

    private let bytes: [UInt8]
    private let plan: FormatPlan
    private let pieces: [FormatPiece]
    /// For each piece, the first one from there on that is no line end and no comment.
    private let following: [Int]
    private var output = ""
    /// How many blocks are open.
    private var level = 0
    /// Whether a blank line may stand in front of the next line.
    private var takesBlank = false

    /// The usual form of a script; one that does not read without findings is refused with them.
    public static func format(_ source: Source) throws(Diagnostics) -> String {
        let parse = Parser.parse(source)
        guard parse.findings.isEmpty else { throw Diagnostics(parse.findings) }
        var formatter = Formatter(source, parse.program)
        formatter.run()
        return formatter.output
    }

    private init(_ source: Source, _ program: Program) {
        bytes = Array(source.text.utf8)
        let tokens = Lexer.tokens(of: source)
        plan = FormatPlan(program, tokens, bytes)
        pieces = FormatPieces(tokens, bytes, plan).all()
        var following = [Int](repeating: 0, count: pieces.count)
        var next = pieces.count - 1
        for index in pieces.indices.reversed() {
            if pieces[index].kind != .newline, pieces[index].kind != .comment { next = index }
            following[index] = next
        }
        self.following = following
        output.reserveCapacity(bytes.count + bytes.count / 8)
    }

    private mutating func run() {
        var index = 0
        var lineEnds = 0
        while index < pieces.count, pieces[index].kind != .end {
            if pieces[index].kind == .newline {
                lineEnds += 1
                index += 1
                continue
            }
            let last = lastOfStatement(from: index)
            write(index...last, hasBlank: lineEnds > 1)
            index = last + 1
            lineEnds = 0
        }
    }

    /// The last piece of the head that begins at a piece, with a comment behind it.
    private func lastOfStatement(from first: Int) -> Int {
        guard pieces[first].kind != .comment else { return first }
        var last = first
        for index in (first + 1)..<pieces.count {
            let piece = pieces[index]
            if piece.kind == .end || plan.lineStarts.contains(piece.start) { return last }
            guard piece.kind == .newline else {
                last = index
                continue
            }
            let next = pieces[following[index]]
            if next.kind == .end || plan.lineStarts.contains(next.start) { return last }
        }
        return last
    }

    private mutating func write(_ range: ClosedRange<Int>, hasBlank: Bool) {
        let start = pieces[range.lowerBound].start
        let closes = plan.closers.contains(start)
        if closes { level -= 1 }
        if hasBlank, takesBlank, !closes { output += "\n" }
        output += FormatLayout.text(pieces[range], level: level, plan, bytes)
        takesBlank = true
        if plan.openers.contains(start) || (closes && !plan.ends.contains(start)) {
            level += 1
            takesBlank = false
        }
    }
}
