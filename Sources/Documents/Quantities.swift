public import Values

extension ValueType {
    /// Whether the values are amounts, which stand flush right in a column.
    public var isQuantity: Bool {
        switch self {
        case .number, .percent, .money, .time: true
        default: false
        }
    }
}

extension Chart {
    /// A value of the chart as readers see it, by the chart's type.
    public func written(_ number: Number, in language: DisplayLanguage) -> String {
        switch type {
        case .percent: Value.percent(number).written(in: language)
        case .money: Value.number(number).written(in: language) + " đ"
        default: Value.number(number).written(in: language)
        }
    }

    /// The value of a series at a category, or `nil` where it has none.
    public func value(of series: Int, at category: Int) -> Number? {
        guard self.series.indices.contains(series), self.series[series].values.indices.contains(category) else {
            return nil
        }
        return self.series[series].values[category]
    }
}
