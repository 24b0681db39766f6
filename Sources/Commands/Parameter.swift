public import Tables
public import Values

/// One entry of a command's signature.
public protocol Parameter: Sendable {
    /// What the command's function receives.
    associatedtype Received: Sendable
    /// The description that everything but the function reads.
    var info: ParameterInfo { get }
    /// Takes what the session has bound: a value or table; `nil` when it was left out.
    func receive(_ bound: Datum?) throws -> Received
}

/// What a checker, a completer and a manual know of a parameter; shared, since every sentence hands it on many times.
public final class ParameterInfo: Sendable {
    /// How a parameter is given.
    public enum Way: Sendable, Hashable {
        /// By its place among the values.
        case place
        /// By its name: `kind: thpt`.
        case label
        /// Through the pipe, as a table.
        case pipe
    }

    /// The name.
    public let name: String
    /// How it is given.
    public let way: Way
    /// The type of the value.
    public let type: ValueType
    /// Whether it must be given.
    public let isRequired: Bool
    /// What it is, in a line.
    public let help: Text
    /// What it is when it is not given.
    public let standard: Standard?
    /// Whether its value must never be kept in a history.
    public let isSecret: Bool
    /// What may stand there, beginning with a text; `nil` where the type tells.
    public let completions: Completions?

    /// Finds what may stand in a parameter's place.
    public typealias Completions = @Sendable (Session, _ prefix: String) -> [Choice]

    /// Describes a parameter.
    public init(
        name: String, way: Way, type: ValueType, isRequired: Bool, help: Text, standard: Standard?,
        isSecret: Bool = false, completions: Completions? = nil
    ) {
        self.name = name
        self.way = way
        self.type = type
        self.isRequired = isRequired
        self.help = help
        self.standard = standard
        self.isSecret = isSecret
        self.completions = completions
    }
}

/// What an argument is when it is not given.
public enum Standard: Sendable {
    /// Always the same.
    case value(Value)
    /// Worked out when the command runs, such as today; described for the manual.
    case now(Text, @Sendable (Session) throws -> Value)
}

/// An argument given by its place: `register unit HP-012`.
public struct Argument<Received: ArgumentType>: Parameter {
    /// The description.
    public let info: ParameterInfo

    /// Declares an argument by place.
    public init(_ name: String, _ help: Text, default standard: Standard? = nil) {
        info = ParameterInfo(
            name: name, way: .place, type: Received.type, isRequired: standard == nil && !Received.isOptional,
            help: help, standard: standard, isSecret: false)
    }

    /// Takes the bound value.
    public func receive(_ bound: Datum?) throws -> Received {
        try Received(scalar(bound))
    }
}

/// An argument given by its name: `kind: thpt`.
public struct Label<Received: ArgumentType>: Parameter {
    /// The description.
    public let info: ParameterInfo

    /// Declares an argument by name.
    public init(_ name: String, _ help: Text, default standard: Standard? = nil, secret: Bool = false) {
        info = ParameterInfo(
            name: name, way: .label, type: Received.type, isRequired: standard == nil && !Received.isOptional,
            help: help, standard: standard, isSecret: secret)
    }

    /// Takes the bound value.
    public func receive(_ bound: Datum?) throws -> Received {
        try Received(scalar(bound))
    }
}

/// The table that comes through the pipe: `… | save "x.csv"`.
public struct Input: Parameter {
    /// The description.
    public let info: ParameterInfo

    /// Declares that the command takes a table.
    public init(_ name: String, _ help: Text) {
        info = ParameterInfo(
            name: name, way: .pipe, type: .anyTable, isRequired: true, help: help, standard: nil, isSecret: false)
    }

    /// Takes the bound table.
    public func receive(_ bound: Datum?) throws -> Table {
        guard case .table(let table)? = bound else { throw Mismatch.diagnostic(.missing, expected: .anyTable) }
        return table
    }
}

private func scalar(_ bound: Datum?) -> Value {
    if case .value(let value)? = bound { value } else { .missing }
}

/// The parameters of a command, in order, with their Swift types.
public struct Signature<each P: Parameter>: Sendable {
    let parameters: (repeat each P)

    init(_ parameters: repeat each P) {
        self.parameters = (repeat each parameters)
    }

    /// The descriptions of the parameters.
    @usableFromInline
    var infos: [ParameterInfo] {
        var infos: [ParameterInfo] = []
        repeat infos.append((each parameters).info)
        return infos
    }

    /// A function of typed parameters as one of bound arguments.
    @usableFromInline
    func taking<Answer>(
        _ run: @escaping @Sendable (Session, repeat (each P).Received) throws -> Answer
    ) -> @Sendable (Session, [Datum?]) throws -> Answer {
        { session, bound in
            var place = 0
            func next<Q: Parameter>(_ parameter: Q) throws -> Q.Received {
                defer { place += 1 }
                return try parameter.receive(place < bound.count ? bound[place] : nil)
            }
            return try run(session, repeat try next(each parameters))
        }
    }
}

/// Gathers the parameters that stand in a command's braces.
@resultBuilder
public enum SignatureBuilder {
    /// Puts the parameters into one signature.
    public static func buildBlock<each P: Parameter>(_ parameters: repeat each P) -> Signature<repeat each P> {
        Signature(repeat each parameters)
    }
}
