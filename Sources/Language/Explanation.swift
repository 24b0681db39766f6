import Commands
import Diagnostics
import Syntax
import Tables
import Values

/// What `explain` knows of a line before it is described; nothing of the line runs.
struct Explanation {
    /// What is described.
    enum Subject {
        case pipeline(Origin, [Stage])
        case function(FunctionSignature)
    }

    /// Where a pipeline begins.
    enum Origin {
        case sentence(SentenceCode)
        case value(String, ValueType?)
    }

    /// A verb or command behind a pipe, with the type of what it leaves.
    struct Stage {
        let verb: Syntax.Stage
        let text: String
        let sentence: SentenceCode?
        let type: ValueType?
    }

    /// What stands in front of the line beside `explain`.
    let prefixes: [Prefix]
    let subject: Subject
    let touched: Touched
    /// The checked pipeline; `nil` for a function.
    let code: PipelineCode?
}

extension Compiler {
    /// Checks a sentence with what stands in front of it. A command whose whole name begins with ‘explain’ wins over
    /// the word in front of a sentence.
    func sentence(_ prefixes: [Prefix], _ pipeline: Pipeline) -> Step? {
        if let (rest, whole) = commandNamedExplain(prefixes, pipeline) { return sentence(rest, whole) }
        let outer = allowed
        defer { allowed = outer }
        let isExplained = prefixes.contains { if case .explain = $0 { true } else { false } }
        if isExplained {
            allowed = Set(Effect.allCases)
            return explanation(prefixes, pipeline).map { .explain($0) }
        }
        if prefixes.contains(where: { if case .asOf = $0 { true } else { false } }) {
            allowed.formIntersection([.reads, .exports])
        }
        return self.pipeline(pipeline).code.map { .sentence(prefixes, $0) }
    }

    private func commandNamedExplain(_ prefixes: [Prefix], _ pipeline: Pipeline) -> ([Prefix], Pipeline)? {
        guard case .explain(let span)? = prefixes.last, case .sentence(let sentence) = pipeline.origin else {
            return nil
        }
        let words = [Word("explain", span)] + sentence.words
        guard let (command, _) = registry.command(matching: words.map(\.text)), command.words[0] == "explain" else {
            return nil
        }
        let whole = Sentence(words: words, arguments: sentence.arguments, span: span.joined(sentence.span))
        return (
            prefixes.dropLast(),
            Pipeline(origin: .sentence(whole), stages: pipeline.stages, span: span.joined(pipeline.span))
        )
    }

    private func explanation(_ prefixes: [Prefix], _ pipeline: Pipeline) -> Explanation? {
        let rest = prefixes.filter { if case .explain = $0 { false } else { true } }
        var touched = Touched()
        if let signature = functionNamed(by: pipeline) {
            touched.take(function: signature.name, self)
            return Explanation(prefixes: rest, subject: .function(signature), touched: touched, code: nil)
        }
        guard let code = self.pipeline(pipeline).code else { return nil }
        touched.take(pipeline, self)
        var stages: [Explanation.Stage] = []
        let origin = described(pipeline, code, &stages)
        return Explanation(
            prefixes: rest, subject: .pipeline(origin, stages), touched: touched, code: code)
    }

    /// The function that is meant where its name alone is explained.
    private func functionNamed(by pipeline: Pipeline) -> FunctionSignature? {
        guard case .sentence(let sentence) = pipeline.origin, sentence.words.count == 1, sentence.arguments.isEmpty,
            pipeline.stages.isEmpty, registry.command(sentence.words[0].text) == nil
        else { return nil }
        return functions[sentence.words[0].text]?.signature
    }

    /// Lays a pipeline out with its brackets taken off.
    private func described(
        _ pipeline: Pipeline, _ code: PipelineCode, _ stages: inout [Explanation.Stage]
    ) -> Explanation.Origin {
        let origin: Explanation.Origin
        switch (pipeline.origin, code.origin) {
        case (.group(let inner), .group(let innerCode)): origin = described(inner, innerCode, &stages)
        case (_, .sentence(let sentence)): origin = .sentence(sentence)
        case (.expression(let expression), .expression(let checked)):
            origin = .value(source[expression.span], checked.type)
        default: origin = .value(source[pipeline.span], nil)
        }
        for (stage, code) in zip(pipeline.stages, code.stages) {
            let text = source[stage.span]
            switch code {
            case .verb(let checked):
                stages.append(Explanation.Stage(verb: stage, text: text, sentence: nil, type: checked.type))
            case .sentence(let sentence):
                stages.append(
                    Explanation.Stage(verb: stage, text: text, sentence: sentence, type: sentence.command.returns))
            }
        }
        return origin
    }
}

extension Interpreter {
    /// How many stages of a pipeline, from its beginning, the database does itself; none where an argument is known
    /// only by running something.
    func stagesInDatabase(_ pipeline: PipelineCode) -> Int {
        guard case .sentence(let sentence) = pipeline.origin, sentence.arguments.allSatisfy({ $0?.isKnown ?? true }),
            let plan = try? plan(of: pipeline)
        else { return 0 }
        return plan.verbs.prefix { $0.place == .database }.count
    }
}

extension ArgumentCode {
    /// Whether it can be worked out without running anything.
    fileprivate var isKnown: Bool {
        switch self {
        case .value, .relative: true
        case .list(let items): items.allSatisfy(\.isKnown)
        case .pipeline(let pipeline): pipeline.isVariable
        case .text: false
        }
    }
}

extension PipelineCode {
    /// Whether it is a variable and nothing else.
    var isVariable: Bool {
        guard stages.isEmpty, case .expression(let checked) = origin, case .variable = checked.expression.kind else {
            return false
        }
        return true
    }
}
