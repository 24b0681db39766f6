import Diagnostics
import Values

/// Expressions: `or` binds loosest, then `and`, `not`, comparisons, sums, products and signs.
extension Parser {
    /// How tightly an operator binds.
    enum Level: Int, Comparable {
        case or, and, not, comparison, sum, term, unary

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// Words that stand between values and are no columns.
    private static let reserved: Set<String> = [
        "and", "or", "not", "in", "between", "is", "matches", "then", "else", "do",
    ]

    mutating func expression(_ level: Level = .or) throws -> Expression {
        let start = current.start
        if level <= .not, isAt("not") {
            let operand = try inner(.not)
            return try operations(on: Expression(.not(operand), span(from: start)), from: level, upTo: .not)
        }
        guard kind == .minus else { return try operations(on: primary(), from: level) }
        let operand = try inner(.unary)
        return try operations(on: Expression(.negative(operand), span(from: start)), from: level)
    }

    /// The operand behind `not` or a sign.
    private mutating func inner(_ level: Level) throws -> Expression {
        try enter()
        advance()
        let operand = try expression(level)
        depth -= 1
        return operand
    }

    /// Reads the operators behind an operand that bind at least as tightly as a level.
    mutating func operations(on operand: Expression, from level: Level, upTo highest: Level = .unary) throws
        -> Expression
    {
        var left = operand
        var ceiling = highest
        while let found = operatorLevel, found >= level {
            if found == .comparison, ceiling == .comparison { throw refuse(.chainedComparison) }
            guard found <= ceiling else { break }
            try countOperator()
            left = Expression(try operation(on: left, found), span(from: operand.span.start))
            ceiling = found
        }
        return left
    }

    var operatorLevel: Level? {
        switch kind {
        case .plus, .minus: return .sum
        case .times, .over: return .term
        case .equal, .unequal, .less, .atMost, .more, .atLeast: return .comparison
        case .word: break
        default: return nil
        }
        switch text(current) {
        case "or": return .or
        case "and": return .and
        case "in", "between", "is", "matches": return .comparison
        case "not": return isNext("in") ? .comparison : nil
        default: return nil
        }
    }

    private mutating func operation(on left: Expression, _ level: Level) throws -> Expression.Kind {
        let token = advance()
        switch token.kind {
        case .plus: return .arithmetic(.plus, left, try expression(.term))
        case .minus: return .arithmetic(.minus, left, try expression(.term))
        case .times: return .arithmetic(.times, left, try expression(.unary))
        case .over: return .arithmetic(.over, left, try expression(.unary))
        case .word: return try wordOperation(text(token), on: left)
        default:
            let sign = ComparisonOperator(token.kind)
            return .comparison(sign, left, try expression(.sum))
        }
    }

    private mutating func wordOperation(_ word: String, on left: Expression) throws -> Expression.Kind {
        switch word {
        case "or": return .or(left, try expression(.and))
        case "and": return .and(left, try expression(.not))
        case "in": return .among(left, try choices(), negated: false)
        case "not":
            advance()
            return .among(left, try choices(), negated: true)
        case "between":
            let low = try expression(.sum)
            try takeWord("and")
            return .between(left, low, try expression(.sum))
        case "matches": return .matches(left, try takeText())
        default:
            let negated = isAt("not")
            if negated { advance() }
            guard isAt("missing") || isAt("empty") else {
                throw expected(.expectedWord, Text("‘missing’ or ‘empty’", vi: "‘missing’ hoặc ‘empty’"))
            }
            return .missing(left, empty: text(advance()) == "empty", negated: negated)
        }
    }

    private mutating func choices() throws -> [Expression] {
        guard kind == .openBracket else {
            throw expected(
                .expectedMark, Text("‘[’", vi: "‘[’"),
                notes: [Text("A list of values is written [a, b].", vi: "Danh sách giá trị được viết là [a, b].")])
        }
        let opener = try open()
        var list = [try expression(.sum)]
        while kind == .comma {
            advanceAcrossLines()
            list.append(try expression(.sum))
        }
        try close(.closeBracket, opener)
        return list
    }

    private mutating func primary() throws -> Expression {
        let start = current.start
        switch kind {
        case .number, .percent, .money, .duration, .date, .period:
            return Expression(.literal(try literal()), span(from: start))
        case .textOpen: return Expression(.string(try textLiteral()), span(from: start))
        case .variable: return Expression(.variable(variable()), span(from: start))
        case .openParenthesis:
            let opener = try open()
            let inner = try bracketed()
            try close(.closeParenthesis, opener)
            return Expression(inner, span(from: start))
        case .word where isCall: return try call()
        case .word where !Parser.reserved.contains(text(current)): return try column()
        default: throw expected(.expectedExpression, Text("a value", vi: "một giá trị"))
        }
    }

    /// What stands in brackets: a sentence or verbs make it a pipeline.
    private mutating func bracketed() throws -> Expression.Kind {
        if beginsSentence { return .pipeline(try value()) }
        let inner = try expression()
        guard kind == .pipe else { return inner.kind }
        return .pipeline(try stages(behind: .expression(inner), from: inner.span.start))
    }

    /// Whether a word is followed by what follows no column: another word, a label, a value or a pipe.
    private var beginsSentence: Bool {
        guard kind == .word, !isCall else { return false }
        if isRelative { return true }
        guard !Parser.reserved.contains(text(current)), !["yes", "no"].contains(text(current)) else { return false }
        switch next.kind {
        case .word: return !Parser.reserved.contains(text(next))
        case .label, .textOpen, .number, .date, .period, .pipe: return true
        default: return false
        }
    }

    private mutating func column() throws -> Expression {
        let token = advance()
        switch text(token) {
        case "yes": return Expression(.literal(.yesNo(true)), token.span)
        case "no": return Expression(.literal(.yesNo(false)), token.span)
        case let name:
            if kind == .openParenthesis, current.start > token.end {
                throw refuse(.spaceBeforeBracket(name), at: token.span.joined(current.span))
            }
            return Expression(.column(name), token.span)
        }
    }

    /// `share(women, people)`; the bracket stands right behind the name.
    mutating func call() throws -> Expression {
        let name = word(advance())
        let opener = try open()
        var arguments: [Expression] = []
        while kind != .closeParenthesis || !arguments.isEmpty {
            arguments.append(try expression())
            guard kind == .comma else { break }
            advanceAcrossLines()
        }
        try close(.closeParenthesis, opener)
        return Expression(.call(name, arguments), span(from: name.span.start))
    }
}

extension ComparisonOperator {
    fileprivate init(_ kind: Token.Kind) {
        switch kind {
        case .unequal: self = .unequal
        case .less: self = .less
        case .atMost: self = .atMost
        case .more: self = .more
        case .atLeast: self = .atLeast
        default: self = .equal
        }
    }
}
