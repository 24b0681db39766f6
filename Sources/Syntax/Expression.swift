public import Diagnostics
public import Values

/// An expression over columns, variables and values.
public struct Expression: Sendable, Hashable {
    /// What it computes.
    public let kind: Kind
    /// Where it stands.
    public let span: SourceSpan

    /// Places an expression.
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The kinds of expressions.
    public indirect enum Kind: Sendable, Hashable {
        /// A value whose form tells its type.
        case literal(Value)
        /// A text in quotes.
        case string(StringLiteral)
        /// A bare word: a column, or one of a list where one is expected.
        case column(String)
        /// `$x.y`
        case variable(Variable)
        /// `share(women, people)`
        case call(Word, [Expression])
        /// `not e`
        case not(Expression)
        /// `-e`
        case negative(Expression)
        /// `a + b` and the like
        case arithmetic(ArithmeticOperator, Expression, Expression)
        /// `a and b`
        case and(Expression, Expression)
        /// `a or b`
        case or(Expression, Expression)
        /// `a < b` and the like
        case comparison(ComparisonOperator, Expression, Expression)
        /// `a in [b, c]`
        case among(Expression, [Expression], negated: Bool)
        /// `a between b and c`, both ends included
        case between(Expression, Expression, Expression)
        /// `a is missing`, `a is not empty`
        case missing(Expression, empty: Bool, negated: Bool)
        /// `a matches "…"`
        case matches(Expression, StringLiteral)
        /// `(list units | where kind = thpt)`
        case pipeline(Pipeline)
    }
}

extension Expression {
    /// The conditions that must all hold: the operands of a chain of `and`, or the expression by itself.
    public var conjuncts: [Expression] {
        if case .and = kind { chain } else { [self] }
    }

    /// The operands of a chain of `and` or of `or`, from left to right; anything else is its own only one.
    public var chain: [Expression] {
        var operands: [Expression] = []
        var first = self
        while true {
            switch (kind, first.kind) {
            case (.and, .and(let left, let right)), (.or, .or(let left, let right)):
                operands.append(right)
                first = left
            default: return [first] + operands.reversed()
            }
        }
    }
}

/// `+ - * /`.
public enum ArithmeticOperator: String, Sendable, Hashable {
    /// Sum.
    case plus = "+"
    /// Difference.
    case minus = "-"
    /// Product.
    case times = "*"
    /// Quotient.
    case over = "/"
}

/// `= != < <= > >=`.
public enum ComparisonOperator: String, Sendable, Hashable {
    /// The same.
    case equal = "="
    /// Not the same.
    case unequal = "!="
    /// Less.
    case less = "<"
    /// Less or the same.
    case atMost = "<="
    /// More.
    case more = ">"
    /// More or the same.
    case atLeast = ">="
}

/// `$row.unit`.
public struct Variable: Sendable, Hashable {
    /// The name without `$`.
    public let name: Word
    /// The fields behind the points.
    public let fields: [Word]
    /// From `$` to the end of the last field.
    public let span: SourceSpan

    /// Names a variable or one of its fields.
    public init(name: Word, fields: [Word], span: SourceSpan) {
        self.name = name
        self.fields = fields
        self.span = span
    }
}

/// A text in quotes; double quotes may hold expressions in braces.
public struct StringLiteral: Sendable, Hashable {
    /// The pieces in order.
    public let parts: [Part]
    /// From quote to quote.
    public let span: SourceSpan

    /// One piece of a text.
    public enum Part: Sendable, Hashable {
        /// Letters as they stand, escapes resolved, in NFC.
        case text(String)
        /// `{expression}` or `{expression:format}`
        case expression(Expression, format: String?)
    }

    /// Places a text.
    public init(parts: [Part], span: SourceSpan) {
        self.parts = parts
        self.span = span
    }

    /// The text, when it holds no expression.
    public var plain: String? {
        var text = ""
        for part in parts {
            guard case .text(let piece) = part else { return nil }
            text += piece
        }
        return text
    }
}
