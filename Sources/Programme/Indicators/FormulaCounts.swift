import Diagnostics
import Syntax
import Values

// The counts of elements in formulas.
extension FormulaPass {
    /// A count: an element, or a function that gives one.
    mutating func count(_ expression: Expression, _ function: String) -> FormulaInput? {
        switch expression.kind {
        case .column(let word): return element(word, .total, expression.span)
        case .call(let name, let arguments) where FormulaPass.counting.contains(name.text):
            return count(name, arguments, expression.span)
        default:
            refuse(.formulaNeedsCount(function), expression.span)
            return nil
        }
    }

    private static let counting: Set<String> = ["women", "men", "total", "previous", "year-to-date", "first-reported"]

    /// A count that a function gives.
    mutating func count(_ name: Word, _ arguments: [Expression], _ span: SourceSpan) -> FormulaInput? {
        switch name.text {
        case "previous":
            guard let (argument, periods) = steps(arguments, span) else { return nil }
            return count(argument, name.text)?.with { $0.back += periods }
        case "year-to-date":
            guard let argument = only(arguments, name.text, span) else { return nil }
            return count(argument, name.text).flatMap { toDate($0, argument.span) }
        case "first-reported":
            guard arguments.count > 1 else {
                refuse(.tooFewCounts, span)
                return nil
            }
            let counts = arguments.map { count($0, name.text) }
            let known = counts.compactMap { $0 }
            return known.count == counts.count ? FormulaInput(known.flatMap(\.readings)) : nil
        default:
            return measured(name, arguments, span)
        }
    }

    /// `women(staff)`, or `women(staff, under-30)` for a category of it.
    private mutating func measured(_ name: Word, _ arguments: [Expression], _ span: SourceSpan) -> FormulaInput? {
        guard let argument = arguments.first, arguments.count <= 2 else {
            refuse(.formulaArguments(name.text), span)
            return nil
        }
        let measure = FormulaInput.Measure(rawValue: name.text) ?? .total
        guard var input = counted(argument, measure, name.text) else { return nil }
        guard arguments.count == 2 else { return input }
        guard let category = category(arguments[1], of: input.readings[0].element) else { return nil }
        input = input.with { $0.category = category }
        return input
    }

    /// An element that stands alone in the brackets of a function.
    mutating func counted(
        _ argument: Expression, _ measure: FormulaInput.Measure, _ function: String
    ) -> FormulaInput? {
        guard case .column(let word) = argument.kind else {
            refuse(.formulaNeedsElement(function), argument.span)
            return nil
        }
        return element(word, measure, argument.span)
    }

    private mutating func category(_ expression: Expression, of element: String) -> String? {
        let word: String? =
            switch expression.kind {
            case .column(let word): word
            case .string(let literal): literal.plain
            default: nil
            }
        let known = reader.catalogue.elements[element]?.everCategories ?? []
        guard let word, known.contains(word) else {
            refuse(.unknownCategory(word ?? "", element, known), expression.span)
            return nil
        }
        return word
    }

    private mutating func toDate(_ input: FormulaInput, _ span: SourceSpan) -> FormulaInput? {
        let alone = input.readings.first { reader.catalogue.elements[$0.element]?.overTime == OverTime.none }
        guard let alone else { return input.with { $0.isToDate = true } }
        refuse(.notOverTime(alone.element), span)
        return nil
    }

    /// An element of the catalogue, where it can stand.
    mutating func element(
        _ word: String, _ measure: FormulaInput.Measure, _ span: SourceSpan, asCondition: Bool = false
    ) -> FormulaInput? {
        guard let element = reader.catalogue.elements[word] else {
            refuse(unknown(word), span)
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
            refuse(fault, span)
            return nil
        }
        return FormulaInput(word, measure)
    }

    private func unknown(_ word: String) -> Diagnostic {
        if reader.catalogue.indicators[word] != nil { return .indicatorNotCounted(word) }
        if word == reader.chain.last { return .circularDefinition(reader.chain + [word]) }
        let names = reader.catalogue.elements.keys.sorted() + reader.catalogue.indicators.keys.sorted()
        return .unknownElement(word, nearest(to: word, among: names))
    }
}
