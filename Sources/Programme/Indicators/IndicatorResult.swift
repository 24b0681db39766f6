public import Values

/// An indicator worked out for a unit and everything under it, for one unit, or for the units of a kind.
public struct IndicatorResult: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The period.
    public let period: Period
    /// The unit at the top, or the one unit; `nil` for the whole register.
    public let unit: String?
    /// The kind of units, where they are told apart by kind.
    public let level: UnitKind?
    /// What stands above the line, summed over the units that reported.
    public let numerator: Number?
    /// What stands below the line, summed over the same units.
    public let denominator: Number?
    /// The quotient, exact to 18 digits: a fraction for a percent; `nil` where there is none or it is withheld.
    public let value: Number?
    /// The same value worked out for women alone; only where a target is for each sex.
    public var women: Number?
    /// The same value worked out for men alone; only where a target is for each sex.
    public var men: Number?
    /// How many units reported everything that the formula needs.
    public let counted: Int
    /// How many units were expected to.
    public let expected: Int
    /// How many units did not count, and why.
    public let leftOut: LeftOut
    /// Whether it runs from the beginning of the year.
    public let isToDate: Bool
    /// The target that counts for the period.
    public let target: Target?
    /// Why there is no value; `nil` where there is one.
    public let obstacle: Obstacle?

    /// Why an indicator has no value.
    public enum Obstacle: Sendable, Hashable {
        /// It has no formula: the office cannot compute it.
        case noFormula
        /// The formula names something that is no longer there.
        case brokenFormula(Text)
        /// It has a meaning for another kind of period only.
        case otherPeriod(PeriodLength)
        /// An element of the formula is recorded by another kind of period.
        case otherFigures(String, Period.Kind)
        /// No unit reported everything that the formula needs.
        case noReports
        /// No unit reported yet, and the period has not ended.
        case notYetDue
        /// Fewer units reported than the indicator's minimum.
        case belowMinimum
        /// The denominator is nought.
        case divisionByNought
        /// An element of the formula cannot be added over units.
        case notAddable
        /// A number does not fit.
        case tooLarge
    }

    /// How many units did not count.
    public struct LeftOut: Sendable, Hashable {
        /// Those that were due to report something and did not.
        public private(set) var notReported = 0
        /// Those that keep something back.
        public private(set) var withheld = 0
        /// Those whose figures are not due yet.
        public private(set) var notYetDue = 0
        /// Those to whom the question does not arise; they are not expected.
        public private(set) var notApplicable = 0

        init(notReported: Int = 0, withheld: Int = 0, notYetDue: Int = 0, notApplicable: Int = 0) {
            self.notReported = notReported
            self.withheld = withheld
            self.notYetDue = notYetDue
            self.notApplicable = notApplicable
        }

        mutating func note(_ why: Missing) {
            switch why {
            case .withheld: withheld += 1
            case .notYetDue: notYetDue += 1
            case .notApplicable: notApplicable += 1
            case .notReported, .empty: notReported += 1
            }
        }
    }

    /// The value minus the target, in percentage points or in the indicator's unit.
    public var gap: Number? {
        guard let target, let value = target.held(self) else { return nil }
        let distance = value.subtracting(indicator.level(target))
        return indicator.unit == .percent ? distance.flatMap { $0.multiplied(by: 100) } : distance
    }

    /// How the indicator stands.
    public var status: IndicatorStatus {
        if obstacle == .belowMinimum { return .withheld }
        guard value != nil else { return .noData }
        guard let target else { return .targetUnknown }
        guard let value = target.held(self) else { return .noData }
        return target.isMet(value, indicator.unit) ? .achieved : .behind
    }

    /// The coverage in words: “142 of 150 units”.
    public var coverage: Text {
        Text("\(counted) of \(expected) units", vi: "\(counted) trên \(expected) đơn vị")
    }

    /// How sure the target is, or the indicator itself where it has none.
    public var confidence: Confidence { target?.confidence ?? indicator.confidence }
}
