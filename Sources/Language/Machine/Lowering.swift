import Commands
import Diagnostics
import Syntax
import Tables
import Values

/// Makes checked statements into the code of the machine.
final class Lowering {
    let functions: [String: FunctionCode]
    /// The number of each function's code.
    let codes: [String: Int]
    /// Whether each statement is shown to whoever watches.
    let isWatched: Bool
    var builder: ChunkBuilder
    var names: NameScope
    /// The text that the statements at hand stand in.
    var source: Source
    /// How many parts of the expression at hand may still be checked by themselves.
    var recheckable = 0
    /// What the function gives back; `nil` outside any.
    private var result: ValueType?
    /// How many blocks are open; outside all of them a text's names last.
    private var depth = 0
    private let lasts: Bool

    /// The most parts of one expression that are checked by themselves.
    static let mostRechecks = 32

    /// Lowers a text, whose names last and stand behind those that there are.
    init(
        text source: Source, names: NameScope, slots: Int, data: Int, functions: [String: FunctionCode],
        codes: [String: Int], isWatched: Bool
    ) {
        self.source = source
        self.names = NameScope(inside: names)
        self.functions = functions
        self.codes = codes
        self.isWatched = isWatched
        builder = ChunkBuilder(slots: slots, data: data)
        lasts = true
    }

    /// Lowers a function.
    init(_ function: FunctionCode, functions: [String: FunctionCode], codes: [String: Int], isWatched: Bool) {
        source = function.source
        names = NameScope()
        self.functions = functions
        self.codes = codes
        self.isWatched = isWatched
        builder = ChunkBuilder()
        lasts = false
        result = function.signature.result ?? .nothing
    }

    /// The code of a text, and how many registers its lasting names take.
    func text(_ code: ProgramCode) -> (chunk: Chunk, parameters: [Binding], slots: Int, data: Int) {
        builder.stand(at: Place(source: source, span: SourceSpan(0, 0)))
        let parameters = code.parameters.map { lasting($0.name, $0.type) }
        for (parameter, binding) in zip(code.parameters, parameters) { names.bind(parameter.name, binding) }
        block(code.steps)
        builder.emit(.stop)
        return (builder.chunk(""), parameters, builder.slotTop, builder.datumTop)
    }

    /// The code of a function.
    func function(_ function: FunctionCode) -> Chunk {
        builder.stand(at: Place(source: source, span: SourceSpan(0, 0)))
        for parameter in function.signature.parameters {
            let binding = binding(parameter.type)
            builder.parameter(binding.home)
            names.bind(parameter.name, binding)
        }
        block(function.body)
        giveBack(nil)
        return builder.chunk(function.signature.name, result: SlotKind(result))
    }

    // MARK: Names

    /// Fresh registers for a value of a type.
    func binding(_ type: ValueType?) -> Binding {
        if let kind = SlotKind(type) { return Binding(home: .slot(builder.slots(), kind), type: type) }
        return Binding(home: .datum(builder.data()), type: type)
    }

    /// Registers for a name that lasts: those that it has already, where they fit.
    private func lasting(_ name: String, _ type: ValueType?) -> Binding {
        switch (names[name]?.home, SlotKind(type)) {
        case (.slot(let slot, let kind)?, let wanted?) where kind == wanted:
            Binding(home: .slot(slot, kind), type: type)
        case (.datum(let datum)?, nil): Binding(home: .datum(datum), type: type)
        default: binding(type)
        }
    }

    /// Makes a name known; code that came before keeps what the name meant there.
    private func bind(_ name: String, _ binding: Binding) {
        if let known = names.bindings[name] {
            if known.home == binding.home, known.type == binding.type { return }
            names = NameScope(inside: names)
        }
        names.bind(name, binding)
    }

    /// Lowers work inside a scope of its own.
    func scoped(_ work: () -> Void) {
        let outer = names
        names = NameScope(inside: outer)
        depth += 1
        builder.passing(work)
        depth -= 1
        names = outer
    }

    // MARK: Statements

    func block(_ steps: [Step]) {
        for step in steps { statement(step) }
    }

    private func inner(_ steps: [Step]) {
        scoped { block(steps) }
    }

