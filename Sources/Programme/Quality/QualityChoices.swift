import Commands
import Database
import Values

/// What must hold between the two sides of a rule.
enum RuleOperator: String, ChoiceType, SQLConvertible {
    case equal, unequal, less
    case atMost = "at-most"
    case more
    case atLeast = "at-least"
    case compulsoryPair = "compulsory-pair"
    case exclusivePair = "exclusive-pair"

    static let listName = "rule operator"

    var meaning: Text {
        switch self {
        case .equal: Text("the left side is the right one", vi: "vế trái bằng vế phải")
        case .unequal: Text("the two sides differ", vi: "hai vế khác nhau")
        case .less: Text("the left side is less", vi: "vế trái nhỏ hơn vế phải")
        case .atMost: Text("the left side is not more", vi: "vế trái không lớn hơn vế phải")
        case .more: Text("the left side is more", vi: "vế trái lớn hơn vế phải")
        case .atLeast: Text("the left side is not less", vi: "vế trái không nhỏ hơn vế phải")
        case .compulsoryPair: Text("both sides are reported, or neither", vi: "hai vế phải cùng có hoặc cùng không")
        case .exclusivePair: Text("at most one side is reported", vi: "chỉ được có một trong hai vế")
        }
    }

    /// Whether the rule holds for two values; pairs are not about values.
    func holds(_ left: Number, _ right: Number) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .atMost: left <= right
        case .more: left > right
        case .atLeast: left >= right
        case .compulsoryPair, .exclusivePair: true
        }
    }
}

/// What a side does of which something is missing.
enum MissingStrategy: String, ChoiceType, SQLConvertible {
    case skip
    case skipIfAll = "skip-if-all"
    case nought

    static let listName = "missing strategy"

    var meaning: Text {
        switch self {
        case .skip: Text("the rule is left out when anything is missing", vi: "bỏ qua khi thiếu bất kỳ số liệu nào")
        case .skipIfAll:
            Text(
                "left out when a whole side is missing; single gaps count as 0",
                vi: "bỏ qua khi thiếu cả một vế; thiếu một phần thì tính là 0")
        case .nought: Text("what is missing counts as 0", vi: "số liệu thiếu tính là 0")
        }
    }
}

/// How much a finding matters.
enum Importance: String, ChoiceType, SQLConvertible {
    case high, medium, low

    static let listName = "importance"

    var meaning: Text {
        switch self {
        case .high: Text("must be cleared before the figures leave", vi: "phải xử lý trước khi gửi số liệu")
        case .medium: Text("should be looked at", vi: "cần xem lại")
        case .low: Text("may be right", vi: "có thể đúng, nên xem")
        }
    }
}

/// What somebody noted beside a figure.
enum FigureMark: String, ChoiceType, SQLConvertible {
    case followUp = "follow-up"
    case verified

    static let listName = "figure mark"

    var meaning: Text {
        switch self {
        case .followUp: Text("somebody asks the unit", vi: "cần hỏi lại đơn vị")
        case .verified: Text("unusual, and right", vi: "bất thường nhưng đã xác minh là đúng")
        }
    }
}

/// What a finding about a figure is.
enum QualityFinding: String, ChoiceType {
    case rule, outlier
    case followUp = "follow-up"

    static let listName = "finding"

    var meaning: Text {
        switch self {
        case .rule: Text("a validation rule does not hold", vi: "trái quy tắc kiểm tra")
        case .outlier: Text("far from what is usual", vi: "khác thường")
        case .followUp: Text("marked for a question to the unit", vi: "đang hỏi lại đơn vị")
        }
    }
}
