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
    public var variableNames: [String] { names.names }

    /// The names of the scripts' functions.
    public var functionNames: [String] { functions.keys.sorted() }

    /// What is known of a variable.
    public func variable(_ name: String) -> VariableInfo? {
        names[name].map { VariableInfo(machine.type($0)) }
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
        names[variable].map { machine.datum($0) }
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
        guard let number = functionChunks.numbers[name] else {
            throw Diagnostic(
                .unknownCommand, Text("There is no function ‘\(name)’.", vi: "Không có hàm ‘\(name)’."))
        }
        // A function may have been made anew, with other parameters, after this call was checked.
        for (parameter, argument) in zip(functions[name]?.signature.parameters ?? [], arguments) {
            guard let wanted = parameter.type, let given = argument.type, !wanted.mayTake(given) else { continue }
            throw Diagnostic.wrongType(given, wanted)
        }
        return try machine.call(number, arguments)
    }
}
