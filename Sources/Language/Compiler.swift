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
    let allowed: Set<Effect>
    var findings: [Diagnostic] = []
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

    private static let plainTypes: [String: ValueType] = [
        "text": .text, "path": .path, "number": .number, "percent": .percent, "money": .money, "date": .date,
        "period": .period, "duration": .time, "yes-no": .yesNo, "table": .anyTable,
    ]
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

    func function(_ name: String) -> FunctionSignature? { functions[name]?.signature }

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
    /// A word that names no type.
    public static let unknownType: Self = "unknown-type"
}
