public import Commands
public import Database
public import Values

/// The kind of period by which something is recorded or asked for, as a word of the language.
public enum PeriodLength: String, ChoiceType, SQLConvertible {
    case year, half, quarter, month, schoolYear = "school-year"

    /// The list is of period lengths.
    public static let listName = "period length"

    /// What the word means.
    public var meaning: Text { kind.noun }

    /// The kind of period.
    public var kind: Period.Kind {
        switch self {
        case .year: .year
        case .half: .half
        case .quarter: .quarter
        case .month: .month
        case .schoolYear: .schoolYear
        }
    }
}
