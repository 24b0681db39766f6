import Commands
import Programme
import Values

// One dated rule tells who owes a return, above and below the line of every rate: a unit does that is open on the
// round's last day (as first called for), lies under the unit that called, and is of a kind that the round asks.
extension Round {
    /// Whether the round asks units of a kind; without kinds of its own it asks schools and centres.
    func asks(_ kind: UnitKind) -> Bool {
        kinds.isEmpty ? Round.schoolsAndCentres(kind) : kinds.contains(kind)
    }

    private static func schoolsAndCentres(_ kind: UnitKind) -> Bool {
        switch kind {
        case .so, .vhxh, .pb, .country: false
        default: true
        }
    }

    /// The units that owe a return, in the order of the tree; only those under a unit where one is given.
    func units(_ session: Session, under part: String? = nil) throws -> [OfficeUnit] {
        let all = try Units(session).all(on: unitsDay)
        guard let caller = all.first(where: { $0.id == top }) else { return [] }
        let owing = Units.under(caller.code, among: all).filter { $0.id != top && asks($0.kind) }
        guard let part else { return owing }
        let below = Set(Units.under(part, among: all).map(\.id))
        return owing.filter { below.contains($0.id) }
    }

    /// The unit as it was when it came to owe a return; `nil` for one that owes none.
    func unit(owing id: Int64, _ session: Session) throws -> OfficeUnit? {
        let chain = try chain(from: id, session)
        guard let unit = chain.first, unit.id != top, asks(unit.kind) else { return nil }
        return unit
    }

    /// Whether a unit owes a return or lies under one that does, so that its figures belong to the round.
    func covers(_ id: Int64, _ session: Session) throws -> Bool {
        try chain(from: id, session).contains { $0.id != top && asks($0.kind) }
    }

    /// The units from one up to the caller; none where it does not lie under the caller.
    private func chain(from id: Int64, _ session: Session) throws -> [OfficeUnit] {
        let units = Units(session)
        var chain: [OfficeUnit] = []
        var seen: Set<Int64> = []
        var next: Int64? = id
        while let id = next, seen.insert(id).inserted, let unit = try units.unit(id, on: unitsDay) {
            chain.append(unit)
            if id == top { return chain }
            next = unit.manager
        }
        return []
    }
}
