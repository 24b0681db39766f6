import Syntax
import Values

/// Says formulas in words, with the names of the elements.
struct FormulaWords {
    let elements: [String: FigureElement]

    /// The formula as a phrase: “women among staff in post ÷ staff in post”.
    func words(_ formula: Formula) -> Text {
        switch formula {
        case .number(let number): return Text(verbatim: number.description)
        case .input(let input): return words(input)
        case .indicator(let code, _): return Text(verbatim: code)
        case .yearly(let annualising, _): return Text(verbatim: "(") + annualising.meaning + Text(verbatim: ")")
        case .negative(let operand): return Text(verbatim: "−") + words(operand)
        case .units(.always(true)): return Text("the units that reported", vi: "số đơn vị có báo cáo")
        case .units(let condition): return Text("the units where ", vi: "số đơn vị có ") + words(condition)
        case .arithmetic(let operation, let left, let right):
            let signs: [ArithmeticOperator: String] = [.plus: " + ", .minus: " − ", .times: " × ", .over: " ÷ "]
            return bracketed(left, operation) + Text(verbatim: signs[operation] ?? "") + bracketed(right, operation)
        }
    }

    private func bracketed(_ formula: Formula, _ outer: ArithmeticOperator) -> Text {
        guard case .arithmetic(let inner, _, _) = formula, inner != .times || outer == .over, outer != .plus else {
            return words(formula)
        }
        return Text(verbatim: "(") + words(formula) + Text(verbatim: ")")
    }

    private func words(_ condition: Formula.Condition) -> Text {
        switch condition {
        case .always(let answer): return answer ? Text("any", vi: "bất kỳ") : Text("none", vi: "không có")
        case .yes(let input): return words(input)
        case .trait(let trait, let labels): return words(trait, labels)
        case .not(let inner): return Text("not (", vi: "không (") + words(inner) + Text(verbatim: ")")
        case .and(let left, let right): return words(left) + Text(" and ", vi: " và ") + words(right)
        case .or(let left, let right): return words(left) + Text(" or ", vi: " hoặc ") + words(right)
        case .comparison(let operation, let left, let right):
            let signs: [ComparisonOperator: String] = [
                .equal: " = ", .unequal: " ≠ ", .less: " < ", .atMost: " ≤ ", .more: " > ", .atLeast: " ≥ ",
            ]
            return words(left) + Text(verbatim: signs[operation] ?? " ") + words(right)
        }
    }

    private func words(_ trait: UnitTrait, _ labels: Set<String>) -> Text {
        let names = labels.sorted().map { label -> Text in
            switch trait {
            case .kind: UnitKind(rawValue: label)?.meaning ?? Text(verbatim: label)
            case .owner: UnitOwner(rawValue: label)?.meaning ?? Text(verbatim: label)
            case .group: Text("in the group “\(label)”", vi: "thuộc nhóm “\(label)”")
            }
        }
        let any = names.dropFirst().reduce(names.first ?? Text(verbatim: "–")) { $0 + Text(" or ", vi: " hoặc ") + $1 }
        return trait == .group ? any : trait.noun + Text(verbatim: ": ") + any
    }

    /// The condition on the units that count, as a phrase.
    func phrase(_ condition: Formula.Condition) -> Text { words(condition) }

    /// A count as a phrase: “women among staff in post, one period before”.
    func words(_ input: FormulaInput) -> Text {
        let readings = input.readings.map(words)
        guard readings.count > 1, let first = readings.first else { return readings.first ?? Text(verbatim: "") }
        return Text("the first reported of ", vi: "số có báo cáo đầu tiên trong ")
            + readings.dropFirst().reduce(first) { $0 + Text(verbatim: "; ") + $1 }
    }

    /// One reading of a count as a phrase.
    func words(_ reading: FormulaInput.Reading) -> Text {
        var phrase = count(reading)
        if let category = reading.category { phrase = phrase + Text(" in \(category)", vi: " thuộc nhóm \(category)") }
        if reading.isToDate { phrase = phrase + Text(", the year to date", vi: ", luỹ kế từ đầu năm") }
        switch reading.back {
        case 0: return phrase
        case 1: return phrase + Text(", the period before", vi: ", kỳ trước")
        default: return phrase + Text(", \(reading.back) periods before", vi: ", \(reading.back) kỳ trước")
        }
    }

    private func count(_ input: FormulaInput.Reading) -> Text {
        let name = elements[input.element]?.name ?? Text(verbatim: input.element)
        switch input.measure {
        case .total: return name
        case .women: return Text("women among \(name.english)", vi: "nữ trong \(name.vietnamese)")
        case .men: return Text("men among \(name.english)", vi: "nam trong \(name.vietnamese)")
        }
    }
}
