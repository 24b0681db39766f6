public import Diagnostics

/// Watches a run statement by statement, to tell of it or to ask before each.
public protocol RunObserver: AnyObject {
    /// A statement is about to run; whether it does. What this throws ends the run.
    func willRun(_ place: Place) throws -> Bool
    /// A statement has run; how many rows the table has that it left, if it left one.
    func didRun(_ place: Place, rows: Int?)
}
