import Commands
import Programme
import Values

/// What calls for a look at a unit's board.
enum BoardFinding: String, ChoiceType {
    case noBoard = "no-board"
    case memberLeft = "member-left"
    case staffChanged = "staff-changed"
    case overAYear = "over-a-year"
    case noRegulation = "no-regulation"
    case noPlan = "no-plan"

    /// The list is of findings.
    static let listName = "finding"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .noBoard: Text("no board is recorded", vi: "chưa ghi nhận Ban VSTBPN")
        case .memberLeft: Text("members left since the decision", vi: "có thành viên thôi tham gia sau quyết định")
        case .staffChanged:
            Text("leaders or staff changed since the decision", vi: "lãnh đạo hoặc đội ngũ thay đổi sau quyết định")
        case .overAYear: Text("the decision is over a year old", vi: "quyết định đã quá một năm")
        case .noRegulation: Text("no working rules", vi: "chưa có quy chế làm việc")
        case .noPlan: Text("no plan of the year", vi: "chưa có kế hoạch năm")
        }
    }

    /// Whether the board must be reviewed (kiện toàn).
    var asksForReview: Bool { self == .memberLeft || self == .staffChanged || self == .overAYear }

    /// Where the rules come from.
    static let source = Text(
        "Review when staff change, working rules and a yearly plan: plan of 2025. That a year is too long, and that "
            + "changed counts tell of a change: own working rules, not official.",
        vi:
            "Kiện toàn khi có thay đổi nhân sự, quy chế, kế hoạch năm: theo kế hoạch năm 2025. Mốc một năm và việc "
            + "suy ra thay đổi từ số liệu là quy ước điều hành, không phải quy định chính thức.")
}

extension Boards {
    /// The units that need a board: schools, centres and the department; divisions and reporting nodes have none.
    static func isExpected(of unit: OfficeUnit) -> Bool {
        switch unit.kind {
        case .so, .mn, .th, .thcs, .thpt, .lc, .dtnt, .cb, .gdtx, .gdnn, .tt: true
        case .vhxh, .ttthcd, .pb, .country: false
        }
    }
}

/// What is found of the boards on a day.
struct BoardReview {
    private let boards: [Int64: Board]
    private let before: [StaffPost: [Int64: [Headcount]]]
    private let changes: [Int64: [Headcount]]
    private let planned: Set<Int64>
    private let day: Day

    /// Reads boards and counts up to a day.
    init(_ session: Session, by day: Day) throws {
        self.day = day
        boards = try Boards(session).last(by: day)
        changes = try BoardChanges(session).upTo(day)
        planned = try Boards(session).planned(year: Period(.year, containing: day), by: day)
        let counts = Headcounts<StaffPost>(session)
        before = try Dictionary(
            uniqueKeysWithValues: BoardReview.watched.map { ($0, try counts.history($0, by: day)) })
    }

    /// The counts whose change asks for a review.
    private static let watched: [StaffPost] = [.staff, .head, .deputy]

    /// The board of a unit.
    func board(of unit: OfficeUnit) -> Board? { boards[unit.id] }

    /// How many members left a unit's board since its last decision.
    func left(of unit: OfficeUnit) -> Int { boards[unit.id].map { left(unit.id, since: $0.on) } ?? 0 }

    /// Whether a unit has a plan of the day's year; `nil` when nobody told.
    func hasPlan(_ unit: OfficeUnit) -> Bool? { planned.contains(unit.id) ? true : boards[unit.id]?.plan }

    /// What is found of a unit's board.
    func findings(of unit: OfficeUnit) -> [BoardFinding] {
        guard let board = boards[unit.id] else { return Boards.isExpected(of: unit) ? [.noBoard] : [] }
        var findings: [BoardFinding] = []
        if left(unit.id, since: board.on) > 0 { findings.append(.memberLeft) }
        if staffChanged(unit.id, since: board.on) { findings.append(.staffChanged) }
        if day.number - board.on.number > 365 { findings.append(.overAYear) }
        if board.regulation == false { findings.append(.noRegulation) }
        if board.plan == false, !planned.contains(unit.id) { findings.append(.noPlan) }
        return findings
    }

    private func left(_ unit: Int64, since decision: Day) -> Int {
        (changes[unit] ?? []).filter { $0.on > decision }
            .reduce(into: 0) { $0 = $0.addingReportingOverflow($1.total).partialValue }
    }

    /// Whether a later count differs from the last one at the time of the decision.
    private func staffChanged(_ unit: Int64, since decision: Day) -> Bool {
        BoardReview.watched.contains { post in
            let counts = before[post]?[unit] ?? []
            guard let then = counts.last(where: { $0.on <= decision }) else { return false }
            return counts.contains { $0.on > decision && ($0.total, $0.women) != (then.total, then.women) }
        }
    }
}

extension Headcounts {
    /// All counts of a post up to a day, by unit and then by day.
    func history(_ post: Post, by day: Day) throws -> [Int64: [Headcount]] {
        var found: [Int64: [Headcount]] = [:]
        try forEach(post, by: day) { unit, count in found[unit, default: []].append(count) }
        return found
    }
}
