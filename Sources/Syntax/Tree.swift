public import Diagnostics
public import Values

/// A whole script, or what was typed at once.
public struct Program: Sendable, Hashable {
    /// The text it was read from.
    public let source: Source
    /// The script's signature, when it has one.
    public let header: Header?
    /// The statements in order.
    public let statements: [Statement]
    /// The comments in order; no statement holds them.
    public let comments: [Comment]

    /// Puts a script together.
    public init(source: Source, header: Header?, statements: [Statement], comments: [Comment]) {
        self.source = source
        self.header = header
        self.statements = statements
        self.comments = comments
    }
}

/// A name or bare word with its place.
public struct Word: Sendable, Hashable {
    /// The word in NFC.
    public let text: String
    /// Where it stands.
    public let span: SourceSpan

    /// Places a word.
    public init(_ text: String, _ span: SourceSpan) {
        self.text = text
        self.span = span
    }
}

/// A comment, from `#` to the end of its line.
public struct Comment: Sendable, Hashable {
    /// The text with its `#`.
    public let text: String
    /// Where it stands.
    public let span: SourceSpan

    /// Places a comment.
    public init(_ text: String, _ span: SourceSpan) {
        self.text = text
        self.span = span
    }
}

/// `script NAME version N "summary"`, its parameters and the packs it needs.
public struct Header: Sendable, Hashable {
    /// The script's name.
    public let name: Word
    /// Its version.
    public let version: Int
    /// What it does, in a line.
    public let summary: StringLiteral
    /// The parameters in order.
    public let parameters: [ScriptParameter]
    /// The packs it needs, each with the lowest version that will do.
    public let needs: [(pack: Word, version: Number)]
    /// Where it stands.
    public let span: SourceSpan

    /// Puts a header together.
    public init(
        name: Word, version: Int, summary: StringLiteral, parameters: [ScriptParameter],
        needs: [(pack: Word, version: Number)], span: SourceSpan
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.parameters = parameters
        self.needs = needs
        self.span = span
    }

    /// Whether two headers say the same at the same places.
    public static func == (left: Header, right: Header) -> Bool {
        left.name == right.name && left.version == right.version && left.summary == right.summary
            && left.parameters == right.parameters && left.span == right.span
            && left.needs.elementsEqual(right.needs) { $0.pack == $1.pack && $0.version == $1.version }
    }

    /// Hashes the name and the place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(span)
    }
}

/// `param month: period = last month "Month to report"`.
public struct ScriptParameter: Sendable, Hashable {
    /// The name without its colon.
    public let name: Word
    /// The type's name: `period`, `unit`, `text`.
    public let type: Word
    /// What it is when nobody gives it; it must be given where this is `nil`.
    public let standard: ArgumentValue?
    /// What it means, in a line.
    public let help: StringLiteral?

    /// Puts a parameter together.
    public init(name: Word, type: Word, standard: ArgumentValue?, help: StringLiteral?) {
        self.name = name
        self.type = type
        self.standard = standard
        self.help = help
    }
}

/// One statement with its place.
public struct Statement: Sendable, Hashable {
    /// What it does.
    public let kind: Kind
    /// From its first to its last character.
    public let span: SourceSpan

    /// Places a statement.
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The kinds of statements.
    public indirect enum Kind: Sendable, Hashable {
        /// `use "lib/x.sen"`
        case use(StringLiteral)
        /// `let x = …`
        case bind(Word, Pipeline)
        /// `set $x = …`
        case set(Variable, Pipeline)
        /// `if … then … elseif … then … else … end`
        case condition([Branch], otherwise: [Statement]?)
        /// `for row in … do … end`
        case loop(Word, Pipeline, [Statement])
        /// `def name(a: type) -> type … end`
        case function(Function)
        /// `try … catch problem … end`
        case attempt([Statement], problem: Word, [Statement])
        /// `atomic "label" … end`
        case atomic(StringLiteral, [Statement])
        /// `step "label" … end`
        case step(StringLiteral, [Statement])
        /// `expect … else warn "…"`
        case expect(Expression, stops: Bool, StringLiteral)
        /// `log warn "…"`
        case log(LogLevel, StringLiteral)
        /// `return …`
        case giveBack(Pipeline?)
        /// `exit 3`
        case exit(Expression?)
        /// A sentence or pipeline, with what stands in front of it.
        case sentence([Prefix], Pipeline)
    }
}

/// One `if` or `elseif` with its block.
public struct Branch: Sendable, Hashable {
    /// What must hold.
    public let condition: Expression
    /// What runs then.
    public let block: [Statement]

    /// Pairs a condition with its block.
    public init(condition: Expression, block: [Statement]) {
        self.condition = condition
        self.block = block
    }
}

/// `def name(a: type) -> type … end`.
public struct Function: Sendable, Hashable {
    /// Its name.
    public let name: Word
    /// Its parameters: name and type's name.
    public let parameters: [FunctionParameter]
    /// The name of the type it gives back.
    public let returns: Word
    /// What it does.
    public let body: [Statement]

    /// Puts a function together.
    public init(name: Word, parameters: [FunctionParameter], returns: Word, body: [Statement]) {
        self.name = name
        self.parameters = parameters
        self.returns = returns
        self.body = body
    }
}

/// One parameter of a function.
public struct FunctionParameter: Sendable, Hashable {
    /// Its name.
    public let name: Word
    /// Its type's name.
    public let type: Word

    /// Pairs a name with a type.
    public init(name: Word, type: Word) {
        self.name = name
        self.type = type
    }
}

/// How loudly `log` speaks.
public enum LogLevel: String, Sendable, Hashable, CaseIterable {
    /// For the record.
    case info
    /// Something to look at.
    case warn
    /// Something went wrong.
    case error
}

/// What stands in front of a sentence.
public enum Prefix: Sendable, Hashable {
    /// `plan`: try it and change nothing.
    case plan(SourceSpan)
    /// `explain`: say what it would do.
    case explain(SourceSpan)
    /// `time`: measure it.
    case time(SourceSpan)
    /// `as-of 2025-12-05`: answer with what was recorded by then.
    case asOf(Day, SourceSpan)
}
