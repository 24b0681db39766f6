import Commands
import Database
import Values

/// On which days each unit was open, as far as the register knows.
struct UnitSpans {
    private var spans: [Int64: [(since: Day?, until: Day?)]] = [:]

    /// Reads the register, or what it has of one unit.
    init(_ session: Session, of unit: Int64? = nil) throws {
        let which: SQL = unit.map { "unit = \($0) AND" } ?? ""
        try session.database.forEach(
            "SELECT unit, since, until FROM unit_version WHERE \(which) \(session.visible())"
        ) { row in
            let unit: Int64 = try row.value(0)
            spans[unit, default: []].append((try row.value(1), try row.value(2)))
        }
    }

    /// The first stretch from a day on in which a unit is not open; `nil` when there is none. Without a day only the
    /// end counts: nobody knows since when the other unit is open.
    func closed(_ unit: Int64, from first: Day?) -> (from: Day, to: Day?)? {
        let spans = (spans[unit] ?? []).sorted { ($0.since?.number ?? .min) < ($1.since?.number ?? .min) }
        guard var reached = first ?? spans.last.flatMap({ $0.since ?? $0.until?.adding(days: -1) }) else { return nil }
        for span in spans {
            if let until = span.until, until <= reached { continue }
            if let since = span.since, since > reached { return (reached, since) }
            guard let until = span.until else { return nil }
            reached = until
        }
        return (reached, nil)
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
