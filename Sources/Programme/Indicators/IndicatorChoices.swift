public import Commands
public import Database
public import Values

/// The code of an indicator.
public struct IndicatorCode: CodeType {
    /// Indicators.
    public static let kind = "indicator"
    /// The code.
    public let code: String

    /// Takes a code without looking it up.
    public init(code: String) {
        self.code = code
    }
}

/// In what an indicator is measured.
public enum IndicatorUnit: String, ChoiceType, SQLConvertible {
    case percent, number, ratio
    case perHundred = "per-hundred"
    case perThousand = "per-thousand"
    case perHundredThousand = "per-hundred-thousand"
    case points
    case yesNo = "yes-no"

    /// The list is of indicator units.
    public static let listName = "indicator unit"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .percent: Text("a share of the denominator", vi: "tỷ lệ phần trăm")
        case .number: Text("a number", vi: "con số")
        case .ratio: Text("how many times the denominator", vi: "số lần so với mẫu số")
        case .perHundred: Text("for each hundred of the denominator", vi: "trên 100")
        case .perThousand: Text("for each thousand of the denominator", vi: "trên 1.000")
        case .perHundredThousand: Text("for each hundred thousand of the denominator", vi: "trên 100.000")
        case .points: Text("percentage points", vi: "điểm phần trăm")
        case .yesNo: Text("1 for yes, 0 for no", vi: "1 là có, 0 là không")
        }
    }

    /// By what the quotient is multiplied; a percent is kept as a fraction.
    var factor: Number { Number(wholeFactor) }

    /// The same as a machine word.
    var wholeFactor: Int64 {
        switch self {
        case .percent, .number, .ratio, .yesNo: 1
        case .perHundred, .points: 100
        case .perThousand: 1000
        case .perHundredThousand: 100_000
        }
    }

    /// The value as a cell shows it.
    public func cell(_ value: Number) -> Value { self == .percent ? .percent(value) : .number(value) }
}

/// Which way an indicator should go.
public enum IndicatorDirection: String, ChoiceType, SQLConvertible {
    case atLeast = "at-least"
    case atMost = "at-most"
    case lessThan = "less-than"
    case equal
    case higherBetter = "higher-better"
    case info, unknown

    /// The list is of directions.
    public static let listName = "direction"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .atLeast: Text("at least the target", vi: "đạt từ mức chỉ tiêu trở lên")
        case .atMost: Text("at most the target", vi: "không vượt mức chỉ tiêu")
        case .lessThan: Text("below the target", vi: "dưới mức chỉ tiêu")
        case .equal: Text("exactly the target", vi: "đúng bằng chỉ tiêu")
        case .higherBetter: Text("more is better, without a target", vi: "càng cao càng tốt, không có chỉ tiêu")
        case .info: Text("for information only", vi: "chỉ để biết")
        case .unknown: Text("not known", vi: "chưa rõ")
        }
    }

    /// How a value is held against a target; `nil` where the direction does not tell.
    var comparison: TargetOperator? {
        switch self {
        case .atLeast, .higherBetter: .atLeast
        case .atMost: .atMost
        case .lessThan: .lessThan
        case .equal: .equal
        case .info, .unknown: nil
        }
    }
}

/// How a value is held against a target.
public enum TargetOperator: String, ChoiceType, SQLConvertible {
    case atLeast = "at-least"
    case atMost = "at-most"
    case lessThan = "less-than"
    case equal, about

    /// The list is of operators.
    public static let listName = "target operator"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .atLeast: Text("the value is the target or more", vi: "từ mức chỉ tiêu trở lên")
        case .atMost: Text("the value is the target or less", vi: "không quá mức chỉ tiêu")
        case .lessThan: Text("the value is below the target", vi: "dưới mức chỉ tiêu")
        case .equal: Text("the value is the target", vi: "bằng chỉ tiêu")
        case .about: Text("the value is no farther from the target than the tolerance", vi: "khoảng mức chỉ tiêu")
        }
    }

    /// The sign in front of a target.
    public var sign: String {
        switch self {
        case .atLeast: "≥"
        case .atMost: "≤"
        case .lessThan: "<"
        case .equal: "="
        case .about: "≈"
        }
    }
}

/// How an indicator stands.
public enum IndicatorStatus: String, ChoiceType {
    case achieved, behind
    case targetUnknown = "target-unknown"
    case noData = "no-data"
    case withheld

    /// The list is of statuses.
    public static let listName = "indicator status"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .achieved: Text("the target is met", vi: "đạt")
        case .behind: Text("the target is not met", vi: "chưa đạt")
        case .targetUnknown: Text("there is a value and no target", vi: "chưa có chỉ tiêu")
        case .noData: Text("there is no value", vi: "chưa có số liệu")
        case .withheld: Text("too few units reported", vi: "quá ít đơn vị báo cáo")
        }
    }
}

extension Confidence: SQLConvertible {}
