import Documents
public import Values

/// A share, ratio or count that the office follows.
public struct Indicator: Sendable, Hashable {
    /// The code: `OPS-01`.
    public let code: String
    /// What it says.
    public let name: Text
    /// The goal it belongs to.
    public let goal: String?
    /// The formula above the line; `nil` for an indicator that the office cannot compute.
    public let numerator: String?
    /// The formula below the line; without one the numerator is the value.
    public let denominator: String?
    /// In what it is measured.
    public let unit: IndicatorUnit
    /// How many decimals are shown.
    public let decimals: Int
    /// Which way it should go.
    public let direction: IndicatorDirection
    /// The least share of the expected units below which no value is given.
    public let minimum: Number
    /// The only kind of period for which it has a meaning; `nil` for every kind.
    public let every: PeriodLength?
    /// The document it comes from.
    public let source: String
    /// How sure that is.
    public let confidence: Confidence
    /// The condition on the units over which it is computed; `nil` for all.
    public let among: String?
    /// How the value of a part of a year is brought to a year; `nil` where it is not.
    public let annualised: Annualising?
    /// Its targets, by year.
    public let targets: [Target]

    /// The target that counts for a period: that of its year or, failing that, the next milestone. A unit's own
    /// stands before the general one of the same year.
    public func target(for period: Period, unit: String? = nil) -> Target? {
        targets(of: unit).first { $0.year >= period.last.year }
    }

    /// The targets that count for a unit, by year: its own, and the general ones of other years.
    public func targets(of unit: String?) -> [Target] {
        guard let unit else { return targets.filter { $0.unit == nil } }
        let own = targets.filter { $0.unit == unit }
        let years = Set(own.map(\.year))
        return (own + targets.filter { $0.unit == nil && !years.contains($0.year) }).sorted { $0.year < $1.year }
    }
}

/// What an indicator should reach by the end of a year.
public struct Target: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The value in the indicator's unit: 60 for 60 %.
    public let value: Number
    /// How a value is held against it.
    public let comparison: TargetOperator
    /// The document it comes from.
    public let source: String
    /// How sure that is.
    public let confidence: Confidence
    /// The unit whose own target it is, approved by the document; `nil` for one that counts for all.
    public var unit: String?

    /// Whether it may stand in a paper without a reservation: read in the document itself, or set by the office.
    public var isOfficial: Bool { confidence.isOfficial || confidence == .local }
}

extension Indicator {
    /// A target in the measure in which values are computed: a fraction for a percent.
    public func level(_ target: Target) -> Number { target.level(unit) }

    /// A target as people write it: “≥ 60 %”.
    public func written(_ target: Target, in language: DisplayLanguage) -> String { target.written(unit, in: language) }
}

extension Target {
    /// The value in the measure in which values of a unit are computed: a fraction for a percent.
    func level(_ unit: IndicatorUnit) -> Number { unit.level(value) }

    /// The target as people write it: “≥ 60 %”.
    func written(_ unit: IndicatorUnit, in language: DisplayLanguage) -> String {
        "\(comparison.sign) \(unit.cell(level(unit)).written(in: language))"
    }
}
