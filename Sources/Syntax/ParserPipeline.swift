import Diagnostics
import Values

/// Pipelines, sentences and their arguments.
extension Parser {
    mutating func value() throws -> Pipeline {
        let start = current.start
        return try stages(behind: origin(), from: start)
    }

    /// The verbs behind an origin.
    mutating func stages(behind origin: Pipeline.Origin, from start: Int) throws -> Pipeline {
        var stages: [Stage] = []
        while kind == .pipe {
            advanceAcrossLines()
            try countOperator()
            stages.append(try stage())
        }
        return Pipeline(origin: origin, stages: stages, span: span(from: start))
    }

    /// A word without a bracket behind it begins a sentence; everything else is an expression.
    private mutating func origin() throws -> Pipeline.Origin {
        switch kind {
        case .openParenthesis: return try group()
        case .openBracket: return .sentence(try bareValue())
        case .word where !isCall:
            switch text(current) {
            case "yes", "no", "not": return .expression(try expression())
            default: return .sentence(isRelative ? try bareValue() : try sentence())
            }
        case .newline, .end, .pipe, .closeParenthesis, .label:
            throw expected(.expectedCommand, Text("a command or a value", vi: "một lệnh hoặc một giá trị"))
        default: return .expression(try expression())
        }
    }

    /// A value in brackets is the first operand of an expression; a sentence or verbs in brackets are a pipeline.
    private mutating func group() throws -> Pipeline.Origin {
        let opener = try open()
        let inner = try value()
        try close(.closeParenthesis, opener)
        let kind: Expression.Kind
        if case .expression(let expression) = inner.origin, inner.stages.isEmpty {
            kind = expression.kind
        } else {
            guard operatorLevel != nil else { return .group(inner) }
            kind = .pipeline(inner)
        }
        let operand = Expression(kind, span(from: opener.start))
        return .expression(try operations(on: operand, from: .or))
    }

    /// `last month` or `[a, b]` as a value of its own: a sentence without words and with one argument.
    private mutating func bareValue() throws -> Sentence {
        let value = try argumentValue()
        let argument = Argument(label: nil, value: value, span: value.span)
        return Sentence(words: [], arguments: [argument], span: value.span)
    }

    mutating func sentence() throws -> Sentence {
        let start = current.start
        var words: [Word] = []
        while isLeadingWord { words.append(word(advance())) }
        guard !words.isEmpty else {
            throw expected(.expectedCommand, Text("a command", vi: "một lệnh"))
        }
        var arguments: [Argument] = []
        while !endsSentence { arguments.append(try argument()) }
        return Sentence(words: words, arguments: arguments, span: span(from: start))
    }

    private var isLeadingWord: Bool {
        guard kind == .word, !isCall, !isRelative, !isAtDo else { return false }
        let word = text(current)
        return word != "yes" && word != "no"
    }

    private var isAtDo: Bool { endsAtDo && brackets == 0 && isAt("do") }

    private var endsSentence: Bool {
        switch kind {
        case .newline, .end, .pipe, .closeParenthesis: true
        case .word: isAtDo
        default: false
        }
    }

    private mutating func argument() throws -> Argument {
        let start = current.start
        guard kind == .label else {
            let value = try argumentValue()
            return Argument(label: nil, value: value, span: span(from: start))
        }
        let token = advance()
        let name = label(token)
        if current.start == token.end, !isAtLineEnd {
            findings.add(.labelWithoutSpace(name.text + ":"), at: token.span)
        }
        if endsSentence || kind == .label {
            throw expected(.expectedValue, Text("a value of ‘\(name.text):’", vi: "giá trị của ‘\(name.text):’"))
        }
        let value = try argumentValue()
        return Argument(label: name, value: value, span: span(from: start))
    }

    mutating func argumentValue() throws -> ArgumentValue {
        let start = current.start
        let kind = try argumentKind()
        return ArgumentValue(kind, span(from: start))
    }

    private mutating func argumentKind() throws -> ArgumentValue.Kind {
        switch kind {
        case .word:
            if isCall { return .call(try call()) }
            if isRelative { return .relative(try relative()) }
            let word = text(advance())
            return word == "yes" ? .literal(.yesNo(true)) : word == "no" ? .literal(.yesNo(false)) : .word(word)
        case .number, .percent, .money, .duration, .date, .period: return .literal(try literal())
        case .minus where isNegativeNumber:
            advance()
            return .literal(try negative(literal()))
        case .textOpen: return .string(try textLiteral())
        case .variable: return .variable(variable())
        case .openParenthesis:
            let opener = try open()
            let inner = try value()
            try close(.closeParenthesis, opener)
            return .group(inner)
        case .openBracket: return .list(try list())
        default: throw refuseArgument()
        }
    }

    private var isNegativeNumber: Bool {
        next.start == current.end && [.number, .percent, .money, .duration].contains(next.kind)
    }

    private func negative(_ value: Value) -> Value {
        switch value {
        case .number(let number): .number(number.negated ?? number)
        case .percent(let share): .percent(share.negated ?? share)
        case .money(let amount): .money(-amount)
        case .time(let time): .time(TimeAmount(time.amount.negated ?? time.amount, time.unit))
        default: value
        }
    }

    private mutating func list() throws -> [ArgumentValue] {
        let opener = try open()
        var values: [ArgumentValue] = []
        while kind != .closeBracket || !values.isEmpty {
            values.append(try argumentValue())
            guard kind == .comma else { break }
            advanceAcrossLines()
        }
        try close(.closeBracket, opener)
        return values
    }

    /// Names the likely reason why no value stands here.
    private mutating func refuseArgument() -> Broken {
        let last = index > 0 ? tokens[index - 1] : current
        switch kind {
        case .comma
        where last.kind == .number && last.end == current.start && next.kind == .number
            && next.start == current.end:
            let meant = text(last) + "." + text(next)
            return refuse(.decimalComma(meant), at: last.span.joined(next.span))
        case .comma: return refuse(.commaInArguments)
        case .equal where last.kind == .word:
            let isFollowed = next.start > current.end
            return refuse(.equalInArguments(text(last), isFollowed), at: last.span.joined(current.span))
        default: return expected(.expectedValue, Text("a value or ‘name:’", vi: "một giá trị hoặc ‘tên:’"))
        }
    }

    /// Whether `last month` or the like stands here.
    var isRelative: Bool {
        guard kind == .word, next.kind == .word, step(text(current)) != nil else { return false }
        let unit = text(next)
        return unit == "day" || unit == "week" || Period.Kind(rawValue: unit) != nil
    }

    private func step(_ word: String) -> Int? {
        switch word {
        case "last": -1
        case "this": 0
        case "next": 1
        default: nil
        }
    }

    private mutating func relative() throws -> Relative {
        if isNext("week") { throw refuse(.weekIsNoPeriod, at: current.span.joined(next.span)) }
        let word = text(advance())
        return Relative(step: step(word) ?? 0, kind: Period.Kind(rawValue: text(advance())))
    }
}
