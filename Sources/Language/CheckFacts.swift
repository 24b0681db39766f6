import Commands
public import Diagnostics
public import Syntax
public import Values

/// What the checker makes out of a text, for editors.
public struct CheckFacts {
    /// What could be read of it.
    public let program: Program
    /// Everything that is wrong, in the order of its places.
    public let findings: [Diagnostic]
    /// The names that it gives to values, in order, each with its type where that is known.
    public let variables: [(name: String, type: ValueType?)]
    /// The verbs and commands behind `|`, each with the type of what comes through the pipe.
    public let stages: [(span: SourceSpan, input: ValueType?)]
}

/// What a compiler notes down besides code and findings.
final class CheckNotes {
    var variables: [(name: String, type: ValueType?)] = []
    var stages: [(span: SourceSpan, input: ValueType?)] = []
}

extension Interpreter {
    /// Checks a text without running it, with every effect allowed; `checksCodes` looks its codes up in the database.
    public func facts(of source: Source, checksCodes: Bool) -> CheckFacts {
        let parse = Parser.parse(source)
        let allowed = session.allowed
        session.allowed = Set(Effect.allCases)
        defer { session.allowed = allowed }
        let compiler = compiler(source)
        let notes = CheckNotes()
        compiler.notes = notes
        compiler.keepsCode = false
        _ = compiler.program(parse.program)
        compiler.warnOfUnread(compiler.scopes[0])
        if checksCodes { compiler.findings += unknownCodes(compiler) }
        return CheckFacts(
            program: parse.program, findings: Interpreter.ordered(parse.findings + compiler.findings),
            variables: notes.variables, stages: notes.stages)
    }
}
