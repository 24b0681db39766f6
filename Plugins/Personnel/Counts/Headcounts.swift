import Commands
import Database
import Diagnostics
import Programme
import Values

/// The counts of one roll, by unit and post, as readers of a session see them.
struct Headcounts<Post: ChoiceType & SQLConvertible & Hashable> {
    private let session: Session
    private let roll: String

    /// Opens a roll.
    init(_ session: Session, _ roll: String) {
        self.session = session
        self.roll = roll
    }

    /// The last counts of a post at or before a day, by the unit's lasting id. A unit without any did not report.
    func last(_ post: Post, by day: Day) throws -> [Int64: Headcount] {
        var found: [Int64: Headcount] = [:]
        try session.database.forEach(
            """
            SELECT h.unit, h.on_day, h.total, h.women FROM headcount h
            WHERE h.roll = \(roll) AND h.post = \(post) AND h.on_day <= \(day) AND \(session.visible("h"))
              AND NOT EXISTS (
                SELECT 1 FROM headcount n
                WHERE n.roll = h.roll AND n.post = h.post AND n.unit = h.unit AND n.on_day > h.on_day
                  AND n.on_day <= \(day) AND \(session.visible("n")))
            """
        ) { row in
            let count = Headcount(on: try row.value(1), total: try row.integer(2), women: try row.integer(3))
            found[try row.value(0)] = count
        }
        return found
    }

    /// Hands over all counts of a post up to a day, in the order of days.
    func forEach(_ post: Post, by day: Day, _ body: (Int64, Headcount) -> Void) throws {
        try session.database.forEach(
            """
            SELECT unit, on_day, total, women FROM headcount
            WHERE roll = \(roll) AND post = \(post) AND on_day <= \(day) AND \(session.visible()) ORDER BY on_day, id
            """
        ) { row in
            body(
                try row.value(0),
                Headcount(on: try row.value(1), total: try row.integer(2), women: try row.integer(3)))
        }
    }

    /// What a post is as figures of an element.
    func figures(_ post: Post, by day: Day) throws -> [Int64: DerivedFigure] {
        try last(post, by: day).mapValues(\.figure)
    }

    /// Whether anything is recorded at or before a day.
    func isEmpty(by day: Day) throws -> Bool {
        try session.database.first(
            "SELECT 1 FROM headcount WHERE roll = \(roll) AND on_day <= \(day) AND \(session.visible()) LIMIT 1") == nil
    }

    /// Records a count; refuses a second one of the same unit, post and day.
    func record(_ count: Headcount, post: Post, unit: UnitCode) throws {
        try count.check()
        try refuseFuture(count.on, "on", session)
        let id = try openUnit(unit, on: count.on, session)
        let earlier = try session.database.first(
            """
            SELECT total, women FROM headcount
            WHERE roll = \(roll) AND post = \(post) AND unit = \(id) AND on_day = \(count.on) AND \(session.visible())
            """)
        if let earlier {
            throw Headcount.doubled(unit, count.on, roll, total: try earlier.integer(0), women: try earlier.integer(1))
        }
        try session.database.execute(
            """
            INSERT INTO headcount (roll, unit, post, on_day, total, women, recorded)
            VALUES (\(roll), \(id), \(post), \(count.on), \(count.total), \(count.women), \(session.entry))
            """)
    }
}

extension Headcounts<StaffPost> {
    /// Who is in post.
    init(_ session: Session) { self.init(session, "staff") }
}

extension Headcounts<PlannedPost> {
    /// Who is planned for a post.
    init(_ session: Session) { self.init(session, "planned") }
}

/// A count of people on a day.
struct Headcount: Hashable {
    /// The day.
    let on: Day
    /// All of them.
    let total: Int
    /// The women among them.
    let women: Int

    /// Holds a count.
    init(on day: Day, total: Int, women: Int) {
        on = day
        self.total = total
        self.women = women
    }

    /// Holds the numbers of another count on a day.
    init(on day: Day, _ count: Headcount) { self.init(on: day, total: count.total, women: count.women) }

    /// The others.
    var men: Int { total - women }

    /// The share of women; no share of nobody.
    var share: Value {
        guard total > 0, let share = Number(women).divided(by: Number(total)) else { return .missing(.notApplicable) }
        return .percent(share)
    }

    /// The count as a figure of an element.
    var figure: DerivedFigure { DerivedFigure(total: Number(total), women: Number(women)) }

    /// Refuses numbers that cannot be.
    func check() throws {
        guard total >= 0, women >= 0 else {
            throw Diagnostic(
                .negativeCount,
                Text("People cannot be fewer than nought.", vi: "Số người không thể nhỏ hơn 0."),
                subject: total < 0 ? "total" : "women")
        }
        guard women <= total else {
            throw Diagnostic(
                .womenOverTotal,
                Text(
                    "\(women) women cannot be among \(total) people.",
                    vi: "Không thể có \(women) nữ trong tổng số \(total) người."),
                subject: "women",
                notes: [
                    Text("‘total:’ counts women and men together.", vi: "‘total:’ là tổng số cả nam và nữ.")
                ])
        }
    }

    /// What is said of a second count; the roll is the word behind `list`.
    static func doubled(_ unit: UnitCode, _ day: Day, _ roll: String, total: Int, women: Int) -> Diagnostic {
        Diagnostic(
            .countDoubled,
            Text(
                "\(unit.code) has this count for \(day) already: \(total), of them \(women) women.",
                vi: "\(unit.code) đã có số liệu này cho ngày \(day): \(total), trong đó \(women) nữ."),
            subject: "on",
            notes: [
                Text(
                    "A newer count stands under its own day; see ‘list \(roll) under: \(unit.code)’.",
                    vi: "Số liệu mới ghi theo ngày chốt mới; xem ‘list \(roll) under: \(unit.code)’.")
            ])
    }
}

/// The lasting id of a unit that is open on a day; a diagnostic for another.
func openUnit(_ unit: UnitCode, on day: Day, _ session: Session) throws -> Int64 {
    let units = Units(session)
    let id = try units.id(of: unit)
    guard try units.unit(id, on: day) != nil else {
        throw Diagnostic(
            .unitNotOpen,
            Text("\(unit.code) was not open on \(day).", vi: "\(unit.code) không hoạt động vào ngày \(day)."),
            subject: "unit",
            notes: [
                Text(
                    "‘show unit \(unit.code)’ tells since when.", vi: "Gõ ‘show unit \(unit.code)’ để xem từ ngày nào.")
            ])
    }
    return id
}

/// The units that a list shows: those under a unit, or all, as they are on a day; sources of statistics are none.
func listedUnits(under top: UnitCode?, on day: Day, _ session: Session) throws -> [OfficeUnit] {
    let units = Units(session)
    return try (top.map { try units.under($0, on: day) } ?? units.all(on: day)).filter { $0.kind != .country }
}

/// The day as of which a list tells: the last of a period, today without one.
func closingDay(_ period: Period?, _ session: Session) -> Day {
    period.map { min($0.last, session.today) } ?? session.today
}

extension Diagnostic.Code {
    /// A count below nought.
    static let negativeCount: Self = "negative-count"
    /// More women than people.
    static let womenOverTotal: Self = "women-over-total"
    /// A second count of the same unit, post and day.
    static let countDoubled: Self = "count-doubled"
    /// A unit that was not open on the day of a record.
    static let unitNotOpen: Self = "unit-not-open"
}
