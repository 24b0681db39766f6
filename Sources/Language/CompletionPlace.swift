import Commands
import Diagnostics
import Syntax
import Values

/// What stands in front of the cursor: the part of the line that is being typed, and the pieces before it.
struct CompletionPlace {
    /// Where the part begins that a candidate replaces, in bytes.
    let start: Int
    /// That part, up to the cursor.
    let prefix: String
    /// The pieces between the beginning of the stage and the part; words such as `let x =` or `plan` are left out.
    let pieces: [Piece]
    /// The pipeline in front of the last `|`; `nil` where there is none.
    let pipeline: String?
    /// Whether a whole statement may begin here.
    let beginsStatement: Bool
    /// Whether the line stands below another one of the same text.
    let isFurtherLine: Bool
    /// Whether a condition or a value is worked out here, outside a table verb.
    let isExpression: Bool
    /// Whether the cursor stands inside quotes.
    let isInText: Bool
    /// Whether the cursor stands in a comment, where nothing is completed.
    let isInComment: Bool
    /// The names that the text itself gives to values, with the pipelines of those that run over a table.
    let localNames: [(name: String, pipeline: String?)]

    /// One token with its text.
    struct Piece {
        let kind: Token.Kind
        let text: String
        let start: Int
        let end: Int

        init(_ token: Token, _ text: String) {
            kind = token.kind
            start = token.start
            end = token.end
            self.text = String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
        }
    }

    /// Whether a verb or a command that takes a table is expected or stands here.
    var isBehindPipe: Bool { pipeline != nil }

    /// The table verb whose clause is being typed.
    var verb: String? {
        guard isBehindPipe, let word = pieces.first?.text, CompletionWords.verbNames.contains(word) else { return nil }
        return word
    }

    /// Reads a text up to a byte offset.
    init(_ text: String, cursor: Int) {
        let front = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        var reading = Reading(front)
        let comment = reading.pieces.last.map { $0.kind == .comment && $0.end == front.utf8.count } ?? false
        isInComment = comment
        isInText = reading.leaveOpenText()
        if isInText {
            start = reading.pieces.popLast()?.end ?? front.utf8.count
        } else {
            start = Reading.partStart(front)
            reading = Reading(String(decoding: front.utf8.prefix(start), as: UTF8.self))
            _ = reading.leaveOpenText()
        }
        prefix = String(decoding: front.utf8.dropFirst(start), as: UTF8.self)
        let stage = reading.stage()
        pieces = Array(reading.pieces[stage.first...])
        beginsStatement = stage.beginsStatement && pieces.isEmpty
        isFurtherLine = reading.pieces.contains { $0.kind == .newline }
        isExpression = stage.isExpression
        pipeline = stage.pipe.map { reading.text(from: stage.begin, to: reading.pieces[$0].start) }
        localNames = reading.localNames
    }
}

/// The pieces of a text and where its last stage begins.
private struct Reading {
    let source: String
    var pieces: [CompletionPlace.Piece]
    private(set) var localNames: [(name: String, pipeline: String?)] = []
    private var frames: [Frame] = [Frame()]

    /// What is open: the text itself, a bracket, an expression in a text.
    struct Frame {
        /// The first piece of the stage.
        var first = 0
        /// The `|` in front of the stage.
        var pipe: Int?
        /// The byte with which the pipeline begins.
        var begin = 0
        var beginsStatement = true
        var isExpression = false
    }

    init(_ text: String) {
        source = text
        pieces = Lexer.tokens(of: Source(name: "prompt", text: text)).filter { $0.kind != .end }
            .map { CompletionPlace.Piece($0, text) }
    }

