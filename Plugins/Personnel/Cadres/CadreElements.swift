import Commands
import Programme
import Values

/// The elements that come from appointments and studies. A unit with nothing on record did not report.
let cadreElements: [any Contribution] = [
    DerivedElement(
        "appointments", Text("New appointments to leading posts", vi: "Bổ nhiệm mới chức vụ lãnh đạo, quản lý"),
        overTime: .sum
    ) { session, period in
        try appointments(from: period.first, to: period.last, session)
    },
    studyElement(
        "leaders-studied", .leaders, .any,
        Text("Leaders who studied or were trained", vi: "Cán bộ lãnh đạo, quản lý được đào tạo, bồi dưỡng")),
    studyElement(
        "planned-studied", .planned, .any,
        Text("Planned cadres who studied or were trained", vi: "Cán bộ trong quy hoạch được đào tạo, bồi dưỡng")),
    studyElement(
        "pool-studied", .pool, .any,
        Text(
            "Leaders and planned cadres who studied, each person once",
            vi: "Cán bộ lãnh đạo và trong quy hoạch được đào tạo, bồi dưỡng, mỗi người tính một lần")),
    studyElement(
        "staff-studied", .staff, .any,
        Text("Staff who studied or were trained", vi: "Người được cử đi đào tạo, bồi dưỡng")),
    studyElement(
        "equality-trained", .staff, .equality,
        Text("Staff trained on gender equality", vi: "Người được tập huấn về bình đẳng giới")),
]

/// Each of them belongs to whole calendar years: the courses of shorter periods are not told.
private func studyElement(_ code: String, _ group: CadreGroup, _ course: Course, _ name: Text) -> DerivedElement {
    DerivedElement(code, name) { session, period in
        guard period.kind == .year else { return [:] }
        return try studied(group, course, in: period, session)
    }
}
