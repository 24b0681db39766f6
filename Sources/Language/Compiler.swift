import Commands
import Diagnostics
import Syntax
import Values

/// Checks a program and turns it into code that runs, in one pass; every finding is kept.
final class Compiler {
    let registry: Registry
    let source: Source
    /// Reads another script for `use`; `nil` when it cannot be read.
    let reader: (String) throws -> Source
    /// What the session allows.
    let allowed: Set<Effect>
    var findings: [Diagnostic] = []
    var scopes: [Scope]
    var functions: [String: FunctionCode]
    /// The scripts that are being read, outermost first, so that a circle of `use` is found.
    var open: [String]
    /// What the function gives back whose body is being checked.
    var givesBack: ValueType?

    init(
        registry: Registry, source: Source, scope: Scope, functions: [String: FunctionCode], allowed: Set<Effect>,
        open: [String] = [], reader: @escaping (String) throws -> Source
    ) {
        self.registry = registry
        self.source = source
        self.reader = reader
        self.allowed = allowed
        self.open = open + [source.name]
        self.functions = functions
        scopes = [scope]
    }

    /// The names that are known at a place, with their types.
    struct Scope {
        /// The type of each variable; `nil` when it could not be made out.
        var types: [String: ValueType?] = [:]
        /// Where each `let` stands that nothing has read yet.
        var unread: [String: SourceSpan] = [:]
    }

    func report(_ finding: Diagnostic, at span: SourceSpan) {
        findings.append(finding.placed(at: span, in: source))
    }

    func report(_ code: Diagnostic.Code, _ message: Text, at span: SourceSpan, notes: [Text] = [], replacement: String? = nil) {
        report(Diagnostic(code, message, notes: notes, replacement: replacement), at: span)
    }

    func warn(_ code: Diagnostic.Code, _ message: Text, at span: SourceSpan) {
        report(Diagnostic(code, message, severity: .warning), at: span)
    }

    /// The type of a variable: `.some(nil)` when it exists and its type is unknown, `nil` when there is none.
    func lookUp(_ name: String) -> ValueType?? {
        for index in scopes.indices.reversed() {
            if let type = scopes[index].types[name] {
                scopes[index].unread[name] = nil
                return .some(type)
            }
        }
        return nil
    }

    func declare(_ name: String, _ type: ValueType?, at span: SourceSpan? = nil) {
        scopes[scopes.count - 1].types[name] = .some(type)
        scopes[scopes.count - 1].unread[name] = span
    }

    /// Runs work inside a scope of its own and warns of what nothing read there.
    func scoped<R>(_ work: () -> R) -> R {
        scopes.append(Scope())
        defer { close(scopes.removeLast()) }
        return work()
    }

    func close(_ scope: Scope) {
        for (name, span) in scope.unread.sorted(by: { $0.value.start < $1.value.start }) {
            warn(
                .unusedVariable, Text("Nothing uses ‘$\(name)’.", vi: "‘$\(name)’ được đặt nhưng không dùng đến."), at: span)
        }
    }
}

extension Diagnostic.Code {
    /// A `let` that nothing reads.
    public static let unusedVariable: Self = "unused-variable"
}
