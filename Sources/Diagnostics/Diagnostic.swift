public import Values

/// One finding: what is wrong, where, why, and a line to type next.
///
/// Commands throw it with the argument's name; the layer that holds the source adds the span.
public struct Diagnostic: Error, Sendable, Hashable {
    /// What kind of finding it is, in words.
    public var code: Code
    /// Whether it stops the line.
    public var severity: Severity
    /// What is wrong, as one sentence.
    public var message: Text
    /// The argument, column or other named thing it concerns, until a span is known.
    public var subject: String?
    /// Where it stands, once a source is known.
    public var place: Place?
    /// Further facts: the cause, what was expected, a second place in words.
    public var notes: [Text]
    /// A whole line that the user can type instead.
    public var suggestion: String?
    /// A text to put in place of the span; a suggestion is made from it where the source is known.
    public var replacement: String?

    /// States a finding.
    public init(
        _ code: Code, _ message: Text, severity: Severity = .error, subject: String? = nil, place: Place? = nil,
        notes: [Text] = [], suggestion: String? = nil, replacement: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.subject = subject
        self.place = place
        self.notes = notes
        self.suggestion = suggestion
        self.replacement = replacement
    }

    /// The code of a finding: `unknown-column`. An open list: each is declared beside the place that throws it.
    public struct Code: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
        /// The code in words.
        public let description: String

        /// Names a code.
        public init(stringLiteral value: String) {
            description = value
        }
    }

    /// Whether a finding stops the line.
    public enum Severity: String, Sendable, Hashable {
        /// The line cannot run, or has failed.
        case error
        /// The line runs; the user should know.
        case warning
    }

    /// The same finding, placed at a span of a source unless it already has a place.
    public func placed(at span: SourceSpan, in source: Source) -> Diagnostic {
        guard place == nil else { return self }
        var copy = self
        copy.place = Place(source: source, span: span)
        return copy
    }
}

/// Several findings of one pass, in the order of their places.
public struct Diagnostics: Error, Sendable, Hashable {
    /// The findings; at least one.
    public let list: [Diagnostic]

    /// Gathers findings.
    public init(_ list: [Diagnostic]) {
        self.list = list
    }

    /// The findings behind any error: itself, its list, or a finding that says an unexpected error came.
    public static func of(_ error: any Error) -> [Diagnostic] {
        switch error {
        case let one as Diagnostic: [one]
        case let several as Diagnostics: several.list
        default:
            [Diagnostic(.unexpected, Text("Something failed: \(error).", vi: "Có lỗi ngoài dự kiến: \(error)."))]
        }
    }
}

extension Diagnostic.Code {
    /// An error that Sen did not foresee.
    public static let unexpected: Self = "unexpected-error"
    /// A value of another type than the one expected, found by a checker or by a command.
    public static let wrongType: Self = "wrong-type"
    /// A word that is not on a closed list, found by a checker or by a command.
    public static let notAChoice: Self = "not-a-choice"
}
