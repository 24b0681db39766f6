import Commands
import Programme
import Values

/// Who leads units, as counts on a day.
struct Leadership {
    private let heads: [Int64: Headcount]
    private let deputies: [Int64: Headcount]

    /// Reads the last counts at or before a day.
    init(_ session: Session, by day: Day) throws {
        let counts = Headcounts<StaffPost>(session)
        heads = try counts.last(.head, by: day)
        deputies = try counts.last(.deputy, by: day)
    }

    /// The head of a unit; `nil` when the unit did not report.
    func head(of unit: Int64) -> Headcount? { heads[unit] }

    /// The deputies of a unit; `nil` when the unit did not report.
    func deputies(of unit: Int64) -> Headcount? { deputies[unit] }

    /// Head and deputies together; `nil` unless both are reported, since what is missing is not nought.
    func leaders(of unit: Int64) -> Headcount? {
        guard let head = heads[unit], let deputy = deputies[unit] else { return nil }
        let (total, tooMany) = head.total.addingReportingOverflow(deputy.total)
        guard !tooMany else { return nil }
        return Headcount(on: max(head.on, deputy.on), total: total, women: head.women + deputy.women)
    }

    /// Whether a woman is among the leaders; `nil` while the reported ones do not tell.
    func hasWoman(_ unit: Int64) -> Bool? {
        if let leaders = leaders(of: unit), leaders.total > 0 { return leaders.women > 0 }
        let women = (heads[unit]?.women ?? 0) > 0 || (deputies[unit]?.women ?? 0) > 0
        return women ? true : nil
    }

    /// The units in which anybody leads, as figures of an element.
    var figures: [Int64: DerivedFigure] {
        var figures: [Int64: DerivedFigure] = [:]
        for unit in heads.keys { figures[unit] = leaders(of: unit)?.figure }
        return figures
    }
}

/// How many units have a woman among their leaders: units are counted, not women.
struct LeadershipTally {
    private(set) var units = 0
    private(set) var reported = 0
    private(set) var withWoman = 0
    private(set) var heads = 0
    private(set) var womenHeads = 0

    /// Counts units.
    init(_ units: [OfficeUnit], _ leadership: Leadership) {
        self.units = units.count
        for unit in units {
            if let has = leadership.hasWoman(unit.id) {
                reported += 1
                if has { withWoman += 1 }
            }
            if let head = leadership.head(of: unit.id) {
                heads += head.total
                womenHeads += head.women
            }
        }
    }

    /// What the table of leaders says in a line.
    var remark: Text {
        let silent = units - reported
        return Text(
            "\(withWoman) of \(reported) units that reported have a woman among the leaders; "
                + "\(silent) of \(units) did not report",
            vi: "\(withWoman) trên \(reported) đơn vị có báo cáo có nữ trong ban lãnh đạo; "
                + "\(silent) trên \(units) đơn vị chưa báo cáo")
    }

    /// Which target the tally is held against, and how sure that is.
    static let target = Text(
        "QĐ 2282/QĐ-TTg counts agencies with a woman among the key leaders (60 % by 2025, 75 % by 2030, told by a "
            + "secondary source); counting schools in the same way is a working measure, not an official target.",
        vi:
            "QĐ 2282/QĐ-TTg tính số cơ quan có lãnh đạo chủ chốt là nữ (60% năm 2025, 75% năm 2030, theo nguồn "
            + "thứ cấp); áp cách tính đó cho trường học là chỉ số điều hành, không phải chỉ tiêu chính thức.")
}
