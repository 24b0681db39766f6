import Commands
import Programme
import Values

/// What cannot be in the counts of a unit. Counts are compared only where they are of the same day.
enum StaffRule: String, ChoiceType {
    case postOverStaff = "post-over-staff"
    case postsOverStaff = "posts-over-staff"

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
        }
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
    func findings(by day: Day) throws -> [StaffFinding] {
        let staff = try last(.staff, by: day)
        var findings: [StaffFinding] = []
        var sums: [Int64: [Headcount]] = [:]
        for post in StaffPost.allCases where post != .staff {
            for (unit, count) in try last(post, by: day) {
                guard let all = staff[unit], all.on == count.on else { continue }
                if StaffPost.exclusive.contains(post) { sums[unit, default: []].append(count) }
                findings += excess([count], of: all, unit, .postOverStaff, post)
            }
        }
        for (unit, counts) in sums {
            guard let all = staff[unit], counts.count > 1 else { continue }
            findings += excess(counts, of: all, unit, .postsOverStaff, nil)
        }
        return findings
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
