public import Values

/// A chart as data: what is shown, not how it is drawn.
public struct Chart: Sendable, Hashable {
    /// The kinds of charts.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One bar a category.
        case bar
        /// A line over the categories in order.
        case line
        /// Bars whose series stand on each other.
        case stacked
        /// A line of the height of a letter.
        case spark
        /// A point for each series on one line a category: women beside men.
        case dots
        /// A small chart for each series, all with one scale: unit beside unit.
        case panels
    }

    /// What is expected around a forecast: a low and a high end for each category that has one.
    public struct Fan: Sendable, Hashable {
        /// What it is: `80 %`.
        public let name: Text
        /// The low ends.
        public let low: [Number?]
        /// The high ends.
        public let high: [Number?]

        /// Names the two ends.
        public init(_ name: Text, low: [Number?], high: [Number?]) {
            self.name = name
            self.low = low
            self.high = high
        }
    }

    /// One series of values.
    public struct Series: Sendable, Hashable {
        /// What it shows.
        public let name: Text
        /// One value a category; missing ones leave a gap.
        public let values: [Number?]

        /// Names a series.
        public init(_ name: Text, _ values: [Number?]) {
            self.name = name
            self.values = values
        }
    }

    /// The kind.
    public let kind: Kind
    /// What it shows, above it.
    public let title: Text
    /// The names along the axis.
    public let categories: [Text]
    /// The series; each has as many values as there are categories.
    public let series: [Series]
    /// The type of the values: number, percent or money.
    public let type: ValueType
    /// A line across at a value, with its name.
    public let target: (name: Text, value: Number)?
    /// The room in which values are expected, behind the lines.
    public let fan: Fan?

    /// Puts a chart together.
    public init(
        _ kind: Kind, title: Text, categories: [Text], series: [Series], type: ValueType = .number,
        target: (name: Text, value: Number)? = nil, fan: Fan? = nil
    ) {
        self.kind = kind
        self.title = title
        self.categories = categories
        self.series = series
        self.type = type
        self.target = target
        self.fan = fan
    }

    /// Whether two charts show the same.
    public static func == (left: Chart, right: Chart) -> Bool {
        left.kind == right.kind && left.title == right.title && left.categories == right.categories
            && left.series == right.series && left.type == right.type && left.fan == right.fan
            && left.target?.name == right.target?.name && left.target?.value == right.target?.value
    }

    /// Hashes the title and the series.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(title)
        hasher.combine(series)
    }
}