    private func statement(_ step: Step) {
        switch step {
        case .placed(let place, let step): placed(place, step)
        case .bind(let name, let pipeline): bind(name, pipeline)
        case .set(let name, let pipeline): set(name, pipeline)
        case .condition(let branches, let otherwise): condition(branches, otherwise)
        case .loop(let name, let pipeline, let body): loop(name, pipeline, body)
        case .attempt(let body, let problem, let cure): attempt(body, problem, cure)
        case .atomic(let body): enclosed(.atomic, body)
        case .step(let label, let body):
            builder.passing {
                let text = builder.data()
                self.text(label, to: text)
                enclosed(.step(text), body)
            }
        case .expect(let condition, let stops, let message, let place):
            let fails = unless(decision(condition))
            let held = builder.emit(.jump)
            builder.land(fails)
            spoken(message) { .expectation(stops: stops, $0, place) }
            builder.land([held])
        case .log(let level, let message): spoken(message) { .log(level, $0) }
        case .giveBack(let pipeline): giveBack(pipeline)
        case .exit(let expression):
            builder.passing {
                let slot = expression.map { number($0) }
                _ = builder.host(.exit(slot), names)
            }
        case .use(let steps): block(steps)
        case .explain(let explanation): _ = builder.host(.explain(explanation), names)
        case .sentence(let prefixes, let pipeline): _ = builder.host(.sentence(prefixes, pipeline), names)
        }
    }

    private func placed(_ place: Place, _ step: Step) {
        let outer = source
        source = place.source
        builder.standing(at: place) {
            guard isWatched else { return statement(step) }
            let begins = builder.emit(.observe)
            statement(step)
            builder.emit(.observed)
            builder.land([begins])
        }
        source = outer
    }

    private func bind(_ name: String, _ pipeline: PipelineCode) {
        let place = depth == 0 && lasts ? lasting(name, pipeline.type) : binding(pipeline.type)
        value(of: pipeline, into: place.home)
        bind(name, place)
        if depth == 0, lasts { builder.keep(name, place) }
    }

    private func set(_ name: String, _ pipeline: PipelineCode) {
        guard let known = names[name] else { return }
        if case .datum(let datum) = known.home, case .expression(let checked) = pipeline.origin,
            pipeline.stages.isEmpty
        {
            recheckable = Lowering.mostRechecks
            if append(to: datum, checked.expression) { return }
        }
        value(of: pipeline, into: known.home)
    }

    private func condition(_ branches: [BranchCode], _ otherwise: [Step]?) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            let fails = unless(decision(branch.condition))
            inner(branch.block)
            if index < branches.count - 1 || otherwise != nil { ends.append(builder.emit(.jump)) }
            builder.land(fails)
        }
        if let otherwise { inner(otherwise) }
        builder.land(ends)
    }

    /// A block that is run as a whole inside something else.
    private func enclosed(_ kind: HostCode.Kind, _ body: [Step]) {
        let block = builder.host(kind, names, .block)
        inner(body)
        builder.emit(.stop)
        builder.land([block])
    }

    private func attempt(_ body: [Step], _ problem: String, _ cure: [Step]) {
        scoped {
            let record = builder.data()
            let block = builder.host(.attempt(problem: record, cure: 0), names, .block)
            inner(body)
            builder.emit(.stop)
            // Where the body went well, the block goes on behind its cure.
            builder.cure(of: block, problem: record)
            scoped {
                names.bind(problem, Binding(home: .datum(record), type: .record(Compiler.problem)))
                self.block(cure)
            }
            builder.land([block])
        }
    }

    private func giveBack(_ pipeline: PipelineCode?) {
        builder.passing {
            if let kind = SlotKind(result) {
                builder.emit(.giveBack, pipeline.map { slot(of: $0, kind) } ?? emit(.constant(.empty)))
            } else {
                let datum = builder.data()
                if let pipeline {
                    value(of: pipeline, into: .datum(datum))
                } else {
                    builder.emit(.loadDatum, datum, builder.value(.value(.missing)))
                }
                builder.emit(.leave, datum, 1)
            }
        }
    }

    private func spoken(_ message: CheckedExpression, _ kind: (Int) -> HostCode.Kind) {
        builder.passing {
            let text = builder.data()
            self.text(message, to: text)
            _ = builder.host(kind(text), names)
        }
    }
}

extension Lowering: Scope {
    var variableNames: [String] { names.names }
    var functionNames: [String] { functions.keys.sorted() }
    func variable(_ name: String) -> VariableInfo? { names[name].map { VariableInfo($0.type) } }
    func function(_ name: String) -> FunctionSignature? { functions[name]?.signature }
    func check(_ pipeline: Pipeline) -> Checked { Checked(nil) }
}
