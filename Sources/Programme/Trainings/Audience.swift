public import Commands
public import Database
public import Values

/// For whom a training is held.
public enum Audience: String, ChoiceType, SQLConvertible {
    case leaders, planned, teachers, staff, committee, students, parents, mixed

    /// The list is of audiences.
    public static let listName = "audience"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .leaders: Text("heads and their deputies", vi: "cán bộ quản lý")
        case .planned: Text("people in the personnel plan", vi: "cán bộ trong diện quy hoạch")
        case .teachers: Text("teachers", vi: "giáo viên")
        case .staff: Text("other staff", vi: "nhân viên")
        case .committee: Text("members of the committee for the advancement of women", vi: "thành viên Ban VSTBPN")
        case .students: Text("pupils and students", vi: "học sinh, sinh viên")
        case .parents: Text("parents", vi: "cha mẹ học sinh")
        case .mixed: Text("several of these", vi: "nhiều đối tượng")
        }
    }
}
