import Diagnostics
import Syntax
import Values

/// What formulas can name: elements, indicators, and the labels of units.
struct FormulaCatalogue {
    /// The elements by their codes.
    var elements: [String: FigureElement] = [:]
    /// The indicators by their codes.
    var indicators: [String: Indicator] = [:]
    /// The groups and owners that units have.
    var labels: [UnitTrait: Set<String>] = [:]
}

/// Reads a formula: its text as an expression of the language, its words as elements and indicators.
struct FormulaReader {
    /// What formulas can name.
    let catalogue: FormulaCatalogue
    /// The indicator whose formula it is, behind those that led to it.
    let chain: [String]
    /// The text of the condition on the units that count.
    let among: String?

    /// A reader of the formulas of an indicator.
    init(_ catalogue: FormulaCatalogue, indicator: String, among: String?) {
        self.init(catalogue, chain: [indicator], among: among)
    }

    private init(_ catalogue: FormulaCatalogue, chain: [String], among: String?) {
        self.catalogue = catalogue
        self.chain = chain
        self.among = among
    }

    /// The formula, or every finding about it with its place in the text.
    func read(_ text: String, _ argument: String) throws(Diagnostics) -> Formula {
        try read(text, argument) { pass, expression in pass.number(expression) }
    }

    /// A condition on what units are, asked before anything is counted.
    func readCondition(_ text: String, _ argument: String) throws(Diagnostics) -> Formula.Condition {
        try read(text, argument) { pass, expression in
            pass.isInsideUnits = true
            guard let condition = pass.condition(expression) else { return nil }
            guard condition.inputs.isEmpty else {
                pass.refuse(.conditionOnFigures, expression.span)
                return nil
            }
            return condition
        }
    }

    private func read<Piece>(
        _ text: String, _ argument: String, _ piece: (inout FormulaPass, Expression) -> Piece?
    ) throws(Diagnostics) -> Piece {
        let source = Source(name: "\(chain.last ?? "") \(argument)", text: text)
        guard text.contains(where: { !$0.isWhitespace }) else { throw Diagnostics([.formulaEmpty(argument)]) }
        let (expression, findings) = Parser.expression(source)
        guard let expression, findings.isEmpty else {
            throw Diagnostics(findings.isEmpty ? [.formulaEmpty(argument)] : findings.map { subject($0, argument) })
        }
        var pass = FormulaPass(reader: self)
        guard let read = piece(&pass, expression), pass.findings.isEmpty else {
            throw Diagnostics(pass.findings.map { subject($0.finding.placed(at: $0.span, in: source), argument) })
        }
        return read
    }

    private func subject(_ finding: Diagnostic, _ argument: String) -> Diagnostic {
        var finding = finding
        finding.subject = argument
        return finding
    }

    /// The largest formula that is taken, with those of all indicators in it.
    static let largest = 1000

    /// The formula of another indicator in full: numerator ÷ denominator in its own measure.
    func nested(_ code: String) throws(Diagnostic) -> Formula {
        guard !chain.contains(code) else { throw .circularDefinition(chain + [code]) }
        guard let indicator = catalogue.indicators[code], let above = indicator.numerator else {
            throw .indicatorWithoutFormula(code)
        }
        guard indicator.among == among else { throw .otherUnits(code) }
        let reader = FormulaReader(catalogue, chain: chain + [code], among: among)
        do throws(Diagnostics) {
            var formula = try reader.read(above, "numerator")
            if let below = indicator.denominator {
                formula = .arithmetic(.over, formula, try reader.read(below, "denominator"))
            }
            if indicator.unit.factor != .one {
                formula = .arithmetic(.times, .number(indicator.unit.factor), formula)
            }
            if let annualising = indicator.annualised {
                formula = .arithmetic(.times, formula, .yearly(annualising, back: 0))
            }
            return .indicator(code, formula)
        } catch {
            throw error.list.first ?? .indicatorWithoutFormula(code)
        }
    }
}
