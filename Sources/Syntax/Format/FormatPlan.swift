import Diagnostics

/// What the tree knows of the tokens and their kinds do not tell: where lines begin, which blocks they open, and where
/// blanks count.
struct FormatPlan {
    /// The offsets at which statements, lines of the header and words such as `else` and `end` begin.
    private(set) var lineStarts: Set<Int> = []
    /// The offsets at which statements and the header begin that have a block.
    private(set) var openers: Set<Int> = []
    /// The offsets of the words that end a block or go on with another.
    private(set) var closers: Set<Int> = []
    /// The offsets of the words that end a block.
    private(set) var ends: Set<Int> = []
    /// The offsets behind which a bracket stands without a blank.
    private(set) var names: Set<Int> = []
    /// The offsets of `-` between two operands; everywhere else it is a sign.
    private(set) var differences: Set<Int> = []
    /// The offsets of columns, which keep the form in which they are written.
    private(set) var columns: Set<Int> = []
    /// The types, by their first offsets: they are kept as they are written.
    private(set) var types: [Int: Int] = [:]
    private let tokens: [Token]
    private let bytes: [UInt8]

    init(_ program: Program, _ tokens: [Token], _ bytes: [UInt8]) {
        self.tokens = tokens.filter { $0.kind != .comment && $0.kind != .newline }
        self.bytes = bytes
        if let header = program.header { plan(header) }
        walk(program)
    }

    private mutating func plan(_ header: Header) {
        open(header.span)
        for parameter in header.parameters {
            types[parameter.type.span.start] = parameter.type.span.end
            planLine(before: parameter.name.span.start)
        }
        for need in header.needs { planLine(before: need.pack.span.start) }
    }

    /// Marks the `param` or `needs` right in front of a name.
    private mutating func planLine(before name: Int) {
        let index = firstIndex(from: name)
        guard index > 0, tokens[index - 1].kind == .word else { return }
        lineStarts.insert(tokens[index - 1].start)
    }

    private mutating func open(_ span: SourceSpan) {
        openers.insert(span.start)
        lineStarts.insert(span.start)
        close(at: span.end - 3)
        ends.insert(span.end - 3)
    }

    private mutating func close(at offset: Int) {
        closers.insert(offset)
        lineStarts.insert(offset)
    }

    /// The first token from an offset on.
    private func token(from offset: Int) -> Token? {
        let index = firstIndex(from: offset)
        return index < tokens.count ? tokens[index] : nil
    }

    private func firstIndex(from offset: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first token from an offset on that is a given word.
    private func word(_ word: String, from offset: Int) -> Token? {
        var next = token(from: offset)
        while let token = next, !(token.kind == .word && bytes.string(token.start, token.end) == word) {
            next = token.kind == .end ? nil : self.token(from: token.end)
        }
        return next
    }

    /// Marks the word behind a block that goes on with another; gives the offset behind that word.
    private mutating func pass(_ block: [Statement], from head: Int) -> Int {
        guard let closer = token(from: block.last?.span.end ?? head) else { return head }
        close(at: closer.start)
        return closer.end
    }
}

extension FormatPlan: TreeVisitor {
    mutating func enter(_ statement: Statement) {
        lineStarts.insert(statement.span.start)
        switch statement.kind {
        case .condition(let branches, let otherwise):
            open(statement.span)
            var end = statement.span.start
            for branch in branches {
                end = pass(branch.block, from: word("then", from: branch.condition.span.end)?.end ?? end)
            }
            if let otherwise { _ = pass(otherwise, from: end) }
        case .attempt(let block, _, _):
            open(statement.span)
            _ = pass(block, from: statement.span.start + 3)
        case .function(let function):
            open(statement.span)
            names.insert(function.name.span.end)
            for type in function.parameters.map(\.type) + [function.returns] { types[type.span.start] = type.span.end }
        case .loop, .atomic, .step: open(statement.span)
        default: break
        }
    }

    mutating func enter(_ expression: Expression) {
        switch expression.kind {
        case .call(let name, _): names.insert(name.span.end)
        case .arithmetic(.minus, let left, _):
            if let sign = token(from: left.span.end) { differences.insert(sign.start) }
        default: break
        }
    }

    mutating func see(columns words: [Word]) {
        for word in words { columns.insert(word.span.start) }
    }
}
