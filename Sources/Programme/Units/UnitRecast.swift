import Commands
import Database
import Values

/// Where the figures of units go when they are told by the units of one day, the day of the structure.
///
/// A figure belongs to its unit as that was on the last day of its period on which it was open. Successions after that
/// day and up to the structure's carry it forward, share by share; those after the structure's day carry it back, as
/// far as that can be said: what came from one unit alone goes back to it, what came from several cannot be told apart.
final class UnitRecast {
    /// The day of the structure.
    let structure: Day
    private let histories: UnitHistories
    private var forward: [Int64: [Step]] = [:]
    private var backward: [Int64: [Step]] = [:]
    private var followed: [Place: Destination] = [:]
    private var traced: [Place: Destination] = [:]

    /// What passes on, or came, on one day.
    private struct Step {
        let day: Day
        let kind: SuccessionKind
        var parts: [(unit: Int64, share: Share?)]
    }

    /// A unit between two of its steps.
    private struct Place: Hashable {
        let unit: Int64
        let step: Int
    }

    /// A day on which a series breaks.
    struct Break: Hashable {
        let day: Day
        let kind: SuccessionKind
    }

    /// Where a figure goes.
    struct Destination {
        /// The units that stand for a known share, by id.
        var parts: [(unit: Int64, share: Share)]
        /// The units that stand for a share that nobody can tell.
        var unknown: [Int64] = []
        /// The days on the way.
        var breaks: [Break] = []

        /// A unit that stands for itself.
        static func itself(_ unit: Int64) -> Destination {
            Destination(parts: [(unit, .whole)])
        }

        /// The share that the known parts leave.
        var rest: Share? {
            guard !unknown.isEmpty else { return nil }
            let known = parts.reduce(Share?.none) { sum, part in sum.map { $0.adding(part.share) } ?? part.share }
            guard let known else { return .whole }
            return Share(Int128(known.denominator - known.numerator), of: Int128(known.denominator))
        }
    }

    init(_ session: Session, structure: Day) throws {
        self.structure = structure
        histories = UnitHistories(session)
        try histories.readAll()
        for succession in try UnitSuccession.all(session) {
            UnitRecast.add(
                (succession.target, succession.share), of: succession, to: &forward[succession.source, default: []])
            UnitRecast.add((succession.source, nil), of: succession, to: &backward[succession.target, default: []])
        }
        try completeBackward()
    }

    private static func add(_ part: (Int64, Share?), of succession: UnitSuccession, to steps: inout [Step]) {
        if steps.last?.day == succession.day {
            steps[steps.count - 1].parts.append(part)
        } else {
            steps.append(Step(day: succession.day, kind: succession.kind, parts: [part]))
        }
    }

    /// A unit that was open before it received, and passed nothing on that day, came from itself too.
    private func completeBackward() throws {
        for (unit, steps) in backward {
            for (place, step) in steps.enumerated() {
                let passes = forward[unit]?.contains { $0.day == step.day } ?? false
                guard !passes, try histories.versions(of: unit).index(on: step.day.adding(days: -1)) != nil else {
                    continue
                }
                backward[unit]?[place].parts.append((unit, nil))
            }
        }
    }

    /// The last day of a period on which a unit was open; `nil` when it was not open in it.
    func lastDay(of unit: Int64, in period: Period) -> Day? {
        (histories.all[unit] ?? []).compactMap { version in
            guard version.overlaps(from: period.first, to: period.last.adding(days: 1)) else { return nil }
            return version.until.map { min($0.adding(days: -1), period.last) } ?? period.last
        }.max()
    }

    /// The units that were open in a period, each with its kind and its last day there.
    func open(in period: Period) -> [(unit: Int64, kind: UnitKind, last: Day)] {
        histories.all.compactMap { unit, versions in
            guard let last = lastDay(of: unit, in: period), let place = versions.index(on: last) else { return nil }
            return (unit, versions[place].state.kind, last)
        }
    }

    /// Whether other units follow a unit after a day and up to another.
    func isFollowed(_ unit: Int64, from day: Day, to end: Day) -> Bool {
        forward[unit]?.contains { $0.day > day && $0.day <= end } ?? false
    }

    /// The units that follow a unit after a day and up to another, near and far.
    func heirs(of unit: Int64, from day: Day, to end: Day) -> [Int64] {
        var found: [Int64] = []
        for step in forward[unit] ?? [] where step.day > day && step.day <= end {
            for part in step.parts {
                found.append(part.unit)
                if part.unit != unit { found += heirs(of: part.unit, from: step.day, to: end) }
            }
        }
        return found
    }

