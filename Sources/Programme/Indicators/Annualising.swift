public import Commands
public import Database
public import Values

/// How the value of a part of a year is brought to a year.
public enum Annualising: String, ChoiceType, SQLConvertible {
    case days, months

    /// The list is of ways to annualise.
    public static let listName = "way to annualise"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .days: Text("times 365 ÷ the days of the period", vi: "nhân 365 rồi chia cho số ngày của kỳ")
        case .months: Text("times 12 ÷ the months of the period", vi: "nhân 12 rồi chia cho số tháng của kỳ")
        }
    }

    /// By what the value of a period is multiplied.
    func factor(of period: Period) -> Fraction? {
        switch self {
        case .days: Fraction(365).over(Fraction(Int(period.last.number - period.first.number) + 1))
        case .months: Fraction(12).over(Fraction(period.kind.months))
        }
    }
}
