public import Commands
public import Database
public import Values

/// A thing that is counted for units and periods.
public struct FigureElement: Sendable, Hashable {
    /// The code: `staff`.
    public let code: String
    /// What is counted.
    public let name: Text
    /// What a figure of it is.
    public let type: ElementType
    /// How figures of shorter periods make one of a longer.
    public let overTime: OverTime
    /// How figures of units make one of all.
    public let overUnits: OverUnits
    /// Whether women are counted apart; `nil` where only the figures tell, as for what packs derive.
    public let bySex: Bool?
    /// The kind of period by which it is recorded; `nil` where the first figure decides.
    public let every: PeriodLength?
    /// The categories into which its figures are divided; empty for none.
    public var categories: [String] = []
    /// The categories of now and before, by which figures stand on record.
    public var everCategories: [String] = []
    /// The id of a defined element; `nil` for one that a pack derives from its records.
    let id: Int64?

    /// Whether its figures come from a pack's records.
    public var isDerived: Bool { id == nil }
}

/// The code of an element.
public struct ElementCode: CodeType {
    /// Elements.
    public static let kind = "element"
    /// The code.
    public let code: String

    /// Takes a code without looking it up.
    public init(code: String) {
        self.code = code
    }
}

/// What a figure is.
public enum ElementType: String, ChoiceType, SQLConvertible {
    case people, count, money, hours, measure, yesNo = "yes-no"

    /// The list is of element types.
    public static let listName = "element type"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .people: Text("people, whole", vi: "số người")
        case .count: Text("things, whole", vi: "số lượng")
        case .money: Text("whole đồng", vi: "số tiền (đồng)")
        case .hours: Text("hours", vi: "số giờ")
        case .measure:
            Text(
                "a measure with decimals, such as full-time equivalents",
                vi: "số đo có phần thập phân, ví dụ số người quy đổi toàn thời gian")
        case .yesNo: Text("yes (1) or no (0)", vi: "có (1) hoặc không (0)")
        }
    }

    /// Whether a figure has no decimals.
    var isWhole: Bool { self != .hours && self != .measure }
}

/// How figures of shorter periods make one of a longer.
public enum OverTime: String, ChoiceType, SQLConvertible {
    case sum, last, average, none

    /// The list is of rules over time.
    public static let listName = "rule over time"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .sum:
            Text("added; each part that has ended must be reported", vi: "cộng lại; mọi kỳ đã qua phải có số liệu")
        case .last: Text("the latest that is reported", vi: "lấy số của kỳ gần nhất có báo cáo")
        case .average: Text("the mean of those reported", vi: "trung bình các kỳ có báo cáo")
        case .none: Text("not at all", vi: "không gộp theo thời gian")
        }
    }
}

/// How figures of units make one of all.
public enum OverUnits: String, ChoiceType, SQLConvertible {
    case sum, none

    /// The list is of rules over units.
    public static let listName = "rule over units"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .sum: Text("added", vi: "cộng lại")
        case .none: Text("not at all", vi: "không gộp theo đơn vị")
        }
    }
}

/// Whether a figure is there, and if not, why.
public enum FigureState: String, ChoiceType, SQLConvertible {
    case reported, notReported = "not-reported", notApplicable = "not-applicable", withheld

    /// The list is of figure states.
    public static let listName = "figure state"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .reported: Text("reported; 0 is a value", vi: "đã báo cáo; 0 cũng là số liệu")
        case .notReported: Text("due and not reported", vi: "chưa báo cáo")
        case .notApplicable: Text("the question does not arise for the unit", vi: "không áp dụng cho đơn vị")
        case .withheld: Text("known and kept back", vi: "có số liệu nhưng không công bố")
        }
    }

    /// Why a cell is empty; `nil` for a reported one.
    var missing: Missing? {
        switch self {
        case .reported: nil
        case .notReported: .notReported
        case .notApplicable: .notApplicable
        case .withheld: .withheld
        }
    }
}
