import Commands
import Diagnostics
import Documents
public import Syntax
public import Tables
public import Values

extension Interpreter: Environment {
    /// The language of answers.
    public var language: DisplayLanguage { session.surroundings.language }

    /// The names of all variables.
    public var variableNames: [String] { Set(frames.flatMap(\.keys)).sorted() }

    /// The names of the scripts' functions.
    public var functionNames: [String] { functions.keys.sorted() }

    /// What is known of a variable.
    public func variable(_ name: String) -> VariableInfo? {
        frames.last { $0[name] != nil }.flatMap { $0[name] }.map { VariableInfo($0.type) }
    }

    /// The signature of a script's function.
    public func function(_ name: String) -> FunctionSignature? { functions[name]?.signature }

    /// Checks a pipeline in brackets.
    public func check(_ pipeline: Pipeline) -> Checked {
        let compiler = compiler(for: pipeline)
        let (_, type) = compiler.pipeline(pipeline)
        return Checked(type, compiler.findings)
    }

    /// What a variable holds.
    public func value(of variable: String) -> Datum? {
        frames.last { $0[variable] != nil }.flatMap { $0[variable]?.datum }
    }

    /// Runs a pipeline in brackets.
    public func evaluate(_ pipeline: Pipeline) throws -> Datum {
        let compiler = compiler(for: pipeline)
        guard let code = compiler.pipeline(pipeline).code else { throw Diagnostics(compiler.findings) }
        return try datum(code)
    }

    /// A value as readers see it.
    public func written(_ value: Value) -> String { value.written(in: language) }

    /// Calls a script's function.
    public func call(_ name: String, _ arguments: [Datum]) throws -> Datum {
        guard let function = functions[name] else {
            throw Diagnostic(
                .unknownCommand, Text("There is no function ‘\(name)’.", vi: "Không có hàm ‘\(name)’."))
        }
        guard frames.count < Interpreter.deepest else {
            throw Diagnostic(
                .callsTooDeep, Text("‘\(name)’ calls itself too deeply.", vi: "Hàm ‘\(name)’ gọi lồng nhau quá sâu."))
        }
        let outer = frames
        defer { frames = outer }
        var frame: [String: Variable] = [:]
        for (parameter, datum) in zip(function.signature.parameters, arguments) {
            frame[parameter.name] = Variable(datum: datum, type: parameter.type)
        }
        frames = outer.map { _ in [:] } + [frame]
        do {
            try run(function.body)
        } catch Stop.giveBack(let datum) {
            return datum ?? .value(.missing)
        }
        return .value(.missing)
    }
}

extension Diagnostic.Code {
    /// Functions that call each other without end.
    static let callsTooDeep: Self = "calls-too-deep"
}
