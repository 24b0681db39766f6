import Commands
import Values

/// To whom a case is referred: a role, since the bodies behind the roles changed on 1 July 2025.
enum ReferralRole: String, ChoiceType {
    case communePolice = "commune-police"
    case communeCommittee = "commune-committee"
    case childHotline = "child-hotline-111"
    case domesticHotline = "domestic-violence-hotline"
    case health, family
    case socialWorker = "social-worker"
    case counsellor
    case shelter, other

    /// The list is of roles.
    static let listName = "referral role"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .communePolice: Text("police of the commune", vi: "Công an cấp xã")
        case .communeCommittee: Text("People's Committee of the commune", vi: "UBND cấp xã")
        case .childHotline: Text("national child hotline 111", vi: "Tổng đài quốc gia bảo vệ trẻ em 111")
        case .domesticHotline:
            Text("national hotline on domestic violence", vi: "Tổng đài quốc gia về phòng, chống bạo lực gia đình")
        case .health: Text("a health facility", vi: "cơ sở y tế")
        case .family: Text("the family", vi: "gia đình")
        case .socialWorker: Text("a social worker", vi: "người làm công tác xã hội")
        case .counsellor: Text("the school's counsellor", vi: "tổ tư vấn học đường")
        case .shelter: Text("a shelter", vi: "cơ sở tạm lánh")
        case .other: Text("someone else", vi: "nơi khác")
        }
    }
}

/// Whether the survivor agreed to be referred.
enum Consent: String, ChoiceType {
    case yes, no, guardian
    case notNeeded = "not-needed"

    /// The list is of consents.
    static let listName = "consent"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .yes: Text("the survivor agreed", vi: "người bị bạo lực đồng ý")
        case .no: Text("the survivor did not agree", vi: "người bị bạo lực không đồng ý")
        case .guardian: Text("a parent or guardian agreed", vi: "cha mẹ hoặc người giám hộ đồng ý")
        case .notNeeded: Text("the law asks for no consent", vi: "pháp luật không đòi hỏi sự đồng ý")
        }
    }

    /// Whether a referral needs a ground in its place.
    var needsGround: Bool { self == .no || self == .notNeeded }
}

/// How the office learnt of a case.
enum ReportChannel: String, ChoiceType {
    case inPerson = "in-person"
    case phone, message, letter, hotline, other

    /// The list is of channels.
    static let listName = "channel"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .inPerson: Text("told in person", vi: "trực tiếp")
        case .phone: Text("by telephone", vi: "qua điện thoại")
        case .message: Text("by message", vi: "qua tin nhắn")
        case .letter: Text("by letter", vi: "bằng đơn, thư")
        case .hotline: Text("through a hotline", vi: "qua tổng đài")
        case .other: Text("in another way", vi: "cách khác")
        }
    }
}
