import Diagnostics
import Syntax
import Tables
import Values

// Which expressions the machine works out by itself. Everything else it leaves to `CheckedExpression`, whose meaning is
// the language's; what stands here must mean the same, and `MachineTests` hold the two against each other.
extension Lowering {
    /// An expression of a kind that fits a slot; `nil` where the machine cannot work it out by itself.
    func scalar(_ expression: Expression) -> (Scalar, SlotKind)? {
        switch expression.kind {
        case .literal(let value):
            guard let kind = SlotKind(value.evidentType), let slot = kind.slot(value) else { return nil }
            return (.constant(slot), kind)
        case .variable(let variable): return self.variable(variable)
        case .arithmetic: return arithmetic(expression)
        case .negative(let operand):
            guard let (inner, kind) = self.operand(operand), [.number, .percent, .money].contains(kind) else {
                return nil
            }
            if case .constant(let slot) = inner, let value = try? Arithmetic.negative(kind.value(slot)),
                let negated = kind.slot(value)
            {
                return (.constant(negated), kind)
            }
            return (.negative(inner, expression.span), kind)
        case .call(let name, let arguments):
            if name.text == "if" { return choice(arguments) }
            guard let call = call(name.text, arguments, expression.span), let kind = call.result else { return nil }
            return (.call(call), kind)
        case .not, .and, .or, .comparison, .among, .between, .missing:
            return condition(expression).map { (.condition($0), .yesNo) }
        case .string, .column, .matches, .pipeline: return nil
        }
    }

    /// A part of an expression; one that the machine cannot work out is left to the evaluator by itself, where its
    /// type is known.
    func operand(_ expression: Expression) -> (Scalar, SlotKind)? {
        if let planned = scalar(expression) { return planned }
        guard let checked = checked(expression), let kind = SlotKind(checked.type) else { return nil }
        return (.host(checked, kind), kind)
    }

    /// A part of an expression that is checked again by itself; `nil` when that has findings or was done too often,
    /// since parts within parts would take their square in time.
    func checked(_ expression: Expression, expecting: ValueType? = nil) -> CheckedExpression? {
        guard recheckable > 0 else { return nil }
        recheckable -= 1
        let checked = ExpressionChecker(self, source: source).check(expression, expecting: expecting)
        return checked.findings.isEmpty ? checked : nil
    }

    private func variable(_ variable: Variable) -> (Scalar, SlotKind)? {
        switch names[variable.name.text]?.home {
        case .slot(let slot, let kind)? where variable.fields.isEmpty: return (.register(slot), kind)
        case .row? where variable.fields.count == 1:
            guard let (loop, column, type) = cell(variable), let kind = SlotKind(type) else { return nil }
            return (.cell(loop: loop, column: column), kind)
        default: return nil
        }
    }

    /// The loop and column of `$row.column`.
    func cell(_ variable: Variable) -> (loop: Int, column: Int, type: ValueType)? {
        guard case .row(let table, let number)? = names[variable.name.text]?.home, let field = variable.fields.first,
            variable.fields.count == 1,
            let loop = builder.parts.loops.lastIndex(where: { $0.source == table && $0.row == number }),
            let schema = builder.parts.loops[loop].schema, let column = schema.index(of: field.text)
        else { return nil }
        return (loop, column, schema.columns[column].type)
    }

    /// A chain is read from its left end, as the checker reads it.
    private func arithmetic(_ expression: Expression) -> (Scalar, SlotKind)? {
        var links: [(operation: ArithmeticOperator, right: Expression, span: SourceSpan)] = []
        var first = expression
        while case .arithmetic(let operation, let left, let right) = first.kind {
            links.append((operation, right, first.span))
            first = left
        }
        guard var (whole, kind) = operand(first) else { return nil }
        for link in links.reversed() {
            guard let (right, other) = operand(link.right),
                let (operation, result) = Lowering.operation(link.operation, kind, other)
            else { return nil }
            (whole, kind) = (.arithmetic(operation, whole, right, link.span), result)
        }
        return (whole, kind)
    }

    /// How two kinds are combined, and the kind of the result; percents and whole đồng reckon like numbers, but a
    /// product or quotient of money is rounded.
    private static func operation(
        _ operation: ArithmeticOperator, _ left: SlotKind, _ right: SlotKind
    ) -> (Operation, SlotKind)? {
        switch (operation, left, right) {
        case (.plus, .number, .number), (.plus, .percent, .percent), (.plus, .money, .money): (.add, left)
        case (.minus, .number, .number), (.minus, .percent, .percent), (.minus, .money, .money): (.subtract, left)
        case (.times, .number, .number), (.times, .percent, .percent): (.multiply, left)
        case (.times, .number, .percent), (.times, .percent, .number): (.multiply, .number)
        case (.times, .money, .number), (.times, .money, .percent): (.multiplyMoney, .money)
        case (.times, .number, .money), (.times, .percent, .money): (.moneyTimes, .money)
        case (.over, .number, .number), (.over, .number, .percent), (.over, .percent, .percent),
            (.over, .money, .money):
            (.divide, .number)
        case (.over, .percent, .number): (.divide, .percent)
        case (.over, .money, .number), (.over, .money, .percent): (.divideMoney, .money)
        default: nil
        }
    }

    private func choice(_ arguments: [Expression]) -> (Scalar, SlotKind)? {
        guard arguments.count == 3, let condition = decision(arguments[0]), let (yes, kind) = operand(arguments[1]),
            let (no, other) = operand(arguments[2]), kind == other
        else { return nil }
        return (.choice(condition, yes, no), kind)
    }

