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

    /// Puts a chart together.
    public init(
        _ kind: Kind, title: Text, categories: [Text], series: [Series], type: ValueType = .number,
        target: (name: Text, value: Number)? = nil
    ) {
        self.kind = kind
        self.title = title
        self.categories = categories
        self.series = series
        self.type = type
        self.target = target
    }

    /// Whether two charts show the same.
    public static func == (left: Chart, right: Chart) -> Bool {
        left.kind == right.kind && left.title == right.title && left.categories == right.categories
            && left.series == right.series && left.type == right.type
            && left.target?.name == right.target?.name && left.target?.value == right.target?.value
    }

    /// Hashes the title and the series.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(title)
        hasher.combine(series)
    }
}
