import Commands
import Database
import Programme
import Values

/// A section of the plan of a year: its number as the plan prints it, its title, and the indicators that tell of it.
struct PlanSection {
    let number: String
    let title: String
    let indicators: [String]

    /// The sections of a year in the order of their numbers.
    static func all(_ session: Session, year: Period) throws -> [PlanSection] {
        try session.database.rows(
            """
            SELECT number, title, indicators FROM reporting_plan_section
            WHERE year = \(year) AND \(session.visible())
            """
        ).map { row in
            let codes: String? = try row.value(2)
            return PlanSection(
                number: try row.text(0), title: try row.text(1),
                indicators: (codes ?? "").split(separator: "\n").map(String.init))
        }.sorted { isBefore($0.number, $1.number) }
    }

    /// Whether a number stands before another: `II` before `III.1` before `III.2` before `IX`.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        let (left, right) = (parts(one), parts(other))
        return left == right ? one < other : left.lexicographicallyPrecedes(right)
    }

    private static func parts(_ number: String) -> [Int] {
        number.split(separator: ".").map { Int($0) ?? roman($0) }
    }

    /// The value of Roman letters; of anything else a large number, so that it stands last.
    private static func roman(_ letters: Substring) -> Int {
        let worth: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
        let values = letters.prefix(8).map { worth[$0] ?? 1000 }
        return values.indices.reduce(0) { sum, place in
            let isLess = place + 1 < values.count && values[place] < values[place + 1]
            return isLess ? sum - values[place] : sum + values[place]
        }
    }
}
