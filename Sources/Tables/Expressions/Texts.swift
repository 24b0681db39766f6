import Diagnostics
public import Syntax
import Values

// Texts in quotes, whose braces hold expressions: `"Nẵng {$month}: {share:0.0}"`.
extension Compilation {
    func text(_ literal: StringLiteral, _ expecting: ValueType?) -> Node {
        if let plain = literal.plain {
            if case .choice(let choices)? = expecting, choices.contains(plain) {
                return .constant(.text(plain), expecting)
            }
            if case .code(let kind)? = expecting {
                scope.names(plain, of: kind, at: Place(source: source, span: literal.span))
            }
            if expecting == .path { return .constant(.text(plain), .path) }
            return .constant(.text(plain), .text)
        }
        let pieces = literal.parts.map { part -> Node.Run in
            switch part {
            case .text(let text): return { _, _ in .text(text) }
            case .expression(let expression, let format): return piece(expression, format)
            }
        }
        return Node(expecting == .path ? .path : .text) { frame, row in
            var text = ""
            for piece in pieces {
                if case .text(let words) = try piece(frame, row) { text += words }
            }
            return .text(text.composed)
        }
    }

    private func piece(_ expression: Expression, _ format: String?) -> Node.Run {
        let node = value(expression)
        let run = node.run
        guard let format else {
            return { frame, row in .text(frame.environment.written(try run(frame, row))) }
        }
        guard let ready = ValueFormat(format) else {
            report(.unknownFormat(format), at: expression.span)
            return Node.unknown.run
        }
        if let type = node.type, !ready.fits(type) {
            report(.unfitFormat(format, type), at: expression.span)
        }
        return { frame, row in
            let value = try run(frame, row)
            return .text(ready.written(value, in: frame.environment.language) ?? frame.environment.written(value))
        }
    }
}

/// Texts in quotes by themselves, such as the message of a `log` or a `label`.
extension ExpressionChecker {
    /// Checks a text with expressions in braces.
    public func check(_ text: StringLiteral, columns: Columns = .absent) -> CheckedExpression {
        check(Expression(.string(text), text.span), columns: columns)
    }
}
