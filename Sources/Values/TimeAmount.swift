/// An amount of time with its unit: `4 h`, `5 d`, `5 working days`.
public struct TimeAmount: Sendable, Hashable {
    /// How many.
    public let amount: Number
    /// Of what.
    public let unit: Unit

    /// A unit of time.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Seconds, `s`.
        case seconds = "s"
        /// Minutes, `min`.
        case minutes = "min"
        /// Hours, `h`.
        case hours = "h"
        /// Days of the calendar, `d`.
        case days = "d"
        /// Weeks, `w`.
        case weeks = "w"
        /// Days on which offices work.
        case workingDays = "working days"
    }

    /// Holds an amount of a unit.
    public init(_ amount: Number, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// The amount in seconds; `nil` for working days, whose length depends on the calendar.
    public var seconds: Number? {
        let factor: Int64? =
            switch unit {
            case .seconds: 1
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            case .weeks: 604_800
            case .workingDays: nil
            }
        return factor.flatMap { amount.multiplied(by: Number($0)) }
    }
}

extension TimeAmount: CustomStringConvertible {
    /// The canonical form, `4 h`.
    public var description: String { "\(amount) \(unit.rawValue)" }
}

extension TimeAmount.Unit {
    /// What readers see behind the amount: “h”, “giờ”.
    public func word(in language: DisplayLanguage) -> String {
        guard language == .vietnamese else { return rawValue }
        return switch self {
        case .seconds: "giây"
        case .minutes: "phút"
        case .hours: "giờ"
        case .days: "ngày"
        case .weeks: "tuần"
        case .workingDays: "ngày làm việc"
        }
    }
}
