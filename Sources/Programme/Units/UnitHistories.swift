import Commands
import Database
import Values

/// The versions of units in the order of their days, read when they are first asked for and kept in step with what is
/// written.
///
/// A version is never changed in place: the row is retired and others take its place.
final class UnitHistories {
    private let session: Session
    private var known: [Int64: [UnitVersion]] = [:]
    private var codes: [Int64: String] = [:]
    private var members: [Int64: Set<Int64>] = [:]
    private var isWhole = false

    init(_ session: Session) {
        self.session = session
    }

    /// Reads all units at once; for work on many of them.
    func readAll() throws {
        try session.database.forEach("SELECT id, code FROM unit WHERE \(session.visible())") { row in
            codes[try row.value(0)] = try row.text(1)
        }
        for (unit, version) in try rows("1 = 1") {
            known[unit, default: []].append(version)
            if let manager = version.state.manager { members[manager, default: []].insert(unit) }
        }
        for unit in known.keys { known[unit]?.sort { UnitHistories.precedes($0, $1) } }
        isWhole = true
    }

    /// All units, where all were read.
    var all: [Int64: [UnitVersion]] { known }

    /// The versions of a unit.
    func versions(of unit: Int64) throws -> [UnitVersion] {
        if let versions = known[unit] { return versions }
        guard !isWhole else { return [] }
        let versions = try rows("unit = \(unit)").map(\.version).sorted { UnitHistories.precedes($0, $1) }
        known[unit] = versions
        return versions
    }

    /// The code of a unit.
    func code(of unit: Int64) throws -> String {
        if let code = codes[unit] { return code }
        let code = try session.database.first("SELECT code FROM unit WHERE id = \(unit)")?.text(0) ?? ""
        codes[unit] = code
        return code
    }

    /// The units that stand under a unit on a day or later, by code.
    func members(of manager: Int64, from day: Day) throws -> [Int64] {
        var candidates = members[manager] ?? []
        if !isWhole {
            for row in try session.database.rows(
                "SELECT DISTINCT unit FROM unit_version WHERE manager = \(manager) AND \(session.visible())")
            {
                candidates.insert(try row.value(0))
            }
        }
        return try candidates.filter { unit in
            try versions(of: unit).contains { $0.state.manager == manager && $0.overlaps(from: day, to: nil) }
        }.map { (try code(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Adds a unit; gives its lasting id.
    func insert(_ code: String, _ state: UnitState, since: Day?, document: String?) throws -> Int64 {
        try session.database.execute("INSERT INTO unit (code, recorded) VALUES (\(code), \(session.entry))")
        let unit = session.database.lastInsertedID
        codes[unit] = code
        known[unit] = []
        try add(
            UnitVersion(row: 0, state: state, since: since, until: nil, document: document, ending: nil), to: unit)
        return unit
    }

    /// Puts versions in the place of one that ends with this entry.
    func replace(_ version: UnitVersion, of unit: Int64, with others: [UnitVersion]) throws {
        try session.database.execute(
            "UPDATE unit_version SET retired = \(session.entry) WHERE id = \(version.row) AND retired IS NULL")
        known[unit]?.removeAll { $0.row == version.row }
        for other in others { try add(other, to: unit) }
    }

    /// Adds a version to a unit whose versions were read.
    func add(_ version: UnitVersion, to unit: Int64) throws {
        let state = version.state
        try session.database.execute(
            """
            INSERT INTO unit_version (unit, name, kind, manager, place, since, until, document, ending, recorded)
            VALUES (\(unit), \(state.name), \(state.kind), \(state.manager), \(state.place), \(version.since),
                \(version.until), \(version.document), \(version.ending), \(session.entry))
            """)
        let kept = UnitVersion(
            row: session.database.lastInsertedID, state: state, since: version.since, until: version.until,
            document: version.document, ending: version.ending)
        if let manager = state.manager { members[manager, default: []].insert(unit) }
        var versions = known[unit] ?? []
        let place = versions.firstIndex { UnitHistories.precedes(kept, $0) } ?? versions.endIndex
        versions.insert(kept, at: place)
        known[unit] = versions
    }

    private func rows(_ condition: SQL) throws -> [(unit: Int64, version: UnitVersion)] {
        var found: [(unit: Int64, version: UnitVersion)] = []
        try session.database.forEach(
            """
            SELECT unit, id, name, kind, manager, place, since, until, document, ending FROM unit_version
            WHERE \(session.visible()) AND \(condition)
            """
        ) { row in
            let state = UnitState(
                name: try row.text(2), kind: try row.value(3), manager: try row.value(4), place: try row.value(5))
            let version = UnitVersion(
                row: try row.value(1), state: state, since: try row.value(6), until: try row.value(7),
                document: try row.value(8), ending: try row.value(9))
            found.append((try row.value(0), version))
        }
        return found
    }

    private static func precedes(_ left: UnitVersion, _ right: UnitVersion) -> Bool {
        switch (left.since, right.since) {
        case (let one?, let other?): one < other
        case (nil, _?): true
        default: false
        }
    }
}
