import Database
import Values

/// The sums of columns over branches: what is asked for is gathered first, and each column is read once.
struct PackedSums {
    /// What is asked of a column.
    struct Request: Hashable {
        let key: PackedKey
        /// Whether the women are added, or all.
        let ofWomen: Bool
        /// The mask, by its number.
        let mask: Int
    }

    /// The places that count, and the branches to which they belong.
    struct Mask {
        let places: PlaceBits
        let branches: PackedBranches
    }

    private var masks: [Mask] = []
    private var requests: Set<Request> = []
    private var sums: [Request: [Int64]] = [:]
    private var parts: [PartsKey: Parts] = [:]

    /// So many columns are read by one query.
    private static let step = 256

    private struct PartsKey: Hashable {
        let states: Int
        let ofWomen: Bool
        let mask: Int
    }

    /// Which of the places that have a number count.
    private struct Parts {
        /// Those that do not count, or, where they are the fewer, those that do.
        let some: PlaceBits
        let isLeftOut: Bool

        init(_ there: PlaceBits, _ places: PlaceBits) {
            let left = there - places
            isLeftOut = left.count * 2 <= there.count
            some = isLeftOut ? left : there & places
        }
    }

    /// Gives a mask its number.
    mutating func add(_ mask: Mask) -> Int {
        masks.append(mask)
        return masks.count - 1
    }

    /// Asks for sums.
    mutating func ask(_ request: Request) { requests.insert(request) }

    /// The sums by branch that were asked for.
    func sums(_ request: Request) -> [Int64] { sums[request] ?? [] }

    /// Reads the columns and adds up.
    mutating func run(_ figures: inout PackedFigures, _ database: any Connection) throws {
        var rows: [Bool: [Int64: [Request]]] = [:]
        for request in requests {
            guard let column = try figures.column(request.key) else { continue }
            switch column.numbers {
            case .row(let id, _): rows[request.ofWomen, default: [:]][id, default: []].append(request)
            case .memory(let read):
                (request.ofWomen ? read.women : read.totals).withUnsafeBytes { bytes in
                    add(request, bytes, places: read.totals.count, column, figures.states)
                }
            }
        }
        for (ofWomen, byRow) in rows {
            let ids = byRow.keys.sorted()
            for start in stride(from: 0, to: ids.count, by: PackedSums.step) {
                let some = Array(ids[start..<min(start + PackedSums.step, ids.count)])
                let numbers: SQL = ofWomen ? "women" : "totals"
                try database.scan("SELECT id, \(numbers) FROM packed_figure WHERE id IN (\(list: some))") { id, bytes in
                    for request in byRow[id] ?? [] {
                        guard let column = try figures.column(request.key), case .row(_, let places) = column.numbers
                        else { continue }
                        add(request, bytes[0], places: places, column, figures.states)
                    }
                }
            }
        }
        requests = []
    }

    private mutating func add(
        _ request: Request, _ bytes: UnsafeRawBufferPointer, places: Int, _ column: PackedFigures.Column,
        _ states: [PackedStates]
    ) {
        let mask = masks[request.mask]
        var result = [Int64](repeating: 0, count: mask.branches.heads.count)
        if let numbers = PackedNumbers(bytes, places: bytes.isEmpty ? 0 : places) {
            let kept = request.ofWomen ? states[column.kept].women : states[column.kept].reported
            let key = PartsKey(states: column.kept, ofWomen: request.ofWomen, mask: request.mask)
            let parts = parts[key] ?? Parts(kept, mask.places)
            self.parts[key] = parts
            PackedSums.add(numbers, parts, mask.branches, to: &result)
            for (place, claim) in column.changed where mask.places[place] {
                let branch = Int(mask.branches.branchOf[place])
                guard branch >= 0, let now = PackedColumn.numbers(claim) else { continue }
                result[branch] += (request.ofWomen ? now.1 : now.0) - (kept[place] ? numbers[place] : 0)
            }
        }
        mask.branches.rollUp(&result)
        sums[request] = result
    }

    /// Adds the numbers of the places that count; where there is none, there is a 0.
    ///
    /// Mostly all that have a number count: then whole runs are added, and the few that do not are taken off again.
    private static func add(
        _ numbers: PackedNumbers, _ parts: Parts, _ branches: PackedBranches, to sums: inout [Int64]
    ) {
        guard parts.isLeftOut else {
            return parts.some.forEach { place in
                let branch = Int(branches.branchOf[place])
                if branch >= 0 { sums[branch] &+= numbers[place] }
            }
        }
        numbers.add(branches.runs, to: &sums)
        parts.some.forEach { place in
            let branch = branches.branch(ofRunAt: place)
            if branch >= 0 { sums[branch] &-= numbers[place] }
        }
    }
}
