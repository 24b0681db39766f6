import Database
import Values

/// The figures that came, changed or ended after a mark.
struct PackedChanges {
    /// What stands now, by element and period and then by unit; `nil` for a unit whose figure ended.
    private(set) var figures: [PackedKey: [Int64: FigureClaim?]] = [:]

    /// Reads them.
    init(_ database: any Connection, since mark: PackedMark) throws {
        try database.forEach(
            "SELECT element, period, unit FROM figure WHERE retired > \(mark.entry) AND id <= \(mark.figure)"
        ) { row in
            let key = PackedKey(element: try row.value(0), period: try row.value(1))
            figures[key, default: [:]][try row.value(2)] = .some(nil)
        }
        try database.forEach(
            """
            SELECT element, period, unit, total, women, state FROM figure
            WHERE id > \(mark.figure) AND retired IS NULL
            """
        ) { row in
            let key = PackedKey(element: try row.value(0), period: try row.value(1))
            figures[key, default: [:]][try row.value(2)] = FigureClaim(
                total: try row.value(3), women: try row.value(4), state: try row.value(5))
        }
    }
}
