import Commands
import Diagnostics
import Syntax

/// The commands that a text names, each once and in order, also in the functions and scripts that it uses.
struct Touched {
    private(set) var commands: [Command] = []
    private var seen: Set<String> = []
    private var functions: Set<String> = []

    /// The commands of an effect.
    func commands(_ effects: Effect...) -> [String] {
        commands.filter { effects.contains($0.effect) }.map(\.name)
    }

    mutating func take(_ statements: [Statement], _ compiler: Compiler) {
        for statement in statements { take(statement.kind, compiler) }
    }

    private mutating func take(_ statement: Statement.Kind, _ compiler: Compiler) {
        switch statement {
        case .use(let path):
            guard let plain = path.plain,
                let used = try? compiler.reader(Compiler.resolve(plain, beside: compiler.source.name)),
                functions.insert("use " + used.name).inserted
            else { return }
            take(Parser.parse(used).program.statements, compiler)
        case .bind(_, let pipeline), .set(_, let pipeline), .sentence(_, let pipeline): take(pipeline, compiler)
        case .giveBack(let pipeline): if let pipeline { take(pipeline, compiler) }
        case .condition(let branches, let otherwise):
            for branch in branches {
                take(branch.condition, compiler)
                take(branch.block, compiler)
            }
            take(otherwise ?? [], compiler)
        case .loop(_, let pipeline, let body):
            take(pipeline, compiler)
            take(body, compiler)
        case .attempt(let body, _, let cure): take(body + cure, compiler)
        case .atomic(let label, let body), .step(let label, let body):
            take(label, compiler)
            take(body, compiler)
        case .expect(let condition, _, let message):
            take(condition, compiler)
            take(message, compiler)
        case .log(_, let message): take(message, compiler)
        case .exit(let expression): if let expression { take(expression, compiler) }
        case .function: return
        }
    }

    mutating func take(_ pipeline: Pipeline, _ compiler: Compiler) {
        switch pipeline.origin {
        case .sentence(let sentence): take(sentence, compiler)
        case .expression(let expression): take(expression, compiler)
        case .group(let inner): take(inner, compiler)
        }
        for stage in pipeline.stages { take(stage, compiler) }
    }

    private mutating func take(_ stage: Stage, _ compiler: Compiler) {
        switch stage.kind {
        case .sentence(let sentence): take(sentence, compiler)
        case .filter(let expression), .pivot(_, by: _, with: let expression): take(expression, compiler)
        case .add(let assignments), .group(by: _, with: let assignments):
            for assignment in assignments { take(assignment.value, compiler) }
        case .sort(let keys): for key in keys { take(key.value, compiler) }
        case .join(let pipeline, on: _, keepsUnmatched: _): take(pipeline, compiler)
        default: return
        }
    }

    private mutating func take(_ sentence: Sentence, _ compiler: Compiler) {
        for argument in sentence.arguments { take(argument.value, compiler) }
        guard let (command, _) = compiler.registry.command(matching: sentence.words.map(\.text)),
            seen.insert(command.name).inserted
        else { return }
        commands.append(command)
    }

    private mutating func take(_ value: ArgumentValue, _ compiler: Compiler) {
        switch value.kind {
        case .group(let pipeline): take(pipeline, compiler)
        case .call(let expression): take(expression, compiler)
        case .list(let values): for value in values { take(value, compiler) }
        case .string(let text): take(text, compiler)
        case .word, .relative, .literal, .variable: return
        }
    }

    private mutating func take(_ text: StringLiteral, _ compiler: Compiler) {
        for case .expression(let expression, format: _) in text.parts { take(expression, compiler) }
    }

    mutating func take(_ expression: Expression, _ compiler: Compiler) {
        switch expression.kind {
        case .call(let name, let arguments):
            take(function: name.text, compiler)
            for argument in arguments { take(argument, compiler) }
        case .not(let inner), .negative(let inner), .missing(let inner, empty: _, negated: _), .matches(let inner, _):
            take(inner, compiler)
        case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right),
            .comparison(_, let left, let right):
            take(left, compiler)
            take(right, compiler)
        case .among(let inner, let list, negated: _):
            take(inner, compiler)
            for item in list { take(item, compiler) }
        case .between(let inner, let low, let high): for part in [inner, low, high] { take(part, compiler) }
        case .string(let text): take(text, compiler)
        case .pipeline(let pipeline): take(pipeline, compiler)
        case .literal, .column, .variable: return
        }
    }

    /// Takes what a function of the script names.
    mutating func take(function name: String, _ compiler: Compiler) {
        guard functions.insert(name).inserted, let body = compiler.functions[name]?.syntax?.body else { return }
        take(body, compiler)
    }
}
