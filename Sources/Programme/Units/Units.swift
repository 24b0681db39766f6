public import Commands
import Database
import Diagnostics
public import Values

/// The register of units, as readers of a session see it.
public struct Units {
    let session: Session

    /// Opens the register.
    public init(_ session: Session) {
        self.session = session
    }

    /// The lasting id of a unit, or `nil` when no unit has the code.
    public func id(of code: String) throws -> Int64? {
        let kept = session.recollection(UnitRecollection.self)
        if let id = kept?.ids[code] { return id }
        let row = try session.database.first("SELECT id FROM unit WHERE code = \(code) AND \(session.visible())")
        guard let id: Int64 = try row?.value(0) else { return nil }
        kept?.ids[code] = id
        return id
    }

    /// The lasting id of a unit that was looked up before; a diagnostic when it is gone since.
    public func id(of unit: UnitCode) throws -> Int64 {
        guard let id = try id(of: unit.code) else {
            throw Diagnostic(
                .unknownCode,
                Text(
                    "There is no unit with the code ‘\(unit.code)’.", vi: "Không có đơn vị nào mang mã ‘\(unit.code)’.")
            )
        }
        return id
    }

    /// A unit as it is on a day.
    public func unit(_ id: Int64, on day: Day? = nil) throws -> OfficeUnit? {
        try units(where: "u.id = \(id)", on: day).first
    }

    /// The units under a unit, itself first, in the order of the tree and then of codes, as they are on a day.
    public func under(_ top: UnitCode, on day: Day? = nil) throws -> [OfficeUnit] {
        try Units.under(top.code, among: all(on: day))
    }

    /// All units, by code, as they are on a day.
    public func all(on day: Day? = nil) throws -> [OfficeUnit] {
        try units(where: "1 = 1", on: day)
    }

    /// Adds a unit whose values have been checked; gives its lasting id.
    func insert(
        _ code: String, _ name: String, _ kind: UnitKind, _ manager: Int64?, _ since: Day?, place: String? = nil
    ) throws -> Int64 {
        try session.database.execute("INSERT INTO unit (code, recorded) VALUES (\(code), \(session.entry))")
        let id = session.database.lastInsertedID
        try session.database.execute(
            """
            INSERT INTO unit_version (unit, name, kind, manager, place, since, recorded)
            VALUES (\(id), \(name), \(kind), \(manager), \(place), \(since), \(session.entry))
            """)
        return id
    }

    func codes(prefix: String, limit: Int) throws -> [Choice] {
        let end = prefix + "\u{10FFFF}"
        return try session.database.rows(
            """
            SELECT u.code, v.name FROM unit u JOIN unit_version v ON v.unit = u.id
            WHERE u.code >= \(prefix) AND u.code < \(end) AND \(session.visible("u")) AND \(session.visible("v"))
              AND NOT EXISTS (
                SELECT 1 FROM unit_version w WHERE w.unit = u.id AND \(session.visible("w"))
                  AND (w.since > v.since OR (v.since IS NULL AND w.since IS NOT NULL)))
            ORDER BY u.code LIMIT \(limit)
            """
        ).map { Choice(try $0.text(0), Text(verbatim: try $0.text(1))) }
    }

    /// The units that were open on some day between two, each in its last form there; without days, ever.
    func latest(from first: Day?, to last: Day?) throws -> [OfficeUnit] {
        var overlap: SQL = "1 = 1"
        if let first, let last {
            overlap = "(v.since IS NULL OR v.since <= \(last)) AND (v.until IS NULL OR v.until > \(first))"
        }
        var found: [OfficeUnit] = []
        for unit in try units(overlap) {
            if found.last?.id == unit.id { found.removeLast() }
            found.append(unit)
        }
        return found
    }

    /// The lasting id of a unit that was open on some day between two.
    func openID(of code: String, from first: Day, to last: Day) throws -> Int64? {
        let kept = session.recollection(UnitRecollection.self)
        let question = UnitRecollection.Span(code: code, first: first, last: last)
        if let id = kept?.open[question] { return id }
        let row = try session.database.first(
            """
            SELECT u.id FROM unit u JOIN unit_version v ON v.unit = u.id
            WHERE u.code = \(code) AND \(session.visible("u")) AND \(session.visible("v"))
              AND (v.since IS NULL OR v.since <= \(last)) AND (v.until IS NULL OR v.until > \(first))
            LIMIT 1
            """)
        guard let id: Int64 = try row?.value(0) else { return nil }
        kept?.open[question] = id
        return id
    }

    private func units(where condition: SQL, on day: Day?) throws -> [OfficeUnit] {
        try units("\(condition) AND \(Units.isOpen(on: day ?? session.today))")
    }

    /// The units in their versions: `u` the unit, `v` its version, `m` the unit that manages it.
    static let versions: SQL = """
        unit u JOIN unit_version v ON v.unit = u.id LEFT JOIN unit m ON m.id = v.manager
        """

    /// What limits a query of ``versions`` to the form that each unit has on a day.
    func open(on day: Day) -> SQL {
        "\(session.visible("u")) AND \(session.visible("v")) AND \(Units.isOpen(on: day))"
    }

    private static func isOpen(on day: Day) -> SQL {
        "(v.since IS NULL OR v.since <= \(day)) AND (v.until IS NULL OR v.until > \(day))"
    }

    private func units(_ condition: SQL) throws -> [OfficeUnit] {
        try session.database.rows(
            """
            SELECT u.id, u.code, v.name, v.kind, v.manager, m.code, v.since, v.until, v.place
            FROM \(Units.versions)
            WHERE \(session.visible("u")) AND \(session.visible("v")) AND \(condition)
            ORDER BY u.code, v.since NULLS FIRST
            """
        ).map { row in
            OfficeUnit(
                id: try row.value(0), code: try row.text(1), name: try row.text(2), kind: try row.value(3),
                manager: try row.value(4), managerCode: try row.value(5), since: try row.value(6),
                until: try row.value(7), place: try row.value(8))
        }
    }
}

/// A unit as it is on a day.
public struct OfficeUnit: Sendable, Hashable {
    /// The id that never changes.
    public let id: Int64
    /// The code.
    public let code: String
    /// The name on that day.
    public let name: String
    /// The kind on that day.
    public let kind: UnitKind
    /// The id of the unit that manages it.
    public let manager: Int64?
    /// The code of the unit that manages it.
    public let managerCode: String?
    /// The first day; `nil` when nobody knows.
    public let since: Day?
    /// The first day on which it no longer is so; `nil` while it lasts.
    public let until: Day?
    /// Where it lies: the commune, in words.
    public let place: String?
}
