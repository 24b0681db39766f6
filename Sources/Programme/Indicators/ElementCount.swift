import Values

extension IndicatorComputation {
    /// What units report of an element in all: the sum of their figures, or of what is yes or no how many say yes; of
    /// the women among them alone where that is asked. It is worked out as an indicator that stands in no catalogue.
    public mutating func count(_ element: FigureElement, women: Bool = false) throws -> IndicatorResult? {
        let word = element.type == .yesNo ? "units" : women ? "women" : nil
        let formula = word.map { "\($0)(\(element.code))" } ?? element.code
        let counted = Indicator(
            code: element.code, name: element.name, goal: nil, numerator: formula, denominator: nil, unit: .number,
            decimals: 0, direction: .info, minimum: .zero, every: nil, source: "", confidence: .operational, among: nil,
            annualised: nil, targets: [])
        return try results(counted).first
    }
}
