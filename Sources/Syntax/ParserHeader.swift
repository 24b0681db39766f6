import Diagnostics
import Values

/// The signature of a script.
extension Parser {
    /// Reads the header when the first statement is one.
    mutating func header() -> Header? {
        skipLines()
        guard isAt("script") else { return nil }
        let opener = current
        let head = attempt { parser in
            parser.advance()
            let name = try parser.takeName()
            try parser.takeWord("version")
            let version = try parser.takeWhole()
            let summary = try parser.takeText()
            try parser.finishLine()
            return (name, version, summary)
        }
        var parameters: [ScriptParameter] = []
        var needs: [(pack: Word, version: Number)] = []
        while true {
            skipLines()
            if isAt("param") {
                if let parameter = attempt({ parser in try parser.parameter() }) { parameters.append(parameter) }
            } else if isAt("needs") {
                needs += attempt { parser in try parser.needs() } ?? []
            } else {
                break
            }
        }
        finishHeader(opener)
        guard let (name, version, summary) = head else { return nil }
        return Header(
            name: name, version: version, summary: summary, parameters: parameters, needs: needs,
            span: span(from: opener.start))
    }

    private mutating func finishHeader(_ opener: Token) {
        guard isAt("end") else {
            let finding = Diagnostic.missingEnd("script", line: line(of: opener))
            findings.add(finding, at: opener.span, curable: kind == .end)
            return
        }
        _ = attempt { parser in
            parser.advance()
            try parser.finishLine()
        }
    }

    private mutating func parameter() throws -> ScriptParameter {
        advance()
        let name = try takeLabel()
        let type = try takeType()
        var standard: ArgumentValue?
        if kind == .equal {
            advance()
            standard = try argumentValue()
        }
        let help = kind == .textOpen ? try textLiteral() : nil
        try finishLine()
        return ScriptParameter(name: name, type: type, standard: standard, help: help)
    }

    private mutating func needs() throws -> [(pack: Word, version: Number)] {
        var list: [(pack: Word, version: Number)] = []
        repeat {
            advanceAcrossLines()
            let pack = try takeName()
            guard kind == .number else {
                throw expected(.expectedNumber, Text("a version such as 1.0", vi: "một phiên bản như 1.0"))
            }
            let number = try number(current)
            advance()
            list.append((pack, number))
        } while kind == .comma
        try finishLine()
        return list
    }

    /// `name:`, without its colon.
    mutating func takeLabel() throws -> Word {
        guard kind == .label else {
            throw expected(.expectedName, Text("a name with a colon", vi: "một tên kèm dấu hai chấm"))
        }
        return label(advance())
    }

    func label(_ token: Token) -> Word {
        let span = SourceSpan(token.start, token.end - 1)
        return Word(bytes.string(span.start, span.end).composed, span)
    }

    /// A type's name: one word, `code:unit` or `yes/no`.
    mutating func takeType() throws -> Word {
        let start = current
        let joint = tokens[min(index + 1, tokens.count - 1)]
        if start.kind == .label, joint.kind == .word, joint.start == start.end {
            advance()
        } else if isAt("yes"), joint.kind == .over {
            advance()
            advance()
        }
        guard kind == .word else { throw expected(.expectedName, Text("a type", vi: "một kiểu")) }
        advance()
        return Word(bytes.string(start.start, lastEnd).composed, span(from: start.start))
    }
}