    /// A call of a script's function; built-in functions come first, as for the checker.
    func call(_ name: String, _ arguments: [Expression], _ span: SourceSpan) -> CallPlan? {
        guard let function = functions[name], let code = codes[name], !BuiltInFunction.names.contains(name),
            function.signature.parameters.count == arguments.count, function.signature.result != nil
        else { return nil }
        var planned: [CallPlan.Argument] = []
        for (argument, parameter) in zip(arguments, function.signature.parameters) {
            if let kind = SlotKind(parameter.type) {
                guard let (scalar, given) = operand(argument), given == kind else { return nil }
                planned.append(.scalar(scalar))
            } else {
                guard let datum = datum(argument, expecting: parameter.type) else { return nil }
                planned.append(.datum(datum))
            }
        }
        return CallPlan(
            code: code, arguments: planned, result: SlotKind(function.signature.result), span: span)
    }
}

// Conditions.
extension Lowering {
    /// What decides; anything of the kind yes or no can.
    func decision(_ expression: Expression) -> Condition? {
        if let condition = condition(expression) { return condition }
        guard let (scalar, kind) = operand(expression), kind == .yesNo else { return nil }
        return .yes(scalar)
    }

    private func condition(_ expression: Expression) -> Condition? {
        switch expression.kind {
        case .not(let operand): return decision(operand).map { .not($0) }
        case .and, .or: return chain(expression)
        case .comparison(let operation, let left, let right): return comparison(operation, left, right)
        case .between(let operand, let low, let high):
            guard let (value, kind) = self.operand(operand), value.isAtHand, let (least, one) = self.operand(low),
                let (most, other) = self.operand(high), kind == one, kind == other, kind != .yesNo
            else { return nil }
            return .all([.comparison(.atLeast, value, least), .comparison(.atMost, value, most)])
        case .among(let operand, let list, let negated):
            guard let (value, kind) = self.operand(operand), value.isAtHand else { return nil }
            let items = list.compactMap { self.operand($0) }
            guard items.count == list.count, items.allSatisfy({ $0.1 == kind }) else { return nil }
            let found = Condition.any(items.map { .comparison(.equal, value, $0.0) })
            return .all([.not(.missing(value, emptyOnly: false)), negated ? .not(found) : found])
        case .missing(let operand, let empty, let negated):
            guard let (value, _) = self.operand(operand) else { return nil }
            let missing = Condition.missing(value, emptyOnly: empty)
            return negated ? .not(missing) : missing
        default: return nil
        }
    }

    /// A chain of `and` or of `or`, read from its left end.
    private func chain(_ expression: Expression) -> Condition? {
        let operands = expression.chain
        let planned = operands.compactMap { decision($0) }
        guard planned.count == operands.count else { return nil }
        if case .and = expression.kind { return .all(planned) }
        return .any(planned)
    }

    private func comparison(_ operation: ComparisonOperator, _ left: Expression, _ right: Expression) -> Condition? {
        guard let (first, kind) = operand(left), let (second, other) = operand(right), kind == other,
            kind != .yesNo || operation == .equal || operation == .unequal
        else { return nil }
        return .comparison(operation, first, second)
    }
}

// Data.
extension Lowering {
    /// An expression that is checked anew by itself; `nil` where that has findings.
    func datum(_ expression: Expression, expecting: ValueType? = nil) -> DatumPlan? {
        switch plan(expression) {
        // What is expected may give a number another meaning: a year is a period.
        case .boxed? where expecting != nil: break
        case let plan?: return plan
        case nil: break
        }
        return checked(expression, expecting: expecting).map { .host($0) }
    }

    /// An expression that the machine can work out as a datum by itself.
    func plan(_ expression: Expression) -> DatumPlan? {
        switch expression.kind {
        case .string(let literal):
            if let plain = literal.plain { return .constant(.text(plain)) }
            return pieces(literal).map { .text($0) }
        case .variable(let variable):
            if case .row? = names[variable.name.text]?.home, let (loop, column, type) = cell(variable) {
                return SlotKind(type) == nil ? .cell(loop: loop, column: column) : boxed(expression)
            }
            if variable.fields.isEmpty, case .datum(let datum)? = names[variable.name.text]?.home {
                return .register(datum)
            }
            return boxed(expression)
        case .call(let name, let arguments):
            guard let call = call(name.text, arguments, expression.span) else { return boxed(expression) }
            return call.result.map { .boxed(.call(call), $0) } ?? .call(call)
        default: return boxed(expression)
        }
    }

    private func boxed(_ expression: Expression) -> DatumPlan? {
        scalar(expression).map { .boxed($0, $1) }
    }

    /// The pieces of a text; one with a format is written by the evaluator.
    func pieces(_ literal: StringLiteral) -> [PiecePlan]? {
        var pieces: [PiecePlan] = []
        for part in literal.parts {
            switch part {
            case .text(let text): pieces.append(.text(text))
            case .expression(let expression, let format):
                let form = format.flatMap { ValueFormat($0) }
                if form != nil || format == nil, let (scalar, kind) = scalar(expression) {
                    pieces.append(.scalar(scalar, kind, form))
                    continue
                }
                if format == nil {
                    guard let datum = valuePiece(expression) else { return nil }
                    pieces.append(.datum(datum))
                    continue
                }
                let whole = StringLiteral(parts: [part], span: expression.span)
                guard let written = checked(Expression(.string(whole), expression.span)) else { return nil }
                pieces.append(.datum(.host(written)))
            }
        }
        return pieces
    }

    /// A piece that is surely no table.
    private func valuePiece(_ expression: Expression) -> DatumPlan? {
        if case .variable(let variable) = expression.kind, let type = names[variable.name.text]?.type,
            !type.isTableLike, let plan = plan(expression)
        {
            return plan
        }
        guard let checked = checked(expression), let type = checked.type, !type.isTableLike else { return nil }
        return .host(checked)
    }
}
