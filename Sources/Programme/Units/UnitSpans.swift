import Commands
import Database
import Values

/// On which days each unit was open, as far as the register knows.
struct UnitSpans {
    private var spans: [Int64: [(since: Day?, until: Day?)]] = [:]

    /// Reads the register.
    init(_ session: Session) throws {
        try session.database.forEach(
            "SELECT unit, since, until FROM unit_version WHERE \(session.visible())"
        ) { row in
            let unit: Int64 = try row.value(0)
            spans[unit, default: []].append((try row.value(1), try row.value(2)))
        }
    }

    /// Whether a unit was open on some day of a period.
    func isOpen(_ unit: Int64, in period: Period) -> Bool { isOpen(unit, from: period.first, to: period.last) }

    /// Whether a unit was open on some day between two, both included.
    func isOpen(_ unit: Int64, from first: Day, to last: Day) -> Bool {
        (spans[unit] ?? []).contains { span in
            (span.since.map { $0 <= last } ?? true) && (span.until.map { $0 > first } ?? true)
        }
    }
}
