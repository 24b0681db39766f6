internal import Diagnostics

/// The mark in a database that says whose it is and of which format.
public struct Stamp: Sendable, Hashable {
    /// The number of the program that it belongs to; 0 for nobody's.
    public var application: Int32
    /// The number of the format, from 1; 0 for none.
    public var format: Int32

    /// Holds the two numbers.
    public init(application: Int32, format: Int32) {
        self.application = application
        self.format = format
    }

    /// Sen's own stamp: the letters `SEN1`, and the format that this Sen writes.
    public static let current = Stamp(application: 0x5345_4E31, format: 1)

    /// Refuses a database that is another program's or of a format newer than this Sen.
    ///
    /// One without a stamp is taken when it has no tables, because it is new then.
    public func check(hasTables: Bool, name: String) throws {
        guard application == Stamp.current.application || (self == Stamp(application: 0, format: 0) && !hasTables)
        else { throw Diagnostic.databaseForeign(name) }
        guard format <= Stamp.current.format else { throw Diagnostic.databaseNewer(name, format: Int(format)) }
    }
}
