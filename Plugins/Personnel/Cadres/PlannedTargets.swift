import Commands
import Documents
import Programme
import Values

/// How a unit's planned cadres stand against a target.
enum PlannedStanding: String, ChoiceType {
    case met, below

    /// The list is of standings.
    static let listName = "planned standing"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .met: Text("has reached the target", vi: "đạt")
        case .below: Text("is below the target", vi: "chưa đạt")
        }
    }
}

/// A share of women among planned cadres that QĐ 2282/QĐ-TTg asks for.
struct PlannedTarget {
    /// The least percentage.
    let percent: Int

    static let by2025 = PlannedTarget(percent: 40)
    static let by2030 = PlannedTarget(percent: 50)

    /// How a count stands; `nil` where nobody is planned.
    func standing(_ count: Headcount) -> PlannedStanding? {
        lacking(count).map { $0 == 0 ? .met : .below }
    }

    /// How many of the planned would have to be women instead of men; `nil` where nobody is planned.
    func lacking(_ count: Headcount) -> Int? {
        guard (1...largestCount).contains(count.total) else { return nil }
        return max(0, (count.total * percent + 99) / 100 - count.women)
    }

    /// Whether women are under 30 % of a staff, so that a target may be adjusted.
    static func fewWomen(in staff: Headcount?) -> Value {
        guard let staff else { return .missing(.notReported) }
        guard (1...largestCount).contains(staff.total) else { return .missing(.notApplicable) }
        return .yesNo(staff.women * 100 < staff.total * 30)
    }

    /// Where the targets were read.
    static let source = Text(
        "QĐ 2282/QĐ-TTg: at least 40 % by 2025 and 50 % by 2030 of the cadres planned for management posts, at all "
            + "levels together; told by a secondary source (luatvietnam.vn), not read in the decision. Holding each "
            + "unit against it is a working measure. That sectors with under 30 % women may adjust a target is told by "
            + "baonghean.vn.",
        vi: "QĐ 2282/QĐ-TTg: nữ trong diện quy hoạch các chức danh quản lý, lãnh đạo đạt từ 40% (năm 2025) và từ 50% "
            + "(năm 2030), tính chung các cấp; theo nguồn thứ cấp (luatvietnam.vn), chưa đọc được trong văn bản. Áp "
            + "cho từng đơn vị là chỉ số điều hành. Việc ngành có dưới 30% nữ được điều chỉnh chỉ tiêu: theo "
            + "baonghean.vn.")
}

/// The planned cadres of some units together.
struct PlannedTally {
    private(set) var reported = 0
    private(set) var reached = 0
    private(set) var total = 0
    private(set) var women = 0
    private let units: Int

    /// Counts units.
    init(_ units: [OfficeUnit], _ planned: [Int64: Headcount]) {
        self.units = units.count
        for unit in units {
            guard let count = planned[unit.id], count.total > 0, count.total <= largestCount else { continue }
            reported += 1
            total += count.total
            women += count.women
            if PlannedTarget.by2025.standing(count) == .met { reached += 1 }
        }
    }

    /// All of them as a sentence.
    var remark: Text {
        let share = Number(women).divided(by: Number(total)).map { Value.percent($0) } ?? .missing(.notApplicable)
        return Text(
            "together \(women) women of \(total) (\(share.written(in: .english))); \(reached) of \(reported) units "
                + "that reported reach 40 %; \(units - reported) of \(units) did not report",
            vi:
                "tính chung \(women) nữ trên \(total) (\(share.written(in: .vietnamese))); \(reached)/\(reported) "
                + "đơn vị có báo cáo đạt 40%; \(units - reported)/\(units) đơn vị chưa báo cáo")
    }
}
