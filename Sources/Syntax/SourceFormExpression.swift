import Values

extension SourceForm {
    /// Writes an expression with the fewest brackets.
    public static func of(_ expression: Expression) -> String? {
        switch expression.kind {
        case .literal(let value): return of(value)
        case .string(let text): return of(text)
        case .column(let name): return name
        case .variable(let variable): return of(variable)
        case .call(let name, let arguments):
            return joined(arguments.map(of)).map { name.text + "(" + $0 + ")" }
        case .not(let operand): return operand.written(.not).map { "not " + $0 }
        case .negative(let operand): return operand.written(.unary).map { "-" + $0 }
        case .arithmetic(let sign, let left, let right):
            let isSum = sign == .plus || sign == .minus
            return joined(
                [left.written(isSum ? .sum : .term), sign.rawValue, right.written(isSum ? .term : .unary)], by: " ")
        case .and(let left, let right): return joined([left.written(.and), "and", right.written(.not)], by: " ")
        case .or(let left, let right): return joined([left.written(.or), "or", right.written(.and)], by: " ")
        default: return comparison(expression.kind)
        }
    }

    private static func comparison(_ kind: Expression.Kind) -> String? {
        switch kind {
        case .comparison(let sign, let left, let right):
            joined([left.written(.sum), sign.rawValue, right.written(.sum)], by: " ")
        case .among(let left, let choices, let negated):
            joined([left.written(.sum), negated ? "not in" : "in", list(choices.map { $0.written(.sum) })], by: " ")
        case .between(let value, let low, let high):
            joined([value.written(.sum), "between", low.written(.sum), "and", high.written(.sum)], by: " ")
        case .missing(let value, let empty, let negated):
            joined([value.written(.sum), negated ? "is not" : "is", empty ? "empty" : "missing"], by: " ")
        case .matches(let value, let pattern): joined([value.written(.sum), "matches", of(pattern)], by: " ")
        case .pipeline(let pipeline): of(pipeline).map { "(" + $0 + ")" }
        default: nil
        }
    }

    /// Writes a text with the expressions in it.
    public static func of(_ text: StringLiteral) -> String? {
        let parts = text.parts.map { part in
            switch part {
            case .text(let letters): escaped(letters)
            case .expression(let expression, let format):
                of(expression).map { "{" + $0 + (format.map { ":" + $0 } ?? "") + "}" }
            }
        }
        return joined(parts, by: "").map { "\"" + $0 + "\"" }
    }

    static func of(_ variable: Variable) -> String {
        "$" + ([variable.name] + variable.fields).map(\.text).joined(separator: ".")
    }
}

extension Expression {
    /// How tightly the outermost operator binds; `nil` when there is none.
    private var level: Parser.Level? {
        switch kind {
        case .or: .or
        case .and: .and
        case .not: .not
        case .comparison, .among, .between, .missing, .matches: .comparison
        case .arithmetic(let sign, _, _): sign == .plus || sign == .minus ? .sum : .term
        case .negative: .unary
        case .literal, .string, .column, .variable, .call, .pipeline: nil
        }
    }

    /// Writes an operand, in brackets where it binds less tightly than its place asks for.
    fileprivate func written(_ place: Parser.Level) -> String? {
        let plain = SourceForm.of(self)
        guard let level, level < place else { return plain }
        return plain.map { "(" + $0 + ")" }
    }
}
