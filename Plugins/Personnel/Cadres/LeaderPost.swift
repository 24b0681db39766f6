import Commands
import Database
import Values

/// A post to which people are appointed, for a term.
enum LeaderPost: String, ChoiceType, SQLConvertible {
    case head, deputy
    case divisionHead = "division-head"
    case divisionDeputy = "division-deputy"
    case teamLead = "team-lead"

    /// The list is of posts of leaders.
    static let listName = "leader post"

    /// The post in the counts of staff.
    var staffPost: StaffPost {
        switch self {
        case .head: .head
        case .deputy: .deputy
        case .divisionHead: .divisionHead
        case .divisionDeputy: .divisionDeputy
        case .teamLead: .teamLead
        }
    }

    /// What the word means.
    var meaning: Text { staffPost == .head ? Text("head", vi: "người đứng đầu") : staffPost.meaning }
}

/// Which cadres studied. One person may stand in several groups, so they are not added up.
enum CadreGroup: String, ChoiceType, SQLConvertible {
    case leaders, planned, pool, teachers, staff, board

    /// The list is of groups of cadres.
    static let listName = "cadre group"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .leaders: Text("leaders and managers", vi: "cán bộ lãnh đạo, quản lý")
        case .planned: Text("cadres planned for management posts", vi: "cán bộ trong diện quy hoạch")
        case .pool:
            Text(
                "leaders and planned cadres, each person once",
                vi: "cán bộ lãnh đạo, quản lý và cán bộ trong quy hoạch, mỗi người tính một lần")
        case .teachers: Text("teachers", vi: "giáo viên")
        case .staff: Text("all who work at the unit", vi: "toàn thể cán bộ, công chức, viên chức, người lao động")
        case .board: Text("members of the board", vi: "thành viên Ban VSTBPN")
        }
    }
}

/// What was studied. One person may take several courses, so they are not added up; `any` counts each person once.
enum Course: String, ChoiceType, SQLConvertible {
    case any, doctor, master
    case theoryHigh = "theory-high"
    case theoryMiddle = "theory-middle"
    case management, equality, other

    /// The list is of courses.
    static let listName = "course"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .any: Text("any course, each person once", vi: "mọi khóa học, mỗi người tính một lần")
        case .doctor: Text("for a doctorate", vi: "đào tạo tiến sĩ")
        case .master: Text("for a master's degree", vi: "đào tạo thạc sĩ")
        case .theoryHigh: Text("high political theory", vi: "cao cấp lý luận chính trị")
        case .theoryMiddle: Text("middle political theory", vi: "trung cấp lý luận chính trị")
        case .management: Text("leadership and management", vi: "bồi dưỡng lãnh đạo, quản lý")
        case .equality:
            Text("gender equality and women's progress", vi: "tập huấn bình đẳng giới, vì sự tiến bộ của phụ nữ")
        case .other: Text("another course", vi: "khóa đào tạo, bồi dưỡng khác")
        }
    }
}

/// How the term of leaders stands on a day.
enum TermState: String, ChoiceType {
    case coming, running, ending, over

    /// The list is of states of a term.
    static let listName = "term state"

    /// How many days before its end a term is shown as ending: a working rule.
    static let notice = 180

    /// What the word means.
    var meaning: Text {
        switch self {
        case .coming: Text("not begun", vi: "chưa bắt đầu")
        case .running: Text("running", vi: "đang trong nhiệm kỳ")
        case .ending: Text("ends within 180 days", vi: "hết nhiệm kỳ trong 180 ngày tới")
        case .over: Text("over", vi: "đã hết nhiệm kỳ")
        }
    }
}
