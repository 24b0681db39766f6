import Commands
import Values

/// The sex of a survivor.
enum SurvivorSex: String, ChoiceType {
    case female, male, unknown

    /// The list is of sexes.
    static let listName = "sex"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .female: Text("female", vi: "nữ")
        case .male: Text("male", vi: "nam")
        case .unknown: Text("not known or not told", vi: "không rõ hoặc không khai")
        }
    }
}

/// The age of a survivor, in bands.
enum AgeBand: String, ChoiceType {
    case under6 = "under-6"
    case from6 = "6-10"
    case from11 = "11-14"
    case from15 = "15-17"
    case adult = "18-plus"

    /// The list is of age bands.
    static let listName = "survivor's age"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .under6: Text("under 6", vi: "dưới 6 tuổi")
        case .from6: Text("6 to 10", vi: "từ 6 đến 10 tuổi")
        case .from11: Text("11 to 14", vi: "từ 11 đến 14 tuổi")
        case .from15: Text("15 to 17", vi: "từ 15 đến 17 tuổi")
        case .adult: Text("18 or older", vi: "từ 18 tuổi")
        }
    }

    /// Whether the survivor can be a child of Luật Trẻ em, which is one under 16.
    var mayBeChild: Bool { self != .adult }
    /// Whether only a part of the band is under 16.
    var isPartlyChild: Bool { self == .from15 }
}

/// Who a survivor is at the unit.
enum SurvivorRole: String, ChoiceType {
    case learner, staff, other

    /// The list is of roles.
    static let listName = "survivor"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .learner: Text("a learner", vi: "người học")
        case .staff: Text("a member of staff", vi: "cán bộ, nhà giáo, người lao động")
        case .other: Text("someone else", vi: "người khác")
        }
    }
}
