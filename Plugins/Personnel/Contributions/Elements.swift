import Commands
import Programme
import Values

/// The elements that come from counts of people: the last count at or before the period's end stands, and a unit
/// without any did not report.
let personnelElements: [any Contribution] = [
    staffElement("staff", .staff, Text("Staff", vi: "Cán bộ, công chức, viên chức, người lao động")),
    staffElement("teachers", .teacher, Text("Teachers", vi: "Giáo viên")),
    staffElement("heads", .head, Text("Heads of units", vi: "Người đứng đầu")),
    staffElement("staff-managers", .manager, Text("Managers", vi: "Cán bộ quản lý")),
    staffElement("minority-staff", .minority, Text("Staff from ethnic minorities", vi: "Người dân tộc thiểu số")),
    staffElement("young-staff", .under35, Text("Staff under 35", vi: "Người dưới 35 tuổi")),
    staffElement("contract-staff", .contract, Text("Staff with a labour contract", vi: "Người lao động hợp đồng")),
    staffElement("staff-doctors", .doctor, Text("Staff with a doctorate", vi: "Người có trình độ tiến sĩ")),
    staffElement("staff-masters", .master, Text("Staff with a master's degree", vi: "Người có trình độ thạc sĩ")),
    staffElement("party-members", .partyMember, Text("Members of the Party", vi: "Đảng viên")),
    staffElement("party-committee", .partyCommittee, Text("Members of Party committees", vi: "Cấp ủy viên")),
    DerivedElement("leaders", Text("Heads and deputies", vi: "Người đứng đầu và cấp phó"), overTime: .last) {
        session, period in
        try Leadership(session, by: period.last).figures
    },
    DerivedElement(
        "planned", Text("Cadres planned for management posts", vi: "Cán bộ trong quy hoạch"), overTime: .last
    ) {
        session, period in
        try Headcounts<PlannedPost>(session).figures(.any, by: period.last)
    },
    DerivedElement("boards", Text("Units with a board", vi: "Đơn vị có Ban VSTBPN"), overTime: .last) {
        session, period in
        try Boards(session).last(by: period.last).mapValues { _ in DerivedFigure(total: 1, women: nil) }
    },
    DerivedElement("board-chairs", Text("Chairs of boards", vi: "Trưởng Ban VSTBPN"), overTime: .last) {
        session, period in
        try Boards(session).last(by: period.last).compactMapValues { board in
            board.roles.chair.map { DerivedFigure(total: 1, women: $0 == .woman ? 1 : 0) }
        }
    },
    DerivedElement("board-members", Text("Members of boards", vi: "Thành viên Ban VSTBPN"), overTime: .last) {
        session, period in
        try Boards(session).last(by: period.last).mapValues(\.members.figure)
    },
]

private func staffElement(_ code: String, _ post: StaffPost, _ name: Text) -> DerivedElement {
    DerivedElement(code, name, overTime: .last) { session, period in
        try Headcounts<StaffPost>(session).figures(post, by: period.last)
    }
}
