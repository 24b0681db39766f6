import Commands
import Database
import Values

/// What is recorded of units with a day or a period, in the tables of any pack.
///
/// A table takes part when it holds records, names its unit by reference, and keeps the day in `day` or in a column
/// whose name ends in `_on` or `_day`, or the period in `period`.
struct DatedRecords {
    private let session: Session
    private let tables: [Dated]

    /// A table whose rows tell of a unit on a day or in a period.
    private struct Dated {
        let table: Identifier
        let unit: Identifier
        let when: Identifier
        let isPeriod: Bool
    }

    /// The records of a unit in one table.
    struct Count: Hashable {
        let unit: Int64
        let table: String
        var rows: Int
    }

    init(_ session: Session) throws {
        self.session = session
        tables = try session.database.tables().compactMap(Identifier.init).compactMap { name in
            DatedRecords.dated(try session.database.form(of: name))
        }
    }

    private static func dated(_ form: TableForm) -> Dated? {
        guard form.holdsRecords, !form.name.name.hasPrefix("unit_"),
            let unit = form.columns.first(where: { $0.reference?.name == "unit" })
        else { return nil }
        if let period = form.columns.first(where: { $0.name.name == "period" }) {
            return Dated(table: form.name, unit: unit.name, when: period.name, isPeriod: true)
        }
        let day = form.columns.first { column in
            ["_on", "_day"].contains { column.name.name.hasSuffix($0) } || column.name.name == "day"
        }
        return day.map { Dated(table: form.name, unit: unit.name, when: $0.name, isPeriod: false) }
    }

    /// How many records of units lie wholly on a day or after it, by unit and table.
    func counts(of units: some Sequence<Int64>, from day: Day) throws -> [Count] {
        var found: [Count] = []
        for table in tables {
            let condition: SQL = "\(table.unit) IN (\(ids: units)) AND \(session.visible())"
            if table.isPeriod {
                found += try periods(table, condition, from: day)
            } else {
                try session.database.forEach(
                    """
                    SELECT \(table.unit), count(*) FROM \(table.table)
                    WHERE \(condition) AND \(table.when) >= \(day) GROUP BY \(table.unit) ORDER BY \(table.unit)
                    """
                ) { row in
                    found.append(
                        Count(unit: try row.value(0), table: table.table.name, rows: try row.integer(1)))
                }
            }
        }
        return found
    }

    private func periods(_ table: Dated, _ condition: SQL, from day: Day) throws -> [Count] {
        var counts: [Int64: Int] = [:]
        try session.database.forEach(
            """
            SELECT \(table.unit), \(table.when), count(*) FROM \(table.table)
            WHERE \(condition) GROUP BY \(table.unit), \(table.when)
            """
        ) { row in
            let period: Period = try row.value(1)
            if period.first >= day { counts[try row.value(0), default: 0] += try row.integer(2) }
        }
        return counts.sorted { $0.key < $1.key }.map { Count(unit: $0.key, table: table.table.name, rows: $0.value) }
    }

    /// Refuses to let units end before what is recorded of them.
    func refuse(_ units: [Int64], from day: Day, _ histories: UnitHistories) throws {
        guard let first = try counts(of: units, from: day).first else { return }
        throw try UnitConflict.recordsAfter(
            histories.code(of: first.unit), words(first.unit, in: counts(of: [first.unit], from: day)), day)
    }

    /// The records of one unit in words: `2 figure, 1 training`.
    func words(_ unit: Int64, in counts: [Count]) -> String {
        counts.filter { $0.unit == unit }.map { "\($0.rows) \($0.table)" }.joined(separator: ", ")
    }
}
