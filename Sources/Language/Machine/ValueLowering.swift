import Commands
import Diagnostics
import Syntax
import Tables
import Values

// The values of statements, and the loops over them.
extension Lowering {
    /// Works a pipeline out into its place.
    func value(of pipeline: PipelineCode, into home: Binding.Home) {
        switch home {
        case .slot(let slot, let kind): builder.passing { _ = self.slot(of: pipeline, kind, to: slot) }
        case .datum(let datum), .element(let datum, _): builder.passing { self.datum(of: pipeline, to: datum) }
        // A row that is set has a datum of its own; see `loop`.
        case .row: return
        }
    }

    /// Works a pipeline out as a slot of a kind.
    func slot(of pipeline: PipelineCode, _ kind: SlotKind, to target: Int? = nil) -> Int {
        if pipeline.stages.isEmpty {
            switch pipeline.origin {
            case .expression(let checked):
                recheckable = Lowering.mostRechecks
                if let (scalar, given) = scalar(checked.expression), given == kind { return emit(scalar, to: target) }
                let place = target ?? builder.slots()
                builder.host(.expression(checked, .slot(place, kind)), names)
                return place
            case .argument(.value(let value)):
                if let slot = kind.slot(value) { return emit(.constant(slot), to: target) }
            case .group(let inner): return slot(of: inner, kind, to: target)
            case .argument, .sentence: break
            }
        }
        let place = target ?? builder.slots()
        builder.host(.pipeline(pipeline, .slot(place, kind)), names)
        return place
    }

    private func datum(of pipeline: PipelineCode, to target: Int) {
        if pipeline.stages.isEmpty {
            switch pipeline.origin {
            case .expression(let checked):
                recheckable = Lowering.mostRechecks
                emit(plan(checked.expression) ?? .host(checked), to: target)
                return
            case .argument(.value(let value)):
                emit(.constant(value), to: target)
                return
            case .group(let inner): return datum(of: inner, to: target)
            case .argument, .sentence: break
            }
        }
        builder.host(.pipeline(pipeline, .datum(target)), names)
    }

    /// A condition, whoever works it out.
    func decision(_ checked: CheckedExpression) -> Condition {
        recheckable = Lowering.mostRechecks
        return decision(checked.expression) ?? .yes(.host(checked, .yesNo))
    }

    /// A number, whoever works it out.
    func number(_ checked: CheckedExpression) -> Int {
        recheckable = Lowering.mostRechecks
        if let (scalar, kind) = scalar(checked.expression), kind == .number { return emit(scalar) }
        return emit(.host(checked, .number))
    }

    /// A text, whoever works it out.
    func text(_ checked: CheckedExpression, to target: Int) {
        recheckable = Lowering.mostRechecks
        emit(plan(checked.expression) ?? .host(checked), to: target)
    }
}

// Loops.
extension Lowering {
    func loop(_ name: String, _ pipeline: PipelineCode, _ body: [Step]) {
        if pipeline.stages.isEmpty, case .expression(let checked) = pipeline.origin,
            case .call(let word, let arguments) = checked.expression.kind, word.text == "range"
        {
            recheckable = Lowering.mostRechecks
            let ends = arguments.compactMap { operand($0) }
            if ends.count == arguments.count, (2...3).contains(ends.count), ends.allSatisfy({ $0.1 == .number }) {
                return counted(name, ends.map(\.0), checked.expression.span, body)
            }
        }
        scoped {
            let source = builder.data()
            value(of: pipeline, into: .datum(source))
            let row = builder.slots(2)
            let schema: Schema? = if case .table(let schema)? = pipeline.type { schema } else { nil }
            let loop = builder.loop(LoopCode(source: source, row: row, schema: schema))
            builder.emit(.loopBegin, loop)
            let first = builder.emit(.jump)
            let start = builder.next
            element(of: loop, name, pipeline.type, isSet: Lowering.sets(name, body), (source, row))
            block(body)
            builder.land([first])
            builder.emit(.loopStep, row, 0, start)
        }
    }

    /// Gives the element or row that the loop has come to its name.
    private func element(
        of loop: Int, _ name: String, _ type: ValueType?, isSet: Bool, _ place: (source: Int, row: Int)
    ) {
        switch type {
        case .table(let schema)?:
            if isSet {
                let datum = builder.data()
                builder.emit(.elementDatum, datum, loop)
                names.bind(name, Binding(home: .datum(datum), type: .record(schema)))
            } else {
                names.bind(
                    name, Binding(home: .row(table: place.source, number: place.row), type: .record(schema)))
            }
        case .list(let inner)?:
            let binding = binding(inner)
            names.bind(name, binding)
            switch binding.home {
            case .slot(let slot, let kind): builder.emit(.element, slot, loop, Int(kind.rawValue))
            case .datum(let datum): builder.emit(.elementDatum, datum, loop)
            case .row, .element: return
            }
        default:
            let datum = builder.data()
            builder.emit(.elementDatum, datum, loop)
            names.bind(name, Binding(home: .element(datum, of: place.source), type: nil))
        }
    }

    /// `for i in range(a, b, step)`: no list is made.
    private func counted(_ name: String, _ ends: [Scalar], _ span: SourceSpan, _ body: [Step]) {
        scoped {
            // Rounds, value and step for the machine; behind them what the body sees and may set.
            let count = builder.slots(4)
            for (index, end) in ends.enumerated() { _ = builder.passing { emit(end, to: count + index) } }
            if ends.count == 2 { emit(.constant(Slot(.one)), to: count + 2) }
            let begin = builder.standing(at: span) { builder.emit(.forBegin, count) }
            let start = builder.next
            names.bind(name, Binding(home: .slot(count + 3, .number), type: .number))
            scoped { block(body) }
            let step = builder.emit(.forStep, count, 0, start)
            builder.land([begin])
            _ = step
        }
    }

    /// Whether statements change a name that stands outside them.
    private static func sets(_ name: String, _ steps: [Step]) -> Bool {
        steps.contains { step in
            switch step {
            case .placed(_, let inner): sets(name, [inner])
            case .set(let other, _): other == name
            case .condition(let branches, let otherwise):
                branches.contains { sets(name, $0.block) } || sets(name, otherwise ?? [])
            case .loop(_, _, let body), .atomic(let body), .step(_, let body), .use(let body): sets(name, body)
            case .attempt(let body, problem: _, let cure): sets(name, body) || sets(name, cure)
            case .bind, .expect, .log, .giveBack, .exit, .sentence, .explain: false
            }
        }
    }
}
