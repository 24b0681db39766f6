public import Diagnostics
public import Syntax
public import Values

/// What the names in an expression mean: enough to check it, not to run it.
public protocol Scope {
    /// The names of all variables, for suggestions.
    var variableNames: [String] { get }
    /// The names of all functions beside the built-in ones, for suggestions.
    var functionNames: [String] { get }
    /// What is known of a variable, or `nil` when there is none of that name.
    func variable(_ name: String) -> VariableInfo?
    /// The signature of a function that is not built in, or `nil`.
    func function(_ name: String) -> FunctionSignature?
    /// The type and the findings of a pipeline in brackets, such as the table of a `join`.
    func check(_ pipeline: Pipeline) -> Checked
    /// Hears that an expression names a code of a record kind, so that it can be looked up.
    func names(_ code: String, of kind: String, at place: Place)
}

extension Scope {
    /// Looks nothing up.
    public func names(_ code: String, of kind: String, at place: Place) {}
}

/// What the names in an expression hold, when it runs.
public protocol Environment: Scope {
    /// The language in which texts with `{…}` write numbers and dates.
    var language: DisplayLanguage { get }
    /// What a variable holds, or `nil` when there is none of that name.
    func value(of variable: String) -> Datum?
    /// Calls a function that is not built in.
    func call(_ function: String, _ arguments: [Datum]) throws -> Datum
    /// Runs a pipeline in brackets.
    func evaluate(_ pipeline: Pipeline) throws -> Datum
    /// A value as readers see it.
    func written(_ value: Value) -> String
    /// Throws when the work at hand is to stop.
    func checkCancelled() throws
}

extension Environment {
    /// Never stops the work.
    public func checkCancelled() throws {}
}

/// What is known of a variable before anything runs.
public struct VariableInfo: Sendable, Hashable {
    /// Its type; `nil` when an earlier finding leaves it unknown, so that no finding follows from it.
    public let type: ValueType?

    /// States the type.
    public init(_ type: ValueType?) {
        self.type = type
    }
}

/// What a function that is not built in takes and gives.
public struct FunctionSignature: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it takes, in order.
    public let parameters: [Parameter]
    /// What it gives; `nil` when unknown.
    public let result: ValueType?

    /// One parameter.
    public struct Parameter: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type; `nil` when unknown.
        public let type: ValueType?

        /// Names a parameter.
        public init(_ name: String, _ type: ValueType?) {
            self.name = name
            self.type = type
        }
    }

    /// Puts a signature together.
    public init(_ name: String, _ parameters: [Parameter], result: ValueType?) {
        self.name = name
        self.parameters = parameters
        self.result = result
    }

    /// How it is called: `name(a, b)`.
    public var usage: String { "\(name)(\(parameters.map(\.name).joined(separator: ", ")))" }
}

/// The outcome of a check: a type and every finding.
public struct Checked: Sendable, Hashable {
    /// The type; `nil` when a finding leaves it unknown.
    public let type: ValueType?
    /// The findings in order of place.
    public let findings: [Diagnostic]

    /// Puts an outcome together.
    public init(_ type: ValueType?, _ findings: [Diagnostic] = []) {
        self.type = type
        self.findings = findings
    }
}

/// Which columns bare words can name.
public enum Columns: Sendable, Hashable {
    /// None: the expression stands outside a table clause.
    case absent
    /// Those of a table that is not known, so that no word is wrong.
    case unknown
    /// Those of a schema.
    case known(Schema)

    /// The columns of whatever has a type: a table's own, unknown ones for a table nobody knows yet.
    public init(of type: ValueType?) {
        switch type {
        case .table(let schema): self = .known(schema)
        case nil, .anyTable: self = .unknown
        default: self = .absent
        }
    }

    var schema: Schema? {
        if case .known(let schema) = self { schema } else { nil }
    }
}
