import Diagnostics
import Values

/// Statements with blocks. When the first line of one cannot be read, its block is read all the same, so that its `end`
/// is not taken for another's.
extension Parser {
    private static let blockWords: Set<String> = ["end", "else", "elseif", "catch"]

    /// Reads statements up to one of the closing words, or to the end of the source.
    mutating func block(until closers: Set<String>) -> [Statement] {
        var statements: [Statement] = []
        while true {
            skipLines()
            if kind == .end { return statements }
            if kind == .word, Parser.blockWords.contains(text(current)) {
                if closers.contains(text(current)) { return statements }
                _ = refuse(.strayKeyword(text(current)))
                skipLine()
                continue
            }
            let statement = attempt { parser in
                let statement = try parser.statement()
                try parser.finishLine()
                return statement
            }
            if let statement { statements.append(statement) }
        }
    }

    /// Reads the block of an opener one level deeper; a file that is too deep is not read any further.
    private mutating func innerBlock(until closers: Set<String>) -> [Statement] {
        guard depth < Parser.depthLimit else {
            findings.close(with: .tooDeep(Parser.depthLimit), at: current.span)
            index = tokens.count - 1
            return []
        }
        depth += 1
        defer { depth -= 1 }
        return block(until: closers)
    }

    private mutating func finishBlock(_ opener: Token) {
        if isAt("end") {
            advance()
        } else {
            findings.add(.missingEnd(text(opener), line: line(of: opener)), at: opener.span, curable: kind == .end)
        }
    }

    mutating func condition() throws -> Statement.Kind {
        let opener = current
        var branches: [Branch] = []
        var isWhole = true
        repeat {
            let condition = attempt { parser in
                parser.advance()
                let condition = try parser.expression()
                try parser.takeWord("then")
                return condition
            }
            let block = innerBlock(until: ["elseif", "else", "end"])
            if let condition { branches.append(Branch(condition: condition, block: block)) } else { isWhole = false }
            if isAtElseIf {
                findings.add(.elseIf, at: current.span.joined(next.span))
                advance()
            }
        } while isAt("elseif") || isAt("if")
        var otherwise: [Statement]?
        if isAt("else") {
            advance()
            otherwise = innerBlock(until: ["end"])
        }
        finishBlock(opener)
        guard isWhole else { throw Broken() }
        return .condition(branches, otherwise: otherwise)
    }

    private var isAtElseIf: Bool { isAt("else") && isNext("if") }

    mutating func loop() throws -> Statement.Kind {
        let opener = current
        let head = attempt { parser in
            parser.advance()
            let name = try parser.takeName()
            try parser.takeWord("in")
            parser.endsAtDo = true
            let rows = try parser.value()
            try parser.takeWord("do")
            return (name, rows)
        }
        let block = innerBlock(until: ["end"])
        finishBlock(opener)
        guard let (name, rows) = head else { throw Broken() }
        return .loop(name, rows, block)
    }

    mutating func function() throws -> Statement.Kind {
        let opener = current
        let head = attempt { parser in
            parser.advance()
            let name = try parser.takeName()
            let parameters = try parser.functionParameters()
            try parser.takeMark(.arrow, "->")
            return (name, parameters, try parser.takeType())
        }
        let wasInFunction = isInFunction
        isInFunction = true
        let body = innerBlock(until: ["end"])
        isInFunction = wasInFunction
        finishBlock(opener)
        guard let (name, parameters, returns) = head else { throw Broken() }
        return .function(Function(name: name, parameters: parameters, returns: returns, body: body))
    }

    private mutating func functionParameters() throws -> [FunctionParameter] {
        guard kind == .openParenthesis else { throw expected(.expectedMark, Text("‘(’", vi: "‘(’")) }
        let opener = try open()
        var parameters: [FunctionParameter] = []
        while kind != .closeParenthesis || !parameters.isEmpty {
            let name = try takeLabel()
            parameters.append(FunctionParameter(name: name, type: try takeType()))
            guard kind == .comma else { break }
            advanceAcrossLines()
        }
        try close(.closeParenthesis, opener)
        return parameters
    }

    mutating func attemptStatement() throws -> Statement.Kind {
        let opener = advance()
        let block = innerBlock(until: ["catch", "end"])
        var problem: Word?
        if isAt("catch") {
            problem = attempt { parser in
                parser.advance()
                return try parser.takeName()
            }
        } else if isAt("end") {
            _ = expected(.expectedWord, Text("‘catch’", vi: "‘catch’"))
        }
        let rescue = isAt("end") ? [] : innerBlock(until: ["end"])
        finishBlock(opener)
        guard let problem else { throw Broken() }
        return .attempt(block, problem: problem, rescue)
    }

    /// `atomic "label" … end` and `step "label" … end`.
    mutating func labelled() throws -> (StringLiteral, [Statement]) {
        let opener = advance()
        let label = attempt { parser in try parser.takeText() }
        let block = innerBlock(until: ["end"])
        finishBlock(opener)
        guard let label else { throw Broken() }
        return (label, block)
    }
}
