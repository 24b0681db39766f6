import Commands
import Diagnostics
import Syntax

/// What stands at an offset of a script: the innermost sentence, verb, expression and name around it.
struct Pointer: TreeVisitor {
    let offset: Int
    private(set) var sentence: Sentence?
    private(set) var stage: Stage?
    private(set) var call: Word?
    private(set) var column: Word?
    private(set) var variable: Variable?
    private(set) var statement: Statement?

    init(_ program: Program, at offset: Int) {
        self.offset = offset
        walk(program)
    }

    private func holds(_ span: SourceSpan) -> Bool { span.start <= offset && offset <= span.end }

    mutating func enter(_ statement: Statement) {
        if holds(statement.span) { self.statement = statement }
    }

    mutating func enter(_ sentence: Sentence) {
        if holds(sentence.span) { self.sentence = sentence }
    }

    mutating func enter(_ stage: Stage) {
        guard holds(stage.span) else { return }
        self.stage = stage
        sentence = nil
    }

    mutating func enter(_ expression: Expression) {
        guard holds(expression.span) else { return }
        switch expression.kind {
        case .column(let name): column = Word(name, expression.span)
        case .call(let name, _) where holds(name.span): call = name
        default: break
        }
    }

    mutating func see(_ variable: Variable) {
        if holds(variable.span) { self.variable = variable }
    }

    mutating func see(columns: [Word]) {
        if let word = columns.first(where: { holds($0.span) }) { column = word }
    }
}

/// A sentence whose arguments are assigned to the parameters of its command.
struct AssignedSentence {
    let command: Command
    /// The words that name the command.
    let name: SourceSpan
    /// What was given, with the parameter it is for; the label belongs to the span.
    let arguments: [(span: SourceSpan, parameter: ParameterInfo)]

    /// Assigns the arguments; `nil` when there is no such command.
    init?(_ sentence: Sentence, _ registry: Registry) {
        guard let (command, count) = registry.command(matching: sentence.words.map(\.text)),
            let first = sentence.words.first
        else { return nil }
        self.command = command
        name = first.span.joined(sentence.words[count - 1].span)
        var places = command.places[...]
        var arguments: [(span: SourceSpan, parameter: ParameterInfo)] = []
        let words = sentence.words.dropFirst(count).map { (label: String?.none, span: $0.span) }
        for (label, span) in words + sentence.arguments.map({ ($0.label?.text, $0.span) }) {
            let parameter =
                label.map { label in command.parameters.first { $0.way == .label && $0.name == label } }
                ?? places.popFirst()
            if let parameter { arguments.append((span, parameter)) }
        }
        self.arguments = arguments
    }
}
