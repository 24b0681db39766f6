import Commands
import Database
public import Values

extension Units {
    /// The units that were open on some day of a period, by code, each as it last was in it.
    ///
    /// Whoever counts what happened in a period asks for these: a unit that was closed or moved meanwhile counts once,
    /// where it last belonged.
    public func during(_ period: Period) throws -> [OfficeUnit] {
        try latest(from: period.first, to: period.last)
    }

    /// The units that were in the register at any time, by code, each as it last was.
    public func ever() throws -> [OfficeUnit] {
        try latest(from: nil, to: nil)
    }

    /// A unit and everything below it among given units, itself first, in the order of the tree and then of codes.
    public static func under(_ top: String, among units: [OfficeUnit]) -> [OfficeUnit] {
        let children = Dictionary(grouping: units.filter { $0.manager != nil }) { $0.manager ?? 0 }
        guard let first = units.first(where: { $0.code == top }) else { return [] }
        var found: [OfficeUnit] = []
        var seen: Set<Int64> = []
        var waiting = [first]
        while let unit = waiting.popLast() {
            guard seen.insert(unit.id).inserted else { continue }
            found.append(unit)
            waiting += (children[unit.id] ?? []).reversed()
        }
        return found
    }

    /// The units of a period, or of all time, that lie under a unit; all of them where none is named.
    public func scope(_ period: Period?, under top: UnitCode?) throws -> [OfficeUnit] {
        let units = try period.map { try during($0) } ?? ever()
        return top.map { Units.under($0.code, among: units) } ?? units
    }
}
