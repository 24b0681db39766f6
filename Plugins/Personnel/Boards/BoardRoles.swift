import Commands
import Database
import Diagnostics
import Values

/// Whether a woman or a man holds a role of which there is one.
enum RoleHolder: String, ChoiceType, SQLConvertible {
    case woman, man

    /// The list is of holders.
    static let listName = "role holder"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .woman: Text("a woman", vi: "nữ")
        case .man: Text("a man", vi: "nam")
        }
    }
}

/// What a member is on a board.
enum BoardRole: String, ChoiceType, SQLConvertible {
    case chair, deputy, secretary, member

    /// The list is of roles.
    static let listName = "board role"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .chair: Text("chair", vi: "trưởng ban")
        case .deputy: Text("deputy chair", vi: "phó trưởng ban")
        case .secretary: Text("secretary", vi: "thư ký, ủy viên thường trực")
        case .member: Text("ordinary member", vi: "ủy viên")
        }
    }
}

/// Who holds the roles of a board: women or men, never persons. The other members are ordinary ones.
struct BoardRoles: Hashable {
    /// Who chairs it; `nil` when nobody told.
    let chair: RoleHolder?
    /// How many deputy chairs it has; `nil` when nobody told.
    let deputies: Int?
    /// The women among them.
    let womenDeputies: Int?
    /// Who keeps its minutes; `nil` when nobody told.
    let secretary: RoleHolder?

    /// Refuses roles that the members of a board cannot fill.
    func check(members: Headcount) throws {
        guard (deputies == nil) == (womenDeputies == nil) else {
            throw Diagnostic(
                .deputiesHalfTold,
                Text(
                    "Deputy chairs are told with the women among them.",
                    vi: "Số phó trưởng ban phải ghi kèm số nữ."),
                subject: deputies == nil ? "women-deputies" : "deputies",
                notes: [
                    Text(
                        "For example deputies: 2 women-deputies: 1.", vi: "Ví dụ deputies: 2 women-deputies: 1.")
                ])
        }
        let deputies = Headcount(on: members.on, total: self.deputies ?? 0, women: womenDeputies ?? 0)
        let single = [chair, secretary].compactMap(\.self)
        let women = single.count { $0 == .woman }
        let isFilled =
            deputies.women >= 0 && deputies.men >= 0 && deputies.total <= members.total
            && women + deputies.women <= members.women && single.count - women + deputies.men <= members.men
        guard isFilled else {
            throw Diagnostic(
                .rolesOverMembers,
                Text(
                    "The roles name more women or men than the board has.",
                    vi: "Số nữ hoặc nam giữ các vai trò nhiều hơn số thành viên tương ứng của Ban."),
                subject: self.deputies == nil ? (chair == nil ? "secretary" : "chair") : "deputies",
                notes: [
                    Text(
                        "The board has women: \(members.women), men: \(members.men).",
                        vi: "Ban có \(members.women) nữ và \(members.men) nam.")
                ])
        }
    }
}

extension Diagnostic.Code {
    /// Deputy chairs without the women among them, or the women without them.
    static let deputiesHalfTold: Self = "deputies-half-told"
    /// More women or men in roles than on the board.
    static let rolesOverMembers: Self = "roles-over-members"
}
