extension FormulaInput {
    /// The count as it stands in a formula.
    var source: String {
        let readings = readings.map(\.source)
        return readings.count == 1 ? readings[0] : "first-reported(\(readings.joined(separator: ", ")))"
    }
}

extension FormulaInput.Reading {
    /// The reading as it stands in a formula: `previous(women(staff), 1)`.
    var source: String {
        var text = element
        if measure != .total || category != nil {
            text = "\(measure.rawValue)(\(element)\(category.map { ", \($0)" } ?? ""))"
        }
        if isToDate { text = "year-to-date(\(text))" }
        return back == 0 ? text : "previous(\(text), \(back))"
    }
}
