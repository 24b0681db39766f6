import Commands
public import Diagnostics
import Documents
import Syntax
import Tables
import Values

extension Interpreter {
    /// Describes a script and runs nothing of it: its arguments as they would be, its steps, what it would touch.
    public func explain(_ source: Source, arguments: [(name: String, text: String)] = []) -> Ending {
        do {
            let program = Parser.parse(source).program
            let code = try compile(source)
            let places = try load(code)
            try give(arguments, to: code, places)
            var blocks: [Block] = []
            if let header = program.header {
                blocks += [
                    .heading(Text(verbatim: "\(header.name.text) \(header.version)"), level: 2),
                    .paragraph(RichText(Text(verbatim: header.summary.plain ?? ""))),
                ]
            }
            let values = argumentValues(code, places)
            if !values.isEmpty {
                blocks.append(.fields(values.map { Field(Text(verbatim: "--\($0.name)"), $0.value) }))
            }
            blocks += Touched.blocks(of: program, compiler(source), functions)
            blocks += try steps(of: program, source, values)
            let end = Text("Nothing was run.", vi: "Chưa chạy gì cả.")
            listener?.answer(Document(blocks + [.message(RichText(end), remark: nil)]))
            return .finished
        } catch let misread as NotUnderstood {
            return .notUnderstood(misread.findings)
        } catch {
            return .failed(Diagnostics.of(error))
        }
    }

    private func steps(
        of program: Program, _ source: Source, _ values: [(name: String, value: Value)]
    ) throws -> [Block] {
        let labels = Interpreter.stepLabels(program.statements).map { source[$0.span] }
        guard !labels.isEmpty, let header = program.header else { return [] }
        let name = RunName(script: header.name.text, version: header.version, arguments: values)
        let done = try session.finishedSteps(of: name)
        var blocks: [Block] = [
            .paragraph(RichText(Text("Its steps:", vi: "Các bước:"))),
            .items(labels.map { RichText(Text(verbatim: "step \($0)"), .code) }, numbered: true),
        ]
        if !done.isEmpty {
            blocks.append(
                .paragraph(
                    RichText(
                        Text(
                            "Done before, and skipped: \(done.joined(separator: ", ")).",
                            vi: "Đã làm trước đó, sẽ bỏ qua: \(done.joined(separator: ", ")).")))
            )
        }
        return blocks
    }

    private static func stepLabels(_ statements: [Statement]) -> [StringLiteral] {
        statements.flatMap { statement -> [StringLiteral] in
            switch statement.kind {
            case .step(let label, let body): [label] + stepLabels(body)
            case .atomic(_, let body), .loop(_, _, let body): stepLabels(body)
            case .attempt(let body, _, let cure): stepLabels(body + cure)
            case .condition(let branches, let otherwise):
                stepLabels(branches.flatMap(\.block) + (otherwise ?? []))
            case .function(let function): stepLabels(function.body)
            default: []
            }
        }
    }
}

extension Touched {
    /// What a whole program would touch.
    static func blocks(
        of program: Program, _ compiler: Compiler, _ functions: [String: FunctionCode]
    ) -> [Block] {
        compiler.functions = functions
        var touched = Touched()
        touched.take(program.statements, compiler)
        return touched.blocks
    }
}
