import Commands
import Database
import Values

/// The groups and owners of units, each from a day on and until another.
struct UnitLabels {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// One label of a unit while it lasts.
    struct Span: Hashable {
        let row: Int64
        let label: String
        let since: Day?
        let until: Day?
    }

    /// All labels that any unit had at any time.
    func labels() throws -> [UnitTrait: Set<String>] {
        var labels: [UnitTrait: Set<String>] = [:]
        try session.database.forEach("SELECT DISTINCT trait, label FROM unit_label WHERE \(session.visible())") { row in
            labels[try row.value(0), default: []].insert(try row.text(1))
        }
        return labels
    }

    /// The labels of a unit.
    func spans(_ unit: Int64, _ trait: UnitTrait) throws -> [Span] {
        try session.database.rows(
            """
            SELECT id, label, since, until FROM unit_label
            WHERE unit = \(unit) AND trait = \(trait) AND \(session.visible()) ORDER BY id
            """
        ).map { row in
            Span(
                row: try row.value(0), label: try row.text(1), since: try row.value(2), until: try row.value(3))
        }
    }

    /// The labels that units have on a day.
    func onDay(_ day: Day) throws -> [Int64: [UnitTrait: Set<String>]] {
        var labels: [Int64: [UnitTrait: Set<String>]] = [:]
        try session.database.forEach(
            """
            SELECT unit, trait, label FROM unit_label
            WHERE (since IS NULL OR since <= \(day)) AND (until IS NULL OR until > \(day)) AND \(session.visible())
            """
        ) { row in
            labels[try row.value(0), default: [:]][try row.value(1), default: []].insert(try row.text(2))
        }
        return labels
    }

    /// Gives a unit a label from a day on.
    func add(_ label: String, to unit: Int64, _ trait: UnitTrait, since: Day?, until: Day? = nil) throws {
        try session.database.execute(
            """
            INSERT INTO unit_label (unit, trait, label, since, until, recorded)
            VALUES (\(unit), \(trait), \(label), \(since), \(until), \(session.entry))
            """)
    }

    /// Ends labels of a unit on a day; without one, as if they had never been.
    func end(_ spans: [Span], of unit: Int64, _ trait: UnitTrait, on day: Day?) throws {
        for span in spans where day.map({ day in span.until.map { $0 > day } ?? true }) ?? true {
            try session.database.execute(
                "UPDATE unit_label SET retired = \(session.entry) WHERE id = \(span.row) AND retired IS NULL")
            guard let day, span.since.map({ $0 < day }) ?? true else { continue }
            try add(span.label, to: unit, trait, since: span.since, until: day)
        }
    }
}

/// What the units of a computation are, on the last day of its period.
struct UnitTraits {
    private let kinds: [UnitKind]
    private let labels: [[UnitTrait: Set<String>]]

    /// Reads the labels of units as they were on a day; only where formulas ask for them.
    init(_ session: Session, _ units: [OfficeUnit], on day: Day, asked: Set<UnitTrait>) throws {
        kinds = units.map(\.kind)
        guard !asked.isSubset(of: [.kind]) else {
            labels = []
            return
        }
        let known = try UnitLabels(session).onDay(day)
        labels = units.map { known[$0.id] ?? [:] }
    }

    /// Whether the unit at a place has one of some labels.
    func has(_ place: Int, _ trait: UnitTrait, _ wanted: Set<String>) -> Bool {
        if trait == .kind { return wanted.contains(kinds[place].rawValue) }
        guard place < labels.count, let had = labels[place][trait] else { return false }
        return !had.isDisjoint(with: wanted)
    }
}