    /// Where the figures of a unit go that it had up to a day.
    func destination(of unit: Int64, from day: Day) -> Destination {
        if day < structure {
            let steps = forward[unit] ?? []
            return follow(unit, steps.firstIndex { $0.day > day } ?? steps.count)
        }
        let steps = backward[unit] ?? []
        return trace(unit, steps.lastIndex { $0.day <= day } ?? -1)
    }

    /// Carries a unit forward from a step of its own on.
    private func follow(_ unit: Int64, _ index: Int) -> Destination {
        guard let steps = forward[unit], steps.indices.contains(index), steps[index].day <= structure else {
            return .itself(unit)
        }
        let place = Place(unit: unit, step: index)
        if let known = followed[place] { return known }
        let step = steps[index]
        var mixed = Mixed(Break(day: step.day, kind: step.kind))
        for part in step.parts {
            let later = forward[part.unit] ?? []
            let end = follow(part.unit, later.firstIndex { $0.day > step.day } ?? later.count)
            mixed.add(end, share: part.share)
        }
        followed[place] = mixed.destination
        return mixed.destination
    }

    /// Carries a unit back from a step of its own on.
    private func trace(_ unit: Int64, _ index: Int) -> Destination {
        guard let steps = backward[unit], steps.indices.contains(index), steps[index].day > structure else {
            return .itself(unit)
        }
        let place = Place(unit: unit, step: index)
        if let known = traced[place] { return known }
        let step = steps[index]
        var mixed = Mixed(Break(day: step.day, kind: step.kind))
        for part in step.parts {
            let earlier = backward[part.unit] ?? []
            let end = trace(part.unit, earlier.lastIndex { $0.day < step.day } ?? -1)
            mixed.add(end, share: step.parts.count == 1 ? .whole : nil)
        }
        traced[place] = mixed.destination
        return mixed.destination
    }

    /// The units that can be told only together in a period or in parts of it.
    func joint(in period: Period) -> JointUnits {
        var joint = JointUnits()
        for (unit, steps) in forward where period.first < structure {
            let next = steps.firstIndex { $0.day > period.first } ?? steps.count
            let end = steps.lastIndex { $0.day <= period.last } ?? -1
            for index in steps.indices where index >= next && index <= end + 1 {
                joint.join(follow(unit, index).unknown)
            }
        }
        for (unit, steps) in backward where period.last >= structure {
            let first = steps.lastIndex { $0.day <= period.first } ?? 0
            for index in steps.indices where index >= first && steps[index].day <= period.last {
                joint.join(trace(unit, index).unknown)
            }
        }
        return joint
    }

    /// Destinations put together by shares.
    private struct Mixed {
        private var shares: [Int64: Share] = [:]
        private var unknown: Set<Int64> = []
        private var breaks: [Break]

        init(_ first: Break) { breaks = [first] }

        mutating func add(_ end: Destination, share: Share?) {
            for found in end.breaks where !breaks.contains(found) { breaks.append(found) }
            unknown.formUnion(end.unknown)
            for part in end.parts {
                guard let product = share.flatMap({ part.share.multiplied(by: $0) }) else {
                    unknown.insert(part.unit)
                    continue
                }
                guard let before = shares[part.unit] else {
                    shares[part.unit] = product
                    continue
                }
                if let sum = before.adding(product) { shares[part.unit] = sum } else { unknown.insert(part.unit) }
            }
        }

        var destination: Destination {
            let known = shares.filter { !unknown.contains($0.key) }.sorted { $0.key < $1.key }
            return Destination(
                parts: known.map { ($0.key, $0.value) }, unknown: unknown.sorted(),
                breaks: breaks.sorted { $0.day < $1.day })
        }
    }

    /// All units as they were on the structure's day, by code; those not open then as they were nearest to it, under
    /// the unit that follows their manager.
    func units() throws -> [OfficeUnit] {
        try histories.all.compactMap { unit, versions -> OfficeUnit? in
            guard let version = versions.nearest(to: structure) else { return nil }
            var manager = version.state.manager
            if let above = manager, !version.contains(structure), let until = version.until {
                let end = destination(of: above, from: until.adding(days: -1))
                manager = end.parts.first?.unit ?? above
            }
            return OfficeUnit(
                id: unit, code: try histories.code(of: unit), name: version.state.name, kind: version.state.kind,
                manager: manager, managerCode: try manager.map { try histories.code(of: $0) }, since: version.since,
                until: version.until, place: version.state.place)
        }.sorted { $0.code < $1.code }
    }

    /// Whether a unit was open on the structure's day.
    func isOpen(_ unit: Int64) -> Bool {
        histories.all[unit]?.index(on: structure) != nil
    }
}
