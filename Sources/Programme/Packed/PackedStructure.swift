import Values

/// Which units were open in a period, what they were, and who managed them: by places.
struct PackedStructure: Hashable {
    /// The units that were open on some day of the period, each as it last was in it.
    let open: PlaceBits
    /// The kind of each, as its place in the list of kinds.
    let kinds: [UInt8]
    /// The place of the open unit that manages each; -1 for none.
    let managers: [Int32]
    /// The places of the units that closed by a day of the period, with that day.
    let closed: [Closed]
    /// The open units, each behind the one that manages it.
    let order: [Int32]

    /// A unit that closed, with the first day on which it is no longer open.
    struct Closed: Hashable {
        let place: Int
        let until: Day
    }

    /// Looks at a period; `nil` where units manage each other around.
    init?(_ register: PackedRegister, _ period: Period, today: Day) {
        let places = register.units.count
        let (first, last) = (period.first.number, period.last.number)
        let end = min(period.last, today).number
        var open = PlaceBits(places: places)
        var kinds = [UInt8](repeating: 0, count: places)
        var managers = [Int32](repeating: -1, count: places)
        var ends = [Int: Int32]()
        for version in register.versions where version.since <= last && version.until > first {
            let place = Int(version.place)
            open[place] = true
            kinds[place] = version.kind
            managers[place] = version.manager
            ends[place] = version.until <= end ? version.until : nil
        }
        for place in managers.indices where managers[place] >= 0 && !open[Int(managers[place])] {
            managers[place] = -1
        }
        self.open = open
        self.kinds = kinds
        self.managers = managers
        closed = ends.map { Closed(place: $0.key, until: Day(number: $0.value)) }.sorted { $0.place < $1.place }
        guard let order = PackedStructure.order(open, managers) else { return nil }
        self.order = order
    }

    /// The open places from the tops down; `nil` where there is a way around.
    private static func order(_ open: PlaceBits, _ managers: [Int32]) -> [Int32]? {
        var starts = [Int32](repeating: 0, count: managers.count + 1)
        for manager in managers where manager >= 0 { starts[Int(manager) + 1] += 1 }
        for place in managers.indices { starts[place + 1] += starts[place] }
        var (next, below) = (starts, [Int32](repeating: 0, count: Int(starts[managers.count])))
        for place in managers.indices where managers[place] >= 0 {
            let manager = Int(managers[place])
            below[Int(next[manager])] = Int32(place)
            next[manager] += 1
        }
        var order: [Int32] = []
        order.reserveCapacity(managers.count)
        open.forEach { if managers[$0] < 0 { order.append(Int32($0)) } }
        var position = 0
        while position < order.count {
            let place = Int(order[position])
            order += below[Int(starts[place])..<Int(starts[place + 1])]
            position += 1
        }
        return order.count == open.count ? order : nil
    }

    /// The places of a unit and of all below it.
    func under(_ top: Int) -> PlaceBits {
        var found = PlaceBits(places: managers.count)
        guard top < managers.count, open[top] else { return found }
        found[top] = true
        for place in order where managers[Int(place)] >= 0 && found[Int(managers[Int(place)])] {
            found[Int(place)] = true
        }
        return found
    }

    /// The places of units of some kinds.
    func places(of kinds: UInt32) -> PlaceBits {
        var found = PlaceBits(places: self.kinds.count)
        open.forEach { if kinds >> UInt32(self.kinds[$0]) & 1 == 1 { found[$0] = true } }
        return found
    }

    /// The kinds of the open units among places, a bit for each.
    func kinds(of places: PlaceBits) -> UInt32 {
        var found: UInt32 = 0
        (places & open).forEach { found |= 1 << UInt32(kinds[$0]) }
        return found
    }
}

/// How the places of a structure are divided among results: each place goes to a branch, and a branch to the one
/// above it.
struct PackedBranches {
    /// Neighbouring places that go to the same branch.
    let runs: [PlaceRun]
    /// The branch above each branch, which stands before it; -1 for none.
    let above: [Int32]
    /// The place of the unit of each branch, or the number of its kind.
    let heads: [Int]
    /// The branch of each place; -1 for none.
    let branchOf: [Int32]

    /// Divides the places of a structure. `heads` are the kinds whose units head a branch of the tree.
    init(_ structure: PackedStructure, _ division: IndicatorComputation.Division, heads kinds: UInt32) {
        var branchOf = [Int32](repeating: -1, count: structure.kinds.count)
        var (above, heads) = ([Int32](), [Int]())
        switch division {
        case .total:
            (above, heads) = ([-1], [0])
            structure.open.forEach { branchOf[$0] = 0 }
        case .level:
            heads = Array(UnitKind.allCases.indices)
            above = Array(repeating: -1, count: heads.count)
            structure.open.forEach { branchOf[$0] = Int32(structure.kinds[$0]) }
        case .unit:
            structure.open.forEach { place in
                branchOf[place] = Int32(heads.count)
                heads.append(place)
            }
            above = Array(repeating: -1, count: heads.count)
        case .tree:
            for place in structure.order.map(Int.init) {
                let manager = structure.managers[place]
                let upper = manager >= 0 ? branchOf[Int(manager)] : -1
                guard kinds >> UInt32(structure.kinds[place]) & 1 == 1 else {
                    branchOf[place] = upper
                    continue
                }
                branchOf[place] = Int32(heads.count)
                heads.append(place)
                above.append(upper)
            }
        }
        (self.above, self.heads, self.branchOf) = (above, heads, branchOf)
        runs = PackedBranches.runs(branchOf, structure.open)
    }

    /// The branch to whose runs a place belongs, also one that nobody counts; -1 for none.
    func branch(ofRunAt place: Int) -> Int {
        if branchOf[place] >= 0 { return Int(branchOf[place]) }
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].first <= place ? runs[low].branch : -1
    }

    /// Places that are not open go with those before them: nobody counts them.
    private static func runs(_ branchOf: [Int32], _ open: PlaceBits) -> [PlaceRun] {
        var runs: [PlaceRun] = []
        var (first, branch): (Int, Int32) = (0, -1)
        for place in branchOf.indices where open[place] && branchOf[place] != branch {
            if branch >= 0 { runs.append(PlaceRun(first: first, end: place, branch: Int(branch))) }
            (first, branch) = (place, branchOf[place])
        }
        if branch >= 0 { runs.append(PlaceRun(first: first, end: branchOf.count, branch: Int(branch))) }
        return runs
    }

    /// Adds what stands in each branch to those above it.
    func rollUp(_ sums: inout [Int64]) {
        for branch in above.indices.reversed() where above[branch] >= 0 {
            sums[Int(above[branch])] &+= sums[branch]
        }
    }

    /// How many places of a set belong to each branch, with all below it.
    func counts(_ places: PlaceBits) -> [Int64] {
        var counts = [Int64](repeating: 0, count: heads.count)
        for run in runs { counts[run.branch] += Int64(places.count(in: run.first..<run.end)) }
        rollUp(&counts)
        return counts
    }
}
