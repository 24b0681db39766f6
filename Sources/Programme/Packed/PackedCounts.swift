/// How the units of each branch stand to what a formula needs: the same for all formulas that the same units report.
struct PackedCounts {
    /// The number of the mask of the units that count.
    let mask: Int
    let counted: [Int64]
    let expected: [Int64]
    let notReported: [Int64]
    let withheld: [Int64]
    let notYetDue: [Int64]
    let notApplicable: [Int64]

    /// What of an input decides who counts.
    struct Input: Hashable, Comparable {
        /// The states, by their number.
        let states: Int
        /// Whether the women must be known.
        let needsWomen: Bool
        /// The kinds of units that report the element.
        let kinds: UInt32
        let isDue: Bool

        static func < (left: Input, right: Input) -> Bool { left.word < right.word }

        private var word: Int {
            states << 34 | Int(kinds) << 2 | (needsWomen ? 2 : 0) | (isDue ? 1 : 0)
        }
    }

    /// Looks at every unit of a scope at once.
    init(
        _ inputs: [Input], _ states: [PackedStates], scope: PlaceBits, ofKinds: (UInt32) -> PlaceBits,
        _ branches: PackedBranches, number: (PackedSums.Mask) -> Int
    ) {
        var (expected, reported) = (scope, scope)
        var (kept, missed) = (PlaceBits(words: []), PlaceBits(words: []))
        kept.widen(to: scope.words.count * 64)
        missed = kept
        for input in inputs {
            let known = states[input.states]
            let there = input.needsWomen ? known.reported & known.women : known.reported
            expected = (expected & ofKinds(input.kinds)) - known.notApplicable
            reported = reported & there
            kept = kept | known.withheld
            missed = missed | known.declared | (known.reported - there)
            if input.isDue { missed = missed | (scope - known.recorded) }
        }
        let places = expected & reported
        let lacking = expected - reported
        mask = number(PackedSums.Mask(places: places, branches: branches))
        counted = branches.counts(places)
        self.expected = branches.counts(expected)
        withheld = branches.counts(lacking & kept)
        notReported = branches.counts((lacking & missed) - kept)
        notYetDue = branches.counts(lacking - kept - missed)
        notApplicable = branches.counts(scope - reported - expected)
    }
}
