import Diagnostics
import Values

/// Statements of one line. A keyword is reserved at the start of a statement only, and only where what follows fits:
/// `set target` and `log training` are sentences.
extension Parser {
    mutating func statement() throws -> Statement {
        let start = current.start
        operators = 0
        let kind = try statementKind()
        return Statement(kind, span(from: start))
    }

    private mutating func statementKind() throws -> Statement.Kind {
        guard kind == .word else { return try prefixed() }
        switch text(current) {
        case "let": return try bind()
        case "set" where next.kind == .variable: return try set()
        case "if": return try condition()
        case "for": return try loop()
        case "def": return try function()
        case "try": return try attemptStatement()
        case "atomic" where isLabelNext:
            let (label, block) = try labelled()
            return .atomic(label, block)
        case "step" where isLabelNext:
            let (label, block) = try labelled()
            return .step(label, block)
        case "expect": return try expect()
        case "log": return try log() ?? prefixed()
        case "use" where next.kind == .textOpen:
            advance()
            return .use(try textLiteral())
        case "return" where isInFunction:
            advance()
            return .giveBack(isAtLineEnd ? nil : try value())
        case "exit":
            advance()
            return .exit(isAtLineEnd ? nil : try expression())
        case "script" where isHeaderNext: throw refuse(.headerNotFirst)
        default: return try prefixed()
        }
    }

    var isAtLineEnd: Bool { kind == .newline || kind == .end }

    /// `atomic` and `step` need their label; a line that ends behind the word lacks it.
    private var isLabelNext: Bool { [.textOpen, .newline, .end].contains(next.kind) }

    private var isHeaderNext: Bool {
        let third = tokens[min(index + 2, tokens.count - 1)]
        return next.kind == .word && third.kind == .word && text(third) == "version"
    }

    private mutating func bind() throws -> Statement.Kind {
        advance()
        if kind == .variable {
            var finding = Diagnostic.expected(
                .expectedName, Text("a name without ‘$’", vi: "một tên không có ‘$’"), found: shown)
            finding.replacement = String(text(current).dropFirst())
            throw refuse(finding)
        }
        let name = try takeName()
        try takeMark(.equal, "=")
        return .bind(name, try value())
    }

    private mutating func set() throws -> Statement.Kind {
        advance()
        let variable = variable()
        try takeMark(.equal, "=")
        return .set(variable, try value())
    }

    private mutating func expect() throws -> Statement.Kind {
        advance()
        let condition = try expression()
        try takeWord("else")
        guard isAt("warn") || isAt("stop") else {
            throw expected(.expectedWord, Text("‘warn’ or ‘stop’", vi: "‘warn’ hoặc ‘stop’"))
        }
        let stops = text(advance()) == "stop"
        return .expect(condition, stops: stops, try takeText())
    }

    /// `log` is a statement when a level follows and no further word; `log training …` is a sentence.
    private mutating func log() throws -> Statement.Kind? {
        guard next.kind == .word, let level = LogLevel(rawValue: text(next)),
            ![.word, .label].contains(tokens[min(index + 2, tokens.count - 1)].kind)
        else { return nil }
        advance()
        advance()
        return .log(level, try takeText())
    }

    /// A pipeline with what stands in front of it. Whether `explain indicator …` is a command of that name or the
    /// prefix before `indicator …` only the registry knows; here it is the prefix.
    private mutating func prefixed() throws -> Statement.Kind {
        var prefixes: [Prefix] = []
        while let prefix = try prefix() { prefixes.append(prefix) }
        return .sentence(prefixes, try value())
    }

    private mutating func prefix() throws -> Prefix? {
        guard kind == .word else { return nil }
        switch text(current) {
        case "plan" where isPipelineNext: return .plan(advance().span)
        case "explain" where isPipelineNext: return .explain(advance().span)
        case "time" where isPipelineNext: return .time(advance().span)
        case "as-of":
            let start = advance().start
            guard kind == .date, let day = Shape.day(bytes, current.start, current.end) else {
                let example = Text(
                    "Write ‘as-of 2025-12-05’ before the sentence.", vi: "Hãy viết ‘as-of 2025-12-05’ trước câu lệnh.")
                throw expected(.expectedDate, Text("a date", vi: "một ngày"), notes: [example])
            }
            advance()
            return .asOf(day, span(from: start))
        default: return nil
        }
    }

    /// A prefix needs a word, a variable or a bracket behind it; else the word itself is the command.
    private var isPipelineNext: Bool {
        switch next.kind {
        case .word, .variable: true
        case .openParenthesis: next.start > current.end
        default: false
        }
    }
}
