import Commands
import TestSupport
import Values

/// Random sentences that record, amend, retract, undo and do again, reorganise and define, many of them refused.
struct RandomChanges {
    var random: Sequence64

    init(_ seed: UInt64) {
        random = Sequence64(state: seed)
    }

    /// What there is before the changes: a tree of units, records of every kind and a report's ground.
    static let ground = [
        "register unit S \"Sở\" kind: so", "register unit X \"Phường\" kind: vhxh under: S opened: 2000-01-01",
        "register unit U0 \"THPT A\" kind: thpt under: S opened: 2000-01-01",
        "register unit U1 \"THPT B\" kind: thpt under: S opened: 2000-01-01",
        "register unit U2 \"TH C\" kind: th under: X opened: 2000-01-01",
        "define element e0 \"A\" type: people over-time: last over-units: sum",
        "define element e1 \"B\" type: people over-time: sum over-units: sum",
        "record figure e0 unit: U0 period: 2025 total: 12 women: 7",
        "record figure e0 unit: U1 period: 2025 total: 10 women: 3",
        "record figure e1 unit: U2 period: 2025-10 total: 4 women: 4",
        "define indicator I0 \"A\" vi: \"A\" numerator: \"women(e0)\" denominator: \"e0\" direction: at-least "
            + "source: \"x\" confidence: local",
        "set target I0 year: 2025 value: 50 source: \"x\" confidence: local",
        "log training U0 \"Giới\" on: 2025-11-03 hours: 4 women: 20 men: 11",
        "open campaign C0 \"Tháng hành động\" from: 2025-11-15 to: 2025-12-15 occasion: equality-month",
        "log session U1 \"Giới\" on: 2025-11-18 women: 300 men: 200 campaign: C0",
        "record product U0 \"Áp phích\" kind: poster on: 2025-11-20 pieces: 3 reach: 90 campaign: C0",
        "record staff U0 post: staff on: 2025-09-15 total: 92 women: 61",
        "record staff U0 post: head on: 2025-09-15 total: 1 women: 1",
        "record planned U0 on: 2025-03-31 total: 8 women: 5",
        "record board U0 decision: \"45\" on: 2024-09-20 members: 7 women: 5",
        "record board change U0 on: 2025-08-01 role: member women: 1", "record board plan U0 year: 2025 on: 2025-02-10",
        "record appointment U0 post: deputy on: 2025-03-01 women: 1",
        "record term U0 post: deputy from: 2021-02-01 to: 2026-01-31 total: 2 women: 1",
        "record study U0 cadres: pool year: 2025 total: 9 women: 2", "set occasion womens-day year: 2025 theme: \"A\"",
        "record lesson U0 \"Giới\" subject: \"Văn\" on: 2025-10-07 girls: 9 boys: 8",
        "estimate cost U0 \"In\" category: k12 year: 2025 people: 40 norm: 55_000 đ",
        "allocate budget U0 year: 2025 amount: 5_000_000 đ source: state on: 2025-01-15",
        "record spending U0 \"In\" on: 2025-11-07 amount: 600_000 đ category: k12 source: state",
        "open round R0 \"Năm 2025\" period: 2025 before: 2025-12-05 under: S",
        "submit return R0 unit: U0 on: 2025-11-28", "record task T0 \"Tập huấn\" owner: S due: 2025-11-20",
        "record difficulty U0 \"Thiếu sách\" on: 2025-11-03", "set letterhead S symbol: \"SGDĐT\" place: \"Hải Phòng\"",
    ]

    /// What is read: every list, and what is worked out of them.
    static let readings = [
        "list units", "list trainings", "list elements", "list figures", "list indicators", "list campaigns",
        "list sessions", "list products", "list staff", "list planned", "list boards", "list leadership",
        "list estimates", "list allocations", "list spending", "list budget", "list rounds", "list returns R0",
        "list reporting rates by: manager", "list contacts",
        "list appointments", "list terms", "list studies", "list board changes", "list board plans", "check planned",
        "list occasions year: 2025", "list lessons", "list reach period: 2025", "list variance year: 2025",
        "check estimates year: 2025", "list tasks", "list difficulties", "compute indicators period: 2025",
        "check boards", "check staff",
        "check sessions", "show unit U0", "show indicator I0", "history of C0", "show journal last: 1000",
        "show calendar period: 2025", "list unit changes", "list units on: 2025-10-15", "list unit labels",
        "list rules", "list disaggregations", "list mappings", "recast figures structure: 2025-12-01 element: e0",
        "show unit U1 on: 2025-06-30",
    ]

    /// A sentence; `last` is the number of the journal's last entry.
    mutating func sentence(last: Int) -> String {
        switch random.below(8) {
        case 0, 1: return recording()
        case 2, 3: return "amend \(amendment()) reason: \"Đếm lại\""
        case 4: return structure()
        case 5: return definition()
        case 6: return "retract \(pick(retractions)) reason: \"Ghi nhầm\""
        default: return undoing(last)
        }
    }

    private mutating func undoing(_ last: Int) -> String {
        switch random.below(5) {
        case 0: return "undo"
        case 1: return "redo"
        case 2: return "redo entry: \(1 + random.below(last))"
        default: return "undo entry: \(RandomChanges.ground.count + 1 + random.below(last))"
        }
    }

