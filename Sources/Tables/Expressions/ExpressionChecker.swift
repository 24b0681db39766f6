public import Diagnostics
public import Syntax
public import Values

/// Checks expressions and makes them ready to run.
public struct ExpressionChecker {
    let scope: any Scope
    let source: Source

    /// Takes what names mean and the text in which the expressions stand.
    public init(_ scope: any Scope, source: Source) {
        self.scope = scope
        self.source = source
    }

    /// Works out the type of an expression and all findings.
    ///
    /// `expecting` is the type that the place of the expression asks for: bare words are read by it, and another type
    /// is a finding.
    public func check(
        _ expression: Expression, columns: Columns = .absent, expecting: ValueType? = nil
    ) -> CheckedExpression {
        let compilation = Compilation(scope, source, columns)
        var node = compilation.node(expression, expecting: expecting)
        if let expecting, let type = node.type, !expecting.accepts(type) {
            compilation.report(.wrongType(expecting, type, source[expression.span]), at: expression.span)
            node = .unknown
        }
        return CheckedExpression(self, expression, columns, expecting, node, compilation)
    }
}

/// An expression with its type and findings, ready to run when it has none.
public struct CheckedExpression: Sendable {
    /// The type; `nil` when it is unknown.
    public let type: ValueType?
    /// All findings, in order of place.
    public let findings: [Diagnostic]

    /// The expression as it was read.
    public let expression: Expression
    private let source: Source
    private let columns: Columns
    private let expecting: ValueType?
    let node: Node
    let variables: VariableNames
    private let isOpen: Bool

    init(
        _ checker: ExpressionChecker, _ expression: Expression, _ columns: Columns, _ expecting: ValueType?,
        _ node: Node, _ compilation: Compilation
    ) {
        self.expression = expression
        source = checker.source
        self.columns = columns
        self.expecting = expecting
        self.node = node
        type = node.type
        findings = compilation.orderedFindings
        variables = compilation.variables
        isOpen = compilation.metUnknown
    }

    /// The value or table, outside any table clause.
    public func datum(in environment: any Environment) throws -> Datum {
        let ready = try settled(columns, environment)
        return try ready.node.datum(ready.variables.frame([], environment), 0)
    }

    /// The value, outside any table clause; a table is refused.
    public func value(in environment: any Environment) throws -> Value {
        let ready = try settled(columns, environment)
        return try ready.node.run(ready.variables.frame([], environment), 0)
    }

    /// The values in all rows of a table.
    public func cells(over table: Table, in environment: any Environment) throws -> [Value] {
        let ready = try settled(.known(table.schema), environment)
        let frame = try ready.variables.frame(table.stored, environment)
        return try ready.node.cells(frame, count: table.rowCount).values
    }

    /// The expression itself, or checked again where types were unknown or the columns are others.
    private func settled(_ columns: Columns, _ environment: any Environment) throws(Diagnostics) -> CheckedExpression {
        let ready =
            columns == self.columns && !isOpen
            ? self
            : ExpressionChecker(environment, source: source).check(expression, columns: columns, expecting: expecting)
        let errors = ready.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Diagnostics(errors) }
        return ready
    }
}
