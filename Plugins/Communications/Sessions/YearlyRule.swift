import Commands
import Programme
import Values

/// The rule of QĐ 1790/QĐ-TTg: agencies and organisations are informed of gender-equality law in at least two sessions
/// a year.
enum YearlyRule {
    /// How many sessions a year at least.
    static let minimum = 2

    /// The first whole year under the decision, which is of 23 October 2021.
    static let firstYear = 2022

    /// The rule and how sure it is, in a line.
    static let source = Text(
        "at least 2 sessions a year (Decision 1790/QĐ-TTg, read in the document)",
        vi: "ít nhất 02 cuộc mỗi năm (Quyết định 1790/QĐ-TTg, đọc được trong văn bản)")

    /// Which units the rule is held against, in a line.
    static let scope = Text("a division counts with its department", vi: "phòng chuyên môn tính chung với Sở")

    /// How a unit stands.
    struct Standing {
        let unit: OfficeUnit
        let sessions: Int

        /// How many sessions are still to be held.
        var missing: Int { max(0, minimum - sessions) }
    }

    /// Every unit that the rule is held against, those with the fewest sessions first, from the beginning of a day's
    /// year up to the day.
    static func standings(until day: Day, under top: UnitCode?, _ session: Session) throws -> [Standing] {
        guard let first = Day(year: day.year, month: 1, day: 1) else { return [] }
        let all = try top.map { try Units(session).under($0, on: day) } ?? Units(session).all(on: day)
        let counts = try SessionCounts.byUnit(from: first, to: day, session).withDepartments(all)
        let standings = all.filter { $0.kind.holdsSessions }.map { unit in
            Standing(unit: unit, sessions: counts[unit.id]?.sessions ?? 0)
        }
        let order = standings.enumerated().sorted {
            ($0.element.sessions, $0.offset) < ($1.element.sessions, $1.offset)
        }
        return order.map(\.element)
    }
}

extension UnitKind {
    /// Whether the rule is held against units of the kind by themselves.
    var holdsSessions: Bool { self != .pb && self != .country }
}

extension [Int64: SessionCounts] {
    /// The same counts, where a division's stand with the department that manages it.
    func withDepartments(_ units: [OfficeUnit]) -> [Int64: SessionCounts] {
        var counts = self
        for unit in units where unit.kind == .pb {
            guard let manager = unit.manager, let own = counts.removeValue(forKey: unit.id) else { continue }
            counts[manager, default: SessionCounts()] += own
        }
        return counts
    }
}
