import Commands
import Diagnostics
import Documents
import Syntax
import Tables
import Values

extension Interpreter {
    /// What a pipeline answers: a command's own document, or the table or value that its verbs left.
    func answer(_ pipeline: PipelineCode) throws -> Document {
        skipped = SkippedValues()
        defer { skipped = SkippedValues() }
        return switch try result(pipeline) {
        case .document(let document): document
        case .datum(.table(let table)): .table(table, remark: skipped.remark)
        case .datum(.value(let value)): .says(Text(verbatim: written(value)))
        }
    }

    /// The value or table that a pipeline gives.
    func datum(_ pipeline: PipelineCode) throws -> Datum {
        switch try result(pipeline) {
        case .datum(let datum): return datum
        case .document(let document):
            guard let table = document.table else {
                throw Diagnostic(
                    .nothingToKeep, Text("This gives no table.", vi: "Lệnh này không trả về bảng.")
                ).placed(at: pipeline.place.span, in: pipeline.place.source)
            }
            return .table(table)
        }
    }

    enum Result {
        case document(Document)
        case datum(Datum)
    }

    private func result(_ pipeline: PipelineCode) throws -> Result {
        let result = try outcome(pipeline)
        if observer != nil {
            switch result {
            case .datum(.table(let table)): rows = table.rowCount
            case .document(let document): rows = document.table?.rowCount
            case .datum(.value): rows = nil
            }
        }
        return result
    }

    private func outcome(_ pipeline: PipelineCode) throws -> Result {
        var result: Result
        var done = 0
        switch pipeline.origin {
        case .sentence(let sentence): (result, done) = try begin(sentence, pipeline.stages)
        case .argument(let argument): result = .datum(.value(try value(argument)))
        case .expression(let expression): result = .datum(try expression.datum(in: self))
        case .group(let inner): result = try self.result(inner)
        }
        for stage in pipeline.stages.dropFirst(done) {
            let input = try table(result, pipeline)
            switch stage {
            case .verb(let verb):
                skipped.count(verb.stage, over: input)
                result = .datum(try verb.apply(to: input, in: self))
            case .sentence(let sentence): result = .document(try perform(sentence, input: input))
            }
        }
        return result
    }

    private func table(_ result: Result, _ pipeline: PipelineCode) throws -> Table {
        switch result {
        case .datum(.table(let table)): return table
        case .document(let document):
            if let table = document.table { return table }
        case .datum(.value): break
        }
        throw Diagnostic(
            .needsTable,
            Text("There is no table in front of ‘|’.", vi: "Phía trước ‘|’ không có bảng.")
        ).placed(at: pipeline.place.span, in: pipeline.place.source)
    }

    /// Works the arguments out and runs the command.
    func perform(_ sentence: SentenceCode, input: Table?) throws -> Document {
        try placing(sentence) {
            try session.perform(sentence.command, bound(sentence, input: input), needed: sentence.needed)
        }
    }

    /// The arguments of a sentence, worked out.
    func bound(_ sentence: SentenceCode, input: Table?) throws -> [Datum?] {
        try zip(sentence.command.parameters, sentence.arguments).map { parameter, argument in
            if parameter.way == .pipe { return input.map { .table($0) } }
            return try argument.map { .value(try value($0)) }
        }
    }

    /// Gives what the work of a sentence refuses the place of the argument it names.
    func placing<Answer>(_ sentence: SentenceCode, _ work: () throws -> Answer) throws -> Answer {
        let command = sentence.command
        do {
            return try work()
        } catch {
            throw Diagnostics(
                Diagnostics.of(error).map { finding in
                    let index = command.parameters.firstIndex { $0.name == finding.subject }
                    let span = index.flatMap { sentence.spans[$0] } ?? sentence.span
                    var finding = finding
                    if index == nil || sentence.spans[index ?? 0] == nil { finding.replacement = nil }
                    return finding.placed(at: span, in: sentence.source)
                })
        }
    }

    /// A text with its expressions worked out.
    func text(_ checked: CheckedExpression) throws -> String {
        guard case .text(let text) = try checked.value(in: self) else { return "" }
        return text
    }

    func value(_ argument: ArgumentCode) throws -> Value {
        switch argument {
        case .value(let value): return value
        case .text(let text): return try text.value(in: self)
        case .list(let items): return .list(try items.map { try value($0) })
        case .relative(let relative):
            guard let kind = relative.kind else { return .date(session.today.adding(days: relative.step)) }
            return .period(Period(kind, containing: session.today).advanced(by: relative.step))
        case .pipeline(let pipeline):
            switch try datum(pipeline) {
            case .value(let value): return value
            case .table(let table):
                // A table of one cell is that value.
                guard table.rowCount == 1, table.schema.columns.count == 1 else {
                    throw Diagnostic(
                        .wrongType,
                        Text(
                            "One value is expected here, not a table.",
                            vi: "Ở đây cần một giá trị, không phải một bảng.")
                    ).placed(at: pipeline.place.span, in: pipeline.place.source)
                }
                return table[0, 0]
            }
        }
    }

    /// Gives a script its arguments and works out the others.
    func give(_ arguments: [(name: String, text: String)], to code: ProgramCode, _ places: [Binding]) throws {
        for argument in arguments where !code.parameters.contains(where: { $0.name == argument.name }) {
            let names = code.parameters.map { "--\($0.name)" }
            let finding = Diagnostic(
                .unknownArgument,
                Text(
                    "The script has no parameter ‘--\(argument.name)’.",
                    vi: "Kịch bản không có tham số ‘--\(argument.name)’."),
                notes: names.isEmpty
                    ? []
                    : [
                        Text(
                            "It has: \(names.joined(separator: ", ")).",
                            vi: "Kịch bản có: \(names.joined(separator: ", ")).")
                    ])
            throw NotUnderstood(findings: [finding])
        }
        for (parameter, place) in zip(code.parameters, places) {
            let given = arguments.last { $0.name == parameter.name }
            let value: Value
            if let given {
                do {
                    value = try parameter.type.read(given.text, today: session.today, name: "--\(parameter.name)")
                } catch {
                    throw NotUnderstood(findings: Diagnostics.of(error))
                }
                try session.look(value, parameter.type, "--\(parameter.name)")
            } else if let standard = parameter.standard {
                value = try self.value(standard)
            } else {
                let finding = Diagnostic(
                    .missingArgument,
                    Text("The script needs ‘--\(parameter.name)’.", vi: "Kịch bản cần có ‘--\(parameter.name)’."),
                    notes: parameter.help.isEmpty ? [] : [Text(verbatim: parameter.help)])
                throw NotUnderstood(findings: [finding])
            }
            try machine.store(.value(value), in: place.home)
            globals.bind(parameter.name, place)
        }
    }
}
