public import Commands
public import Database
import Documents
public import Values

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
    /// Whose values are held against it.
    public var dimension = TargetDimension.total
    /// How far a value may be from a target that is met about, in the indicator's unit: points for a percent.
    public var tolerance: Number?
    /// Whether it counts for all later years too, until the next milestone: “từ năm 2025 trở đi”.
    public var isLasting = false

    /// Whether it may stand in a paper without a reservation: read in the document itself, or set by the office.
    public var isOfficial: Bool { confidence.isOfficial || confidence == .local }
}

extension Indicator {
    /// A target in the measure in which values are computed: a fraction for a percent.
    public func level(_ target: Target) -> Number { target.level(unit) }

    /// A target as people write it: “≥ 60 %”.
    public func written(_ target: Target, in language: DisplayLanguage) -> String { target.written(unit, in: language) }

    /// The target that counts for a period: that of its year, failing that the next milestone, and behind the last one
    /// a target that lasts. A unit's own stands before the general one of the same year.
    public func target(for period: Period, unit: String? = nil) -> Target? {
        let targets = targets(of: unit)
        return targets.first { $0.year >= period.last.year } ?? targets.last(where: \.isLasting)
    }

    /// The targets that count for a unit, by year: its own, and the general ones of other years.
    public func targets(of unit: String?) -> [Target] {
        guard let unit else { return targets.filter { $0.unit == nil } }
        let own = targets.filter { $0.unit == unit }
        let years = Set(own.map(\.year))
        return (own + targets.filter { $0.unit == nil && !years.contains($0.year) }).sorted { $0.year < $1.year }
    }
}

extension Target {
    /// The value in the measure in which values of a unit are computed: a fraction for a percent.
    func level(_ unit: IndicatorUnit) -> Number { unit.level(value) }

    /// The values that lie about the target, in that measure; `nil` where it is not met about.
    func span(_ unit: IndicatorUnit) -> ClosedRange<Number>? {
        guard comparison == .about, let far = tolerance.map(unit.level), let low = level(unit).subtracting(far),
            let high = level(unit).adding(far), low <= high
        else { return nil }
        return low...high
    }

    /// Whether a value meets it.
    func isMet(_ value: Number, _ unit: IndicatorUnit) -> Bool {
        let goal = level(unit)
        return switch comparison {
        case .atLeast: value >= goal
        case .atMost: value <= goal
        case .lessThan: value < goal
        case .equal: value == goal
        case .about: span(unit)?.contains(value) ?? false
        }
    }

    /// The target as people write it: “≥ 60 %”, “≈ 99 % ± 1”, “≥ 90 % (each sex)”.
    func written(_ unit: IndicatorUnit, in language: DisplayLanguage) -> String {
        var words = "\(comparison.sign) \(unit.cell(level(unit)).written(in: language))"
        if let tolerance { words += " ± \(Value.number(tolerance).written(in: language))" }
        if dimension != .total { words += " (\(dimension.phrase(in: language)))" }
        if isLasting { words += Text(" from then on", vi: " trở đi")(in: language) }
        return words
    }

    /// The value that is held against it: of the sexes the one that is farther from it, or that of the sex with the
    /// lesser share; `nil` where that cannot be told.
    func held(_ result: IndicatorResult) -> Number? {
        guard let value = result.value else { return nil }
        switch dimension {
        case .total: return value
        case .lesserSex: return Number(1).subtracting(value).map { min(value, $0) }
        case .eachSex:
            guard let women = result.women, let men = result.men else { return nil }
            let goal = level(result.indicator.unit)
            return switch comparison {
            case .atLeast: min(women, men)
            case .atMost, .lessThan: max(women, men)
            case .equal, .about: [women, men].max { $0.distance(to: goal) < $1.distance(to: goal) }
            }
        }
    }
}

/// Whose values are held against a target.
public enum TargetDimension: String, ChoiceType, SQLConvertible {
    case total
    case eachSex = "each-sex"
    case lesserSex = "lesser-sex"

    /// The list is of dimensions of targets.
    public static let listName = "target dimension"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .total: Text("the value of all", vi: "kết quả chung")
        case .eachSex:
            Text("women and men by themselves; both must meet it", vi: "tính riêng nữ, nam; cả hai cùng phải đạt")
        case .lesserSex:
            Text("the share of the sex that has the lesser one", vi: "tỷ lệ của giới có tỷ lệ thấp hơn")
        }
    }

    /// The short words behind a target.
    var phrase: Text {
        switch self {
        case .total: Text("all", vi: "chung")
        case .eachSex: Text("each sex", vi: "mỗi giới")
        case .lesserSex: Text("the lesser sex", vi: "giới ít hơn")
        }
    }
}

extension Number {
    /// How far another number is; 0 where that does not fit.
    fileprivate func distance(to other: Number) -> Number {
        (self < other ? other.subtracting(self) : subtracting(other)) ?? .zero
    }
}
