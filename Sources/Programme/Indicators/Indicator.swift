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
}
