public import Diagnostics
public import Documents
public import Tables
public import Values

/// A command: declared once, read by the prompt, the checker, the completer, the manual and the tests.
///
/// A program has many commands, and a line uses one or two: the parameters, types and examples are worked out when they
/// are first asked for.
public struct Command: Sendable {
    /// The words that name it, separated by a space: `register unit`.
    public let name: String
    /// What it does, as one sentence in the third person.
    public let summary: Text
    /// What it does to the world.
    public let effect: Effect
    /// What a pipeline can go on with, worked out from the arguments that are known before the command runs: `nil` for
    /// ``returns``. What it throws is a finding about the argument it names, or stands in that argument's own text.
    public let shape: Shape?
    /// Works out what a command gives.
    public typealias Shape = @Sendable (Session, KnownArguments) throws -> ValueType?
    /// Whether what it wrote can never be undone, such as who opened a case.
    public let isLasting: Bool
    /// Whether it lists rows that the database can choose and order by the verbs behind it.
    public let isListing: Bool
    private let declaration: CommandDeclaration
    private let makeExamples: @Sendable () -> [Example]

    /// Declares a command; the compiler holds the function's parameters against the signature.
    ///
    /// It is inlined, so that the types of the parameters are named in the closure and not looked up before.
    @inlinable @inline(__always)
    public init<each P: Parameter>(
        _ name: String, _ summary: Text, effect: Effect, isLasting: Bool = false,
        returns: @escaping @autoclosure @Sendable () -> ValueType = .nothing, shape: Shape? = nil,
        run: @escaping @Sendable (Session, repeat (each P).Received) throws -> Document,
        @SignatureBuilder signature: @escaping @Sendable () -> Signature<repeat each P>,
        @ExampleBuilder examples: @escaping @Sendable () -> [Example] = { [] }
    ) {
        let declaration = CommandDeclaration {
            let declared = signature()
            return .init(parameters: declared.infos, returns: returns(), invoke: declared.taking(run), list: nil)
        }
        self.init(name, summary, effect, shape, isLasting: isLasting, isListing: false, declaration, examples)
    }

    /// Declares a command that lists rows of the database: what its function gives is read when the verbs behind it are
    /// known, and the database works out those that it can.
    @inlinable @inline(__always)
    public init<each P: Parameter>(
        _ name: String, _ summary: Text, lists columns: @escaping @autoclosure @Sendable () -> Schema,
        by list: @escaping @Sendable (Session, repeat (each P).Received) throws -> Listing,
        @SignatureBuilder signature: @escaping @Sendable () -> Signature<repeat each P>,
        @ExampleBuilder examples: @escaping @Sendable () -> [Example] = { [] }
    ) {
        let declaration = CommandDeclaration {
            let declared = signature()
            let listing = declared.taking(list)
            return .init(
                parameters: declared.infos, returns: .table(columns()),
                invoke: { session, bound in try listing(session, bound).document(from: session.database) },
                list: listing)
        }
        self.init(name, summary, .reads, nil, isLasting: false, isListing: true, declaration, examples)
    }

    @usableFromInline
    init(
        _ name: String, _ summary: Text, _ effect: Effect, _ shape: Shape?, isLasting: Bool, isListing: Bool,
        _ declaration: CommandDeclaration, _ examples: @escaping @Sendable () -> [Example]
    ) {
        self.name = name
        self.summary = summary
        self.effect = effect
        self.shape = shape
        self.isLasting = isLasting
        self.isListing = isListing
        self.declaration = declaration
        makeExamples = examples
    }

    /// Makes a writing command whose parameters are made of those of another.
    init(
        _ name: String, _ summary: Text, _ parameters: @escaping @autoclosure @Sendable () -> [ParameterInfo],
        examples: [Example],
        run: @escaping @Sendable (Session, [Datum?]) throws -> Document
    ) {
        let declaration = CommandDeclaration {
            .init(parameters: parameters(), returns: .nothing, invoke: run, list: nil)
        }
        self.init(name, summary, .writes, nil, isLasting: false, isListing: false, declaration) { examples }
    }

    /// Declares a command whose parameters are known only when the program runs: one that an installed pack brings.
    public init(
        _ name: String, _ summary: Text, effect: Effect, returns: ValueType, parameters: [ParameterInfo],
        examples: [Example],
        run: @escaping @Sendable (Session, [Datum?]) throws -> Document
    ) {
        let declaration = CommandDeclaration {
            .init(parameters: parameters, returns: returns, invoke: run, list: nil)
        }
        self.init(name, summary, effect, nil, isLasting: false, isListing: false, declaration) { examples }
    }

    /// What a pipeline can go on with.
    public var returns: ValueType { declaration.content.returns }
    /// The parameters in order.
    public var parameters: [ParameterInfo] { declaration.content.parameters }
    /// Lines that show it; all of them are run by the tests.
    public var examples: [Example] { makeExamples() }
    var invoke: @Sendable (Session, [Datum?]) throws -> Document { declaration.content.invoke }
    /// What the command lists, not read yet; `nil` where it answers at once.
    var list: (@Sendable (Session, [Datum?]) throws -> Listing)? { declaration.content.list }

    /// The words of the name.
    public var words: [String] {
        name.split(separator: " ").map(String.init)
    }

    /// The parameters given by place, in order.
    public var places: [ParameterInfo] { parameters.filter { $0.way == .place } }

    /// Whether it takes a table through the pipe.
    public var takesTable: Bool { parameters.contains { $0.way == .pipe } }

    /// The place of a parameter given by name, or `nil`.
    public func index(ofLabel name: String) -> Int? {
        parameters.firstIndex { $0.name == name && $0.way == .label }
    }
}

/// What a command does to the world.
public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// It reads the database and answers.
    case reads
    /// It changes the database; its sentence goes into the journal.
    case writes
    /// It changes the database through other commands, whose sentences go into the journal in its place.
    case composes
    /// It writes files outside the database.
    case exports
    /// It puts other content in place of all that the database holds, journal and all.
    case replaces
}

/// A line that shows a command, with what must come of it.
public struct Example: Sendable, Hashable {
    /// The line as it is typed.
    public let line: String
    /// What must come of it.
    public let outcome: Outcome

    /// What must come of an example.
    public enum Outcome: Sendable, Hashable {
        /// It runs.
        case runs
        /// It runs, and its plain answer in English holds this text.
        case prints(String)
        /// It is refused with this code.
        case reports(String)
    }

    /// Shows a line that runs.
    public init(_ line: String) {
        self.init(line, .runs)
    }

    private init(_ line: String, _ outcome: Outcome) {
        self.line = line
        self.outcome = outcome
    }

    /// The same line, whose plain answer in English must hold a text.
    public func prints(_ text: String) -> Example {
        Example(line, .prints(text))
    }

    /// The same line, which must be refused with a code.
    public func reports(_ code: Diagnostic.Code) -> Example {
        Example(line, .reports(code.description))
    }
}

/// Gathers the examples that stand in a command's braces.
@resultBuilder
public enum ExampleBuilder {
    /// Takes an example.
    public static func buildExpression(_ example: Example) -> [Example] { [example] }
    /// Lists the examples.
    public static func buildBlock(_ examples: [Example]...) -> [Example] { examples.flatMap(\.self) }
    /// Lists the examples of a loop.
    public static func buildArray(_ examples: [[Example]]) -> [Example] { examples.flatMap(\.self) }
}
