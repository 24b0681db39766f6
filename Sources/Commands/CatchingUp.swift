import Database
import Diagnostics
public import Values

extension Session {
    /// The last period for which a script with these arguments has run to its end; `nil` when none is known.
    public func lastPeriod(of script: String, arguments: String) throws -> Period? {
        let row = try database.first(
            "SELECT period FROM caught_up WHERE script = \(script) AND arguments = \(arguments)")
        return try row.flatMap { Period(try $0.text(0)) }
    }

    /// Remembers the last period for which a script with these arguments has run to its end.
    public func remember(_ period: Period, of script: String, arguments: String) throws {
        try database.transaction {
            try database.execute("DELETE FROM caught_up WHERE script = \(script) AND arguments = \(arguments)")
            try database.execute(
                """
                INSERT INTO caught_up (script, arguments, period)
                VALUES (\(script), \(arguments), \(period.description))
                """)
        }
    }
}
