public import Commands
import Database
public import Values

/// A training that was held.
public struct Training: Sendable, Hashable {
    /// The code.
    public let code: String
    /// The lasting id of the unit that held it.
    public let unit: Int64
    /// The code of that unit.
    public let unitCode: String
    /// What it was about.
    public let topic: String
    /// The day; the first of several.
    public let day: Day
    /// How long it lasted.
    public let hours: Number
    /// How many women took part.
    public let women: Int
    /// How many men took part.
    public let men: Int
    /// For whom it was.
    public let audience: Audience?
    /// How many people taught.
    public let trainers: Int?
    /// What it cost, in đồng.
    public let cost: Int64?

    /// How many people took part.
    public var people: Number { Number(Int64(women)).adding(Number(Int64(men))) ?? .zero }
}

/// The trainings, as readers of a session see them.
public struct Trainings {
    private let session: Session

    /// Opens the list.
    public init(_ session: Session) {
        self.session = session
    }

    /// The trainings of a period, by day, held by a unit and everything under it; without limits, all of them.
    public func held(in period: Period? = nil, under top: UnitCode? = nil) throws -> [Training] {
        try rows(held(in: period, under: top))
    }

    /// What limits a query of `training t` to those of a period, held by a unit and everything under it.
    func held(in period: Period?, under top: UnitCode?) throws -> SQL {
        var conditions = [session.visible("t")]
        if let period { conditions.append("t.day BETWEEN \(period.first) AND \(period.last)") }
        if let top { conditions.append("t.unit IN (\(ids: try Units(session).scope(period, under: top).map(\.id)))") }
        return conditions.joined(" AND ")
    }

    /// The code of a training of the same unit, day and topic, or `nil`.
    func twin(of unit: Int64, on day: Day, topic: String) throws -> String? {
        try session.database.first(
            """
            SELECT code FROM training
            WHERE unit = \(unit) AND day = \(day) AND topic = \(topic) AND \(session.visible())
            """
        )?.value(0)
    }

    /// The next code that no training has.
    func nextCode() throws -> String {
        var number = try session.database.nextID(in: "training")
        while true {
            let code = Trainings.code(number)
            if try !exists(code) { return code }
            number += 1
        }
    }

    /// The code that a number makes: `TR-0007`.
    static func code(_ number: Int64) -> String {
        let digits = String(number)
        return "TR-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    func exists(_ code: String) throws -> Bool {
        try session.database.first("SELECT 1 FROM training WHERE code = \(code) AND \(session.visible())") != nil
    }

    func codes(prefix: String, limit: Int) throws -> [Choice] {
        let end = prefix + "\u{10FFFF}"
        return try session.database.rows(
            """
            SELECT code, topic FROM training WHERE code >= \(prefix) AND code < \(end) AND \(session.visible())
            ORDER BY code LIMIT \(limit)
            """
        ).map { Choice(try $0.text(0), Text(verbatim: try $0.text(1))) }
    }

    private func rows(_ condition: SQL) throws -> [Training] {
        try session.database.rows(
            """
            SELECT t.code, t.unit, u.code, t.topic, t.day, t.hours, t.women, t.men, t.audience, t.trainers, t.cost
            FROM training t JOIN unit u ON u.id = t.unit
            WHERE \(condition) ORDER BY t.day, t.id
            """
        ).map { row in
            Training(
                code: try row.text(0), unit: try row.value(1), unitCode: try row.text(2), topic: try row.text(3),
                day: try row.value(4), hours: try row.value(5), women: try row.value(6), men: try row.value(7),
                audience: try row.value(8), trainers: try row.value(9), cost: try row.value(10))
        }
    }
}
