import Commands
import Values

/// The units that lines name again and again.
final class UnitRecollection: Recollection {
    static let tables = ["unit", "unit_version"]
    /// The ids of codes.
    var ids: [String: Int64] = [:]
    /// The ids of units that were open on some day of a span.
    var open: [Span: Int64] = [:]

    /// A unit's code and a span of days.
    struct Span: Hashable {
        let code: String
        let first: Day
        let last: Day
    }
}
