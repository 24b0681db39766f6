public import Diagnostics
public import Syntax
public import Values

/// Checks table verbs and makes them ready to run.
public struct StageChecker {
    let scope: any Scope
    let source: Source

    /// Takes what names mean and the text in which the verbs stand.
    public init(_ scope: any Scope, source: Source) {
        self.scope = scope
        self.source = source
    }

    /// Works out what a verb makes of what it is given, and all findings.
    ///
    /// An unknown input (`nil` or `.anyTable`) has unknown columns, so that no word is wrong. Commands that take a
    /// table are none of the verbs: the interpreter runs them.
    public func check(_ stage: Stage, on input: ValueType?) -> CheckedStage {
        let columns = Columns(of: input)
        let work = VerbCompilation(Compilation(scope, source, columns), columns.schema)
        guard columns != .absent else {
            work.compilation.report(.verbNeedsTable(source[stage.span], input ?? .nothing), at: stage.span)
            return CheckedStage(self, stage, columns, Verb(nil), work.compilation)
        }
        return CheckedStage(self, stage, columns, work.verb(stage), work.compilation)
    }
}

/// A table verb with the type of what it gives and its findings, ready to run when it has none.
public struct CheckedStage: Sendable {
    /// The type of what it gives; `.anyTable` or `nil` where that is unknown.
    public let type: ValueType?
    /// All findings, in order of place.
    public let findings: [Diagnostic]

    /// The verb as it was written.
    public let stage: Stage

    private let source: Source
    private let columns: Columns
    private let verb: Verb
    private let variables: VariableNames
    private let isOpen: Bool

    init(_ checker: StageChecker, _ stage: Stage, _ columns: Columns, _ verb: Verb, _ compilation: Compilation) {
        self.stage = stage
        source = checker.source
        self.columns = columns
        self.verb = verb
        type = verb.type
        findings = compilation.orderedFindings
        variables = compilation.variables
        isOpen = compilation.metUnknown
    }

    /// What the verb makes of a table.
    public func apply(to table: Table, in environment: any Environment) throws -> Datum {
        let ready =
            columns == .known(table.schema) && !isOpen
            ? self : StageChecker(environment, source: source).check(stage, on: .table(table.schema))
        let errors = ready.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Diagnostics(errors) }
        return try ready.verb.run(table, ready.variables.frame(table.stored, environment))
    }
}

extension Stage {
    /// Checks and runs the verb at once.
    public func apply(to table: Table, in environment: any Environment, source: Source) throws -> Datum {
        try StageChecker(environment, source: source).check(self, on: .table(table.schema))
            .apply(to: table, in: environment)
    }
}

/// What a verb gives, and its work.
struct Verb: Sendable {
    typealias Run = @Sendable (Table, Frame) throws -> Datum

    let type: ValueType?
    let run: Run

    init(_ type: ValueType?, _ run: @escaping Run = { table, _ in .table(table) }) {
        self.type = type
        self.run = run
    }

    /// A verb that gives a table; `nil` where its columns are unknown.
    static func table(_ schema: Schema?, _ run: @escaping @Sendable (Table, Frame) throws -> Table) -> Verb {
        Verb(schema.map { .table($0) } ?? .anyTable) { table, frame in .table(try run(table, frame)) }
    }
}

/// One pass over a verb: its findings, the schema of its result and its work.
struct VerbCompilation {
    let compilation: Compilation
    /// The columns of the input; `nil` where they are unknown.
    let schema: Schema?

    init(_ compilation: Compilation, _ schema: Schema?) {
        self.compilation = compilation
        self.schema = schema
    }

    func verb(_ stage: Stage) -> Verb {
        switch stage.kind {
        case .filter(let condition): return filter(condition)
        case .keep(let words): return keep(words)
        case .drop(let words): return drop(words)
        case .distinct(let words): return distinct(words)
        case .add(let assignments): return add(assignments)
        case .rename(let renamings): return rename(renamings)
        case .sort(let keys): return sort(keys)
        case .first(let count): return .table(schema) { table, _ in table.first(count) }
        case .last(let count): return .table(schema) { table, _ in table.last(count) }
        case .count: return Verb(.number) { table, _ in .value(.number(Number(table.rowCount))) }
        case .group(let keys, let assignments): return group(keys, assignments)
        case .join(let pipeline, let keys, let keepsUnmatched): return join(pipeline, keys, keepsUnmatched)
        case .pivot(let rows, let columns, let value): return pivot(rows, columns, value)
        case .unpivot(let words): return unpivot(words, stage.span)
        case .fill(let words): return fill(words)
        case .sentence(let sentence):
            compilation.report(.notAVerb(compilation.source[sentence.span]), at: sentence.span)
            return Verb(nil)
        }
    }

    /// The places of columns; a finding for each word that is none or is named twice.
    func places(_ words: [Word]) -> [Int]? {
        guard let schema else { return nil }
        var seen: Set<String> = []
        var places: [Int] = []
        var sound = true
        for word in words {
            if let place = schema.index(of: word.text) {
                places.append(place)
            } else {
                if schema.further?.mayBe(word.text) != true {
                    compilation.report(.unknownColumn(word.text, in: schema), at: word.span)
                }
                sound = false
            }
            if !seen.insert(word.text).inserted {
                compilation.report(.doubledColumn(word.text), at: word.span)
                sound = false
            }
        }
        return sound ? places : nil
    }
}

extension Diagnostic.Code {
    /// A table verb behind something that is no table.
    public static let needsTable: Self = "needs-table"
    /// A column that is named twice.
    public static let doubledColumn: Self = "doubled-column"
}

extension Diagnostic {
    static func verbNeedsTable(_ words: String, _ type: ValueType) -> Diagnostic {
        let verb = words.split(separator: " ").first.map(String.init) ?? words
        return Diagnostic(
            .needsTable,
            Text(
                "‘\(verb)’ needs a table; here comes \(type.noun.english).",
                vi: "‘\(verb)’ cần một bảng; ở đây là \(type.noun.vietnamese)."),
            notes: [
                Text(
                    "Table verbs stand behind a command that lists something, or behind a variable that holds a table.",
                    vi: "Phép xử lý bảng đứng sau lệnh liệt kê hoặc sau biến chứa bảng.")
            ])
    }

    static func notAVerb(_ words: String) -> Diagnostic {
        Diagnostic(
            .needsTable,
            Text("‘\(words)’ is a command, not a table verb.", vi: "‘\(words)’ là lệnh, không phải phép xử lý bảng."))
    }

    static func doubledColumn(_ name: String) -> Diagnostic {
        Diagnostic(
            .doubledColumn, Text("‘\(name)’ is named twice.", vi: "‘\(name)’ được nêu hai lần."), subject: name,
            notes: [Text("Name each column once.", vi: "Mỗi cột chỉ nêu một lần.")])
    }
}