    private mutating func recording() -> String {
        let (unit, code, women, men) = ("U\(random.below(5))", random.below(4), random.below(30), random.below(30))
        let day = "2025-\(["03", "09", "10", "11"][random.below(4)])-\(["02", "15", "28"][random.below(3)])"
        let text = ["\"Giới\"", "\"Bạo lực\"", "\"Kỹ năng\""][random.below(3)]
        switch random.below(14) {
        case 0: return "register unit \(unit) \(text) kind: thpt under: \(pick(["S", "X"])) opened: 2001-01-01"
        case 1: return "log training \(unit) \(text) on: \(day) hours: 4 women: \(women) men: \(men)"
        case 2: return "define element e\(code) \(text) type: people over-time: last over-units: sum"
        case 3: return "record figure e\(code) unit: \(unit) period: 2025 total: \(30 + men) women: \(women)"
        case 4:
            return "define indicator I\(code) \(text) vi: \(text) numerator: \"women(e\(code))\" denominator: \"e0\" "
                + "direction: at-least source: \"x\" confidence: local"
        case 5: return "set target I\(code) year: 2025 value: \(men) source: \"x\" confidence: local"
        case 6: return "open campaign C\(code) \(text) from: 2025-10-01 to: 2025-10-20"
        case 7: return "log session \(unit) \(text) on: \(day) women: \(women) men: \(men) campaign: C\(code)"
        case 8: return "record product \(unit) \(text) kind: video on: \(day) campaign: C\(code)"
        case 9: return "record staff \(unit) post: staff on: \(day) total: \(30 + men) women: \(women)"
        case 10:
            return "record spending \(unit) \(text) on: \(day) amount: \(1 + men)_000 đ category: k12 source: state"
        case 11: return "record task T\(code) \(text) owner: \(unit) due: \(day)"
        case 12: return pick(["complete task T\(code)", "submit return R0 unit: \(unit)"] + steps(unit))
        default: return "record difficulty \(unit) \(text) on: \(day)"
        }
    }

    /// What is done with the returns of a round.
    private func steps(_ unit: String) -> [String] {
        [
            "send back return R0 unit: \(unit) with: \"Thiếu\"", "accept return R0 unit: \(unit)",
            "extend return R0 unit: \(unit) until: 2025-12-20 reason: \"Bão\"",
            "extend round R0 until: 2025-12-10 reason: \"Bão\"", "close round R0", "reopen round R0 reason: \"Sót\"",
            "set contact \(unit) email: \"a@b.vn\"",
        ]
    }

    private mutating func amendment() -> String {
        let (unit, code, women, men) = ("U\(random.below(5))", random.below(4), random.below(30), random.below(30))
        return pick([
            "training TR-000\(1 + code) women: \(women) men: \(men)", "session TT-\(1 + code) women: \(women)",
            "campaign C\(code) name: \"Đợt \(men)\"", "campaign C\(code) to: 2025-12-\(10 + men % 20)",
            "element e\(code) vi: \"Tên \(men)\"", "figure e\(code) unit: \(unit) period: 2025 women: \(women)",
            "indicator I\(code) numerator: \"women(e\(women % 4))\"", "target I\(code) year: 2025 value: \(women)",
            "task T\(code) due: 2025-10-\(10 + men % 20)", "round R0 before: 2025-11-\(10 + men % 20)",
            "staff U0 post: staff on: 2025-09-15 women: \(women)", "spending CHI-\(1 + code) amount: \(1 + men)_000 đ",
            "estimate DT-1 people: \(1 + men)", "board U0 decision: \"45\" women: \(women % 8)",
            "product SP-\(1 + code) pieces: \(1 + men)", "letterhead S place: \"Nơi \(men)\"",
            "difficulty \(unit) \"Giới\" proposal: \"Cách \(men)\"",
            "return R0 unit: \(unit) on: 2025-11-\(10 + men % 20)", "lesson LG-1 lessons: \(1 + men)",
            "appointment U0 post: deputy on: 2025-03-01 total: \(1 + men)",
            "term U0 post: deputy from: 2021-02-01 to: 2026-01-31 total: \(1 + men)",
            "study U0 cadres: pool course: any year: 2025 women: \(women % 9)",
            "board change U0 on: 2025-08-01 role: member members: \(1 + men % 2)",
            "occasion womens-day year: 2025 to: 2025-03-\(10 + men % 20)",
        ])
    }

    private let retractions = [
        "training TR-0001", "training TR-0002", "session TT-1", "session TT-2", "campaign C0", "campaign C1",
        "element e2", "figure e0 unit: U0 period: 2025", "figure e0 unit: U1 period: 2025",
        "figure e1 unit: U2 period: 2025-10", "indicator I1", "target I0 year: 2025", "task T0", "task T1",
        "round R0", "return R0 unit: U0", "unit U2", "unit U3", "staff U0 post: staff on: 2025-09-15", "spending CHI-1",
        "product SP-1", "board U0 decision: \"45\"", "difficulty U0 \"Thiếu sách\"",
        "planned U0 post: any on: 2025-03-31", "lesson LG-1", "appointment U0 post: deputy on: 2025-03-01",
        "study U0 cadres: pool course: any year: 2025", "board change U0 on: 2025-08-01 role: member",
        "board plan U0 year: 2025", "occasion womens-day year: 2025",
    ]

    private mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }
}
