import Diagnostics
import Syntax
import Values

/// Reads a formula: its text as an expression of the language, its words as elements.
struct FormulaReader {
    /// The elements that formulas can name.
    let elements: [String: FigureElement]
    /// The indicators that there are; formulas are made of elements and not of indicators.
    let indicators: Set<String>
    /// The indicator whose formula it is.
    let indicator: String

    /// The formula, or every finding about it with its place in the text.
    func read(_ text: String, _ argument: String) throws(Diagnostics) -> Formula {
        let source = Source(name: "\(indicator) \(argument)", text: text)
        guard text.contains(where: { !$0.isWhitespace }) else { throw Diagnostics([.formulaEmpty(argument)]) }
        let (expression, findings) = Parser.expression(source)
        guard let expression, findings.isEmpty else {
            throw Diagnostics(findings.isEmpty ? [.formulaEmpty(argument)] : findings.map { subject($0, argument) })
        }
        return try formula(expression, source, argument)
    }

    /// The formula that a tree stands for.
    func formula(_ expression: Expression, _ source: Source, _ argument: String) throws(Diagnostics) -> Formula {
        var pass = Pass(reader: self)
        let formula = pass.number(expression)
        guard let formula, pass.findings.isEmpty else {
            throw Diagnostics(pass.findings.map { subject($0.finding.placed(at: $0.span, in: source), argument) })
        }
        return formula
    }

    private func subject(_ finding: Diagnostic, _ argument: String) -> Diagnostic {
        var finding = finding
        finding.subject = argument
        return finding
    }

    /// One walk over a tree, which gathers all findings.
    private struct Pass {
        let reader: FormulaReader
        var findings: [(finding: Diagnostic, span: SourceSpan)] = []
        var isInsideUnits = false

        static let functions = ["women", "men", "total", "units"]

        mutating func number(_ expression: Expression) -> Formula? {
            switch expression.kind {
            case .literal(.number(let number)), .literal(.percent(let number)): return .number(number)
            case .column(let word): return element(word, .total, expression.span).map { .input($0) }
            case .negative(let operand): return number(operand).map { .negative($0) }
            case .arithmetic(let operation, let left, let right):
                let (a, b) = (number(left), number(right))
                guard let a, let b else { return nil }
                return .arithmetic(operation, a, b)
            case .call(let name, let arguments): return call(name, arguments, expression.span)
            case .not, .and, .or, .comparison, .among, .between, .missing, .literal(.yesNo):
                return refuse(.formulaNeedsNumber, expression.span)
            default: return refuse(.notInFormulas, expression.span)
            }
        }

        private mutating func call(_ name: Word, _ arguments: [Expression], _ span: SourceSpan) -> Formula? {
            guard Pass.functions.contains(name.text) else {
                return refuse(.unknownFormulaFunction(name.text), name.span)
            }
            guard arguments.count == 1, let argument = arguments.first else {
                return refuse(.formulaArguments(name.text), span)
            }
            if name.text == "units" { return units(argument, span) }
            guard case .column(let word) = argument.kind else {
                return refuse(.formulaNeedsElement(name.text), argument.span)
            }
            let measure = FormulaInput.Measure(rawValue: name.text) ?? .total
            return element(word, measure, argument.span).map { .input($0) }
        }

        private mutating func units(_ argument: Expression, _ span: SourceSpan) -> Formula? {
            guard !isInsideUnits else { return refuse(.unitsInsideUnits, span) }
            isInsideUnits = true
            defer { isInsideUnits = false }
            return condition(argument).map { .units($0) }
        }

        private mutating func condition(_ expression: Expression) -> Formula.Condition? {
            switch expression.kind {
            case .literal(.yesNo(let answer)): return .always(answer)
            case .column(let word):
                guard let input = element(word, .total, expression.span, asCondition: true) else { return nil }
                return .yes(input)
            case .not(let operand): return condition(operand).map { .not($0) }
            case .and(let left, let right): return both(left, right).map { .and($0, $1) }
            case .or(let left, let right): return both(left, right).map { .or($0, $1) }
            case .comparison(let operation, let left, let right): return comparison(operation, left, right)
            case .between(let middle, let low, let high):
                let low = comparison(.atLeast, middle, low)
                let high = comparison(.atMost, middle, high)
                guard let low, let high else { return nil }
                return .and(low, high)
            default:
                _ = refuse(.formulaNeedsCondition, expression.span)
                return nil
            }
        }

        private mutating func both(_ left: Expression, _ right: Expression) -> (Formula.Condition, Formula.Condition)? {
            let (a, b) = (condition(left), condition(right))
            guard let a, let b else { return nil }
            return (a, b)
        }

        private mutating func comparison(
            _ operation: ComparisonOperator, _ left: Expression, _ right: Expression
        ) -> Formula.Condition? {
            if case .literal(.yesNo(let answer)) = right.kind, operation == .equal || operation == .unequal {
                return condition(left).map { answer == (operation == .equal) ? $0 : .not($0) }
            }
            let (a, b) = (number(left), number(right))
            guard let a, let b else { return nil }
            return .comparison(operation, a, b)
        }

        private mutating func element(
            _ word: String, _ measure: FormulaInput.Measure, _ span: SourceSpan, asCondition: Bool = false
        ) -> FormulaInput? {
            guard let element = reader.elements[word] else {
                _ = refuse(unknown(word), span)
                return nil
            }
            let fault: Diagnostic? =
                if measure != .total, element.bySex == false {
                    .formulaNotBySex(word)
                } else if asCondition, element.type != .yesNo, !element.isDerived {
                    .formulaNotYesNo(word)
                } else if !asCondition, element.type == .yesNo, !isInsideUnits {
                    .formulaYesNo(word)
                } else {
                    nil
                }
            if let fault {
                _ = refuse(fault, span)
                return nil
            }
            return FormulaInput(element: word, measure: measure)
        }

        private func unknown(_ word: String) -> Diagnostic {
            if word == reader.indicator { return .circularDefinition(word) }
            if reader.indicators.contains(word) { return .indicatorInFormula(word) }
            return .unknownElement(word, nearest(to: word, among: reader.elements.keys.sorted()))
        }

        private mutating func refuse(_ finding: Diagnostic, _ span: SourceSpan) -> Formula? {
            findings.append((finding, span))
            return nil
        }
    }
}
