/// Units with everything below them.
struct UnitTree {
    /// The place of each unit that has itself or something else to count, with the places of those that count under it,
    /// itself among them; in the order of the register.
    let branches: [(place: Int, members: [Int])]

    /// Sorts the places that count under all units that lie above them.
    init(_ units: [OfficeUnit], _ counting: [Int]) {
        let places = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let above = units.map { $0.manager.flatMap { places[$0] } }
        var members = [[Int]](repeating: [], count: units.count)
        for place in counting {
            var way: [Int] = []
            var next: Int? = place
            // A unit that manages itself over some way around is met once.
            while let here = next, !way.contains(here) {
                members[here].append(place)
                way.append(here)
                next = above[here]
            }
        }
        branches = members.indices.filter { !members[$0].isEmpty }.map { ($0, members[$0]) }
    }
}
