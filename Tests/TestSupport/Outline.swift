public import Syntax
import Values

/// Trees without their places, with every operator in brackets.
public enum Outline {
    /// An expression.
    public static func of(_ expression: Expression) -> String {
        switch expression.kind {
        case .literal(let value): "\(value)"
        case .string(let text): of(text)
        case .column(let name): name
        case .variable(let variable): of(variable)
        case .call(let name, let arguments): "\(name.text)(\(arguments.map(of).joined(separator: ", ")))"
        case .not(let operand): "(not \(of(operand)))"
        case .negative(let operand): "(- \(of(operand)))"
        case .arithmetic(let sign, let left, let right): "(\(of(left)) \(sign.rawValue) \(of(right)))"
        case .and(let left, let right): "(\(of(left)) and \(of(right)))"
        case .or(let left, let right): "(\(of(left)) or \(of(right)))"
        case .comparison(let sign, let left, let right): "(\(of(left)) \(sign.rawValue) \(of(right)))"
        case .among(let left, let choices, let negated):
            "(\(of(left)) \(negated ? "not in" : "in") [\(choices.map(of).joined(separator: ", "))])"
        case .between(let value, let low, let high): "(\(of(value)) between \(of(low)) and \(of(high)))"
        case .missing(let value, let empty, let negated):
            "(\(of(value)) is\(negated ? " not" : "") \(empty ? "empty" : "missing"))"
        case .matches(let value, let pattern): "(\(of(value)) matches \(of(pattern)))"
        case .pipeline(let pipeline): "(\(of(pipeline)))"
        }
    }

    /// A text.
    public static func of(_ text: StringLiteral) -> String {
        let parts = text.parts.map { part in
            switch part {
            case .text(let letters): "‘\(letters)’"
            case .expression(let expression, let format): "{\(of(expression))\(format.map { ":" + $0 } ?? "")}"
            }
        }
        return "text(" + parts.joined(separator: " ") + ")"
    }

    /// A variable.
    public static func of(_ variable: Variable) -> String {
        (["$" + variable.name.text] + variable.fields.map(\.text)).joined(separator: ".")
    }

    /// A value.
    public static func of(_ value: ArgumentValue) -> String {
        switch value.kind {
        case .word(let word): word
        case .relative(let relative): "relative(\(relative.step) \(relative.kind?.rawValue ?? "day"))"
        case .string(let text): of(text)
        case .literal(let value): "\(value)"
        case .variable(let variable): of(variable)
        case .call(let call): of(call)
        case .group(let pipeline): "(\(of(pipeline)))"
        case .list(let values): "[\(values.map(of).joined(separator: ", "))]"
        }
    }

    /// A sentence.
    public static func of(_ sentence: Sentence) -> String {
        let arguments = sentence.arguments.map { ($0.label.map { $0.text + ": " } ?? "") + of($0.value) }
        return "<" + (sentence.words.map(\.text) + ["·"] + arguments).joined(separator: " ") + ">"
    }

    /// A pipeline.
    public static func of(_ pipeline: Pipeline) -> String {
        let origin =
            switch pipeline.origin {
            case .sentence(let sentence): of(sentence)
            case .expression(let expression): of(expression)
            case .group(let inner): "(\(of(inner)))"
            }
        return ([origin] + pipeline.stages.map(of)).joined(separator: " | ")
    }

    /// A verb.
    public static func of(_ stage: Stage) -> String {
        switch stage.kind {
        case .filter(let condition): "where \(of(condition))"
        case .keep(let columns): "keep \(of(columns))"
        case .drop(let columns): "drop \(of(columns))"
        case .distinct(let columns): "distinct \(of(columns))"
        case .add(let assignments): "add \(of(assignments))"
        case .rename(let pairs): "rename " + pairs.map { "\($0.old.text)>\($0.new.text)" }.joined(separator: ",")
        case .sort(let keys): "sort " + keys.map { of($0.value) + ($0.descending ? "↓" : "↑") }.joined(separator: ",")
        case .first(let count): "first \(count)"
        case .last(let count): "last \(count)"
        case .count: "count"
        case .group(let keys, let assignments): "group \(of(keys)) with \(of(assignments))"
        case .join(let table, let keys, let keeps): "join (\(of(table))) on \(of(keys))\(keeps ? " keep" : "")"
        case .pivot(let rows, let columns, let value): "pivot \(rows.text) \(columns.text) \(of(value))"
        case .unpivot(let columns): "unpivot \(of(columns))"
        case .fill(let columns): "fill \(of(columns))"
        case .sentence(let sentence): of(sentence)
        }
    }

    /// Names.
    public static func of(_ words: [Word]) -> String { words.map(\.text).joined(separator: ",") }

    /// Assignments.
    public static func of(_ assignments: [Assignment]) -> String {
        assignments.map { "\($0.name.text)=\(of($0.value))" }.joined(separator: ",")
    }

    /// A block.
    public static func of(_ statements: [Statement]) -> String {
        "{" + statements.map(of).joined(separator: "; ") + "}"
    }

    /// A statement.
    public static func of(_ statement: Statement) -> String {
        switch statement.kind {
        case .use(let path): "use \(of(path))"
        case .bind(let name, let value): "let \(name.text) = \(of(value))"
        case .set(let variable, let value): "set \(of(variable)) = \(of(value))"
        case .condition(let branches, let otherwise):
            branches.map { "if \(of($0.condition)) \(of($0.block))" }.joined(separator: " else ")
                + (otherwise.map { " else \(of($0))" } ?? "")
        case .loop(let name, let rows, let block): "for \(name.text) in \(of(rows)) \(of(block))"
        case .function(let function):
            "def \(function.name.text)("
                + function.parameters.map { "\($0.name.text): \($0.type.text)" }.joined(separator: ", ") + ")"
                + " -> \(function.returns.text) \(of(function.body))"
        case .attempt(let block, let problem, let rescue): "try \(of(block)) catch \(problem.text) \(of(rescue))"
        case .atomic(let label, let block): "atomic \(of(label)) \(of(block))"
        case .step(let label, let block): "step \(of(label)) \(of(block))"
        case .expect(let condition, let stops, let text):
            "expect \(of(condition)) \(stops ? "stop" : "warn") \(of(text))"
        case .log(let level, let text): "log \(level.rawValue) \(of(text))"
        case .giveBack(let value): "return" + (value.map { " " + of($0) } ?? "")
        case .exit(let status): "exit" + (status.map { " " + of($0) } ?? "")
        case .sentence(let prefixes, let pipeline): (prefixes.map(of) + [of(pipeline)]).joined(separator: " ")
        }
    }

    /// A prefix.
    public static func of(_ prefix: Prefix) -> String {
        switch prefix {
        case .plan: "plan!"
        case .explain: "explain!"
        case .time: "time!"
        case .asOf(let day, _): "as-of(\(day))!"
        }
    }
}
