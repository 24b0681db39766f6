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
    /// The runs of masks in steps, by how many places a column has.
    private var steps: [StepsKey: [PlaceRun]?] = [:]

    /// So many columns are read by one query.
    private static let step = 256

    private struct PartsKey: Hashable {
        let states: Int
        let ofWomen: Bool
        let mask: Int
    }

    private struct StepsKey: Hashable {
        let mask: Int
        let places: Int
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
        var (fromSteps, fromNumbers) = (Rows(), Rows())
        for request in requests {
            guard let column = try figures.column(request.key) else { continue }
            switch column.numbers {
            case .row(let id, let places):
                if isFromSteps(request, column, places, figures) {
                    fromSteps.add(request, id)
                } else {
                    fromNumbers.add(request, id)
                }
            case .memory(let read):
                (request.ofWomen ? read.women : read.totals).withUnsafeBytes { bytes in
                    add(request, bytes, places: read.totals.count, column, figures.states)
                }
            }
        }
        try fromSteps.read("packed_sum", database) { request, bytes in
            guard case .row(_, let places)? = try figures.column(request.key)?.numbers else { return }
            addSteps(request, bytes, places: places, figures.register)
        }
        fromSteps.addRest(to: &fromNumbers) { sums[$0] == nil }
        try fromNumbers.read("packed_figure", database, isLong: true) { request, bytes in
            guard let column = try figures.column(request.key), case .row(_, let places) = column.numbers else {
                return
            }
            add(request, bytes, places: places, column, figures.states)
        }
        requests = []
    }

    /// What is asked of the rows of a table.
    private struct Rows {
        private var asked: [Bool: [Int64: [Request]]] = [:]

        mutating func add(_ request: Request, _ row: Int64) {
            asked[request.ofWomen, default: [:]][row, default: []].append(request)
        }

        /// Hands over the bytes of each row that there is, for each request.
        func read(
            _ table: SQL, _ database: any Connection, isLong: Bool = false,
            _ body: (Request, UnsafeRawBufferPointer) throws -> Void
        ) throws {
            for (ofWomen, byRow) in asked {
                let ids = byRow.keys.sorted()
                let numbers: SQL = ofWomen ? "women" : "totals"
                for start in stride(from: 0, to: ids.count, by: PackedSums.step) {
                    let some = ids[start..<min(start + PackedSums.step, ids.count)]
                    let query: SQL = "SELECT id, \(numbers) FROM \(table) WHERE id IN (\(list: some))"
                    let scan = isLong ? database.scanLong : database.scan
                    try scan(query) { id, bytes in for request in byRow[id] ?? [] { try body(request, bytes[0]) } }
                }
            }
        }

        /// Adds some of them to others.
        func addRest(to others: inout Rows, _ isLeft: (Request) -> Bool) {
            for byRow in asked.values {
                for (id, requests) in byRow {
                    for request in requests where isLeft(request) { others.add(request, id) }
                }
            }
        }
    }

    /// Whether sums from step to step are all that is needed: all that have a number count, nothing has changed, and
    /// every branch begins and ends at a step.
    private mutating func isFromSteps(
        _ request: Request, _ column: PackedFigures.Column, _ places: Int, _ figures: PackedFigures
    ) -> Bool {
        guard column.changed.isEmpty else { return false }
        let parts = parts(request, column, figures.states)
        return parts.isLeftOut && parts.some.isEmpty && stepRuns(request.mask, places, figures.register) != nil
    }

    /// The runs of a mask's branches counted in steps; `nil` where one begins or ends between two.
    private mutating func stepRuns(_ mask: Int, _ places: Int, _ register: PackedRegister) -> [PlaceRun]? {
        let key = StepsKey(mask: mask, places: places)
        if let known = steps[key] { return known }
        let all = register.steps(below: places)
        var next = 0
        // Runs stand in their order, and so do steps.
        func number(of place: Int) -> Int? {
            guard place < places else { return all.count }
            while next < all.count, all[next] < place { next += 1 }
            return next < all.count && all[next] == place ? next : nil
        }
        var runs: [PlaceRun]? = []
        for run in masks[mask].branches.runs where run.first < places {
            guard let first = number(of: run.first), let end = number(of: run.end) else {
                runs = nil
                break
            }
            runs?.append(PlaceRun(first: first, end: end, branch: run.branch))
        }
        steps[key] = .some(runs)
        return runs
    }

    private mutating func addSteps(
        _ request: Request, _ bytes: UnsafeRawBufferPointer, places: Int, _ register: PackedRegister
    ) {
        guard let runs = stepRuns(request.mask, places, register),
            let numbers = PackedNumbers(bytes, places: bytes.isEmpty ? 0 : register.steps(below: places).count)
        else { return }
        let branches = masks[request.mask].branches
        var result = [Int64](repeating: 0, count: branches.heads.count)
        numbers.add(runs, to: &result)
        branches.rollUp(&result)
        sums[request] = result
    }

    private mutating func parts(
        _ request: Request, _ column: PackedFigures.Column, _ states: [PackedStates]
    ) -> Parts {
        let key = PartsKey(states: column.kept, ofWomen: request.ofWomen, mask: request.mask)
        if let known = parts[key] { return known }
        let kept = request.ofWomen ? states[column.kept].women : states[column.kept].reported
        let made = Parts(kept, masks[request.mask].places)
        parts[key] = made
        return made
    }

    private mutating func add(
        _ request: Request, _ bytes: UnsafeRawBufferPointer, places: Int, _ column: PackedFigures.Column,
        _ states: [PackedStates]
    ) {
        let mask = masks[request.mask]
        var result = [Int64](repeating: 0, count: mask.branches.heads.count)
        if let numbers = PackedNumbers(bytes, places: bytes.isEmpty ? 0 : places) {
            let kept = request.ofWomen ? states[column.kept].women : states[column.kept].reported
            PackedSums.add(numbers, parts(request, column, states), mask.branches, to: &result)
            for (place, claim) in column.changed where mask.places[place] {
                let branch = Int(mask.branches.branchOf[place])
                guard branch >= 0, let now = PackedColumn.numbers(claim) else { continue }
                result[branch] &+= (request.ofWomen ? now.1 : now.0) &- (kept[place] ? numbers[place] : 0)
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
