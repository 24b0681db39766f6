import Journal
public import Values

extension Session {
    /// Answers from here on with what was recorded by the end of a day, which also counts as today; nothing can be
    /// written. A day that has not come leaves today as it is.
    public func lookBack(to day: Day) throws {
        horizon = try journal.lastNumber(by: day)
        allowed.formIntersection([.reads, .exports])
        pastDay = day
    }

    /// Runs work that sees what was recorded by the end of a day, which also counts as today, and writes nothing.
    ///
    /// With `entry` it sees what was recorded through that entry, on whatever day that was.
    public func asOf<R>(_ day: Day, through entry: Int? = nil, _ work: () throws -> R) throws -> R {
        let outer = (horizon, allowed, pastDay)
        defer { (horizon, allowed, pastDay) = outer }
        try lookBack(to: day)
        if let entry { horizon = entry }
        return try work()
    }

    /// The number of the last entry by the day that readers look back to; 0 when there is none.
    public func lastEntry() throws -> Int {
        try pastDay.map { try journal.lastNumber(by: $0) } ?? journal.lastNumber()
    }
}