    func text(from start: Int, to end: Int) -> String {
        String(decoding: source.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
    }

    /// Where the part without blanks, brackets and quotes begins that ends with the text.
    static func partStart(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        let end = bytes.lastIndex { $0 <= 0x20 || "|,()[]{}\"'=<>!+*".utf8.contains($0) }
        return end.map { $0 + 1 } ?? 0
    }

    /// Drops what the lexer adds where quotes or braces are open; `true` when the text ends inside quotes, whose
    /// opening is then the last piece.
    mutating func leaveOpenText() -> Bool {
        var innermost: Token.Kind?
        while let last = pieces.last, [.closeBrace, .textClose].contains(last.kind), last.start == last.end {
            innermost = pieces.removeLast().kind
        }
        guard innermost == .textClose else { return false }
        var closed = 0
        while let last = pieces.last {
            if last.kind == .textClose { closed += 1 }
            if last.kind == .textOpen {
                if closed == 0 { return true }
                closed -= 1
            }
            pieces.removeLast()
        }
        return true
    }

    /// Where the last stage begins, and what it is.
    mutating func stage() -> Frame {
        frames = [Frame()]
        for index in pieces.indices { read(index) }
        return frames[frames.count - 1]
    }

    private mutating func read(_ index: Int) {
        let piece = pieces[index]
        let frame = frames[frames.count - 1]
        switch piece.kind {
        case .pipe:
            frames[frames.count - 1].pipe = index
            frames[frames.count - 1].first = index + 1
        case .newline:
            let goesOn = index > 0 && [.pipe, .comma, .openParenthesis, .openBracket].contains(pieces[index - 1].kind)
            if goesOn, index == frame.first { frames[frames.count - 1].first = index + 1 }
            if !goesOn, frames.count == 1 { begin(after: index, beginsStatement: true) }
        case .openParenthesis: openParenthesis(index, frame)
        case .openBracket: frames.append(frame)
        case .openBrace:
            frames.append(
                Frame(first: index + 1, begin: piece.end, beginsStatement: false, isExpression: true))
        case .closeParenthesis, .closeBracket, .closeBrace: if frames.count > 1 { frames.removeLast() }
        case .equal:
            let words = pieces[frame.first..<index]
            guard frame.pipe == nil, words.count == 2, let first = words.first, let name = words.last,
                ["let", "set"].contains(first.text)
            else { return }
            if first.text == "let" { localNames.append((name.text, nil)) }
            begin(after: index, beginsStatement: false)
        case .word, .date: readWord(index, frame)
        default: return
        }
    }

    /// A bracket holds a pipeline, unless it stands in a clause, in a condition or behind the name of a function.
    private mutating func openParenthesis(_ index: Int, _ frame: Frame) {
        let before = index > frame.first ? pieces[index - 1] : nil
        let isCall = before.map { $0.kind == .word && $0.end == pieces[index].start } ?? false
        let inClause =
            frame.pipe != nil && index > frame.first && CompletionWords.verbNames.contains(pieces[frame.first].text)
            && before?.text != "join"
        guard isCall || inClause || frame.isExpression else {
            frames.append(Frame(first: index + 1, begin: pieces[index].end, beginsStatement: false))
            return
        }
        var inner = frame
        inner.isExpression = true
        frames.append(inner)
    }

    /// Words in front of a sentence, and those behind which another one begins.
    private mutating func readWord(_ index: Int, _ frame: Frame) {
        let words = pieces[frame.first..<index].map(\.text)
        let word = pieces[index].text
        switch (word, words) {
        case ("do", _) where frames.count == 1, ("then", _) where frame.isExpression, ("else", _):
            if word == "do", let name = localNames.indices.last, localNames[name].pipeline == "" {
                localNames[name].pipeline = text(from: frame.begin, to: pieces[index].start)
            }
            begin(after: index, beginsStatement: true)
        case ("in", let words) where words.count == 2 && words[0] == "for":
            localNames.append((words[1], ""))
            begin(after: index, beginsStatement: false)
        case ("plan", []), ("explain", []), ("time", []), ("return", []):
            if frame.pipe == nil, frame.beginsStatement { begin(after: index, beginsStatement: false) }
        case (_, ["as-of"]): begin(after: index, beginsStatement: false)
        case ("if", []), ("elseif", []), ("expect", []):
            guard frame.pipe == nil, frame.beginsStatement else { return }
            begin(after: index, beginsStatement: false)
            frames[frames.count - 1].isExpression = true
        default: return
        }
    }

    private mutating func begin(after index: Int, beginsStatement: Bool) {
        frames[frames.count - 1] = Frame(
            first: index + 1, begin: pieces[index].end, beginsStatement: beginsStatement, isExpression: false)
    }
}
