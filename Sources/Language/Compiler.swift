import Commands
public import Diagnostics
import Syntax
import Tables
import Values

/// Checks a program and turns it into code that runs, in one pass; every finding is kept.
final class Compiler {
    let registry: Registry
    let source: Source
    /// Reads another script for `use`.
    let reader: (String) throws -> Source
    /// What the session allows.
    var allowed: Set<Effect>
    /// Whether the code is wanted, and not only the findings; of a long text that is checked only, none is kept.
    var keepsCode = true
    /// What a command gives, by what is known of its arguments; `nil` for what it always gives.
    var shape: (Command, KnownArguments) throws -> ValueType? = { _, _ in nil }
    var findings: [Diagnostic] = []
    /// How many errors are among how many findings.
    private var counted = (errors: 0, seen: 0)
    var scopes: [Names]
    var functions: [String: FunctionCode]
    /// The scripts that are being read, outermost first, so that a circle of `use` is found.
    let open: [String]
    /// What is noted down for editors.
    var notes: CheckNotes?
    /// What the function gives back whose body is being checked; `nil` outside any.
    var givesBack: ValueType?
    /// The codes that the program gives to records by itself, so that they count as known behind that.
    var newCodes: Set<String> = []
    /// The codes of records that the program names, with their kinds and places.
    var codes: [(kind: String, code: String, place: Place)] = []
    /// The steps that are open, with their labels.
    var steps = StepPlaces()

    /// The functions that the program calls.
    var called: Set<String> = []
    /// The codes with which its expressions compare.
    var comparedCodes: [(kind: String, code: String, place: Place)] = []

    init(
        registry: Registry, source: Source, names: Names, functions: [String: FunctionCode], allowed: Set<Effect>,
        open: [String] = [], reader: @escaping (String) throws -> Source
    ) {
        self.registry = registry
        self.source = source
        self.reader = reader
        self.allowed = allowed
        self.open = open + [source.name]
        self.functions = functions
        scopes = [names]
    }

    /// The names that are known at a place, with their types.
    struct Names {
        /// The type of each variable; `nil` when it could not be made out.
        var types: [String: ValueType?] = [:]
        /// Where each `let` stands that nothing has read yet.
        var unread: [String: SourceSpan] = [:]

        /// The same names with those that a used script has given; it is no fault when this one reads none of them.
        func afterUse(_ used: Names) -> Names {
            Names(types: used.types, unread: unread.filter { used.unread[$0.key] == $0.value })
        }
    }

    /// Whether there are more errors than anybody reads, so that the rest of the text need not be looked at.
    var hasEnough: Bool {
        counted.seen = min(counted.seen, findings.count)
        counted.errors += findings[counted.seen...].count { $0.severity == .error }
        counted.seen = findings.count
        return counted.errors > Interpreter.mostFindings
    }

    /// The checker of expressions at this place.
    var expressions: ExpressionChecker { ExpressionChecker(self, source: source) }

    func report(_ finding: Diagnostic, at span: SourceSpan) {
        findings.append(finding.placed(at: span, in: source))
    }

    func report(
        _ code: Diagnostic.Code, _ message: Text, at span: SourceSpan, notes: [Text] = [], replacement: String? = nil
    ) {
        report(Diagnostic(code, message, notes: notes, replacement: replacement), at: span)
    }

    func warn(_ code: Diagnostic.Code, _ message: Text, at span: SourceSpan) {
        report(Diagnostic(code, message, severity: .warning), at: span)
    }

    func declare(_ name: String, _ type: ValueType?, at span: SourceSpan? = nil) {
        scopes[scopes.count - 1].types[name] = .some(type)
        scopes[scopes.count - 1].unread[name] = span
        notes?.variables.append((name, type))
    }

    /// Checks work inside a scope of its own and warns of what nothing reads there.
    func scoped<R>(_ work: () -> R) -> R {
        scopes.append(Names())
        defer { warnOfUnread(scopes.removeLast()) }
        return work()
    }

    func warnOfUnread(_ names: Names) {
        for (name, span) in names.unread.sorted(by: { $0.value.start < $1.value.start }) {
            warn(
                .unusedVariable, Text("Nothing uses ‘$\(name)’.", vi: "‘$\(name)’ được đặt nhưng không dùng đến."),
                at: span)
        }
    }

    /// The type that a word names: a plain type or a record kind.
    func type(named word: Word) -> ValueType? {
        if let plain = Compiler.plainTypes[word.text] { return plain }
        if registry.kind(word.text) != nil { return .code(word.text) }
        report(
            .unknownType, Text("‘\(word.text)’ is not a type.", vi: "‘\(word.text)’ không phải là một kiểu."),
            at: word.span,
            replacement: nearest(to: word.text, among: Compiler.plainTypes.keys.sorted() + registry.kindNames))
        return nil
    }

    private static let plainTypes: [String: ValueType] = ColumnList.types.merging([
        "path": .path, "table": .anyTable,
    ]) { type, _ in type }
}

extension Compiler: Scope {
    var variableNames: [String] { scopes.flatMap(\.types.keys).sorted() }

    var functionNames: [String] { functions.keys.sorted() }

    func variable(_ name: String) -> VariableInfo? {
        for index in scopes.indices.reversed() {
            if let type = scopes[index].types[name] {
                scopes[index].unread[name] = nil
                return VariableInfo(type)
            }
        }
        return nil
    }

    func function(_ name: String) -> FunctionSignature? {
        called.insert(name)
        return functions[name]?.signature
    }

    func check(_ pipeline: Pipeline) -> Checked {
        let before = findings.count
        let (_, type) = self.pipeline(pipeline)
        defer { findings.removeSubrange(before...) }
        return Checked(type, Array(findings[before...]))
    }
}

extension Diagnostic.Code {
    /// A `let` that nothing reads.
    public static let unusedVariable: Self = "unused-variable"
}
