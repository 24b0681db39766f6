import Values

/// Units whose figures can be told only together: nobody knows which part of a figure belongs to which of them.
struct JointUnits: Equatable {
    private var above: [Int64: Int64] = [:]

    /// Whether every unit can be told by itself.
    var isEmpty: Bool { above.isEmpty }

    /// Joins units, and whatever they were joined with before.
    mutating func join(_ units: [Int64]) {
        guard units.count > 1, let least = units.map({ first(of: $0) }).min() else { return }
        for unit in units { above[first(of: unit)] = least }
        above[least] = least
    }

    /// The first of the units that a unit is told with; itself when it is told alone.
    func first(of unit: Int64) -> Int64 {
        var place = unit
        while let next = above[place], next != place { place = next }
        return place
    }

    /// The units that are told together, in order.
    var groups: [[Int64]] {
        Dictionary(grouping: above.keys) { first(of: $0) }.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Those of them all of whose units are among some.
    func within(_ members: Set<Int64>) -> JointUnits {
        var joint = JointUnits()
        for group in groups where members.isSuperset(of: group) { joint.join(group) }
        return joint
    }
}

extension UnitRecast.Destination {
    /// The destination where joint units stand for one, the first of them.
    func told(_ joint: JointUnits) -> UnitRecast.Destination {
        guard !joint.isEmpty else { return self }
        var shares: [Int64: Share] = [:]
        var untold = Set(unknown)
        func add(_ share: Share, to unit: Int64) -> Bool {
            guard let before = shares[unit] else {
                shares[unit] = share
                return true
            }
            guard let sum = before.adding(share) else { return false }
            shares[unit] = sum
            return true
        }
        for part in parts where !add(part.share, to: joint.first(of: part.unit)) { return self }
        let firsts = Set(unknown.map { joint.first(of: $0) })
        if firsts.count == 1, let first = firsts.first {
            guard let rest, add(rest, to: first) else { return self }
            untold = []
        }
        return UnitRecast.Destination(
            parts: shares.filter { !untold.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            unknown: untold.sorted(), breaks: breaks)
    }
}
