import Diagnostics
import Syntax
import Values

/// One walk over the tree of a formula, which gathers all findings.
struct FormulaPass {
    let reader: FormulaReader
    var findings: [(finding: Diagnostic, span: SourceSpan)] = []
    var isInsideUnits = false

    init(reader: FormulaReader) {
        self.reader = reader
    }

    /// What a tree stands for, as a number.
    mutating func number(_ expression: Expression) -> Formula? {
        switch expression.kind {
        case .literal(.number(let number)), .literal(.percent(let number)): return .number(number)
        case .column(let word): return named(word, expression.span)
        case .string(let literal): return quoted(literal)
        case .negative(let operand): return number(operand).map { .negative($0) }
        case .arithmetic(let operation, let left, let right):
            let (a, b) = (number(left), number(right))
            guard let a, let b else { return nil }
            return sized(.arithmetic(operation, a, b), expression.span)
        case .call(let name, let arguments): return call(name, arguments, expression.span)
        case .not, .and, .or, .comparison, .among, .between, .missing, .literal(.yesNo):
            return refused(.formulaNeedsNumber, expression.span)
        default: return refused(.notInFormulas, expression.span)
        }
    }

    private mutating func sized(_ formula: Formula, _ span: SourceSpan) -> Formula? {
        formula.size <= FormulaReader.largest ? formula : refused(.formulaTooLarge, span)
    }

    /// An element or, where none is called so, an indicator.
    private mutating func named(_ word: String, _ span: SourceSpan) -> Formula? {
        guard reader.catalogue.elements[word] == nil, isIndicator(word) else {
            return element(word, .total, span).map { .input($0) }
        }
        return indicator(word, span)
    }

    /// An indicator whose code is no word of the language, such as “NQ28-1.1”.
    private mutating func quoted(_ literal: StringLiteral) -> Formula? {
        guard let code = literal.plain, isIndicator(code) else { return refused(.notInFormulas, literal.span) }
        return indicator(code, literal.span)
    }

    private func isIndicator(_ code: String) -> Bool {
        reader.catalogue.indicators[code] != nil || reader.chain.contains(code)
    }

    private mutating func indicator(_ code: String, _ span: SourceSpan) -> Formula? {
        do throws(Diagnostic) {
            let formula = try reader.nested(code)
            guard !isInsideUnits || !formula.countsUnits else { return refused(.unitsInsideUnits, span) }
            return sized(formula, span)
        } catch {
            return refused(error, span)
        }
    }

    private mutating func call(_ name: Word, _ arguments: [Expression], _ span: SourceSpan) -> Formula? {
        switch name.text {
        case "units": units(arguments, span)
        case "parity": parity(arguments, span)
        case "previous": previous(arguments, span)
        case "women", "men", "total", "year-to-date", "first-reported":
            count(name, arguments, span).map { .input($0) }
        default: refused(.unknownFormulaFunction(name.text), name.span)
        }
    }

    private mutating func units(_ arguments: [Expression], _ span: SourceSpan) -> Formula? {
        guard let argument = only(arguments, "units", span) else { return nil }
        guard !isInsideUnits else { return refused(.unitsInsideUnits, span) }
        isInsideUnits = true
        defer { isInsideUnits = false }
        return condition(argument).map { .units($0) }
    }

    /// Women for each man.
    private mutating func parity(_ arguments: [Expression], _ span: SourceSpan) -> Formula? {
        guard let argument = only(arguments, "parity", span) else { return nil }
        let (women, men) = (counted(argument, .women, "parity"), counted(argument, .men, "parity"))
        guard let women, let men else { return nil }
        return .arithmetic(.over, .input(women), .input(men))
    }

    private mutating func previous(_ arguments: [Expression], _ span: SourceSpan) -> Formula? {
        guard let (argument, periods) = steps(arguments, span) else { return nil }
        return number(argument)?.back(periods)
    }

    /// What is asked for some periods back, and how many: one where nothing is said.
    mutating func steps(_ arguments: [Expression], _ span: SourceSpan) -> (Expression, Int)? {
        guard let argument = arguments.first, arguments.count <= 2 else {
            refuse(.formulaArguments("previous"), span)
            return nil
        }
        guard arguments.count == 2 else { return (argument, 1) }
        guard case .literal(.number(let number)) = arguments[1].kind, let periods = number.whole,
            (1...120).contains(periods)
        else {
            refuse(.periodsBack, arguments[1].span)
            return nil
        }
        return (argument, Int(periods))
    }

    /// The only argument of a function.
    mutating func only(_ arguments: [Expression], _ name: String, _ span: SourceSpan) -> Expression? {
        if arguments.count == 1 { return arguments[0] }
        refuse(.formulaArguments(name), span)
        return nil
    }

    mutating func refuse(_ finding: Diagnostic, _ span: SourceSpan) {
        // Both sides of a parity say the same of one word.
        if let last = findings.last, last.span == span, last.finding.code == finding.code { return }
        findings.append((finding, span))
    }

    mutating func refused(_ finding: Diagnostic, _ span: SourceSpan) -> Formula? {
        refuse(finding, span)
        return nil
    }
}
