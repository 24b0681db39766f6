import Commands
import Database
import Values

extension Units {
    /// The unit above all others: the only one that nobody manages; `nil` where there are none or several.
    ///
    /// Countries and provinces that stand for sources of statistics do not count.
    public func top() throws -> OfficeUnit? {
        let ids = try session.database.rows(
            """
            SELECT unit FROM unit_version
            WHERE manager IS NULL AND kind <> \(UnitKind.country) AND \(session.visible())
              AND (since IS NULL OR since <= \(session.today)) AND (until IS NULL OR until > \(session.today))
            LIMIT 2
            """)
        guard ids.count == 1, let id: Int64 = try ids.first?.value(0) else { return nil }
        return try unit(id)
    }

    /// How many units there are today, without countries and provinces that stand for sources of statistics.
    public func count() throws -> Int {
        try session.database.first(
            """
            SELECT count(*) FROM unit_version
            WHERE kind <> \(UnitKind.country) AND \(session.visible())
              AND (since IS NULL OR since <= \(session.today)) AND (until IS NULL OR until > \(session.today))
            """)?.value(0) ?? 0
    }
}
