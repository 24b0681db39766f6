import Database
import Values

/// The figures of an element and a period in memory, place by place.
struct PackedColumn: Equatable {
    private(set) var states: PackedStates
    private(set) var totals: [Int64]
    private(set) var women: [Int64]

    /// No figures.
    init(places: Int) {
        states = PackedStates(places: places)
        totals = Array(repeating: 0, count: places)
        women = totals
    }

    /// Reads the rows of a category-free element and a period; `nil` where a number is not whole or too large.
    init?(
        _ database: any Connection, _ key: PackedKey, _ register: PackedRegister, visible: PackedSight = .now
    ) throws {
        self.init(places: register.units.count)
        let columns = try database.columns(
            """
            SELECT f.unit, f.total, f.women, f.state FROM figure f
            WHERE f.element = \(key.element) AND f.period = \(key.period) AND \(visible.rows("f"))
            """, as: [.integer, .decimal, .decimal, .text])
        guard case .words(let units) = columns[0].cells, case .texts(let words, let pool) = columns[3].cells else {
            return nil
        }
        guard let totals = PackedColumn.whole(columns[1]), let women = PackedColumn.whole(columns[2]) else {
            return nil
        }
        let kinds = pool.map { FigureState(rawValue: $0) ?? .notReported }
        for row in units.indices {
            guard let place = register.place(of: units[row]) else { continue }
            let claim = FigureClaim(
                total: columns[1].absent?[row] == 1 ? nil : Number(totals[row]),
                women: columns[2].absent?[row] == 1 ? nil : Number(women[row]), state: kinds[Int(words[row])])
            guard put(claim, at: place) else { return nil }
        }
    }

    /// The numbers of a column of an answer; `nil` where one is not whole.
    private static func whole(_ column: FetchedColumn) -> [Int64]? {
        switch column.cells {
        case .words(let words), .decimals(let words, 0): words
        default: nil
        }
    }

    /// Reads what is kept; `nil` where it is none.
    init?(states: UnsafeRawBufferPointer, totals: UnsafeRawBufferPointer, women: UnsafeRawBufferPointer, places: Int) {
        let reader = PackedReader(states)
        let kept = PackedStates.places(reader)
        guard let known = PackedStates(reader, places: places), let all = PackedNumbers(totals, places: kept),
            let some = PackedNumbers(women, places: women.isEmpty ? 0 : kept)
        else { return nil }
        self.states = known
        self.totals = all.all + Array(repeating: 0, count: places - kept)
        self.women = some.all + Array(repeating: 0, count: places - some.count)
    }

    /// Sets the figure of a place; no where it cannot be packed.
    mutating func put(_ claim: FigureClaim?, at place: Int) -> Bool {
        guard let (total, women) = PackedColumn.numbers(claim) else { return false }
        states.put(claim, at: place)
        totals[place] = total
        self.women[place] = women
        return true
    }

    /// The numbers of a figure, 0 where there is none; `nil` where they cannot be packed.
    static func numbers(_ claim: FigureClaim?) -> (Int64, Int64)? {
        guard let claim, claim.state == .reported, let total = claim.total else { return (0, 0) }
        guard let all = total.whole, let women = (claim.women ?? .zero).whole else { return nil }
        guard all.magnitude <= PackedNumbers.largest.magnitude, women.magnitude <= PackedNumbers.largest.magnitude
        else { return nil }
        return (all, women)
    }

    /// How a column is kept: the states, all of them, the women, and what both add up to from step to step.
    struct Bytes: Equatable {
        var states: [UInt8] = []
        var totals: [UInt8] = []
        var women: [UInt8] = []
        var totalSums: [UInt8] = []
        var womenSums: [UInt8] = []
    }

    /// The bytes that are kept.
    func bytes(_ register: PackedRegister) -> Bytes {
        let sums = sums(register, places: totals.count)
        return Bytes(
            states: states.bytes(places: totals.count), totals: PackedNumbers.bytes(totals),
            women: states.women.isEmpty ? [] : PackedNumbers.bytes(women), totalSums: sums.totals,
            womenSums: sums.women)
    }

    /// What the numbers of so many places add up to from step to step, as it is kept.
    func sums(_ register: PackedRegister, places: Int) -> (totals: [UInt8], women: [UInt8]) {
        let steps = register.steps(below: places)
        let ends = steps.dropFirst().map(Int.init) + [places]
        func bytes(_ numbers: [Int64]) -> [UInt8] {
            PackedNumbers.bytes(zip(steps, ends).map { numbers[Int($0)..<$1].reduce(0, &+) })
        }
        return (bytes(totals), states.women.isEmpty ? [] : bytes(women))
    }
}

/// Whose figures a packed column holds.
struct PackedKey: Hashable, Comparable {
    let element: Int64
    let period: Period

    static func < (left: PackedKey, right: PackedKey) -> Bool {
        (left.element, left.period) < (right.element, right.period)
    }
}
