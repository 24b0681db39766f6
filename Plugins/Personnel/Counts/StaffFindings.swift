import Commands
import Programme
import Values

/// What cannot be in the counts of a unit. Counts are compared only where they are of the same day.
enum StaffRule: String, ChoiceType {
    case postOverStaff = "post-over-staff"
    case postsOverStaff = "posts-over-staff"
    case contractsOverStaff = "contracts-over-staff"
    case agesOverStaff = "ages-over-staff"
    case degreesOverStaff = "degrees-over-staff"
    case theoryOverStaff = "theory-over-staff"
    case partOverGroup = "part-over-group"
    case termsOverPost = "terms-over-post"

    /// The list is of rules.
    static let listName = "rule"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .postOverStaff: Text("a post has more people than the staff", vi: "một vị trí đông hơn tổng số")
        case .postsOverStaff:
            Text(
                "head, deputies, teachers and support staff are more than the staff",
                vi: "người đứng đầu, cấp phó, giáo viên và nhân viên cộng lại vượt tổng số")
        case .contractsOverStaff:
            Text(
                "civil servants, public employees and contract workers are more than the staff",
                vi: "công chức, viên chức và người lao động hợp đồng cộng lại vượt tổng số")
        case .agesOverStaff:
            Text("the age bands are more than the staff", vi: "các nhóm tuổi cộng lại vượt tổng số")
        case .degreesOverStaff:
            Text("the degrees are more than the staff", vi: "các trình độ đào tạo cộng lại vượt tổng số")
        case .theoryOverStaff:
            Text(
                "the levels of political theory are more than the staff",
                vi: "các trình độ lý luận chính trị cộng lại vượt tổng số")
        case .partOverGroup:
            Text(
                "a part is more than its group: of Party members or of managers",
                vi: "bộ phận đông hơn nhóm chứa nó: trong đảng viên hoặc cán bộ quản lý")
        case .termsOverPost:
            Text(
                "more leaders have a running term than hold the post",
                vi: "số lãnh đạo đang trong nhiệm kỳ nhiều hơn số đang giữ chức vụ")
        }
    }
}

/// Counts that together cannot be more than another of the same day.
struct StaffLimit {
    let rule: StaffRule
    /// Nobody stands in two of them.
    let parts: [StaffPost]
    let whole: StaffPost

    /// What is held against each other.
    static let all = [
        StaffLimit(.postsOverStaff, [.head, .deputy, .teacher, .support]),
        StaffLimit(.contractsOverStaff, [.civilServant, .publicEmployee, .contract]),
        StaffLimit(.agesOverStaff, [.under35, .aged35To50, .over50]),
        StaffLimit(.degreesOverStaff, [.doctor, .master, .bachelor, .college, .intermediate, .otherDegree]),
        StaffLimit(.theoryOverStaff, [.theoryHigh, .theoryMiddle]),
        StaffLimit(.partOverGroup, [.partyNew], of: .partyMember),
        StaffLimit(.partOverGroup, [.partyCommittee], of: .partyMember),
        StaffLimit(.partOverGroup, [.head, .deputy], of: .manager),
    ]

    private init(_ rule: StaffRule, _ parts: [StaffPost], of whole: StaffPost = .staff) {
        self.rule = rule
        self.parts = parts
        self.whole = whole
    }
}

/// Which people a finding is about.
enum CountedPeople: String, ChoiceType {
    case total, women, men

    /// The list is of people.
    static let listName = "people"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .total: Text("all", vi: "tổng số")
        case .women: Text("women", vi: "nữ")
        case .men: Text("men", vi: "nam")
        }
    }

    /// How many of them a count holds.
    func number(_ count: Headcount) -> Int {
        switch self {
        case .total: count.total
        case .women: count.women
        case .men: count.men
        }
    }
}

/// One thing that cannot be.
struct StaffFinding: Hashable {
    let unit: Int64
    let rule: StaffRule
    /// The post; `nil` where several are added up.
    let post: StaffPost?
    let people: CountedPeople
    let found: Int
    let limit: Int
    let on: Day
}

extension Headcounts<StaffPost> {
    /// What cannot be in the last counts at or before a day.
    func findings(by day: Day, terms: [LeaderTerm] = []) throws -> [StaffFinding] {
        let counts = try Dictionary(uniqueKeysWithValues: StaffPost.allCases.map { ($0, try last($0, by: day)) })
        let staff = counts[.staff] ?? [:]
        var findings: [StaffFinding] = []
        for post in StaffPost.allCases where post != .staff {
            for (unit, count) in counts[post] ?? [:] {
                guard let all = staff[unit], all.on == count.on else { continue }
                findings += excess([count], of: all, unit, .postOverStaff, post)
            }
        }
        for limit in StaffLimit.all {
            for (unit, whole) in counts[limit.whole] ?? [:] {
                let parts = limit.parts.compactMap { counts[$0]?[unit] }.filter { $0.on == whole.on }
                guard parts.count > 1 || (parts.count == 1 && limit.whole != .staff) else { continue }
                findings += excess(parts, of: whole, unit, limit.rule, limit.parts.count == 1 ? limit.parts[0] : nil)
            }
        }
        return findings + termFindings(counts, terms)
    }

    /// Terms that run on the day of a count, held against it.
    private func termFindings(_ counts: [StaffPost: [Int64: Headcount]], _ terms: [LeaderTerm]) -> [StaffFinding] {
        let running = Dictionary(grouping: terms) { UnitPost(unit: $0.unit, post: $0.post.staffPost) }
        return running.flatMap { place, terms -> [StaffFinding] in
            guard let held = counts[place.post]?[place.unit] else { return [] }
            let then = terms.filter { $0.isRunning(on: held.on) }.map { Headcount(on: held.on, $0.count) }
            return excess(then, of: held, place.unit, .termsOverPost, place.post)
        }
    }

    private func excess(
        _ counts: [Headcount], of all: Headcount, _ unit: Int64, _ rule: StaffRule, _ post: StaffPost?
    ) -> [StaffFinding] {
        CountedPeople.allCases.compactMap { people in
            let sum = counts.reduce(into: 0) { $0 = $0.addingReportingOverflow(people.number($1)).partialValue }
            let limit = people.number(all)
            guard sum > limit else { return nil }
            return StaffFinding(
                unit: unit, rule: rule, post: post, people: people, found: sum, limit: limit, on: all.on)
        }
    }
}

/// A post at a unit.
private struct UnitPost: Hashable {
    let unit: Int64
    let post: StaffPost
}
