/// Sees every part of a program, in the order of the source.
///
/// What is of no interest keeps its empty default. A part's own pieces are seen between its `enter` and its `leave`.
public protocol TreeVisitor {
    /// A statement begins.
    mutating func enter(_ statement: Statement)
    /// A statement ends.
    mutating func leave(_ statement: Statement)
    /// A block of a statement begins: 0 is its first, 1 what stands behind its `elseif`, `else` or `catch`.
    mutating func enterBlock(_ index: Int, of statement: Statement)
    /// A block ends.
    mutating func leaveBlock(of statement: Statement)
    /// A pipeline begins.
    mutating func enter(_ pipeline: Pipeline)
    /// A sentence begins.
    mutating func enter(_ sentence: Sentence)
    /// A verb begins.
    mutating func enter(_ stage: Stage)
    /// A verb ends.
    mutating func leave(_ stage: Stage)
    /// An expression begins.
    mutating func enter(_ expression: Expression)
    /// A variable is named.
    mutating func see(_ variable: Variable)
    /// Columns are named or made.
    mutating func see(columns: [Word])
}

extension TreeVisitor {
    /// Looks at nothing.
    public mutating func enter(_ statement: Statement) {}
    /// Looks at nothing.
    public mutating func leave(_ statement: Statement) {}
    /// Looks at nothing.
    public mutating func enterBlock(_ index: Int, of statement: Statement) {}
    /// Looks at nothing.
    public mutating func leaveBlock(of statement: Statement) {}
    /// Looks at nothing.
    public mutating func enter(_ pipeline: Pipeline) {}
    /// Looks at nothing.
    public mutating func enter(_ sentence: Sentence) {}
    /// Looks at nothing.
    public mutating func enter(_ stage: Stage) {}
    /// Looks at nothing.
    public mutating func leave(_ stage: Stage) {}
    /// Looks at nothing.
    public mutating func enter(_ expression: Expression) {}
    /// Looks at nothing.
    public mutating func see(_ variable: Variable) {}
    /// Looks at nothing.
    public mutating func see(columns: [Word]) {}

    /// Goes through a program.
    public mutating func walk(_ program: Program) {
        for parameter in program.header?.parameters ?? [] {
            if let standard = parameter.standard { walk(standard) }
            if let help = parameter.help { walk(help) }
        }
        walk(program.statements)
    }

    /// Goes through statements.
    public mutating func walk(_ statements: [Statement]) {
        for statement in statements {
            enter(statement)
            walkParts(of: statement)
            leave(statement)
        }
    }

    private mutating func walkParts(of statement: Statement) {
        switch statement.kind {
        case .use(let text), .log(_, let text): walk(text)
        case .bind(_, let value), .sentence(_, let value): walk(value)
        case .set(let variable, let value):
            see(variable)
            walk(value)
        case .condition(let branches, let otherwise):
            for (index, branch) in branches.enumerated() {
                walk(branch.condition)
                walk(branch.block, min(index, 1), of: statement)
            }
            if let otherwise { walk(otherwise, 1, of: statement) }
        case .loop(_, let rows, let block):
            walk(rows)
            walk(block, 0, of: statement)
        case .function(let function): walk(function.body, 0, of: statement)
        case .attempt(let block, _, let rescue):
            walk(block, 0, of: statement)
            walk(rescue, 1, of: statement)
        case .atomic(let label, let block), .step(let label, let block):
            walk(label)
            walk(block, 0, of: statement)
        case .expect(let condition, _, let text):
            walk(condition)
            walk(text)
        case .giveBack(let value): if let value { walk(value) }
        case .exit(let status): if let status { walk(status) }
        }
    }

    private mutating func walk(_ block: [Statement], _ index: Int, of statement: Statement) {
        enterBlock(index, of: statement)
        walk(block)
        leaveBlock(of: statement)
    }

    private mutating func walk(_ pipeline: Pipeline) {
        enter(pipeline)
        switch pipeline.origin {
        case .sentence(let sentence): walk(sentence)
        case .expression(let expression): walk(expression)
        case .group(let inner): walk(inner)
        }
        for stage in pipeline.stages {
            enter(stage)
            walkParts(of: stage)
            leave(stage)
        }
    }

    private mutating func walk(_ sentence: Sentence) {
        enter(sentence)
        for argument in sentence.arguments { walk(argument.value) }
    }

    private mutating func walkParts(of stage: Stage) {
        switch stage.kind {
        case .filter(let condition): walk(condition)
        case .keep(let columns), .drop(let columns), .distinct(let columns), .unpivot(let columns), .fill(let columns):
            see(columns: columns)
        case .add(let assignments): walk(assignments)
        case .rename(let pairs): see(columns: pairs.flatMap { [$0.old, $0.new] })
        case .sort(let keys): for key in keys { walk(key.value) }
        case .first, .last, .count: break
        case .group(let keys, let assignments):
            see(columns: keys)
            walk(assignments)
        case .join(let table, let keys, _):
            walk(table)
            see(columns: keys)
        case .pivot(let rows, let columns, let value):
            see(columns: [rows, columns])
            walk(value)
        case .sentence(let sentence): walk(sentence)
        }
    }

    private mutating func walk(_ assignments: [Assignment]) {
        for assignment in assignments {
            see(columns: [assignment.name])
            walk(assignment.value)
        }
    }

    private mutating func walk(_ value: ArgumentValue) {
        switch value.kind {
        case .word, .relative, .literal: break
        case .string(let text): walk(text)
        case .variable(let variable): see(variable)
        case .call(let call): walk(call)
        case .group(let pipeline): walk(pipeline)
        case .list(let values): for value in values { walk(value) }
        }
    }

    private mutating func walk(_ expression: Expression) {
        enter(expression)
        switch expression.kind {
        case .literal, .column: break
        case .string(let text): walk(text)
        case .variable(let variable): see(variable)
        case .call(_, let arguments): for argument in arguments { walk(argument) }
        case .not(let operand), .negative(let operand), .missing(let operand, _, _): walk(operand)
        case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right),
            .comparison(_, let left, let right):
            walk(left)
            walk(right)
        case .among(let left, let choices, _):
            walk(left)
            for choice in choices { walk(choice) }
        case .between(let value, let low, let high):
            walk(value)
            walk(low)
            walk(high)
        case .matches(let value, let pattern):
            walk(value)
            walk(pattern)
        case .pipeline(let pipeline): walk(pipeline)
        }
    }

    private mutating func walk(_ text: StringLiteral) {
        for case .expression(let expression, _) in text.parts { walk(expression) }
    }
}
