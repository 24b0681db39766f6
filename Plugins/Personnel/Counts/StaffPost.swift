import Commands
import Database
import Values

/// What is counted of a unit's staff. One person may stand in several of them, so they are not added up.
enum StaffPost: String, ChoiceType, SQLConvertible {
    case staff, manager, head, deputy, teacher, support
    case teamLead = "team-lead"
    case divisionHead = "division-head"
    case divisionDeputy = "division-deputy"
    case partyMember = "party-member"
    case partyNew = "party-new"
    case partyCommittee = "party-committee"
    case unionCommittee = "union-committee"
    case civilServant = "civil-servant"
    case publicEmployee = "public-employee"
    case contract, minority
    case under35 = "under-35"
    case aged35To50 = "aged-35-50"
    case over50 = "over-50"
    case doctor, master, bachelor, college, intermediate
    case otherDegree = "other-degree"
    case theoryHigh = "theory-high"
    case theoryMiddle = "theory-middle"

    /// The list is of posts.
    static let listName = "post"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .staff: Text("everyone who works there", vi: "tổng số cán bộ, công chức, viên chức, người lao động")
        case .manager: Text("managers, the head and deputies among them", vi: "cán bộ quản lý")
        case .head: Text("the head, 0 while the post is vacant", vi: "người đứng đầu, ghi 0 khi còn khuyết")
        case .deputy: Text("deputies of the head", vi: "cấp phó của người đứng đầu")
        case .teacher: Text("teachers", vi: "giáo viên")
        case .support: Text("support staff", vi: "nhân viên")
        case .teamLead: Text("heads and deputies of subject teams", vi: "tổ trưởng, tổ phó chuyên môn")
        case .divisionHead: Text("heads of divisions", vi: "trưởng phòng")
        case .divisionDeputy: Text("deputy heads of divisions", vi: "phó trưởng phòng")
        case .partyMember: Text("members of the Party", vi: "đảng viên")
        case .partyNew: Text("admitted to the Party this year", vi: "đảng viên kết nạp trong năm")
        case .partyCommittee: Text("members of the Party committee", vi: "cấp ủy viên")
        case .unionCommittee: Text("members of the trade union committee", vi: "ủy viên BCH công đoàn")
        case .civilServant: Text("civil servants", vi: "công chức")
        case .publicEmployee: Text("public employees", vi: "viên chức")
        case .contract: Text("with a labour contract", vi: "người lao động hợp đồng")
        case .minority: Text("from ethnic minorities", vi: "người dân tộc thiểu số")
        case .under35: Text("under 35", vi: "dưới 35 tuổi")
        case .aged35To50: Text("from 35 to 50", vi: "từ 35 đến 50 tuổi")
        case .over50: Text("over 50", vi: "trên 50 tuổi")
        case .doctor: Text("with a doctorate", vi: "trình độ tiến sĩ")
        case .master: Text("with a master's degree", vi: "trình độ thạc sĩ")
        case .bachelor: Text("with a university degree", vi: "trình độ đại học")
        case .college: Text("with a college degree", vi: "trình độ cao đẳng")
        case .intermediate: Text("with an intermediate diploma", vi: "trình độ trung cấp")
        case .otherDegree: Text("with another level of training", vi: "trình độ khác")
        case .theoryHigh: Text("with high political theory", vi: "lý luận chính trị cao cấp")
        case .theoryMiddle: Text("with middle political theory", vi: "lý luận chính trị trung cấp")
        }
    }

}

/// For which posts cadres are planned (quy hoạch). A cadre may be planned for several, so they are not added up.
enum PlannedPost: String, ChoiceType, SQLConvertible {
    case any, head, deputy
    case divisionHead = "division-head"
    case divisionDeputy = "division-deputy"

    /// The list is of planned posts.
    static let listName = "planned post"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .any: Text("any post, each person once", vi: "mọi chức danh, mỗi người tính một lần")
        case .head: Text("head", vi: "người đứng đầu")
        case .deputy: Text("deputy of the head", vi: "cấp phó của người đứng đầu")
        case .divisionHead: Text("head of a division", vi: "trưởng phòng")
        case .divisionDeputy: Text("deputy head of a division", vi: "phó trưởng phòng")
        }
    }
}
