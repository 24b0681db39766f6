public import Diagnostics

/// One piece of a source: what it is and where it stands.
///
/// Tokens come in order and do not overlap; blanks between them are no tokens.
public struct Token: Sendable, Hashable {
    /// What it is.
    public let kind: Kind
    // Four bytes are enough below the size limit; a long script has many tokens.
    private let low: UInt32
    private let high: UInt32

    /// Places a token.
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        low = UInt32(clamping: span.start)
        high = UInt32(clamping: span.end)
    }

    /// The offset of the first byte.
    public var start: Int { Int(low) }
    /// The offset behind the last byte.
    public var end: Int { Int(high) }
    /// Where it stands.
    public var span: SourceSpan { SourceSpan(start, end) }

    /// The kinds of tokens.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// A bare word: a command word, a code, a column, a keyword.
        case word
        /// A word with its colon, `kind:`.
        case label
        /// `$x.y`
        case variable
        /// `1_250`, `3.5`; also a bare year
        case number
        /// `33.5%`
        case percent
        /// `1_250_000 đ`
        case money
        /// `4 h`, `5 working days`
        case duration
        /// `2025-03-14`, `14/3/2025`
        case date
        /// `2025-10`, `2025-Q3`, `2025-H1`, `2025-2026`
        case period
        /// The quotes that open a text.
        case textOpen
        /// Letters inside a text, escapes as they are written.
        case text
        /// The quotes that close a text; empty where they are missing.
        case textClose
        /// `{` inside a text
        case openBrace
        /// `}` that ends an expression inside a text; empty where it is missing
        case closeBrace
        /// `:0,0` before that brace
        case format
        /// `|`
        case pipe
        /// `,`
        case comma
        /// `(`
        case openParenthesis
        /// `)`
        case closeParenthesis
        /// `[`
        case openBracket
        /// `]`
        case closeBracket
        /// `=`
        case equal
        /// `!=`
        case unequal
        /// `<`
        case less
        /// `<=`
        case atMost
        /// `>`
        case more
        /// `>=`
        case atLeast
        /// `+`
        case plus
        /// `-`
        case minus
        /// `*`
        case times
        /// `/`
        case over
        /// `->`
        case arrow
        /// The end of a line.
        case newline
        /// `#` and what follows on its line
        case comment
        /// Characters without a meaning; the lexer has a finding for them.
        case unknown
        /// The end of the source.
        case end
    }
}
