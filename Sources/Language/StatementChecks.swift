import Commands
public import Diagnostics
import Syntax
import Tables
import Values

extension Compiler {
    /// Checks a whole program.
    func program(_ program: Program) -> ProgramCode {
        let parameters = program.header.map { header($0) } ?? []
        steps.isNamed = program.header != nil
        declareFunctions(program.statements)
        let code = block(program.statements)
        checkFlow(program.statements)
        warnOfSeparateWrites(program)
        findings.sort { ($0.place?.span.start ?? 0) < ($1.place?.span.start ?? 0) }
        return ProgramCode(source: source, header: program.header, parameters: parameters, steps: code)
    }

    func block(_ statements: [Statement]) -> [Step] {
        statements.compactMap { each in
            guard !hasEnough, let step = statement(each), keepsCode else { return nil }
            return .placed(Place(source: source, span: each.span), step)
        }
    }

    private func inner(_ statements: [Statement]) -> [Step] {
        scoped { block(statements) }
    }

    private func statement(_ statement: Statement) -> Step? {
        switch statement.kind {
        case .use(let path): return use(path)
        case .bind(let name, let pipeline):
            let (code, type) = kept(pipeline)
            declare(name.text, type, at: name.span)
            return code.map { .bind(name.text, $0) }
        case .set(let variable, let pipeline): return set(variable, pipeline)
        case .condition(let branches, let otherwise):
            let codes = branches.map { BranchCode(condition: condition($0.condition), block: inner($0.block)) }
            return .condition(codes, otherwise: otherwise.map { inner($0) })
        case .loop(let name, let pipeline, let body): return loop(name, pipeline, body)
        case .function(let function):
            self.function(function)
            return nil
        case .attempt(let body, let problem, let cure):
            let tried = inner(body)
            let cured = scoped {
                declare(problem.text, .record(Compiler.problem))
                return block(cure)
            }
            return .attempt(tried, problem: problem.text, cured)
        case .atomic(let label, let body):
            checkText(label)
            return .atomic(inner(body))
        case .step(let label, let body): return step(label, body, at: statement.span)
        case .expect(let expression, let stops, let message):
            return .expect(
                condition(expression), stops: stops, checkText(message), Place(source: source, span: statement.span))
        case .log(let level, let message): return .log(level, checkText(message))
        case .giveBack(let pipeline): return giveBack(pipeline, at: statement.span)
        case .exit(let expression): return .exit(expression.map { check($0, expecting: .number) })
        case .sentence(let prefixes, let pipeline):
            return sentence(prefixes, pipeline)
        }
    }

    /// The fields of what `catch` catches.
    static let problem = Schema([
        ColumnInfo("code", .text), ColumnInfo("message", .text), ColumnInfo("at", .text),
    ])

    func check(_ expression: Expression, expecting: ValueType? = nil) -> CheckedExpression {
        let checked = expressions.check(expression, expecting: expecting)
        findings += checked.findings
        return checked
    }

    private func condition(_ expression: Expression) -> CheckedExpression { check(expression, expecting: .yesNo) }

    @discardableResult
    func checkText(_ literal: StringLiteral) -> CheckedExpression {
        let checked = expressions.check(literal)
        findings += checked.findings
        return checked
    }

    /// A pipeline whose value is kept, not shown; one that gives nothing is a finding.
    func kept(_ pipeline: Pipeline) -> (PipelineCode?, ValueType?) {
        let (code, type) = self.pipeline(pipeline)
        if type == .nothing {
            report(
                .nothingToKeep,
                Text("This gives nothing that could be kept.", vi: "Lệnh này không trả về giá trị nào để giữ lại."),
                at: pipeline.span)
            return (nil, nil)
        }
        return (code, type)
    }

    private func set(_ variable: Variable, _ pipeline: Pipeline) -> Step? {
        let (code, type) = kept(pipeline)
        guard let known = self.variable(variable.name.text), variable.fields.isEmpty else {
            report(
                .cannotSet,
                Text("‘set’ changes a variable that ‘let’ has made.", vi: "‘set’ chỉ đổi được biến đã đặt bằng ‘let’."),
                at: variable.span, replacement: nearest(to: variable.name.text, among: variableNames).map { "$" + $0 })
            return nil
        }
        checkSetInsideStep(variable)
        if let old = known.type, let type, !old.mayHold(type) { mismatch(old, at: pipeline.span, given: type) }
        return code.map { .set(variable.name.text, $0) }
    }

    private func loop(_ name: Word, _ pipeline: Pipeline, _ body: [Statement]) -> Step? {
        let (code, type) = kept(pipeline)
        var element: ValueType?
        switch type {
        case .table(let schema)?: element = .record(schema)
        case .list(let inner)?: element = inner
        case .anyTable?, nil: element = nil
        case let other?:
            report(
                .cannotRepeat,
                Text(
                    "‘for’ goes through a table or a list, not \(other.noun.english).",
                    vi: "‘for’ duyệt một bảng hoặc danh sách, không duyệt \(other.noun.vietnamese)."),
                at: pipeline.span)
        }
        let steps = repeated {
            scoped {
                declare(name.text, element)
                return block(body)
            }
        }
        return code.map { .loop(name.text, $0, steps) }
    }

    private func giveBack(_ pipeline: Pipeline?, at span: SourceSpan) -> Step? {
        guard let expected = givesBack else {
            report(
                .outsideFunction,
                Text("‘return’ stands inside a ‘def’.", vi: "‘return’ chỉ đứng trong ‘def’."), at: span)
            return nil
        }
        checkReturnInsideStep(at: span)
        guard let pipeline else { return .giveBack(nil) }
        let (code, type) = kept(pipeline)
        if let type, !expected.mayHold(type) { mismatch(expected, at: pipeline.span, given: type) }
        return code.map { .giveBack($0) }
    }

    /// Warns when a script changes the database in several lines that do not belong together.
    private func warnOfSeparateWrites(_ program: Program) {
        guard program.header != nil else { return }
        let writes = program.statements.filter { statement in
            guard case .sentence(_, let pipeline) = statement.kind, case .sentence(let sentence) = pipeline.origin
            else {
                return false
            }
            let effect = registry.command(matching: sentence.words.map(\.text))?.command.effect
            return effect == .writes || effect == .composes
        }
        guard writes.count > 1, let second = writes.dropFirst().first else { return }
        warn(
            .separateWrites,
            Text(
                "Several lines change the database one by one; ‘atomic \"…\" … end’ keeps all or none.",
                vi: "Nhiều dòng thay đổi dữ liệu riêng lẻ; ‘atomic \"…\" … end’ giữ tất cả hoặc không giữ gì."),
            at: second.span)
    }
}

extension Diagnostic.Code {
    /// A pipeline without a value where one is kept.
    public static let nothingToKeep: Self = "nothing-to-keep"
    /// A `set` of something that is no variable.
    public static let cannotSet: Self = "cannot-set"
    /// A `for` over something that has no rows.
    public static let cannotRepeat: Self = "cannot-repeat"
    /// A `return` outside a function.
    public static let outsideFunction: Self = "outside-function"
    /// Several writing lines of a script outside `atomic`.
    public static let separateWrites: Self = "separate-writes"
}
