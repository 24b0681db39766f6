import Commands
import Diagnostics
import Syntax
import Tables
import Values

extension Compiler {
    /// Checks a pipeline; the code is `nil` when it cannot run, the type when it is unknown.
    func pipeline(_ pipeline: Pipeline) -> (code: PipelineCode?, type: ValueType?) {
        let (origin, first) = self.origin(pipeline.origin, before: pipeline.stages)
        var type = first
        var stages: [StageCode] = []
        var complete = origin != nil
        for stage in pipeline.stages {
            if let code = self.stage(stage, &type) { stages.append(code) } else { complete = false }
        }
        guard complete, let origin else { return (nil, type) }
        let place = Place(source: source, span: pipeline.span)
        return (PipelineCode(origin: origin, stages: stages, type: type, place: place), type)
    }

    private func origin(_ origin: Pipeline.Origin, before stages: [Stage]) -> (PipelineCode.Origin?, ValueType?) {
        switch origin {
        case .sentence(let words) where words.words.isEmpty && words.arguments.count == 1:
            return bare(words.arguments[0].value)
        case .sentence(let words):
            guard var code = sentence(words, hasInput: false) else { return (nil, nil) }
            if keepsCode { code.needed = stages.neededColumns }
            return (.sentence(code), code.type)
        case .expression(let expression):
            let checked = check(expression)
            return (.expression(checked), checked.type)
        case .group(let inner):
            let (code, type) = pipeline(inner)
            return (code.map { .group($0) }, type)
        }
    }

    /// A value that stands alone: `let m = last month`, `for x in [1, 2] do`.
    private func bare(_ given: ArgumentValue) -> (PipelineCode.Origin?, ValueType?) {
        let type = bareType(given) ?? .text
        return (argument(given, as: type).map { .argument($0) }, type)
    }

    private func bareType(_ given: ArgumentValue) -> ValueType? {
        switch given.kind {
        case .literal(let value): value.evidentType
        case .string: .text
        case .relative(let relative): relative.kind == nil ? .date : .period
        case .list(let items): items.first.flatMap { bareType($0) }.map { .list($0) } ?? .list(.text)
        case .variable(let variable): valueType(Expression(.variable(variable), given.span))
        case .call(let call): valueType(call)
        case .group(let pipeline): check(pipeline).type
        case .word: nil
        }
    }

    /// The type of an expression, whose findings come when it is read as an argument.
    private func valueType(_ expression: Expression) -> ValueType? {
        expressions.check(expression).type
    }

    private func stage(_ stage: Stage, _ type: inout ValueType?) -> StageCode? {
        notes?.stages.append((stage.span, type))
        guard case .sentence(let words) = stage.kind else {
            let checked = StageChecker(self, source: source).check(stage, on: type)
            findings += checked.findings
            type = checked.type
            return .verb(checked)
        }
        if let given = type, !given.isTableLike {
            report(
                .needsTable, Text("There is no table in front of ‘|’.", vi: "Phía trước ‘|’ không có bảng."),
                at: stage.span)
        }
        let code = sentence(words, hasInput: true)
        type = code?.type
        return code.map { .sentence($0) }
    }
}

extension ValueType {
    /// Whether verbs can work on it.
    var isTableLike: Bool {
        switch self {
        case .table, .anyTable: true
        default: false
        }
    }
}
