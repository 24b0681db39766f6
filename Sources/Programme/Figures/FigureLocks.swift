import Commands
import Database
import Diagnostics
import Values

/// The figures that are closed, as packs tell; asked of each figure before it is recorded.
struct FigureLocks {
    private let session: Session
    private let closed: [ClosedFigures]
    /// What was found out of units, lock by lock.
    private var known: [[Int64: Bool]]

    init(_ session: Session) throws {
        self.session = session
        closed = try session.registry.contributions(FigureLock.self).flatMap { try $0.closed(session) }
        known = Array(repeating: [:], count: closed.count)
    }

    /// Why the figure of an element, a unit and a period must stay as it is; `nil` where it may change.
    mutating func fault(_ element: String, _ unit: Int64, _ period: Period) throws -> Diagnostic? {
        for (place, lock) in closed.enumerated()
        where lock.elements.contains(element) && lock.period.contains(period) {
            let covers = try known[place][unit] ?? lock.covers(session, unit)
            known[place][unit] = covers
            if covers { return .figuresClosed(element, period, lock) }
        }
        return nil
    }

    /// Refuses to record a figure that is closed.
    static func refuse(_ element: String, _ unit: Int64, _ period: Period, _ session: Session) throws {
        var locks = try FigureLocks(session)
        if let fault = try locks.fault(element, unit, period) { throw fault }
    }

    /// Refuses what an entry that takes back has changed of what is closed.
    static func refuseTakingBack(_ session: Session) throws {
        var locks = try FigureLocks(session)
        if !locks.closed.isEmpty {
            try locks.refuseChanges(of: session.entry, in: "figure", category: "''")
            try locks.refuseChanges(of: session.entry, in: "figure_part", category: "f.category")
        }
        for lock in session.registry.contributions(FigureLock.self) {
            try lock.refuseTakingBack(session, session.entry)
        }
    }

    /// A figure with what it says.
    private struct Told: Hashable {
        let element: String
        let unit: Int64
        let period: Period
        let category: String
        let claim: FigureClaim
    }

    /// Rows that an entry has put on record as they stood before are no change.
    private mutating func refuseChanges(of entry: Int, in table: SQL, category: SQL) throws {
        var (ended, brought): (Set<Told>, Set<Told>) = ([], [])
        try session.database.forEach(
            """
            SELECT e.code, f.unit, f.period, \(category), f.total, f.women, f.state, f.recorded
            FROM \(table) f JOIN element e ON e.id = f.element
            WHERE (f.recorded = \(entry) AND f.retired IS NULL) OR (f.retired = \(entry) AND f.recorded <> \(entry))
            """
        ) { row in
            let told = Told(
                element: try row.text(0), unit: try row.value(1), period: try row.value(2), category: try row.text(3),
                claim: FigureClaim(total: try row.value(4), women: try row.value(5), state: try row.value(6)))
            if try row.value(7) == entry { brought.insert(told) } else { ended.insert(told) }
        }
        for told in ended.symmetricDifference(brought) {
            if var fault = try fault(told.element, told.unit, told.period) {
                fault.subject = "entry"
                throw fault
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func figuresClosed(_ element: String, _ period: Period, _ lock: ClosedFigures) -> Diagnostic {
        Diagnostic(
            .figuresClosed,
            Text(
                "The figures of ‘\(element)’ for \(period) are closed: \(lock.name.english).",
                vi: "Số liệu ‘\(element)’ kỳ \(period) đã khóa: \(lock.name.vietnamese)."),
            subject: "element", notes: [lock.reopening])
    }
}

extension Diagnostic.Code {
    /// A figure that is closed.
    static let figuresClosed: Self = "figures-closed"
}
