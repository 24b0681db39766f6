public import Diagnostics
public import Values

/// A source and the verbs it runs through; an expression alone is a pipeline without verbs.
public struct Pipeline: Sendable, Hashable {
    /// Where the value comes from.
    public let origin: Origin
    /// The verbs in order.
    public let stages: [Stage]
    /// From its first to its last character.
    public let span: SourceSpan

    /// Puts a pipeline together.
    public init(origin: Origin, stages: [Stage], span: SourceSpan) {
        self.origin = origin
        self.stages = stages
        self.span = span
    }

    /// Where a pipeline's value comes from.
    public indirect enum Origin: Sendable, Hashable {
        /// A command.
        case sentence(Sentence)
        /// An expression: `$x`, `1 + 2`, `count($t)`.
        case expression(Expression)
        /// A pipeline in brackets, followed by verbs.
        case group(Pipeline)
    }
}

/// A command with its arguments: words, then values, then `name: value` pairs in any order.
///
/// Which of the leading words are the command's name only the registry knows; the rest are arguments.
public struct Sentence: Sendable, Hashable {
    /// All bare words from the start up to the first value that is none.
    public let words: [Word]
    /// The arguments behind the leading words.
    public let arguments: [Argument]
    /// From its first to its last character.
    public let span: SourceSpan

    /// Puts a sentence together.
    public init(words: [Word], arguments: [Argument], span: SourceSpan) {
        self.words = words
        self.arguments = arguments
        self.span = span
    }
}

/// One argument of a sentence.
public struct Argument: Sendable, Hashable {
    /// The name before the colon; `nil` for an argument by place.
    public let label: Word?
    /// What was given.
    public let value: ArgumentValue
    /// From its label to the end of its value.
    public let span: SourceSpan

    /// Puts an argument together.
    public init(label: Word?, value: ArgumentValue, span: SourceSpan) {
        self.label = label
        self.value = value
        self.span = span
    }
}

/// What was given for an argument, as it was written.
public struct ArgumentValue: Sendable, Hashable {
    /// The kinds of values.
    public indirect enum Kind: Sendable, Hashable {
        /// A bare word, read by what the argument expects.
        case word(String)
        /// `last month`
        case relative(Relative)
        /// A text in quotes.
        case string(StringLiteral)
        /// A value whose form tells its type: number, percent, money, date, period, duration, `yes`, `no`.
        case literal(Value)
        /// `$x.y`
        case variable(Variable)
        /// `f(x)`
        case call(Expression)
        /// A value or pipeline in brackets.
        case group(Pipeline)
        /// `[a, b]`
        case list([ArgumentValue])
    }

    /// What was written.
    public let kind: Kind
    /// Where it stands.
    public let span: SourceSpan

    /// Places a value.
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

/// A period named from today: `last month`, `this year`, `next quarter`.
public struct Relative: Sendable, Hashable {
    /// How many steps from the one that holds today: −1, 0 or 1.
    public let step: Int
    /// The kind of period; `nil` for a day.
    public let kind: Period.Kind?

    /// Names a period from today.
    public init(step: Int, kind: Period.Kind?) {
        self.step = step
        self.kind = kind
    }
}

/// One table verb, or a command that takes a table.
public struct Stage: Sendable, Hashable {
    /// What it does.
    public let kind: Kind
    /// From the verb to the end of its clause.
    public let span: SourceSpan

    /// Places a verb.
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The verbs.
    public indirect enum Kind: Sendable, Hashable {
        /// `where hours >= 4`
        case filter(Expression)
        /// `keep unit, women`
        case keep([Word])
        /// `drop note`
        case drop([Word])
        /// `distinct unit`; over all columns without words
        case distinct([Word])
        /// `add share = share(women, people)`
        case add([Assignment])
        /// `rename n to sessions`
        case rename([Renaming])
        /// `sort by n desc, unit`
        case sort([SortKey])
        /// `first 5`
        case first(Int)
        /// `last 5`
        case last(Int)
        /// `count`
        case count
        /// `group by unit with n = count()`
        case group(by: [Word], with: [Assignment])
        /// `join (list units) on unit keep unmatched`
        case join(Pipeline, on: [Word], keepsUnmatched: Bool)
        /// `pivot unit by month with sum(n)`
        case pivot(Word, by: Word, with: Expression)
        /// `unpivot women, men`
        case unpivot([Word])
        /// `fill unit`; over all columns without words
        case fill([Word])
        /// A command that takes the table.
        case sentence(Sentence)
    }
}

/// `name = expression`.
public struct Assignment: Sendable, Hashable {
    /// The column that is made.
    public let name: Word
    /// What it holds.
    public let value: Expression

    /// Pairs a column with what it holds.
    public init(name: Word, value: Expression) {
        self.name = name
        self.value = value
    }
}

/// `a to b`.
public struct Renaming: Sendable, Hashable {
    /// The column as it is called.
    public let old: Word
    /// The column as it will be called.
    public let new: Word

    /// Pairs the two names.
    public init(old: Word, new: Word) {
        self.old = old
        self.new = new
    }
}

/// `n desc`.
public struct SortKey: Sendable, Hashable {
    /// What is compared.
    public let value: Expression
    /// Whether the greatest comes first.
    public let descending: Bool

    /// Names a sort key.
    public init(value: Expression, descending: Bool) {
        self.value = value
        self.descending = descending
    }
}
