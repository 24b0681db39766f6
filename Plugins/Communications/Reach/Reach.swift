import Commands
import Database
import Documents
import Programme
import Tables
import Values

/// Who was reached by sessions and products.
struct Reach {
    var sessions = SessionCounts()
    var products = 0
    /// The people whom products reached; `nil` where nobody counted them.
    var reached: Int?
    /// The women among them; `nil` where nobody counted them.
    var women: Int?

    /// Which records are counted.
    enum Scope {
        case days(Day, Day)
        case campaign(Int64)
    }

    /// What some units reached, by audience; `nil` stands for records that do not tell it.
    static func byAudience(_ scope: Scope, of units: [OfficeUnit], _ session: Session) throws -> [Audience?: Reach] {
        let ids = Set(units.map(\.id))
        var found: [Audience?: Reach] = [:]
        try session.database.forEach(
            """
            SELECT unit, audience, count(*), sum(women), sum(men) FROM communication_session
            WHERE \(condition(scope, "held_on")) AND \(session.visible()) GROUP BY unit, audience
            """
        ) { row in
            guard ids.contains(try row.value(0)) else { return }
            found[try row.value(1, as: Audience?.self), default: Reach()].sessions += SessionCounts(
                sessions: try row.value(2), women: try row.value(3), men: try row.value(4))
        }
        try session.database.forEach(
            """
            SELECT unit, audience, count(*), sum(reach), sum(women) FROM communication_product
            WHERE \(condition(scope, "made_on")) AND \(session.visible()) GROUP BY unit, audience
            """
        ) { row in
            guard ids.contains(try row.value(0)) else { return }
            let audience = try row.value(1, as: Audience?.self)
            found[audience, default: Reach()].products += try row.value(2, as: Int.self)
            found[audience]?.add(reached: try row.value(3, as: Int?.self), women: try row.value(4, as: Int?.self))
        }
        return found
    }

    private static func condition(_ scope: Scope, _ day: SQL) -> SQL {
        switch scope {
        case .days(let first, let last): "\(day) BETWEEN \(first) AND \(last)"
        case .campaign(let id): "campaign = \(id)"
        }
    }

    private mutating func add(reached more: Int?, women moreWomen: Int?) {
        if let more { reached = (reached ?? 0) + more }
        if let moreWomen { women = (women ?? 0) + moreWomen }
    }

    /// The rows of a table, in the order of audiences, those that do not tell it last.
    static func rows(_ found: [Audience?: Reach], _ language: DisplayLanguage) -> [[Value]] {
        (Audience.allCases.map { $0 as Audience? } + [nil]).compactMap { audience in
            found[audience].map { [audience.map { $0.value } ?? .missing(.notReported)] + $0.cells }
        }
    }

    /// Sessions, women, men, products, reached people and women.
    var cells: [Value] {
        func told(_ count: Int?) -> Value { count.map { .number(Number($0)) } ?? .missing(.notReported) }
        return [
            .number(Number(sessions.sessions)), .number(Number(sessions.women)), .number(Number(sessions.men)),
            .number(Number(products)), told(reached), told(women),
        ]
    }
}
